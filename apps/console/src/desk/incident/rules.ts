/** The rules themselves, loaded when an incident is first looked at: why an act is refused, and what comes if nobody acts. */
import { policyKey } from '#domain/policy/policy-state.js';
import { refusalOf } from '#domain/engine/engine.js';
import { traceRoutes, type RoutesTrace } from '#domain/engine/explain.js';
import type { ChainPlan } from '#domain/engine/plan.js';
import type { State } from '#domain/engine/state.js';
import { upcomingSteps } from '#domain/engine/upcoming-steps.js';
import type { CommandData, CommandType, TimedCommand } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { IncidentId } from '#domain/kernel/ids.js';

/**
 * The code of the refusal; undefined: the rules would take it, or this state knows too little to say. What a player's state lacks (a
 * changed policy) is left to the server.
 *
 * @public loaded when it is needed
 */
export function refusalCode<T extends CommandType>(
  state: State,
  actor: Actor,
  type: T,
  data: CommandData[T],
  now: number,
): string | undefined {
  try {
    const command = {
      id: 'try',
      at: exerciseTime(Math.max(now, state.time)),
      actor,
      type,
      data,
    } as unknown as TimedCommand;
    return refusalOf(state, command)?.code;
  } catch {
    return undefined;
  }
}

/**
 * What the chains of the incident do from now on if nobody acts. Nothing, where this state knows too little.
 *
 * @public loaded when it is needed
 */
export function plansOf(state: State, incident: string): readonly ChainPlan[] {
  try {
    return upcomingSteps(state, incident as IncidentId);
  } catch {
    return [];
  }
}

/**
 * Which routes the facts of the incident take by the policy that it was opened under.
 *
 * @public loaded when it is needed
 */
export function routesOf(state: State, id: string): RoutesTrace | undefined {
  const incident = state.incidents[id as IncidentId];
  const policy = incident === undefined ? undefined : state.policies[policyKey(incident)];
  if (incident === undefined || policy === undefined) return undefined;
  return traceRoutes(state.scenario, policy, incident.facts);
}
