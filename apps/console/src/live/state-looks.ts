/**
 * How the state of an incident looks and sounds, from one side's place: one table for the list, the map, the wall and the sounds.
 * Nothing here knows of the page: {@link SoundPlayer} plays, `state-looks.module.css` draws.
 */
import type { Severity } from '#domain/alert/alert.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import { isEscalated, isOpen, sidesOf, waitsFor } from './attention.js';
import type { ExerciseFold } from './exercise-fold.js';

/** `waits`, `escalated`, `reopened`: we have to do something. */
export type AttentionState = 'waits' | 'escalated' | 'reopened' | 'acknowledged' | 'calm' | 'ended';

/** Of incidents, of the connection, and of what waits at a desk: a message to read, a release to decide, a policy to answer. */
export const SOUND_KINDS = ['waits', 'escalated', 'reopened', 'lost', 'message', 'release', 'policy'] as const;
export type SoundKind = (typeof SOUND_KINDS)[number];

/** Names of classes in `state-looks.module.css`. */
export type LookClass = 'flash' | 'flashOther' | 'flashOnce' | 'steady' | 'hatched';

export interface StateLook {
  readonly look: LookClass | undefined;
  readonly sound: SoundKind | undefined;
  /** Whether the sound comes again until somebody acts. */
  readonly isRepeated: boolean;
}

/** The table. Whatever is undeliverable is hatched, too, beside what its state says. */
export const STATE_LOOKS: Readonly<Record<AttentionState, StateLook>> = {
  waits: { look: 'flash', sound: 'waits', isRepeated: true },
  escalated: { look: 'flashOther', sound: 'escalated', isRepeated: true },
  reopened: { look: 'flashOnce', sound: 'reopened', isRepeated: false },
  acknowledged: { look: 'steady', sound: undefined, isRepeated: false },
  calm: { look: undefined, sound: undefined, isRepeated: false },
  ended: { look: undefined, sound: undefined, isRepeated: false },
};

export interface IncidentLook extends StateLook {
  readonly state: AttentionState;
  /** Somebody of ours was not reached. */
  readonly isUndeliverable: boolean;
  /** All classes of it. */
  readonly classes: readonly LookClass[];
}

/** @param side absent: of both */
export function lookOf(incident: IncidentView, fold: ExerciseFold, side: Side | undefined): IncidentLook {
  const state = attentionState(incident, side, waitsFor(fold, incident, { side }));
  const isUndeliverable = state !== 'ended' && hasUnreached(incident, fold, side);
  const row = STATE_LOOKS[state];
  const classes = [...(row.look === undefined ? [] : [row.look]), ...(isUndeliverable ? (['hatched'] as const) : [])];
  return { ...row, state, isUndeliverable, classes };
}

/** @param waits whether the incident waits for the side ({@link waitsFor}) */
export function attentionState(incident: IncidentView, side: Side | undefined, waits: boolean): AttentionState {
  if (!isOpen(incident)) return 'ended';
  const ours = sidesOf(incident).filter((one) => side === undefined || one === side);
  if (ours.length > 0 && ours.every((one) => incident.acknowledgedBy[one] !== undefined)) return 'acknowledged';
  const { firstAcknowledgementAt } = incident.figures;
  const hadAll = ours.length > 0 && ours.every((one) => firstAcknowledgementAt[one] !== undefined);
  // What escalated before it was acknowledged says nothing of now.
  if (isEscalated(incident) && (!hadAll || incident.chains.some(isBeyondFirstStep))) return 'escalated';
  if (hadAll) return 'reopened';
  return waits ? 'waits' : 'calm';
}

function isBeyondFirstStep({ step, round, status }: IncidentView['chains'][number]): boolean {
  return status !== 'stopped' && status !== 'halted' && (step > 0 || round > 0 || status === 'exhausted');
}

/** Whether the latest that a unit of ours was asked about the incident could not be delivered. */
function hasUnreached({ id }: IncidentView, { state, notifications }: ExerciseFold, side: Side | undefined): boolean {
  const latest = new Map<string, boolean>();
  for (const asked of state.incidents[id]?.asked ?? []) {
    const one = notifications.get(asked);
    if (one === undefined || (side !== undefined && one.side !== side)) continue;
    latest.set(one.unit, one.status === 'undeliverable');
  }
  return [...latest.values()].includes(true);
}

/** One tone: Hz and ms; 0 Hz is silence. */
export type Tone = readonly [hz: number, ms: number];

export interface Sound {
  readonly tones: readonly Tone[];
  readonly wave: OscillatorType;
  /** Wall time from one to the next while it is repeated, ms. */
  readonly everyMs: number;
}

const MELODIES: Readonly<Record<SoundKind, { readonly wave: OscillatorType; readonly hz: readonly number[] }>> = {
  waits: { wave: 'sine', hz: [880] },
  // Falls, and is rough: it cannot be taken for the other.
  escalated: { wave: 'square', hz: [740, 494] },
  reopened: { wave: 'triangle', hz: [523, 784] },
  lost: { wave: 'sawtooth', hz: [220, 165, 110] },
  // Short and high, or three that rise: no tone of an incident is like them.
  message: { wave: 'sine', hz: [1319, 1047] },
  release: { wave: 'triangle', hz: [392, 494, 587] },
  policy: { wave: 'triangle', hz: [587, 494, 392] },
};

/** The graver, the more strokes, the faster and the sooner again. */
const STROKES: Readonly<Record<Severity, { readonly count: number; readonly ms: number; readonly everyMs: number }>> = {
  Extreme: { count: 4, ms: 90, everyMs: 8_000 },
  Severe: { count: 3, ms: 120, everyMs: 12_000 },
  Moderate: { count: 2, ms: 160, everyMs: 20_000 },
  Minor: { count: 1, ms: 220, everyMs: 40_000 },
  Unknown: { count: 1, ms: 320, everyMs: 40_000 },
};

/** Different for each kind and each severity. */
export function soundOf(kind: SoundKind, severity: Severity): Sound {
  const { wave, hz } = MELODIES[kind];
  const { count, ms, everyMs } = STROKES[severity];
  const stroke = hz.map((one): Tone => [one, ms]);
  const tones = Array.from({ length: count }, (): readonly Tone[] => [...stroke, [0, ms * 0.6]]).flat();
  return { tones, wave, everyMs };
}
