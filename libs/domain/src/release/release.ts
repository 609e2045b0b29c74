/**
 * Who may know. The one door for visibility: HTTP, sockets, search, counts and exports all ask these functions. Which parts of what
 * they may know of they see is said in `shown.ts`.
 */

import type { Actor } from '../kernel/event.js';
import type { Role } from '../kernel/role.js';
import { mayReadMarked, type Marking } from './label.js';
import {
  SIDES,
  STREAMS,
  type Audience,
  type ReleaseClass,
  type Side,
  type Stream,
  type StreamSeqs,
} from '../kernel/side.js';

/** The classes of what a message of this class would make known to a side that may not know of it. */
export function widenedBy(releaseClass: ReleaseClass): readonly ReleaseClass[] {
  return SIDES.filter((owner) => owner !== releaseClass);
}

export interface Viewer {
  readonly role: Role;
  readonly side?: Side;
}

/** The stream that a viewer reads. */
export function streamOf(viewer: Viewer): Stream {
  if (viewer.role === 'controller' || viewer.role === 'evaluator') return 'all';
  if (viewer.side === 'PAK') return 'pak';
  if (viewer.side === 'CHN') return 'chn';
  return 'joint';
}

/**
 * Whether a viewer may know that a person is there, and what it is called. Who directs sees all; a side sees its own people, and not
 * how many sit at the other side or beside the trainer. Everybody sees himself, which is for the caller to add.
 */
export function seesPerson(viewer: Viewer, person: Viewer): boolean {
  return streamOf(viewer) === 'all' || (viewer.side !== undefined && viewer.side === person.side);
}

/** The streams in which an event of this audience stands. */
export function streamsOf(audience: Audience): readonly Stream[] {
  switch (audience) {
    case 'JOINT':
      return STREAMS;
    case 'PAK':
      return ['all', 'pak'];
    case 'CHN':
      return ['all', 'chn'];
    case 'CONTROL':
      return ['all'];
    default:
      return audience satisfies never;
  }
}

/** The next number of each stream in which an event of this audience stands (see `streamsOf`); `last` is changed. */
export function takeNumbers(last: StreamSeqs, audience: Audience): Partial<StreamSeqs> & Pick<StreamSeqs, 'all'> {
  const all = ++last.all;
  switch (audience) {
    case 'JOINT':
      return { all, joint: ++last.joint, pak: ++last.pak, chn: ++last.chn };
    case 'PAK':
      return { all, pak: ++last.pak };
    case 'CHN':
      return { all, chn: ++last.chn };
    case 'CONTROL':
      return { all };
    default:
      return audience satisfies never;
  }
}

/** The audiences whose events and rows a stream holds. */
export function audiencesOf(stream: Stream): readonly Audience[] {
  switch (stream) {
    case 'all':
      return ['JOINT', 'PAK', 'CHN', 'CONTROL'];
    case 'joint':
      return ['JOINT'];
    case 'pak':
      return ['JOINT', 'PAK'];
    case 'chn':
      return ['JOINT', 'CHN'];
    default:
      return stream satisfies never;
  }
}

/** Whether who acts may know of a thing of this class and marking: an account by what it may read, a unit by having been asked. */
export function mayRead(actor: Actor, thing: { readonly class: ReleaseClass; readonly marking?: Marking }): boolean {
  if (!mayKnow(actor, thing.class)) return false;
  return actor.kind !== 'account' || mayReadMarked(actor, thing.marking);
}

/** Whether who acts may know of a thing of this class: an account by what it may read, a unit by having been asked. */
function mayKnow(actor: Actor, releaseClass: ReleaseClass): boolean {
  return actor.kind !== 'account' || audiencesOf(streamOf(actor)).includes(releaseClass);
}
