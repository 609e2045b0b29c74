/**
 * What a stream shows of a thing that stands in it. Whether it stands there at all is said by its audience (`release.ts`); here is
 * said which of its parts are for those who run the exercise. HTTP, sockets, streams, lists and explanations all ask these functions.
 *
 * A player sees what follows, never the cause: not the script, the trainer's hand, the simulation or the state of the other side's
 * links.
 */
import type { Actor, Cause, EventType } from '../kernel/event.js';
import { unitId, type UnitId } from '../kernel/ids.js';
import type { LabelledThing } from '../kernel/labelled-thing.js';
import type { Audience, Side, Stream } from '../kernel/side.js';
import { isWall, mayReadMarked, type Marking, type Reader } from './label.js';
import { audiencesOf } from './release.js';

/** Whether its viewers run the exercise: they see everything. */
export function showsAll(stream: Stream): boolean {
  return stream === 'all';
}

/** What comes of the script, or of the trainer's hand, which does what a script could have done. */
const FROM_SCRIPT: Cause = { timer: 'script' };
/** The clock stands or runs on, by hand or by itself. */
const FROM_CLOCK: Cause = { timer: 'clock' };
/** What follows by the rules of the exercise, from whatever it was. */
const FROM_RULES: Cause = { timer: 'rules' };
const ENGINE: Actor = { kind: 'engine' };

/** The keys of an inject's timers, and of what a condition of the script watches. */
const SCRIPT_TIMER = /^(?:inject|latest|overdue):/;

/** Done by the script or by a trainer: players see no difference. */
const DIRECTED: ReadonlySet<EventType> = new Set<EventType>(['LinkChanged', 'UnitDutyChanged']);
/** A clock that stops by itself at a mark, or at the end, is seen to stop as one that was stopped. */
const CLOCK: ReadonlySet<EventType> = new Set<EventType>(['ExercisePaused', 'ExerciseResumed', 'ExerciseEnded']);
/** The unit answers and moves, be it simulated, played or remote. Their data name it. */
const UNIT_ACTS: ReadonlySet<EventType> = new Set<EventType>([
  'AnswerGiven',
  'NotificationAcknowledged',
  'LateAcknowledgement',
  'NotificationDeclined',
  'UnitProgressed',
]);

/** Fields of an event's data that only those who run the exercise see. */
export const CONTROLLERS_FIELDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  // With the seed, every answer of the simulation could be computed.
  ExerciseStarted: ['seed'],
  // It counts steps of the clock, too.
  ExercisePaused: ['generation'],
  ExerciseResumed: ['generation'],
  SpeedChanged: ['generation'],
  // They count changes of the policy, and say whether controllers made the last one.
  IncidentOpened: ['policyVersion', 'policyClass'],
  // Objectives are those of expectations, and evidence counts the events of both sides.
  ObservationRecorded: ['objective', 'evidence'],
};

/** Said by a unit, or by a desk: the field that names which. */
const SAID_BY: Readonly<Partial<Record<EventType, string>>> = {
  MessagePosted: 'from',
  MessageRead: 'by',
  MessageAnswered: 'by',
};

/** An event, as far as it matters here. */
export interface Showable {
  readonly type: EventType;
  readonly data: object;
  readonly cause: Cause;
  readonly actor: Actor;
}

/** Whether {@link eventIn} looks at the data of such an event. Of all others they are shown as they are. */
export function showsDataInPart(type: EventType): boolean {
  // Whether an alert was released says whether its cause is shown.
  if (type === 'LinkChanged' || type === 'AlertAccepted' || UNIT_ACTS.has(type)) return true;
  return SAID_BY[type] !== undefined || CONTROLLERS_FIELDS[type] !== undefined;
}

/** Somebody who reads a stream. */
export interface Viewing {
  readonly stream: Stream;
  readonly reader: Reader;
}

/** What an event may name of what people and sensors bring in. */
const THINGS = ['incident', 'alertId', 'notification', 'message'] as const;

/** Whether the reader, whose stream holds the event, may not read it by the label of what it is about. */
export function isWithheld(reader: Reader, data: object): boolean {
  const { label } = data as { readonly label?: Marking };
  if (isWall(reader)) {
    return label === undefined ? THINGS.some((thing) => thing in data) : label.tlp !== 'TLP:CLEAR';
  }
  return !mayReadMarked(reader, label);
}

/** In the place of an event that its reader may not read: its number and its time, and nothing of what it says. */
const WITHHELD = { type: 'Withheld', data: {}, cause: FROM_RULES, actor: ENGINE } as const;

/** The event as this reader of the stream sees it. */
export function eventFor<E extends Showable>({ stream, reader }: Viewing, event: E): E {
  if (isWithheld(reader, event.data)) return { ...event, ...WITHHELD };
  const shown = eventIn(stream, event);
  if (!LABEL_CHANGES.includes(event.type)) return shown;
  const { of, id, incident, to } = event.data as LabelledThing & { to: Marking };
  if (!isWithheld(reader, { label: to })) return shown;
  if (event.type === 'IncidentLabelChanged') return { ...shown, type: 'IncidentWithheld', data: { incident } };
  const thing = { of, id, ...(incident !== undefined && { incident }) };
  return { ...shown, type: 'LabelWithheld', data: thing };
}

/** Read by those who may read the thing under the former label, too: those who may not any more learn only that. */
export const LABEL_CHANGES: readonly EventType[] = ['IncidentLabelChanged', 'LabelChanged'];

/** The event as this stream shows it. */
export function eventIn<E extends Showable>(stream: Stream, event: E): E {
  if (showsAll(stream)) return event;
  return { ...event, data: dataIn(event), ...originIn(stream, event) };
}

function dataIn({ type, data }: Showable): object {
  if (type === 'LinkChanged' && 'link' in data) return { ...data, link: noticed(data.link as { status: string }) };
  const hidden = CONTROLLERS_FIELDS[type];
  if (hidden === undefined) return data;
  return Object.fromEntries(Object.entries(data).filter(([field]) => !hidden.includes(field)));
}

function originIn(stream: Stream, { type, data, cause, actor }: Showable): Pick<Showable, 'cause' | 'actor'> {
  if (CLOCK.has(type)) return { cause: FROM_CLOCK, actor: ENGINE };
  if (DIRECTED.has(type)) return { cause: FROM_SCRIPT, actor: ENGINE };
  const isOfScript = 'timer' in cause ? SCRIPT_TIMER.test(cause.timer) : cause.inject !== undefined;
  if (isOfScript) return { cause: FROM_SCRIPT, actor };
  const unit = actingUnit(type, data);
  if (unit !== undefined && !isOfStream(stream, actor)) return { cause: FROM_RULES, actor: { kind: 'unit', id: unit } };
  // Who acted knows the command, and so does the sender of an alert, whose id it is.
  const isNamed =
    'command' in cause && (actor.kind === 'account' || (type === 'AlertAccepted' && !('released' in data)));
  return { cause: isNamed ? cause : FROM_RULES, actor };
}

/** The unit in whose name it was done, be it by the simulation, by a person of its side or by a trainer. */
function actingUnit(type: EventType, data: object): UnitId | undefined {
  if (UNIT_ACTS.has(type)) return (data as { unit: UnitId }).unit;
  const field = SAID_BY[type];
  const by = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  return typeof by === 'string' && by.startsWith('unit:') ? unitId(by.slice('unit:'.length)) : undefined;
}

/** Whether the actor is somebody of the side that reads the stream. */
function isOfStream(stream: Stream, actor: Actor): boolean {
  return actor.kind === 'account' && actor.side !== undefined && stream === STREAM_OF[actor.side];
}

const STREAM_OF: Readonly<Record<Side, Stream>> = { PAK: 'pak', CHN: 'chn' };

/** The state of a link as those at its end notice it: not how late, nor how likely a message is lost. */
export function noticed<L extends { readonly status: string }>({ status }: L): Pick<L, 'status'> {
  return { status };
}

/** Whether viewers of this stream notice the state of this side's links. */
export function noticesLinksOf(side: Side, stream: Stream): boolean {
  return showsAll(stream) || stream === STREAM_OF[side];
}

interface ShowableUnit {
  readonly side: Side;
  readonly mode: string;
  readonly link: { readonly status: string };
  /** Places taken, by the class of the incident. */
  readonly engaged: Readonly<Partial<Record<Audience, number>>>;
}

type ShownUnit<U extends ShowableUnit> = Omit<U, 'mode' | 'link' | 'engaged'> & {
  readonly mode?: U['mode'];
  readonly link?: U['link'] | Pick<U['link'], 'status'>;
  readonly engaged: number;
};

/**
 * Units are known to all: but only controllers see who answers for them, only their own side notices their links, and of what
 * keeps them busy they see only how many places are taken by what the viewer may know of.
 */
export function unitIn<U extends ShowableUnit>(stream: Stream, unit: U): ShownUnit<U> {
  const { mode, link, engaged, ...known } = unit;
  const places = audiencesOf(stream).reduce((sum, audience) => sum + (engaged[audience] ?? 0), 0);
  if (showsAll(stream)) return { ...known, mode, link, engaged: places };
  return { ...known, ...(noticesLinksOf(unit.side, stream) && { link: noticed(link) }), engaged: places };
}

/** An incident without what says by which policy it goes: that counts the changes of the policy. */
export function incidentIn<I extends { readonly policyVersion: number; readonly policyClass?: string }>(
  stream: Stream,
  incident: I,
): Omit<I, 'policyVersion' | 'policyClass'> & Partial<Pick<I, 'policyVersion' | 'policyClass'>> {
  if (showsAll(stream)) return incident;
  const { policyVersion: _controllers, policyClass: _whose, ...shown } = incident;
  return shown;
}
