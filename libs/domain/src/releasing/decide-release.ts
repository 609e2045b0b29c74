/**
 * Release in two steps. The other side asks, or the owner proposes; the owner's releasing authority decides. Authority is checked on the
 * case that was found: what belongs to the other side's desk is not there.
 */
import { openIncident } from '../incident/known-incident.js';
import { after, type ExerciseTime } from '../kernel/exercise-time.js';
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Cause, type Draft } from '../kernel/event.js';
import { knownIncident, mayReadIncident } from '../incident/known-incident.js';
import { incidentOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { withdrawOpen } from '../incident/withdraw.js';
import type { Audience, Side } from '../kernel/side.js';
import { isUnrestricted, mustActFor } from '../release/authority.js';
import { policyInForce } from '../policy/policy-state.js';
import { mayReadMarked } from '../release/label.js';
import { mayRead } from '../release/release.js';
import { eventIn } from '../release/shown.js';
import { nextTearLine, shareTearLine } from '../release/tear-line.js';
import { carryOver, ownerSide, releasableThings, staysBack } from './carry-over.js';
import type { ChosenThings } from './releasing-commands.js';
import {
  isDecided,
  nextRequest,
  numbered,
  otherThan,
  type ReleasableNote,
  type ReleaseCase,
  type ReleasingWorld,
} from './releasing-state.js';

/**
 * The same answer whether or not there is anything to know.
 * @throws DomainError NOT_YOUR_SIDE, UNKNOWN_TEAR_LINE
 */
export function requestRelease(state: ReleasingWorld, { data, actor }: CommandOf<'RequestRelease'>): Draft[] {
  const from = requester(actor, data.from);
  const to = otherThan(from);
  const { tearLine, text } = data;
  if (tearLine !== undefined && !wasShared(state, tearLine, from)) {
    throw new DomainError('UNKNOWN_TEAR_LINE', `there is no tear line "${tearLine}" for ${from}`);
  }
  const request = nextRequest(state, from);
  const release = numbered('REL', to, state.releasing.caseCounts[to]);
  const said = { ...(tearLine !== undefined && { tearLine }), text };
  return [
    draft('ReleaseRequested', from, { request, to, ...said }, actor),
    draft('ReleaseRouted', 'CONTROL', { request, release }),
    // Who of the other side has asked is its own affair.
    draft('ReleaseAsked', to, { release, from, ...said, ...deadline(state) }),
  ];
}

function requester(actor: Actor, named: Side | undefined): Side {
  const from = named ?? (actor.kind === 'account' ? actor.side : undefined);
  if (from === undefined) {
    throw new DomainError('NOT_YOUR_SIDE', 'your account is of no side; name the side that asks in "from"');
  }
  mustActFor(actor, from, `the request is in the name of ${from}`);
  return from;
}

function wasShared({ tearLines }: ReleasingWorld, id: string, side: Side): boolean {
  const match = /^TL-(PAK|CHN)-(\d{4,})$/.exec(id);
  return match?.[1] === side && Number(match[2]) >= 1 && Number(match[2]) <= tearLines[side];
}

function deadline(state: ReleasingWorld): { readonly decideBy?: ExerciseTime } {
  const within = policyInForce(state, 'JOINT').release?.decideWithinMs;
  return within === undefined ? {} : { decideBy: after(state.time, within) };
}

/**
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, ALREADY_RELEASED, UNKNOWN_RELEASE, RELEASE_ENDED,
 * UNKNOWN_ALERT, UNKNOWN_NOTIFICATION, UNKNOWN_NOTE, RELEASE_EMPTY
 */
export function proposeRelease(state: ReleasingWorld, { data, actor }: CommandOf<'ProposeRelease'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  if (incident.class === 'JOINT') {
    throw new DomainError('ALREADY_RELEASED', `${incident.id} is JOINT: both sides know of it already`);
  }
  const owner = ownerSide(incident);
  const { join, reason } = data;
  if (join !== undefined && openIncident(state, join, actor).class !== 'JOINT') {
    throw new DomainError('UNKNOWN_INCIDENT', `there is no JOINT incident "${join}"`);
  }
  const answered = data.answers === undefined ? undefined : caseOf(state, data.answers, actor);
  if (answered && isDecided(answered)) throw ended(answered);
  if (answered && answered.owner !== owner) throw unknownCase(answered.id);
  const things = choose(state, incident, data, actor);
  const proposal = { incident: incident.id, things, ...(join !== undefined && { join }), by: '', reason };
  if (carryOver(state, incident, proposal, owner).isEmpty) throw empty(incident);
  const release = answered?.id ?? numbered('REL', owner, state.releasing.caseCounts[owner]);
  const proposed = {
    release,
    incident: incident.id,
    things,
    ...(join !== undefined && { join }),
    answers: answered !== undefined,
    reason,
    // A request keeps the deadline that it came with.
    ...(answered?.decideBy === undefined && deadline(state)),
  };
  return [draft('ReleaseProposed', owner, proposed, actor)];
}

function choose(
  state: ReleasingWorld,
  incident: Incident,
  { alerts, notifications, notes = [] }: CommandOf<'ProposeRelease'>['data'],
  actor: Actor,
): ChosenThings {
  const { id } = incident;
  const kept = state.releasing.releasable[id];
  const { alerts: inForce, notifications: standing } = releasableThings(state, incident);
  for (const one of alerts ?? []) {
    if (kept?.alerts[one]?.released !== undefined)
      throw new DomainError('ALREADY_RELEASED', `${one} is released already`);
    if (!inForce.includes(one)) throw new DomainError('UNKNOWN_ALERT', `${id} has no alert "${one}" in force`);
  }
  for (const one of notifications ?? []) {
    if (standing.includes(one)) continue;
    throw new DomainError('UNKNOWN_NOTIFICATION', `${id} has no notification "${one}" with a standing answer`);
  }
  for (const one of notes) {
    const note = kept?.notes[one];
    // One that its label keeps from the actor is not there.
    if (!note || !readsNote(actor, note))
      throw new DomainError('UNKNOWN_NOTE', `${id} has no note "${one}" of its owner's side`);
    if (note.released !== undefined) throw new DomainError('ALREADY_RELEASED', `${one} is released already`);
  }
  return { alerts: alerts ?? inForce, notifications: notifications ?? standing, notes };
}

/**
 * @throws DomainError UNKNOWN_RELEASE, RELEASE_ENDED, NOT_OVERDUE, REASON_REQUIRED, RELEASE_NOT_PROPOSED, PROPOSER_CANNOT_APPROVE,
 * INCIDENT_CLOSED, RELEASE_EMPTY, TEAR_LINE_MISSING
 */
export function decideRelease(state: ReleasingWorld, { data, actor }: CommandOf<'DecideRelease'>): Draft[] {
  const found = caseOf(state, data.release, actor);
  if (isDecided(found)) throw ended(found);
  if (actor.kind === 'account' && actor.role === 'commander' && !found.overdue) {
    throw new DomainError('NOT_OVERDUE', `${found.id} is for the releasing authority to decide until it is overdue`);
  }
  if (data.reason === undefined && (data.decision === 'decline' || isController(actor))) {
    throw new DomainError(
      'REASON_REQUIRED',
      `give a reason: ${data.decision === 'decline' ? 'a decline' : 'the decision of a controller'} has one`,
    );
  }
  // A tear line reaches the other side, too; only a decline keeps everything back.
  if (data.decision !== 'decline' && actor.kind === 'account' && actor.id === found.proposal?.by) {
    throw new DomainError('PROPOSER_CANNOT_APPROVE', `your account proposed ${found.id}; another one must approve it`);
  }
  const { release, decision, reason, shareReason = false } = data;
  const stated = { release, decision, ...(reason !== undefined && { reason }) };
  switch (decision) {
    case 'approve':
      return approve(state, found, stated, actor);
    case 'tear-line':
      return giveTearLine(state, found, data, stated, actor);
    case 'decline': {
      const incident = found.proposal?.incident;
      const decided = { ...stated, shareReason, ...(incident && { incident }) };
      const answer = { answer: 'declined' as const, ...(shareReason && reason !== undefined && { reason }) };
      return [draft('ReleaseDecided', found.owner, decided, actor), ...answers(state, found, answer)];
    }
    default:
      return decision satisfies never;
  }
}

type Stated = Pick<CommandOf<'DecideRelease'>['data'], 'release' | 'decision' | 'reason'>;

function approve(state: ReleasingWorld, found: ReleaseCase, stated: Stated, actor: Actor): Draft[] {
  const { proposal, owner } = found;
  if (!proposal) {
    throw new DomainError('RELEASE_NOT_PROPOSED', `nothing is proposed for ${found.id} yet; propose what goes along`);
  }
  const incident = state.incidents[proposal.incident];
  if (!incident) throw new DomainError('INCIDENT_CLOSED', `${proposal.incident} is closed or cancelled; that is final`);
  const carried = carryOver(state, incident, proposal, owner);
  if (carried.isEmpty) throw empty(incident);
  const { joint, alerts, notifications, notes } = carried;
  const stays = staysBack(state, incident, carried);
  const became = { alerts, notifications, notes };
  return [
    ...carried.drafts,
    draft('ReleaseDecided', owner, { ...stated, incident: incident.id, joint, became, stays }, actor),
    ...answers(state, found, { answer: 'released', joint }),
    ...(stays
      ? []
      : [
          ...withdrawOpen(state, incident.id, 'incident-released'),
          draft('IncidentClosed', incident.class, { incident: incident.id, reason: 'released' }),
        ]),
  ];
}

/** The other side gets it in the place of the tear line that it had asked about. */
function giveTearLine(
  state: ReleasingWorld,
  found: ReleaseCase,
  { text, tlp }: CommandOf<'DecideRelease'>['data'],
  stated: Stated,
  actor: Actor,
): Draft[] {
  if (text === undefined || Object.keys(text).length === 0) {
    throw new DomainError('TEAR_LINE_MISSING', 'a tear line needs its text');
  }
  const { owner, proposal, asked } = found;
  const side = otherThan(owner);
  const tearLine = nextTearLine(state, side);
  const incident = proposal?.incident;
  return [
    shareTearLine(tearLine, owner, side, { kind: 'incident', text, tlp, replaces: asked?.tearLine }),
    draft('ReleaseDecided', owner, { ...stated, tearLine, ...(incident && { incident }) }, actor),
    ...answers(state, found, { answer: 'tear-line', tearLine }),
  ];
}

/** Says to the side that asked, if it did, what came of it. */
function answers(
  { releasing }: ReleasingWorld,
  { id, owner }: ReleaseCase,
  answer: Omit<Extract<Draft, { type: 'ReleaseAnswered' }>['data'], 'request'>,
): Draft[] {
  const request = requestOf(releasing.routed, id);
  return request === undefined ? [] : [draft('ReleaseAnswered', otherThan(owner), { request, ...answer })];
}

function requestOf(routed: Readonly<Record<string, string>>, release: string): string | undefined {
  return Object.keys(routed).find((request) => routed[request] === release);
}

/** @throws DomainError UNKNOWN_RELEASE, RELEASE_ENDED */
export function withdrawRelease(state: ReleasingWorld, { data, actor }: CommandOf<'WithdrawRelease'>): Draft[] {
  const { release: id, reason } = data;
  const why = reason === undefined ? {} : { reason };
  const request = Object.hasOwn(state.releasing.requests, id) ? state.releasing.requests[id] : undefined;
  if (request && mayRead(actor, { class: request.from })) {
    if (request.status !== 'waiting') throw new DomainError('RELEASE_ENDED', `${id} is ${request.status} already`);
    const release = state.releasing.routed[id];
    const taken = release === undefined ? undefined : state.releasing.cases[release];
    return [
      draft('ReleaseRequestWithdrawn', request.from, { request: id, ...why }, actor),
      ...(taken ? [draft('ReleaseWithdrawn', taken.owner, { release: taken.id, by: 'requester' })] : []),
    ];
  }
  const found = caseOf(state, id, actor);
  if (isDecided(found)) throw ended(found);
  if (!found.proposal) throw unproposed(found);
  const { incident } = found.proposal;
  return [draft('ReleaseWithdrawn', found.owner, { release: id, by: 'owner', incident, ...why }, actor)];
}

/** Its deadline has passed. */
export function overdueRelease({ releasing }: ReleasingWorld, release: string): Draft[] {
  const { owner = 'PAK', proposal } = releasing.cases[release] ?? {};
  const incident = proposal && { incident: proposal.incident };
  return [draft('ReleaseOverdue', owner, { release, to: 'commander', ...incident })];
}

/**
 * For whom it is not, there is no different answer than for what is not there. Whoever may not read what is proposed in answer to a
 * request knows of the request alone.
 * @throws DomainError UNKNOWN_RELEASE
 */
function caseOf(state: ReleasingWorld, id: string, actor: Actor): ReleaseCase {
  const { cases } = state.releasing;
  const found = Object.hasOwn(cases, id) ? cases[id] : undefined;
  if (!found || !mayRead(actor, { class: found.owner })) throw unknownCase(id);
  const { proposal, ...asked } = found;
  if (!proposal || mayReadProposal(state, proposal, found.owner, actor)) return found;
  if (found.asked === undefined || isDecided(found)) throw unknownCase(id);
  return asked;
}

/** Nobody decides about what they may not read: the incident, and the notes that go along. */
function mayReadProposal(
  state: ReleasingWorld,
  { incident, things }: NonNullable<ReleaseCase['proposal']>,
  owner: Side,
  actor: Actor,
): boolean {
  if (!mayReadIncident(state, incident, owner, actor)) return false;
  const known = state.releasing.releasable[incident]?.notes;
  return things.notes.every((note) => {
    const found = known?.[note];
    return found === undefined || readsNote(actor, found);
  });
}

function readsNote(actor: Actor, { marking }: ReleasableNote): boolean {
  return actor.kind !== 'account' || mayReadMarked(actor, marking);
}

function isController(actor: Actor): boolean {
  return actor.kind === 'account' && isUnrestricted(actor);
}

function unknownCase(id: string): DomainError {
  return new DomainError('UNKNOWN_RELEASE', `there is no release "${id}"`);
}

function ended({ id, status }: ReleaseCase): DomainError {
  return new DomainError('RELEASE_ENDED', `${id} is ${status} already; that is final`);
}

function unproposed({ id }: ReleaseCase): DomainError {
  return new DomainError('RELEASE_NOT_PROPOSED', `nothing is proposed for ${id}: there is nothing to take back`);
}

function empty({ id }: Incident): DomainError {
  return new DomainError(
    'RELEASE_EMPTY',
    `nothing of ${id} would be released: choose an alert, or a JOINT incident that takes in what you chose`,
  );
}

/**
 * What the other side, and both sides, are going to read if the proposal is approved now: made by the very rules that the approval goes
 * by. Without what follows from it, such as the units that a chain then asks. Empty: nothing is proposed.
 * @throws DomainError INCIDENT_CLOSED, RELEASE_EMPTY
 */
export function previewRelease(state: ReleasingWorld, release: string): Previewed[] {
  const found = state.releasing.cases[release];
  if (!found?.proposal) return [];
  const stated = { release, decision: 'approve' as const };
  const other = otherThan(found.owner);
  const stream = other === 'CHN' ? 'chn' : 'pak';
  const actor = { kind: 'engine' } as const;
  return approve(state, found, stated, actor)
    .filter(({ audience }) => audience === 'JOINT' || audience === other)
    .map(({ type, data, audience }) => ({
      ...eventIn(stream, { type, data, audience, actor, cause: RULES }),
      at: state.time,
    }));
}

const RULES = { timer: 'rules' } as const;

/** An event that is about to be: it has no number yet. */
export interface Previewed {
  readonly type: Draft['type'];
  /** Exercise time, ms. */
  readonly at: ExerciseTime;
  readonly data: object;
  readonly audience: Audience;
  readonly actor: Actor;
  readonly cause: Cause;
}

/** Of a case: whether something of its incident would stay back. @throws Error when nothing is proposed */
export function keepsBack(state: ReleasingWorld, { owner, proposal }: ReleaseCase): boolean {
  if (!proposal) throw new Error('nothing is proposed');
  const incident = incidentOf(state, proposal.incident);
  return staysBack(state, incident, carryOver(state, incident, proposal, owner));
}
