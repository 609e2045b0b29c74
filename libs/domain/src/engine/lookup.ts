/** Look-ups in the state that must succeed: an event or a timer names only what is there. */
import type { Chain, Policy } from '../policy/policy.js';
import type { ChainRun } from '../escalation/chain-run.js';
import type { Incident } from '../incident/incident.js';
import type { Notification } from '../notification/notification.js';
import { audiencesOf, streamOf } from '../release/release.js';
import { type ReleaseClass, type Side } from '../kernel/side.js';
import type { Site } from '../exercise/scenario.js';
import { scenarioIndex } from '../unit/register-index.js';
import type { Link, UnitDefinition, UnitState } from '../unit/unit.js';
import { worseLink } from '../unit/behaviour.js';
import type { Actor } from '../kernel/event.js';
import type { State } from './state.js';

export function incidentOf(state: State, id: string): Incident {
  return present(state.incidents[id], 'incident', id);
}

export function notificationOf(state: Pick<State, 'notifications'>, id: string): Notification {
  return present(state.notifications[id], 'notification', id);
}

export function unitOf(state: State, id: string): UnitState {
  return present(state.units[id], 'unit', id);
}

export function runOf(incident: Incident, chain: string): ChainRun {
  return present(incident.chains[chain], 'chain', chain);
}

/** The policy as of the incident's opening. */
export function policyOf(state: State, incident: Incident): Policy {
  return present(state.policies[incident.policyVersion], 'policy', incident.policyVersion);
}

export function chainOf(state: State, incident: Incident, run: { chain: string }): Chain {
  return present(policyOf(state, incident).chains[run.chain], 'chain', run.chain);
}

export function definitionOf(state: State, unit: string): UnitDefinition {
  return present(scenarioIndex(state.scenario).units.get(unit), 'unit', unit);
}

export function siteOf(state: State, id: string | undefined): Site | undefined {
  return id === undefined ? undefined : scenarioIndex(state.scenario).sites.get(id);
}

/** A message to a unit goes over its own link and its side's: the worse one counts. */
export function linkTo(state: State, unit: string, side: Side): Link {
  return worseLink(unitOf(state, unit).link, state.links[side]);
}

/** Whether who acts may know of a thing of this class: an account by what it may read, a unit by having been asked. */
export function mayKnow(actor: Actor, releaseClass: ReleaseClass): boolean {
  return actor.kind !== 'account' || audiencesOf(streamOf(actor)).includes(releaseClass);
}

function present<T>(value: T | undefined, what: string, id: string | number): T {
  if (value === undefined) throw new Error(`the state holds no ${what} "${id}"`);
  return value;
}
