/**
 * Who decides about an incident. One that both sides know of is resolved, closed or cancelled when both have decided the same, or at
 * once by somebody who decides for both, with a reason. One of a single side's class is decided by that side alone.
 */
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft, type EventData } from '../kernel/event.js';
import { SIDES, type Side } from '../kernel/side.js';
import { isUnrestricted } from '../release/authority.js';
import type { Decision, Incident } from './incident.js';
import type { IncidentWorld } from './incident-state.js';
import { isIncidentCommander } from './incident-command.js';
import { knownIncident } from './known-incident.js';
import { informUnits } from './news.js';
import { resolve } from './resolve.js';
import { withdrawOpen } from './withdraw.js';

interface Deciding {
  readonly decision: Decision;
  readonly reason?: string | undefined;
  readonly actor: Actor;
}

/** How it came to be decided, as the event says it. */
type How = Pick<EventData['IncidentClosed'], 'text' | 'override'> & { readonly reason: 'command' | 'agreed' };

/**
 * What the decision leads to: for one side of two it waits for the other.
 * @param incident one to which this can be done now
 * @throws DomainError REASON_REQUIRED, ALREADY_DECIDED
 */
export function decide(state: IncidentWorld, incident: Incident, { decision, reason, actor }: Deciding): Draft[] {
  const text = reason === undefined ? {} : { text: reason };
  if (incident.class !== 'JOINT') return carryOut(state, incident, decision, { reason: 'command', ...text }, actor);
  const side = isIncidentCommander(state, incident, actor) ? undefined : decidesFor(actor);
  if (side === undefined) {
    if (reason === undefined || reason.trim() === '') {
      const message = `you would decide about ${incident.id} for both sides; give the reason`;
      throw new DomainError('REASON_REQUIRED', message);
    }
    return carryOut(state, incident, decision, { reason: 'command', text: reason, override: true }, actor);
  }
  if (incident.decisions?.[side]?.decision === decision) {
    throw new DomainError('ALREADY_DECIDED', `${side} has decided to ${decision} ${incident.id} already`);
  }
  const data = { incident: incident.id, side, decision, ...(reason !== undefined && { reason }) };
  const decided = draft('SideDecided', incident.class, data, actor);
  const other = incident.decisions?.[otherThan(side)]?.decision;
  if (other === undefined) return [decided];
  if (other === decision)
    return [decided, ...carryOut(state, incident, decision, { reason: 'agreed', ...text }, actor)];
  const both = side === 'PAK' ? { PAK: decision, CHN: other } : { PAK: other, CHN: decision };
  return [decided, draft('DecisionDeadlocked', incident.class, { incident: incident.id, because: 'differ', ...both })];
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOTHING_DECIDED */
export function withdrawDecision(state: IncidentWorld, { data, actor }: CommandOf<'WithdrawDecision'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const side = decidesFor(actor);
  const own = side === undefined ? undefined : incident.decisions?.[side];
  if (side === undefined || own === undefined) {
    throw new DomainError('NOTHING_DECIDED', `${incident.id} waits for no decision that your side could withdraw`);
  }
  const { decision } = own;
  return [draft('SideDecisionWithdrawn', incident.class, { incident: incident.id, side, decision }, actor)];
}

/** The time that the policy gives is over: one side has decided, the other has not. */
export function deadlocked({ id, class: audience, decisions = {} }: Incident): Draft {
  const decided = Object.fromEntries(
    SIDES.flatMap((side) => (decisions[side] === undefined ? [] : [[side, decisions[side].decision]])),
  ) as Partial<Record<Side, Decision>>;
  return draft('DecisionDeadlocked', audience, { incident: id, because: 'waiting', ...decided });
}

/** Undefined: for both. */
function decidesFor(actor: Actor): Side | undefined {
  return isUnrestricted(actor) ? undefined : actor.side;
}

function otherThan(side: Side): Side {
  return side === 'PAK' ? 'CHN' : 'PAK';
}

function carryOut(state: IncidentWorld, incident: Incident, decision: Decision, how: How, actor: Actor): Draft[] {
  return effectOf(state, incident, decision, how).map((event) => ({ ...event, actor }));
}

function effectOf(state: IncidentWorld, incident: Incident, decision: Decision, how: How): Draft[] {
  switch (decision) {
    case 'resolve':
      return resolve(state, incident, how);
    case 'close':
      return [draft('IncidentClosed', incident.class, { incident: incident.id, ...how })];
    case 'cancel':
      return [
        ...withdrawOpen(state, incident.id, 'incident-cancelled'),
        ...informUnits(state, incident, ['cancelled']),
        draft('IncidentCancelled', incident.class, { incident: incident.id, ...how }),
      ];
    default:
      return decision satisfies never;
  }
}
