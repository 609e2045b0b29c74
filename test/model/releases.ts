/** Release in two steps: one side asks, or the owner proposes; the owner's releasing authority decides. From `docs/domain.md`, Release. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Side } from '#domain/kernel/side.js';
import { carryOver, isEmpty, releasable, whatGoes } from './carry-over.js';
import { messageOf } from './conditions.js';
import { isOfOtherSide, mayKnow, mayRead, sideOf, type Asking } from './people.js';
import { policyInForce } from './policies.js';
import { findQuestion } from './questions.js';
import type { Proposed, ReleaseCase, Request } from './sides.js';
import { otherThan, shareTearLine } from './tear-lines.js';
import { RANK } from './due.js';
import { hasEnded, incidentOf, later, nameOf, record, type Incident, type World } from './world.js';

type AboutRelease = Extract<
  Command,
  { type: 'RequestRelease' | 'ProposeRelease' | 'DecideRelease' | 'WithdrawRelease' }
>;

export function aboutRelease(world: World, command: AboutRelease, by: Actor, asked: Asking): string | undefined {
  switch (command.type) {
    case 'RequestRelease':
      return request(world, command.data, by);
    case 'ProposeRelease':
      return propose(world, command.data, by, asked);
    case 'DecideRelease':
      return decideRelease(world, command.data, by);
    case 'WithdrawRelease':
      return withdrawRelease(world, command.data.release, by);
    default:
      return command satisfies never;
  }
}

type DataOf<T extends AboutRelease['type']> = Extract<AboutRelease, { type: T }>['data'];

const numbered = (prefix: string, side: Side, before: readonly unknown[]): string =>
  `${prefix}-${side}-${String(before.length + 1).padStart(4, '0')}`;

/** The same answer whether or not there is anything to know. */
export function request(
  world: World,
  { from: named, tearLine }: DataOf<'RequestRelease'>,
  by: Actor,
): string | undefined {
  const from = named ?? sideOf(by);
  if (from === undefined || isOfOtherSide(by, from)) return 'NOT_YOUR_SIDE';
  if (tearLine !== undefined && !world.tearLines.some(({ id, to }) => id === tearLine && to === from)) {
    return 'UNKNOWN_TEAR_LINE';
  }
  const owner = otherThan(from);
  const found: ReleaseCase = {
    id: numbered('REL', owner, casesOf(world, owner)),
    owner,
    asked: { tearLine },
    isOverdue: false,
    isOver: false,
  };
  const ofSide = world.requests.filter((one) => one.from === from);
  const made: Request = { id: numbered('REQ', from, ofSide), from, case: found, isWaiting: true };
  world.cases.push(found);
  world.requests.push(made);
  const about = tearLine === undefined ? '' : ` about ${tearLine}`;
  record(world, `${made.id} is asked by ${from}${about}`);
  record(world, `${made.id} is ${found.id}`);
  record(world, `${found.id} is asked of ${owner}${about}${setDeadline(world, found)}`);
  return undefined;
}

const casesOf = (world: World, owner: Side): ReleaseCase[] => world.cases.filter((one) => one.owner === owner);

/** @returns the words about it */
function setDeadline(world: World, found: ReleaseCase): string {
  const within = policyInForce(world, 'JOINT').release?.decideWithinMs;
  if (within === undefined || found.decideBy !== undefined) return '';
  found.decideBy = world.now + within;
  later(world, within, RANK.silence, () => {
    if (found.isOver) return;
    found.isOverdue = true;
    const about = found.proposal ? ` about ${found.proposal.incident}` : '';
    record(world, `${found.id} is overdue for the commander${about}`);
  });
  return ` by ${found.decideBy}`;
}

export function propose(world: World, data: DataOf<'ProposeRelease'>, by: Actor, asked: Asking): string | undefined {
  const incident = known(world, data.incident, by);
  if (typeof incident === 'string') return incident;
  if (incident.class === 'JOINT') return 'ALREADY_RELEASED';
  const { join } = data;
  if (join !== undefined) {
    const target = known(world, join, by);
    if (typeof target === 'string') return target;
    if (target.status === 'resolved') return 'INCIDENT_ALREADY_RESOLVED';
    if (target.class !== 'JOINT') return 'UNKNOWN_INCIDENT';
  }
  const answered = data.answers === undefined ? undefined : caseFor(world, data.answers, by)?.found;
  if (data.answers !== undefined && !answered) return 'UNKNOWN_RELEASE';
  if (answered?.isOver) return 'RELEASE_ENDED';
  if (answered && answered.owner !== incident.class) return 'UNKNOWN_RELEASE';
  const chosen = choose(world, incident, data, by, asked);
  if (typeof chosen === 'string') return chosen;
  const proposal = { ...chosen, incident: incident.id, join, by: by.kind === 'engine' ? '' : by.id };
  if (isEmpty(world, incident, proposal)) return 'RELEASE_EMPTY';
  const owner = incident.class;
  const found = answered ?? {
    id: numbered('REL', owner, casesOf(world, owner)),
    owner,
    isOverdue: false,
    isOver: false,
  };
  if (!answered) world.cases.push(found);
  found.proposal = proposal;
  const things = whatGoes(chosen.alerts, chosen.questions.map(nameOf), chosen.notes);
  const how = `${join === undefined ? '' : ` into ${join}`}${answered ? ', as asked' : ''}`;
  record(world, `${found.id} is to release ${incident.id}${how}: ${things}${setDeadline(world, found)}`);
  return undefined;
}

/** What nobody has chosen goes along: all alerts and answers, and no note. */
function choose(
  world: World,
  incident: Incident,
  data: DataOf<'ProposeRelease'>,
  by: Actor,
  asked: Asking,
): Pick<Proposed, 'alerts' | 'questions' | 'notes'> | string {
  const all = releasable(world, incident);
  for (const id of data.alerts ?? []) {
    const message = world.messages.find((one) => one.id === id && one.incident === incident.id);
    if (message?.released !== undefined) return 'ALREADY_RELEASED';
    if (!message || !all.alerts.includes(message)) return 'UNKNOWN_ALERT';
  }
  const questions = data.notifications?.map((id) => findQuestion(world, asked(id)));
  for (const question of questions ?? []) {
    if (!all.answers.some((given) => given.question === question)) return 'UNKNOWN_NOTIFICATION';
  }
  for (const id of data.notes ?? []) {
    const note = incident.notes.find((one) => one.id === id && one.readers === incident.class);
    if (!note?.label || !mayRead(by, { class: incident.class, label: note.label })) return 'UNKNOWN_NOTE';
    if (note.released !== undefined) return 'ALREADY_RELEASED';
  }
  return {
    alerts: data.alerts ?? all.alerts.map(({ id }) => id),
    questions: questions?.flatMap((one) => one ?? []) ?? all.answers.map(({ question }) => question),
    notes: data.notes ?? [],
  };
}

function known(world: World, id: string, by: Actor): Incident | string {
  const incident = world.incidents.find((one) => one.id === id);
  if (!incident || !mayRead(by, incident)) return 'UNKNOWN_INCIDENT';
  return hasEnded(incident) ? 'INCIDENT_CLOSED' : incident;
}

/** A case of the own side. Who may not read what is proposed knows of the request alone, if there is one. */
function caseFor(
  world: World,
  id: string,
  by: Actor,
): { found: ReleaseCase; proposal: Proposed | undefined } | undefined {
  const found = world.cases.find((one) => one.id === id);
  if (!found || !mayKnow(by, found.owner)) return undefined;
  const { proposal } = found;
  if (!proposal || readsAll(world, proposal, by)) return { found, proposal };
  return found.asked && !found.isOver ? { found, proposal: undefined } : undefined;
}

function readsAll(world: World, { incident: id, notes }: Proposed, by: Actor): boolean {
  const incident = incidentOf(world, id);
  if (!mayRead(by, incident)) return false;
  // What is written about an incident that has ended is not kept from anybody any more who may read that.
  if (hasEnded(incident)) return true;
  return incident.notes.every(
    ({ id: note, label }) => !notes.includes(note) || (label && mayRead(by, { class: incident.class, label })),
  );
}

/** Who proposed cannot approve. The commander decides once it is overdue, controllers with a reason. */
export function decideRelease(world: World, data: DataOf<'DecideRelease'>, by: Actor): string | undefined {
  const seen = caseFor(world, data.release, by);
  if (!seen) return 'UNKNOWN_RELEASE';
  const { found, proposal } = seen;
  const { decision, reason } = data;
  const role = by.kind === 'account' ? by.role : undefined;
  if (found.isOver) return 'RELEASE_ENDED';
  if (role === 'commander' && !found.isOverdue) return 'NOT_OVERDUE';
  if (reason === undefined && (decision === 'decline' || role === 'controller')) return 'REASON_REQUIRED';
  if (decision !== 'decline' && by.kind === 'account' && by.id === proposal?.by) return 'PROPOSER_CANNOT_APPROVE';
  const about = proposal ? ` ${proposal.incident}` : '';
  switch (decision) {
    case 'approve':
      return approve(world, found, proposal);
    case 'tear-line': {
      if (Object.keys(data.text ?? {}).length === 0) return 'TEAR_LINE_MISSING';
      const { owner: from, asked } = found;
      const tearLine = shareTearLine(world, { from, kind: 'incident', tlp: data.tlp, replaces: asked?.tearLine });
      if (proposal) noteShared(world, proposal.incident, tearLine);
      record(world, `${found.id}${about} gets a tear line: ${tearLine}`);
      return end(world, found, `a tear line: ${tearLine}`);
    }
    case 'decline':
      record(world, `${found.id}${about} is declined`);
      return end(world, found, data.shareReason && reason !== undefined ? `declined: ${reason}` : 'declined');
    default:
      return decision satisfies never;
  }
}

/** The other side has that much of all that the script has brought in there. */
function noteShared(world: World, incident: string, tearLine: string): void {
  for (const scripted of world.script) {
    if (messageOf(world, scripted.inject.id)?.incident === incident) scripted.shared = { tearLine };
  }
}

/** @param answer for the side that asked, if it did */
function end(world: World, found: ReleaseCase, answer: string): undefined {
  found.isOver = true;
  const asked = world.requests.find((one) => one.case === found);
  if (!asked) return;
  asked.isWaiting = false;
  record(world, `${asked.id} is answered: ${answer}`);
}

function approve(world: World, found: ReleaseCase, proposal: Proposed | undefined): string | undefined {
  if (!proposal) return 'RELEASE_NOT_PROPOSED';
  const incident = incidentOf(world, proposal.incident);
  if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  if (isEmpty(world, incident, proposal)) return 'RELEASE_EMPTY';
  const { joint, became, stays } = carryOver(world, incident, proposal);
  record(world, `${found.id} ${incident.id} is ${joint} now: ${became}${stays ? '; the rest stays' : ''}`);
  return end(world, found, `released as ${joint}`);
}

/** A request by the side that made it, or a proposal by its owner. What answers a request is a request again. */
function withdrawRelease(world: World, id: string, by: Actor): string | undefined {
  const asked = world.requests.find((one) => one.id === id);
  if (asked && mayKnow(by, asked.from)) {
    if (!asked.isWaiting) return 'RELEASE_ENDED';
    asked.isWaiting = false;
    asked.case.isOver = true;
    record(world, `${id} is withdrawn`);
    record(world, `${asked.case.id} is withdrawn by the requester`);
    return undefined;
  }
  const seen = caseFor(world, id, by);
  if (!seen) return 'UNKNOWN_RELEASE';
  const { found, proposal } = seen;
  if (found.isOver) return 'RELEASE_ENDED';
  if (!proposal) return 'RELEASE_NOT_PROPOSED';
  record(world, `${id} is withdrawn by the owner, about ${proposal.incident}`);
  if (found.asked) found.proposal = undefined;
  else found.isOver = true;
  return undefined;
}
