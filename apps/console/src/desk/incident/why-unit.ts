/** Why a unit was asked about an incident, is going to be, or is not: by the rule that resolves the targets of a step. */
import type { State } from '#domain/engine/state.js';
import { runsOf, settingsOf } from '#domain/escalation/escalation-state.js';
import type { IncidentId, UnitId } from '#domain/kernel/ids.js';
import { policyOf } from '#domain/incident/incident-state.js';
import type { Incident } from '#domain/incident/incident.js';
import type { Notification } from '#domain/notification/notification.js';
import type { Step } from '#domain/policy/policy.js';
import { candidatesOf, resolveTargets, type Unreached } from '#domain/policy/resolve-targets.js';
import type { UnitDefinition } from '#domain/unit/unit.js';

/** The first of these that fits. */
export type WhyUnit =
  | { readonly kind: 'asked'; readonly notifications: readonly Notification[] }
  /** A step that has yet to start would ask it. */
  | { readonly kind: 'later'; readonly chain: string; readonly step: number }
  /** A step means it and leaves it out. */
  | { readonly kind: 'left-out'; readonly chain: string; readonly step: number; readonly reason: Unreached['reason'] }
  /** No step of a chain means it. */
  | { readonly kind: 'not-meant' }
  | { readonly kind: 'unknown' };

export function whyUnit(state: State, id: IncidentId, unit: UnitDefinition): WhyUnit {
  const incident = state.incidents[id];
  if (incident === undefined) return { kind: 'unknown' };
  const notifications = incident.asked
    .flatMap((one) => state.notifications[one] ?? [])
    .filter((one) => one.unit === unit.id);
  if (notifications.length > 0) return { kind: 'asked', notifications };
  if (incident.class !== 'JOINT' && incident.class !== unit.side)
    return { kind: 'left-out', chain: '', step: -1, reason: 'not-releasable' };
  const steps = runsOf(state, id).flatMap((run) =>
    (settingsOf(state, incident, run).steps ?? []).map((step, index) => ({
      chain: run.chain,
      index,
      step,
      at: run.step,
    })),
  );
  const later = steps.find(({ step, index, at }) => index >= at && isAsked(state, incident, step, unit.id));
  if (later !== undefined) return { kind: 'later', chain: later.chain, step: later.index };
  for (const { chain, index, step } of steps) {
    const reason = reasonAt(state, incident, step, unit);
    if (reason !== undefined) return { kind: 'left-out', chain, step: index, reason };
  }
  // A step that is over would ask it now: what kept it out then is not known any more.
  if (steps.some(({ step }) => isAsked(state, incident, step, unit.id))) return { kind: 'unknown' };
  return { kind: 'not-meant' };
}

function resolved(state: State, incident: Incident, step: Step) {
  const world = { scenario: state.scenario, policy: policyOf(state, incident), units: state.units };
  return resolveTargets(world, {
    step,
    class: incident.class,
    ...(incident.site !== undefined && { site: incident.site }),
  });
}

function isAsked(state: State, incident: Incident, step: Step, unit: UnitId): boolean {
  return resolved(state, incident, step).addressees.some((one) => one.unit === unit);
}

function reasonAt(state: State, incident: Incident, step: Step, unit: UnitDefinition): Unreached['reason'] | undefined {
  const known = resolved(state, incident, step).unreached.find(({ target }) => target === unit.id);
  if (known !== undefined) return known.reason;
  // Of a kind that the step asks, and without a say at this place.
  const isOfKind = step.targets.some((target) => {
    if (!('kind' in target) || target.kind !== unit.kind || (target.side !== undefined && target.side !== unit.side))
      return false;
    const candidates = candidatesOf(
      { scenario: state.scenario, policy: policyOf(state, incident) },
      target,
      incident.site,
    );
    return 'reason' in candidates || !candidates.units.some(({ id }) => id === unit.id);
  });
  if (!isOfKind) return undefined;
  return incident.site === undefined ? 'no-site' : 'no-jurisdiction';
}
