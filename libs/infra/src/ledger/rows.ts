/** What the coordinator reads and writes of an exercise, in one transaction. Wall times are epoch ms, exercise times ms. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { AlertId, CommandId, IncidentId, NotificationId, UnitId } from '#domain/kernel/ids.js';
import type { Severity } from '#domain/alert/alert.js';
import type { Command } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { IncidentStatus, JointAcknowledgement } from '#domain/incident/incident.js';
import type { NotificationStatus } from '#domain/notification/notification.js';
import type { ReleaseClass, Side, StreamSeqs } from '#domain/kernel/side.js';
import type { TlpLabel } from '#domain/release/label.js';
import type { Action, UnitKind, UnitMode } from '#domain/unit/unit.js';
import type { Outcome } from '../inbox/submission.js';

/** The coordinator's part of an exercise's row. */
export interface ExerciseRow {
  readonly id: string;
  readonly status: ExerciseStatus;
  /** Version of the engine that wrote the log. */
  readonly engine: number;
  readonly seed: string;
  readonly speed: number;
  /** Null before STARTEX. */
  readonly anchorWall: WallTime | null;
  readonly anchorTime: ExerciseTime;
  /** All timers due up to and including this time have fired. */
  readonly advancedTo: ExerciseTime;
  readonly seqs: Readonly<StreamSeqs>;
  readonly lastHash: string;
  readonly nextDue: ExerciseTime | null;
  readonly nextDueWall: WallTime | null;
  /** The number of the last applied command. */
  readonly appliedOrder: number;
}

export interface ExerciseUpdate extends Omit<ExerciseRow, 'id' | 'engine' | 'seed' | 'lastHash'> {
  /** Raised at each change of the clock. Controllers are shown it; the coordinator itself takes it from the state. */
  readonly generation: number;
}

/** A command that waits to be applied. */
export type InboxEntry = Command & {
  readonly inboxId: number;
  readonly commandId: CommandId;
  readonly actor: Actor;
  /** PostgreSQL's clock at its insertion, epoch ms with fractions. */
  readonly receivedAt: WallTime;
};

export interface AppliedEntry {
  readonly inboxId: number;
  /** Exercise time, ms. */
  readonly appliedAt: ExerciseTime;
  readonly appliedOrder: number;
  readonly outcome: Outcome;
}

export interface AlertRow {
  readonly id: AlertId;
  readonly audience: ReleaseClass;
  readonly incident: IncidentId | null;
  readonly status: string;
  readonly severity: Severity;
  readonly msgType: string;
  readonly sender: string;
  readonly at: ExerciseTime;
  /** The event that accepted it: there its text stands. */
  readonly seq: number;
  /** TLP 2.0 label; null: that of its class. */
  readonly tlp: TlpLabel | null;
  /** Who reads it by its label, names with spaces between; null: everybody who may know of it. */
  readonly readers: string | null;
  /** The event that changed its label; null: it has the one that it came with. */
  readonly labelSeq: number | null;
}

/** `doc`, here and below, is what the API shows, as a plain value. */
export interface IncidentRow {
  readonly id: IncidentId;
  readonly audience: ReleaseClass;
  readonly status: IncidentStatus;
  readonly severity: Severity;
  readonly site: string | null;
  readonly joint: JointAcknowledgement;
  readonly openedAt: ExerciseTime;
  /** Null: nothing is due. */
  readonly nextStepAt: ExerciseTime | null;
  readonly deadline: ExerciseTime | null;
  /** TLP 2.0 label; null: that of its class. */
  readonly tlp: TlpLabel | null;
  /** Who reads it by its label, names with spaces between; null: everybody who may know of it. */
  readonly readers: string | null;
  readonly doc: unknown;
}

export interface NotificationRow {
  readonly id: NotificationId;
  readonly audience: ReleaseClass;
  readonly incident: IncidentId;
  readonly unit: UnitId;
  readonly side: Side;
  readonly action: Action;
  readonly status: NotificationStatus;
  readonly queuedAt: ExerciseTime;
  /** Null: it has ended. */
  readonly expiresAt: ExerciseTime | null;
  readonly doc: unknown;
}

/** Units are known to both sides. */
export interface UnitRow {
  readonly id: UnitId;
  readonly side: Side;
  readonly kind: UnitKind;
  readonly duty: 'on' | 'off';
  readonly mode: UnitMode;
  readonly doc: unknown;
}

/** What changes of an alert that is stored already: its body is not in memory any more. */
export interface AlertStatusRow {
  readonly id: AlertId;
  /** Null: it stays. */
  readonly status: string | null;
  /** Absent: its label stays. */
  readonly label?: Pick<AlertRow, 'tlp' | 'readers'> & {
    /** Null: that of the last event that changed it, if any did. */
    readonly labelSeq: number | null;
  };
}

/** Rows to insert or replace; of several with the same id the last counts. */
export interface ReadModelRows {
  readonly alert?: readonly AlertRow[];
  /** None of them among `alert`. */
  readonly alertStatus?: readonly AlertStatusRow[];
  readonly incident?: readonly IncidentRow[];
  readonly notification?: readonly NotificationRow[];
  readonly unit?: readonly UnitRow[];
}

export interface LedgerBatch {
  /** Numbered without a gap from the row's `seqs`. */
  readonly events: readonly LoggedEvent[];
  readonly applied: readonly AppliedEntry[];
  readonly rows: ReadModelRows;
  readonly exercise: ExerciseUpdate;
  readonly snapshot?: { readonly seq: number; readonly state: string };
}
