/** What people do in a spec: commands with an actor, each at its exercise time. */
import type { Plain } from '../kernel/brand.js';
import { exerciseTime, type ExerciseTime } from '../kernel/exercise-time.js';
import { branded } from './branded.js';
import { notificationId, unitId } from '../kernel/ids.js';
import type { Releasability, Alert, Category, MessageReference, MsgType, Severity } from '../alert/alert.js';
import type { Command } from '../kernel/command.js';
import type { Actor } from '../kernel/event.js';
import type { ImprovementContent, ObservationContent, Rating } from '../evaluation/evaluation.js';
import type { Policy } from '../policy/policy.js';
import type { ImprovisedInject } from '../inject/inject.js';
import { notificationReference, type MessageScenario } from '../notification/notification-message.js';
import type { LabelledKind } from '../kernel/labelled-thing.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { LabelCommands } from '../labelling/label-commands.js';
import type { ReleaseDecision, ReleasingCommands } from '../releasing/releasing-commands.js';
import type { Action, Link, Progress, UnitMode } from '../unit/unit.js';

/** Either a command, or letting time pass. Without `at` it happens where the clock stands. */
export type Deed =
  | { readonly at?: ExerciseTime; readonly command: Command; readonly actor: Actor }
  | { readonly until: ExerciseTime; readonly command?: undefined };

export const CONTROLLER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

export const EVALUATOR: Actor = { kind: 'account', id: 'evaluator', role: 'evaluator' };

export function operatorOf(side: Side): Actor {
  return { kind: 'account', id: `operator-${side}`, role: 'operator', side };
}

/** A person of a side in another role than that of an operator. */
export function personOf(side: Side, role: 'commander' | 'releasing-authority' | 'observer'): Actor {
  return { kind: 'account', id: `${role}-${side}`, role, side };
}

/** Plays these units, and nothing else. */
export function liaisonOf(side: Side, ...units: readonly string[]): Actor {
  return { kind: 'account', id: `liaison-${side}`, role: 'liaison', side, units: units.map(unitId) };
}

/** A program of a side, which sends alerts and answers by CAP. */
export function serviceOf(side: Side): Actor {
  return { kind: 'account', id: `service-${side}`, role: 'service', side };
}

function by(actor: Actor, command: Plain<Command>): Deed {
  return { command: branded<Command>(command), actor };
}

/** The same deed at a time of its own; all that is due before it happens first. */
export function at(time: number, deed: Deed): Deed {
  return deed.command ? { ...deed, at: exerciseTime(time) } : deed;
}

/** The same deed by somebody else. */
export function as(actor: Actor, deed: Deed): Deed {
  return deed.command ? { ...deed, actor } : deed;
}

/** Time passes: all that is due up to and including `time` happens. */
export function until(time: number): Deed {
  return { until: exerciseTime(time) };
}

export interface AlertText {
  readonly id?: string;
  readonly msgType?: MsgType;
  /** `null`: the alert names no site. */
  readonly site?: string | null;
  readonly category?: Category;
  readonly severity?: Severity;
  readonly class?: ReleaseClass;
  /** What its label says beside the class. */
  readonly label?: Plain<Omit<Releasability, 'class'>>;
  /** Alert ids that it references. */
  readonly references?: readonly string[];
  /** The ids that these have in classes which it would widen; the same ones unless given. */
  readonly narrower?: readonly string[];
  /** The ids that these have as messages of somebody else. */
  readonly others?: readonly string[];
  /** Incident ids that it names. */
  readonly incidents?: readonly string[];
  readonly note?: string;
  /** Absent: one for all. */
  readonly sender?: string;
  /** Of an Ack or Error: when each notification that it answers was asked for, exercise time in ms; 0 unless given. */
  readonly askedAt?: readonly number[];
  /** Of an Ack or Error: the scenario of the notifications; `smallExercise` unless given. */
  readonly scenario?: MessageScenario;
}

type LabelParts = Partial<Plain<LabelCommands['ChangeLabel']>>;
type ReleaseParts = Partial<Plain<ReleasingCommands['ProposeRelease']>>;
type DecisionParts = Partial<Plain<ReleasingCommands['DecideRelease']>>;

const CONTROL = 'control@exercise.example';
const SENT = '2026-11-23T09:00:00+05:00';

const SENSOR: Actor = { kind: 'account', id: 'sensor', role: 'service' };

const isAnswer = ({ msgType }: AlertText): boolean => msgType === 'Ack' || msgType === 'Error';

/** An alert of the plant, Severe, Safety, JOINT, unless it says otherwise. Its id is `A1` unless given. */
export function alert(text: AlertText = {}): Deed {
  const { id = 'A1', references = [] } = text;
  const narrower = (text.narrower ?? references).map((reference) => [reference]);
  const others = text.others?.map((other) => [other]);
  const data = { alertId: id, references: [...references], narrower, others, alert: alertText(id, text) };
  // A sensor is of no side, and answers no question.
  return by(isAnswer(text) ? CONTROLLER : SENSOR, { type: 'SubmitAlert', data });
}

function alertText(identifier: string, text: AlertText): Alert {
  const { msgType = 'Alert', site = 'plant', category = 'Safety', severity = 'Severe', references = [] } = text;
  return {
    identifier,
    sender: text.sender ?? CONTROL,
    sent: SENT,
    status: 'Exercise',
    msgType,
    scope: 'Private',
    addresses: 'players',
    note: text.note,
    references: references.map((id, index) =>
      isAnswer(text) ? asked(text, id, index) : { sender: CONTROL, identifier: id, sent: SENT },
    ),
    incidents: text.incidents,
    info: [{ category: [category], event: 'Exercise event', urgency: 'Immediate', severity, certainty: 'Observed' }],
    exercise: {
      site: site ?? undefined,
      releasability: { ...branded<Releasability>({ class: 'JOINT', ...text.label }), class: text.class ?? 'JOINT' },
    },
  };
}

function asked({ askedAt, scenario = { id: 'sample' } }: AlertText, id: string, index: number): MessageReference {
  const queuedAt = exerciseTime(askedAt?.[index] ?? 0);
  return notificationReference(scenario, { id: notificationId(id), queuedAt });
}

export const start = (speed = 1): Deed => by(CONTROLLER, { type: 'StartExercise', data: { speed } });
export const pause = (): Deed => by(CONTROLLER, { type: 'PauseExercise', data: {} });
export const resume = (): Deed => by(CONTROLLER, { type: 'ResumeExercise', data: {} });
export const setSpeed = (speed: number): Deed => by(CONTROLLER, { type: 'SetSpeed', data: { speed } });
export const end = (): Deed => by(CONTROLLER, { type: 'EndExercise', data: {} });

export const runTo = (to: number | null): Deed => by(CONTROLLER, { type: 'RunTo', data: { to } });
export const stepOn = (): Deed => by(CONTROLLER, { type: 'StepExercise', data: {} });

export const fireInject = (inject: string): Deed => by(CONTROLLER, { type: 'FireInject', data: { inject } });
export const skipInject = (inject: string, reason?: string): Deed =>
  by(CONTROLLER, { type: 'SkipInject', data: { inject, reason } });
export const delayInject = (inject: string, how: { byMs: number } | { to: number }): Deed =>
  by(CONTROLLER, { type: 'DelayInject', data: { inject, ...how } });
export const improvise = (inject: Plain<ImprovisedInject>): Deed =>
  by(CONTROLLER, { type: 'ImproviseInject', data: { inject } });

export const changePolicy = (policy: Plain<Policy>, reason = 'the units have changed'): Deed =>
  by(CONTROLLER, { type: 'ChangePolicy', data: { policy, reason } });
export const proposePolicy = (policy: Plain<Policy>, side: Side = 'PAK'): Deed =>
  by(personOf(side, 'commander'), { type: 'ProposePolicy', data: { policy, reason: 'ask the guard first' } });
export const approvePolicy = (proposal = 'POL-0001', side: Side = 'CHN'): Deed =>
  by(personOf(side, 'commander'), { type: 'ApprovePolicy', data: { proposal } });
export const rejectPolicy = (proposal = 'POL-0001', side: Side = 'CHN'): Deed =>
  by(personOf(side, 'commander'), { type: 'RejectPolicy', data: { proposal, reason: 'the guard is too few' } });
export const withdrawPolicy = (proposal = 'POL-0001', side: Side = 'PAK'): Deed =>
  by(personOf(side, 'commander'), { type: 'WithdrawPolicy', data: { proposal } });
export const changeOwnPolicy = (policy: Plain<Policy>, side: Side = 'PAK'): Deed =>
  by(personOf(side, 'commander'), { type: 'ChangeOwnPolicy', data: { policy } });
export const dropOwnPolicy = (side: Side = 'PAK'): Deed =>
  by(personOf(side, 'commander'), { type: 'DropOwnPolicy', data: { reason: 'the night shift is over' } });

export const acknowledge = (notification: string): Deed =>
  by(CONTROLLER, { type: 'AcknowledgeNotification', data: { notification } });
export const decline = (notification: string, reason = 'busy elsewhere'): Deed =>
  by(CONTROLLER, { type: 'DeclineNotification', data: { notification, reason } });
export const report = (incident: string, unit: string, progress: Progress): Deed =>
  by(CONTROLLER, { type: 'ReportProgress', data: { incident, unit, progress } });

/** What a controller decides is for both sides, and has a reason. */
const DECIDED = 'all is well';
export const resolve = (incident: string, reason?: string): Deed =>
  by(CONTROLLER, { type: 'ResolveIncident', data: { incident, reason: reason ?? DECIDED } });
export const close = (incident: string, reason?: string): Deed =>
  by(CONTROLLER, { type: 'CloseIncident', data: { incident, reason: reason ?? DECIDED } });
export const cancel = (incident: string, reason?: string): Deed =>
  by(CONTROLLER, { type: 'CancelIncident', data: { incident, reason: reason ?? DECIDED } });
export const proposeCommander = (incident: string, account: string): Deed =>
  by(CONTROLLER, { type: 'ProposeCommander', data: { incident, account } });
export const confirmCommander = (incident: string, account: string): Deed =>
  by(CONTROLLER, { type: 'ConfirmCommander', data: { incident, account } });
export const assign = (incident: string, account: string): Deed =>
  by(CONTROLLER, { type: 'AssignIncident', data: { incident, account } });
export const handOver = (incident: string, to: string, briefing = 'as it stands'): Deed =>
  by(CONTROLLER, { type: 'HandOver', data: { incident, to, briefing } });
export const confirmHandover = (incident: string): Deed =>
  by(CONTROLLER, { type: 'ConfirmHandover', data: { incident } });
export const withdrawDecision = (incident: string): Deed =>
  by(CONTROLLER, { type: 'WithdrawDecision', data: { incident } });
type NoteLabel = Extract<Plain<Command>, { type: 'NoteIncident' }>['data']['label'];
export const note = (incident: string, text: string, shared?: boolean, label?: NoteLabel): Deed =>
  by(CONTROLLER, { type: 'NoteIncident', data: { incident, text, shared, label } });
export const recordDecision = (incident: string, shared?: boolean, label?: NoteLabel): Deed =>
  by(CONTROLLER, {
    type: 'RecordDecision',
    data: {
      incident,
      options: ['hold the bus', 'turn back'],
      decision: 'hold the bus',
      reason: 'the road is shut',
      shared,
      label,
    },
  });

type MessageParts = Extract<Plain<Command>, { type: 'SendMessage' }>['data'];

/** A joint message to control, unless something else is said. */
export const send = (parts: Partial<MessageParts> = {}): Deed =>
  by(CONTROLLER, {
    type: 'SendMessage',
    data: { kind: 'message', to: ['control'], text: 'all quiet', label: { class: 'JOINT' }, ...parts },
  });
export const markRead = (message: string): Deed => by(CONTROLLER, { type: 'MarkMessageRead', data: { message } });
export const escalate = (incident: string, chain?: string): Deed =>
  by(CONTROLLER, { type: 'EscalateIncident', data: { incident, chain } });
export const restart = (incident: string, chain = 'standard'): Deed =>
  by(CONTROLLER, { type: 'RestartChain', data: { incident, chain } });
export const askUnit = (incident: string, unit: string, action: Action, reason = 'closest to it'): Deed =>
  by(CONTROLLER, { type: 'AskUnit', data: { incident, unit, action, reason } });
export const override = (incident: string, side: Side, reason = 'said so by telephone'): Deed =>
  by(CONTROLLER, { type: 'OverrideAcknowledgement', data: { incident, side, reason } });

export const observe = (content: Partial<Plain<ObservationContent>> = {}): Deed =>
  by(EVALUATOR, { type: 'RecordObservation', data: { kind: 'strength', text: 'quick and calm', ...content } });
export const rate = (objective: string, rating: Rating, reason = 'as seen in the room'): Deed =>
  by(EVALUATOR, { type: 'RateObjective', data: { objective, rating, reason } });
export const improve = (content: Partial<ImprovementContent> = {}): Deed =>
  by(EVALUATOR, {
    type: 'PlanImprovement',
    data: {
      correctiveAction: 'train the night shift',
      capabilityElement: 'training',
      organization: 'Liaison Office',
      ...content,
    },
  });

export const requestRelease = (from: Side, text = 'do you know more about the plant?', tearLine?: string): Deed =>
  by(CONTROLLER, { type: 'RequestRelease', data: { from, text, tearLine } });
export const proposeRelease = (incident: string, more: ReleaseParts = {}): Deed =>
  by(CONTROLLER, { type: 'ProposeRelease', data: { incident, reason: 'they are in danger', ...more } });
export const decideRelease = (release: string, decision: ReleaseDecision = 'approve', more: DecisionParts = {}): Deed =>
  by(CONTROLLER, { type: 'DecideRelease', data: { release, decision, reason: 'as agreed', ...more } });
export const withdrawRelease = (release: string): Deed =>
  by(CONTROLLER, { type: 'WithdrawRelease', data: { release } });

export const changeLabel = (of: LabelledKind, id: string, label: LabelParts = {}): Deed =>
  by(CONTROLLER, { type: 'ChangeLabel', data: { reason: 'things have changed', ...label, of, id } });

export const setDuty = (unit: string, duty: 'on' | 'off'): Deed =>
  by(CONTROLLER, { type: 'SetDuty', data: { unit, duty } });
export const setMode = (unit: string, mode: UnitMode): Deed =>
  by(CONTROLLER, { type: 'SetMode', data: { unit, mode } });
export const setUnitLink = (unit: string, link: Link): Deed =>
  by(CONTROLLER, { type: 'SetLink', data: { unit, link } });
export const setSideLink = (side: Side, link: Link): Deed => by(CONTROLLER, { type: 'SetLink', data: { side, link } });
