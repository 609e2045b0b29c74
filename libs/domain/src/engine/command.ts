/** What people and programs may ask of an exercise. The engine answers with events or a `DomainError`. */
import type { Alert } from '../alert/alert.js';
import type { Policy } from '../escalation/policy.js';
import type { ImprovisedInject } from '../inject/inject.js';
import type { Side } from '../release/release.js';
import type { ImprovementContent, ObservationContent, RatingContent } from '../evaluation/evaluation.js';
import type { Action, Link, Progress, UnitMode } from '../unit/unit.js';
import type { Actor } from './event.js';

export interface CommandData {
  /** STARTEX. */
  StartExercise: { speed: number };
  PauseExercise: Record<string, never>;
  ResumeExercise: Record<string, never>;
  /** 0.1 to 1000. */
  SetSpeed: { speed: number };
  /** The clock runs, on if it stood, until this exercise time (ms), and stands there; `null` takes that back. */
  RunTo: { to: number | null };
  /** While it is paused: the clock goes to the next time at which something is due, that happens, and it stands there. */
  StepExercise: Record<string, never>;
  /** ENDEX. Final. */
  EndExercise: Record<string, never>;

  /**
   * `references` are the ids that the messages named have if they are of the alert's own class; `narrower`, for each of them, those
   * that it has in the classes which the alert would widen. Absent: none is looked for.
   */
  SubmitAlert: { alertId: string; references: string[]; narrower?: readonly string[][]; alert: Alert };

  AcknowledgeNotification: { notification: string };
  DeclineNotification: { notification: string; reason: string };
  ReportProgress: { incident: string; unit: string; progress: Progress };

  ResolveIncident: { incident: string; reason?: string };
  CloseIncident: { incident: string };
  /** Start the next step now, of each chain that is at work, or of the named one. */
  EscalateIncident: { incident: string; chain?: string };
  /** Start an exhausted or halted chain again, from its first step. */
  RestartChain: { incident: string; chain: string; reason?: string };
  /** Ask a unit for an action, by hand. */
  AskUnit: { incident: string; unit: string; action: Action; reason: string };
  OverrideAcknowledgement: { incident: string; side: Side; reason: string };

  SetDuty: { unit: string; duty: 'on' | 'off' };
  SetMode: { unit: string; mode: UnitMode };
  /** Of one unit, or of a whole side. */
  SetLink: { unit?: string; side?: Side; link: Link };

  /** These three may come after ENDEX, too. */
  RecordObservation: ObservationContent;
  RateObjective: RatingContent;
  PlanImprovement: ImprovementContent;
  /** Now, whenever it was to come. */
  FireInject: { inject: string };
  SkipInject: { inject: string; reason?: string };
  /** Either by so much, or to an exercise time; both in ms. */
  DelayInject: { inject: string; byMs: number; to?: undefined } | { inject: string; to: number; byMs?: undefined };
  /** One that the script does not hold. */
  ImproviseInject: { inject: ImprovisedInject };

  /** For incidents to come; those that are open keep theirs. */
  ChangePolicy: { policy: Policy };
}

export type CommandType = keyof CommandData;

/** A command as it is kept in the inbox. */
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
