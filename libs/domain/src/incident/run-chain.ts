/** The escalation rules at work: when a chain starts a step, moves on, halts or is exhausted. */
import { draft, type Addressee, type Draft, type StepReason, type Unreached } from '../engine/event.js';
import { chainOf, incidentOf, notificationOf, policyOf, siteOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { matchRoutes } from '../escalation/match-routes.js';
import type { Requirement, Step } from '../escalation/policy.js';
import {
  missingSides,
  requiredSides,
  requirementImpossible,
  requirementMet,
  type Standing,
} from '../escalation/requirement.js';
import { resolveTargets } from '../escalation/resolve-targets.js';
import { askedOf, isAtWork, isTerminal, notificationId, runsOf, type ChainRun, type Incident } from './incident.js';
import { acknowledgedSides } from './joint-acknowledgement.js';

/** Starts the chain of each route that the incident's latest facts match. */
export function startChains(state: State, incident: Incident): Draft[] {
  return matches(state, incident).map(({ chain, route }) =>
    draft('ChainStarted', incident.class, { incident: incident.id, chain, route }),
  );
}

/**
 * After the severity was raised: chains that match now and have not run are started, chains at work that no longer
 * match stop. One that had stopped, or was exhausted and never had its answer, and matches now starts anew. What they have
 * sent stays open: nobody is withdrawn.
 */
export function reroute(state: State, incident: Incident): Draft[] {
  const matched = matches(state, incident);
  const stopped = runsOf(incident)
    .filter((run) => isAtWork(run) && !matched.some(({ chain }) => chain === run.chain))
    .map(({ chain }) =>
      draft('ChainStopped', incident.class, { incident: incident.id, chain, reason: 're-routed' as const }),
    );
  const started = matched
    .filter(({ chain }) => {
      const run = Object.hasOwn(incident.chains, chain) ? incident.chains[chain] : undefined;
      return !run || run.status === 'stopped' || run.status === 'exhausted';
    })
    .map(({ chain, route }) => draft('ChainStarted', incident.class, { incident: incident.id, chain, route }));
  return [...stopped, ...started];
}

function matches(state: State, incident: Incident) {
  return matchRoutes(policyOf(state, incident), incident.facts, siteOf(state, incident.site));
}

/**
 * What the next step of several chains of one incident leads to. They are decided together, so what one of them asks
 * for counts for the others: each notification has its own number, and a unit asked twice for the same gets one.
 */
export function moveOn(state: State, incident: Incident, runs: readonly ChainRun[], reason: StepReason): Draft[] {
  if (runs.length === 0) return [];
  const planned: Addressee[] = [];
  return runs.flatMap((run) => nextStep(state, incident, run, reason, planned));
}

/**
 * The step after the current one, or the first again while the chain repeats, or the end. A step that waits for its
 * delay has not been yet: it comes next.
 */
export function nextStep(
  state: State,
  incident: Incident,
  run: ChainRun,
  reason: StepReason,
  planned: Addressee[] = [],
): Draft[] {
  const chain = chainOf(state, incident, run);
  const { step, round } = run;
  if (run.pending) return reachStep(state, incident, run, { step, round, reason }, planned);
  if (step + 1 < chain.steps.length) {
    return reachStep(state, incident, run, { step: step + 1, round, reason }, planned);
  }
  if (round < chain.repeat) {
    const repeated = reason === 'manual' ? reason : 'repeat';
    return reachStep(state, incident, run, { step: 0, round: round + 1, reason: repeated }, planned);
  }
  return [draft('EscalationExhausted', incident.class, { incident: incident.id, chain: run.chain, rounds: round + 1 })];
}

interface Place {
  readonly step: number;
  readonly round: number;
  readonly reason: StepReason;
}

/** Whoever escalates by hand does not wait for the step's delay; nor does a chain that has what the step asks for. */
function reachStep(state: State, incident: Incident, run: ChainRun, place: Place, planned: Addressee[]): Draft[] {
  const { delayMs = 0 } = stepAt(state, incident, run, place.step);
  if (delayMs === 0 || place.reason === 'manual') return beginStep(state, incident, run, place, planned);
  const atOnce = beginStep(state, incident, run, place, [...planned]);
  if (atOnce[0]?.type === 'ChainHalted') return atOnce;
  const until = state.time + delayMs;
  return [draft('StepDelayed', incident.class, { incident: incident.id, chain: run.chain, ...place, until })];
}

/**
 * Resolves the targets now and asks them; a step that reaches nobody is skipped and says why, one whose requirement
 * holds already halts the chain.
 */
export function beginStep(
  state: State,
  incident: Incident,
  run: ChainRun,
  { step, round, reason }: Place,
  planned: Addressee[] = [],
): Draft[] {
  const definition = stepAt(state, incident, run, step);
  const { requirement } = definition;
  const sides = requiredSides(incident.class);
  const missing = missingSides({ sides, acknowledgedSides: acknowledgedSides(incident) });
  const eachSide = requirement === 'each-side';
  if (eachSide && missing.length === 0) return [halt(incident, run, step)];
  const { addressees, unreached } = resolveTargets(
    { scenario: state.scenario, policy: policyOf(state, incident), units: state.units },
    {
      step: definition,
      class: incident.class,
      site: incident.site,
      onlySides: eachSide && missing.length < sides.length ? missing : undefined,
      except: run.acknowledged.length > 0 ? new Set(run.acknowledged) : undefined,
    },
  );
  if (typeof requirement === 'object' && countBefore(unreached) >= requirement.count) {
    return [halt(incident, run, step)];
  }
  const { id, class: audience } = incident;
  const { chain } = run;
  const stepId = definition.id;
  if (addressees.length === 0) {
    return [draft('StepSkipped', audience, { incident: id, chain, step, stepId, round, unreached })];
  }
  const started = {
    incident: id,
    chain,
    step,
    stepId,
    round,
    reason,
    deadline: state.time + definition.ackWithinMs,
    addressees: number(state, incident, addressees, planned),
    unreached,
  };
  return [draft('StepStarted', audience, started)];
}

function countBefore(unreached: readonly Unreached[]): number {
  return unreached.filter(({ reason }) => reason === 'already-acknowledged').length;
}

/**
 * A unit that was asked for the same action and has not answered keeps its notification. What gets a new number is
 * added to `planned`.
 */
function number(
  state: State,
  incident: Incident,
  addressees: readonly Omit<Addressee, 'notification'>[],
  planned: Addressee[],
): Addressee[] {
  const asked = [...askedOf(incident)].map((id) => notificationOf(state, id));
  return addressees.map(({ unit, side, action }) => {
    const same = planned.find((other) => other.unit === unit && other.action === action);
    if (same) return same;
    const open = asked.find(
      (notification) =>
        notification.unit === unit && notification.action === action && !isTerminal(notification.status),
    );
    if (open) return { notification: open.id, unit, side, action };
    const notification = notificationId(incident, incident.notificationCount + planned.length + 1);
    const numbered = { notification, unit, side, action };
    planned.push(numbered);
    return numbered;
  });
}

/**
 * Looks at each chain at work: it halts when its requirement is met, and goes on when it can't be. While a step waits
 * for its delay, answers to the steps before it can meet its requirement, too.
 */
export function reconsider(state: State, incidentId: string, onlyChain?: string): Draft[] {
  const incident = incidentOf(state, incidentId);
  if (incident.status === 'resolved') return [];
  const hopeless: ChainRun[] = [];
  const halted: Draft[] = [];
  for (const run of runsOf(incident)) {
    if (onlyChain !== undefined && run.chain !== onlyChain) continue;
    if (!isAtWork(run) || (run.status === 'active' && run.current.length === 0)) continue;
    const { requirement } = stepAt(state, incident, run, run.step);
    const standing = standingOf(state, incident, run, requirement);
    if (requirementMet(requirement, standing)) halted.push(halt(incident, run, run.step));
    else if (run.status === 'active' && requirementImpossible(requirement, standing)) hopeless.push(run);
  }
  return [...halted, ...moveOn(state, incident, hopeless, 'impossible')];
}

/** After an acknowledgement lapsed: a chain that had halted goes on if its requirement no longer holds. */
export function resumeChains(state: State, incidentId: string): Draft[] {
  const incident = incidentOf(state, incidentId);
  if (incident.status === 'resolved') return [];
  return runsOf(incident).flatMap((run) => {
    if (run.status !== 'halted') return [];
    // A chain that found both sides there at its start halted before its first step.
    const { requirement } = stepAt(state, incident, run, Math.max(0, run.step));
    if (requirementMet(requirement, standingOf(state, incident, run, requirement))) return [];
    return [draft('ChainResumed', incident.class, { incident: incident.id, chain: run.chain })];
  });
}

function halt(incident: Incident, run: ChainRun, step: number): Draft {
  return draft('ChainHalted', incident.class, { incident: incident.id, chain: run.chain, step });
}

/**
 * `any` wants an acknowledgement that came since the step was reached: the earlier ones were not enough. `count` takes
 * the step's units as it finds them: those who had acknowledged before, and were not asked again, count.
 */
function standingOf(state: State, incident: Incident, run: ChainRun, requirement: Requirement): Standing {
  return {
    sides: requiredSides(incident.class),
    acknowledgedUnits:
      typeof requirement === 'object' ? [...run.acknowledgedBefore, ...run.acknowledgedInStep] : run.acknowledgedInStep,
    acknowledgedSides: acknowledgedSides(incident),
    stepUnits: run.current.map((id) => {
      const { unit, side, status } = notificationOf(state, id);
      return { unit, side, open: !isTerminal(status), acknowledged: run.acknowledged.includes(unit) };
    }),
  };
}

function stepAt(state: State, incident: Incident, run: ChainRun, step: number): Step {
  const found = chainOf(state, incident, run).steps[step];
  if (!found) throw new Error(`chain ${run.chain} has no step ${step}`);
  return found;
}
