/**
 * What needs attention from one viewer. A viewer without a side gets both; a viewer who answers for certain units is waited
 * for only where one of these is asked.
 */
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ChainRun } from '#domain/escalation/chain-run.js';
import { runsThatWant, settingsOf } from '#domain/escalation/escalation-state.js';
import { missingSides } from '#domain/escalation/requirement.js';
import type { Incident } from '#domain/incident/incident.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { isByHand, isOpen as isUnanswered, type Notification } from '#domain/notification/notification.js';
import type { ExerciseFold } from './exercise-fold.js';

/** From where somebody looks: the session's side, and the units that the person answers for. */
export interface Place {
  readonly side?: Side | undefined;
  readonly units?: readonly string[] | undefined;
}

/** Ids of the policies that the other side proposes, until somebody of this side answers. */
export function proposalsFor({ policyProposals }: ExerciseFold['state'], side: Side): readonly string[] {
  return Object.entries(policyProposals?.waiting ?? {}).flatMap(([id, proposal]) =>
    proposal.side === side ? [] : [id],
  );
}

/** An incident that has ended asks for nothing. */
export function isOpen({ status }: Pick<IncidentView, 'status'>): boolean {
  return status !== 'closed' && status !== 'cancelled' && status !== 'resolved';
}

/** The sides that take part in an incident. */
export function sidesOf({ class: releaseClass }: Pick<IncidentView, 'class'>): readonly Side[] {
  return releaseClass === 'JOINT' ? SIDES : [releaseClass];
}

/**
 * Whether a question to this place is open that a person asked by hand, or whose answer a chain still wants. An exhausted chain wants
 * answers, too: one that comes makes it halt.
 */
export function waitsFor(
  { state }: Pick<ExerciseFold, 'state'>,
  incident: Pick<IncidentView, 'id'>,
  place: Place,
): boolean {
  const known = state.incidents[incident.id];
  if (known?.status !== 'open') return false;
  return openQuestions(state, known)
    .filter((one) => isOf(one, place))
    .some((one) => isByHand(one) || runsThatWant(state, known.id, one).some((run) => wants(state, known, run, one)));
}

/** A player does not know what a chain of a changed policy requires: then every question counts. */
function wants(state: ExerciseFold['state'], incident: Incident, run: ChainRun, { side }: Notification): boolean {
  const requirement = settingsOf(state, incident, run).steps?.[run.step]?.requirement;
  return requirement !== 'each-side' || missingSides(state, incident, run).includes(side);
}

/** An answer that was given and has not arrived is no longer waited for by those who gave it. */
function openQuestions({ notifications }: ExerciseFold['state'], { asked }: Incident): Notification[] {
  return asked
    .map((id) => notifications[id])
    .filter((one) => one !== undefined && isUnanswered(one) && one.pending === undefined) as Notification[];
}

function isOf({ side, unit }: Pick<Notification, 'side' | 'unit'>, place: Place): boolean {
  return (place.side === undefined || place.side === side) && (place.units === undefined || place.units.includes(unit));
}

/** Whether a chain has gone beyond its first step and still has not what it requires. */
export function isEscalated(incident: Pick<IncidentView, 'status' | 'figures' | 'chains'>): boolean {
  if (!isOpen(incident) || incident.figures.escalations === 0) return false;
  return incident.chains.some(({ status }) => status === 'active' || status === 'delayed' || status === 'exhausted');
}

/** The incidents with a unit of ours that could not be reached and was not reached since. */
export function unreachedIncidents(
  fold: Pick<ExerciseFold, 'incidents' | 'notifications'>,
  place: Place,
): ReadonlySet<string> {
  const latest = new Map<string, { readonly incident: string; readonly isUnreached: boolean }>();
  for (const notification of fold.notifications.values()) {
    if (!isOf(notification, place)) continue;
    const { incident, unit, status } = notification;
    latest.set(`${incident} ${unit}`, { incident, isUnreached: status === 'undeliverable' });
  }
  const unreached = [...latest.values()].filter(({ isUnreached }) => isUnreached).map(({ incident }) => incident);
  return new Set(unreached.filter((id) => isOpenId(fold, id)));
}

function isOpenId({ incidents }: Pick<ExerciseFold, 'incidents'>, id: string): boolean {
  const incident = incidents.get(id as never);
  return incident !== undefined && isOpen(incident);
}

/** How many incidents wait for us, have escalated, and have somebody who was not reached. */
export function attentionCounts(fold: ExerciseFold, place: Place): readonly [number, number, number] {
  const incidents = [...fold.incidents.values()];
  return [
    incidents.filter((incident) => waitsFor(fold, incident, place)).length,
    incidents.filter(isEscalated).length,
    unreachedIncidents(fold, place).size,
  ];
}
