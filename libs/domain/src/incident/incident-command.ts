/**
 * Who is in charge of an incident. The incident commander decides for both sides: by policy the commanders of one side, or an account that
 * both sides have chosen. Within a side an incident is assigned to somebody. Whoever is in charge hands over with a briefing, and stays in
 * charge until the next one has confirmed it.
 */
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import type { Audience, Side } from '../kernel/side.js';
import type { Handover, Incident } from './incident.js';
import { policyOf, type IncidentWorld } from './incident-state.js';
import { knownIncident } from './known-incident.js';

/** Whether the actor decides for both sides of an incident that both know of. */
export function isIncidentCommander(state: IncidentWorld, incident: Incident, actor: Actor): boolean {
  if (actor.kind !== 'account' || incident.class !== 'JOINT') return false;
  if (incident.commander !== undefined) return incident.commander === actor.id;
  return (
    actor.role === 'commander' && actor.side !== undefined && actor.side === policyOf(state, incident).command?.lead
  );
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOT_JOINT, ALREADY_IN_COMMAND */
export function proposeCommander(state: IncidentWorld, { data, actor }: CommandOf<'ProposeCommander'>): Draft[] {
  const { incident, side } = ofBothSides(state, data.incident, actor);
  const { account, name } = data;
  mustNotCommand(incident, account);
  return [draft('CommanderProposed', incident.class, { incident: incident.id, side, account, name }, actor)];
}

/**
 * By the side that has not proposed it. It names the account, so that nobody confirms what was proposed in the meantime.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOT_JOINT, ALREADY_IN_COMMAND, NOTHING_PROPOSED
 */
export function confirmCommander(state: IncidentWorld, { data, actor }: CommandOf<'ConfirmCommander'>): Draft[] {
  const { incident, side } = ofBothSides(state, data.incident, actor);
  const { account } = data;
  mustNotCommand(incident, account);
  if (incident.proposedCommander?.[side === 'PAK' ? 'CHN' : 'PAK'] !== account) {
    const message = `the other side has not proposed ${account} as the commander of ${incident.id}`;
    throw new DomainError('NOTHING_PROPOSED', message);
  }
  const name = incident.people?.[account];
  return [draft('CommanderChosen', incident.class, { incident: incident.id, account, name }, actor)];
}

/**
 * Within the side of whoever gives it. Only this side knows.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED
 */
export function assignIncident(state: IncidentWorld, { data, actor }: CommandOf<'AssignIncident'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const side = sideOf(actor);
  const { account, name } = data;
  return [draft('IncidentAssigned', side, { incident: incident.id, side, account, name }, actor)];
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOT_IN_CHARGE */
export function handOver(state: IncidentWorld, { data, actor }: CommandOf<'HandOver'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const { to, toName, fromName, briefing } = data;
  const from = idOf(actor);
  const side = sideOf(actor);
  const of = isIncidentCommander(state, incident, actor) ? 'command' : 'assignment';
  if (of === 'assignment' && incident.assigned?.[side] !== from) {
    throw new DomainError('NOT_IN_CHARGE', `you are not in charge of ${incident.id}, so you cannot hand it over`);
  }
  const readers: Audience = of === 'command' ? incident.class : side;
  const handover = { of, side, from, to, fromName, toName } as const;
  return [draft('HandoverOffered', readers, { incident: incident.id, ...handover, briefing }, actor)];
}

/**
 * By the account to which it was offered. What was offered last counts.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOTHING_TO_CONFIRM
 */
export function confirmHandover(state: IncidentWorld, { data, actor }: CommandOf<'ConfirmHandover'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const offered = (incident.handovers ?? []).findLast((one) => isFor(one, actor));
  if (offered === undefined) {
    throw new DomainError('NOTHING_TO_CONFIRM', `nobody has offered to hand ${incident.id} over to you`);
  }
  const readers: Audience = offered.of === 'command' ? incident.class : offered.side;
  return [draft('HandedOver', readers, { incident: incident.id, ...offered }, actor)];
}

/** Command and assignment stay within the side that has them: the other side has agreed to no other. */
function isFor({ to, side }: Handover, actor: Actor): boolean {
  return to === idOf(actor) && side === sideOf(actor);
}

function ofBothSides(state: IncidentWorld, id: Incident['id'], actor: Actor): { incident: Incident; side: Side } {
  const incident = knownIncident(state, id, actor);
  if (incident.class === 'JOINT') return { incident, side: sideOf(actor) };
  throw new DomainError('NOT_JOINT', `only one side knows of ${id}, so that it needs no commander for both`);
}

function mustNotCommand(incident: Incident, account: string): void {
  if (incident.commander !== account) return;
  throw new DomainError('ALREADY_IN_COMMAND', `${account} commands ${incident.id} already`);
}

/** The table gives these commands to accounts of a side only. */
function sideOf(actor: Actor): Side {
  if (actor.kind === 'account' && actor.side !== undefined) return actor.side;
  throw new DomainError('NOT_PERMITTED', 'your account is of no side');
}

function idOf(actor: Actor): string {
  return actor.kind === 'account' ? actor.id : '';
}
