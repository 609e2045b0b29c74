/** What can happen to the script, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, InjectId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { Side } from '../kernel/side.js';
import type { Marking, TlpLabel } from '../release/label.js';
import type { Inject, PlannedInject } from './inject.js';

export interface InjectEvents {
  /** For controllers only: where the script stands. `time`: 1 when it fires first. */
  InjectScheduled: { inject: InjectId; due: ExerciseTime };
  InjectFired: { inject: InjectId; kind: Inject['kind']; time: number };
  /** Its last time has passed, the rules said no (with their code), or a trainer did (perhaps with a reason). */
  InjectSkipped: {
    inject: InjectId;
    reason: 'too-late' | 'refused' | 'by-command';
    code?: string;
    message?: string;
  };
  /** A trainer gave it a time; it waits for no condition any more. */
  InjectDelayed: { inject: InjectId; due: ExerciseTime };
  InjectImprovised: { inject: PlannedInject };
  /** A side has not acknowledged for as long as a condition of the script names. For controllers only. */
  AcknowledgementOverdue: { incident: IncidentId; side: Side; forMs: number };
  /** Information for players; its id reveals nothing about the inject. */
  MessageSent: { message: string; from?: LocalizedText; text: LocalizedText; tlp?: TlpLabel; label?: Marking };
  /** For controllers only. */
  NoteTaken: { note: string; text: LocalizedText };
}
