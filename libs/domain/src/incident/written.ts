/**
 * What people write down, as far as a change of its label needs it: notes and entries of decision logs, as long as their incident has not
 * ended, and observations of evaluators that are released.
 */
import type { Actor, EventOf } from '../kernel/event.js';
import { idsIn, type IncidentId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { markingText, originatorName, type Marking } from '../release/label.js';
import { dropReview, planReview } from '../release/label-review.js';
import type { IncidentWorld } from './incident-state.js';
import type { Written, WrittenEvent } from './writing.js';

type WritingEvent = Extract<WrittenEvent, { type: 'IncidentNoted' | 'DecisionRecorded' | 'ObservationRecorded' }>;
/** What one of them says. */
type Recording = { [T in WritingEvent['type']]: Pick<EventOf<T>, 'type' | 'data'> }[WritingEvent['type']];

/** @param audience of the event */
export function keepWritten(
  state: IncidentWorld,
  { audience, ...event }: EventOf<'IncidentNoted'> | EventOf<'DecisionRecorded'> | EventOf<'ObservationRecorded'>,
): void {
  // What only those who run the exercise read has no label.
  if (audience === 'CONTROL') return;
  const { type, at, actor, data } = event;
  const { label, incident, reviewAt } = data;
  const { of, id, owner } = keep(state, { type, at, actor, data } as WritingEvent, audience, label);
  planReview(state, { of, id, ...(incident !== undefined && { incident }) }, { reviewAt, at, owner });
}

/** To a viewer who may read it from now on. */
export function keepWriting(state: IncidentWorld, said: WrittenEvent, label: Marking): void {
  if (said.type === 'MessagePosted') return;
  // It was restricted, and so is of one side.
  const owner = /[.-](PAK|CHN)[.-]/.exec(writingId(said))?.[1];
  if (owner !== undefined) keep(state, said, owner as Side, label);
}

function keep(
  state: IncidentWorld,
  said: WritingEvent,
  readers: ReleaseClass,
  label: Marking | undefined,
): Pick<Written, 'of' | 'owner'> & { readonly id: string } {
  const { incident } = said.data;
  const tearLine = said.type === 'ObservationRecorded' ? undefined : said.data.tearLine;
  const owner = ownerOf(said, readers);
  const originator = originatorName(said.actor);
  const id = writingId(said);
  const of = WRITTEN_KINDS[said.type];
  (state.written ??= {})[id] = {
    of,
    ...(incident !== undefined && { incident }),
    readers,
    ...(owner !== undefined && { owner }),
    ...(originator !== undefined && { originator }),
    ...(label !== undefined && { marking: markingText(label) }),
    ...(tearLine !== undefined && { tearLine }),
    ...(readers !== 'JOINT' && { said }),
  };
  return { of, id, ...(owner !== undefined && { owner }) };
}

/** By the event that says what was written, what a label calls it. */
export const WRITTEN_KINDS = {
  IncidentNoted: 'note',
  DecisionRecorded: 'decision',
  ObservationRecorded: 'observation',
} as const;

/** Whether it says what somebody wrote about the exercise. */
export function isWriting(event: { readonly type: string }): event is Recording {
  return Object.hasOwn(WRITTEN_KINDS, event.type);
}

export function writingId({ type, data }: Recording): string {
  switch (type) {
    case 'IncidentNoted':
      return data.note;
    case 'DecisionRecorded':
      return data.record;
    case 'ObservationRecorded':
      return data.observation;
    default:
      return type satisfies never;
  }
}

/** Observations are of those who run the exercise, whomever they are released to. */
function ownerOf({ type, data, actor }: WritingEvent, readers: ReleaseClass): Side | undefined {
  if (type === 'ObservationRecorded') return undefined;
  if (readers !== 'JOINT') return readers;
  const released = type === 'IncidentNoted' ? data.released : undefined;
  return released ?? sideOf(actor);
}

function sideOf(actor: Actor): Side | undefined {
  return actor.kind === 'account' ? actor.side : undefined;
}

/** The incident has ended: observations about it stay. */
export function forgetEnded(state: IncidentWorld, incident: IncidentId): void {
  forget(state, ({ of, incident: own }) => own === incident && of !== 'observation');
}

/** The viewer may not read the incident any more, nor what is said of it. */
export function forgetWithheld(state: IncidentWorld, incident: IncidentId): void {
  forget(state, ({ incident: own }) => own === incident);
}

function forget(state: IncidentWorld, goes: (one: Written) => boolean): void {
  const { written = {} } = state;
  for (const id of idsIn(written)) {
    const found = written[id];
    if (found === undefined || !goes(found)) continue;
    dropReview(state, { of: found.of, id });
    delete written[id];
  }
}
