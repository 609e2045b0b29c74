/**
 * What people write down about an incident, notes and entries of its decision log, as far as a change of a label needs it. Only as long
 * as the incident has not ended.
 */
import type { Actor, EventOf } from '../kernel/event.js';
import { idsIn, type IncidentId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { markingText, originatorName, type Marking } from '../release/label.js';
import { dropReview, planReview } from '../release/label-review.js';
import type { IncidentWorld } from './incident-state.js';
import type { Written, WrittenEvent } from './writing.js';

type WritingEvent = Extract<WrittenEvent, { type: 'IncidentNoted' | 'DecisionRecorded' }>;

/** @param audience of the event */
export function incidentWritten(
  state: IncidentWorld,
  { audience, ...event }: EventOf<'IncidentNoted'> | EventOf<'DecisionRecorded'>,
): void {
  // What only those who run the exercise read has no label.
  if (audience === 'CONTROL') return;
  const { type, at, actor, data } = event;
  const { label, incident, reviewAt } = data;
  const { of, id, owner } = keep(state, { type, at, actor, data } as WritingEvent, audience, label);
  planReview(state, { of, id, incident }, { reviewAt, at, owner });
}

/** To a viewer who may read it from now on. */
export function keepWriting(state: IncidentWorld, said: WrittenEvent, label: Marking): void {
  if (said.type === 'MessagePosted') return;
  // It was restricted, and so is of one side.
  const owner = /\.(PAK|CHN)\./.exec('note' in said.data ? said.data.note : said.data.record)?.[1];
  if (owner !== undefined) keep(state, said, owner as Side, label);
}

function keep(
  state: IncidentWorld,
  said: WritingEvent,
  readers: ReleaseClass,
  label: Marking | undefined,
): Pick<Written, 'of' | 'owner'> & { readonly id: string } {
  const { incident, tearLine } = said.data;
  const owner = ownerOf(said, readers);
  const originator = originatorName(said.actor);
  const id = 'note' in said.data ? said.data.note : said.data.record;
  const of = said.type === 'IncidentNoted' ? 'note' : 'decision';
  (state.written ??= {})[id] = {
    of,
    incident,
    readers,
    ...(owner !== undefined && { owner }),
    ...(originator !== undefined && { originator }),
    ...(label !== undefined && { marking: markingText(label) }),
    ...(tearLine !== undefined && { tearLine }),
    ...(readers !== 'JOINT' && { said }),
  };
  return { of, id, ...(owner !== undefined && { owner }) };
}

function ownerOf({ type, data, actor }: WritingEvent, readers: ReleaseClass): Side | undefined {
  if (readers !== 'JOINT') return readers;
  const released = type === 'IncidentNoted' ? data.released : undefined;
  return released ?? sideOf(actor);
}

function sideOf(actor: Actor): Side | undefined {
  return actor.kind === 'account' ? actor.side : undefined;
}

/** The incident has ended, or the viewer may not read it any more. */
export function forgetWritten(state: IncidentWorld, incident: IncidentId): void {
  const { written = {} } = state;
  for (const id of idsIn(written)) {
    const found = written[id];
    if (found?.incident !== incident) continue;
    dropReview(state, { of: found.of, id });
    delete written[id];
  }
}
