/** What people and programs may ask of an exercise. The engine answers with events or a `DomainError`. */
import type { Alert } from '../alert/alert.js';
import type { Side } from '../release/release.js';
import type { ImprovementContent, ObservationContent, RatingContent } from '../evaluation/evaluation.js';
import type { Link, Progress, UnitMode } from '../unit/unit.js';
import type { Actor } from './event.js';

export interface CommandData {
  /** STARTEX. */
  StartExercise: { speed: number };
  PauseExercise: Record<string, never>;
  ResumeExercise: Record<string, never>;
  /** 0.1 to 1000. */
  SetSpeed: { speed: number };
  /** ENDEX. Final. */
  EndExercise: Record<string, never>;

  SubmitAlert: { alertId: string; references: string[]; alert: Alert };

  AcknowledgeNotification: { notification: string };
  DeclineNotification: { notification: string; reason: string };
  ReportProgress: { incident: string; unit: string; progress: Progress };

  ResolveIncident: { incident: string };
  CloseIncident: { incident: string };
  /** Start the next step now, of each chain that is at work, or of the named one. */
  EscalateIncident: { incident: string; chain?: string };
  OverrideAcknowledgement: { incident: string; side: Side; reason: string };

  SetDuty: { unit: string; duty: 'on' | 'off' };
  SetMode: { unit: string; mode: UnitMode };
  /** Of one unit, or of a whole side. */
  SetLink: { unit?: string; side?: Side; link: Link };

  /** These three may come after ENDEX, too. */
  RecordObservation: ObservationContent;
  RateObjective: RatingContent;
  PlanImprovement: ImprovementContent;
}

export type CommandType = keyof CommandData;

/** A command as it is kept in the inbox: `references` of an alert are the alert ids of the triples it names. */
export type Command = {
  [T in CommandType]: { readonly type: T; readonly data: Readonly<CommandData[T]> };
}[CommandType];

/** A command with its place in exercise time. */
export type TimedCommand = Command & {
  readonly id: string;
  /** Exercise time of its receipt, ms. */
  readonly at: number;
  readonly actor: Actor;
};
