/**
 * What chains would do if nobody ever answered: the engine itself runs them, on a state of its own in which every unit
 * is silent. So what is foretold is what happens, kept notifications, expiries and dead links included.
 */
import { alertId, commandId, type ChainId, type NotificationId } from '../kernel/ids.js';
import { FOREVER, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import type { Alert, Releasability } from '../alert/alert.js';
import { advance, execute } from './engine.js';
import type { Addressee } from '../notification/notification.js';
import type { EventOf, LoggedEvent } from '../kernel/event.js';
import { open } from './open.js';
import type { State } from './state.js';
import { isAtWork } from '../escalation/chain-run.js';
import { runsOf } from '../escalation/escalation-state.js';
import type { UnitState } from '../unit/unit.js';
import type { ChainPlan, ExplainWorld, PlannedStep } from './plan.js';
import type { RouteMatch } from '../policy/match-routes.js';
import type { Chain, Policy } from '../policy/policy.js';
import type { RoutingFacts } from '../policy/routing-facts.js';

/** One plan for each match, in that order, for an incident of its own that opens at `at` (exercise time, ms). */
export function rehearse(
  world: ExplainWorld,
  policy: Policy,
  matches: readonly RouteMatch[],
  of: Rehearsed,
  at: ExerciseTime,
): ChainPlan[] {
  const state = silentState(world, rehearsalPolicy(policy, matches), at);
  const { events, refused } = execute(state, {
    type: 'SubmitAlert',
    id: commandId('rehearsal'),
    at,
    actor: { kind: 'engine' },
    data: { alertId: alertId('rehearsal'), references: [], alert: alertFor(world, of) },
  });
  if (refused) throw refused;
  // Exhausted chains leave notifications open, whose expiry matters to nobody any more.
  while (Object.values(state.incidents).some((incident) => runsOf(state, incident.id).some(isAtWork))) {
    const next = advance(state, FOREVER, undefined, 1);
    if (next.length === 0) throw new Error(`a chain of policy ${policy.id} neither waits nor ends`);
    events.push(...next);
  }
  return matches.map((match) => planOf(world, chainIn(policy, match.chain), match, events));
}

/** Starts the chains that matched and no other. Reminders are left out: to the silent they change nothing. */
function rehearsalPolicy(policy: Policy, matches: readonly RouteMatch[]): Policy {
  const [first] = matches;
  const routes = matches.map(({ route, chain }) => ({ id: route, chain, continue: true }));
  return {
    ...policy,
    route: { id: 'rehearsal', chain: first?.chain, routes },
    chains: Object.fromEntries(
      matches.map(({ chain }) => [chain, { ...chainIn(policy, chain), remindEveryMs: undefined }]),
    ),
  };
}

/** The script's injects are left out: they are hidden until they fire, and no part of a plan. */
function silentState(world: ExplainWorld, policy: Policy, at: ExerciseTime): State {
  const { injects: _, ...scenario } = world.scenario;
  const fresh = open(scenario, scenario.seed);
  const units = Object.values(fresh.units).map((unit): [string, UnitState] => {
    const { duty, link = unit.link } = world.units[unit.id] ?? unit;
    return [unit.id, { ...unit, duty, link, mode: 'played' }];
  });
  return {
    ...fresh,
    status: 'running',
    time: at,
    units: Object.fromEntries(units),
    links: { ...fresh.links, ...world.links },
    policies: { [policy.version]: policy },
    policyVersion: policy.version,
  };
}

/** The alert: what routes ask of it, and its label; absent: that of its class. */
export interface Rehearsed {
  readonly facts: RoutingFacts;
  readonly label?: Pick<Releasability, 'tlp' | 'releasableTo'> | undefined;
}

/** The routes are settled: of the alert, only its site, its class and its label still matter. */
function alertFor({ scenario }: ExplainWorld, { facts, label = {} }: Rehearsed): Alert {
  return {
    identifier: 'rehearsal',
    sender: facts.sender,
    sent: '1970-01-01T00:00:00-00:00',
    status: facts.status,
    msgType: 'Alert',
    scope: facts.scope,
    exercise: {
      site: scenario.sites.some(({ id }) => id === facts.site) ? facts.site : undefined,
      releasability: { class: facts.class, tlp: label.tlp, releasableTo: label.releasableTo },
    },
  };
}

function chainIn(policy: Policy, id: ChainId): Chain {
  const chain = policy.chains[id];
  if (!chain) throw new Error(`the policy ${policy.id} holds no chain "${id}"`);
  return chain;
}

type StepEvent = EventOf<'StepDelayed' | 'StepStarted' | 'StepSkipped' | 'EscalationExhausted'>;

/** The plan of a chain from the events of its run: each of its steps that started or was skipped and went on, and its end. */
export function planOf(
  { scenario }: Pick<ExplainWorld, 'scenario'>,
  chain: Chain,
  { chain: id, route }: Pick<RouteMatch, 'chain' | 'route'>,
  events: readonly LoggedEvent[],
): ChainPlan {
  const turns = events.filter(isStepEvent).filter(({ data }) => data.chain === id);
  const cutOff = new Set(
    events.flatMap((event) => (event.type === 'NotificationUndeliverable' ? [event.data.notification] : [])),
  );
  const steps = turns.flatMap((turn, index): PlannedStep[] => {
    const endsAt = turns[index + 1]?.at;
    if ((turn.type !== 'StepStarted' && turn.type !== 'StepSkipped') || endsAt === undefined) return [];
    const { step, stepId, round, unreached } = turn.data;
    const deadline = turn.type === 'StepStarted' ? turn.data.deadline : null;
    return [
      {
        step,
        stepId,
        round,
        startsAt: turn.at,
        requirement: chain.steps[step]?.requirement ?? 'any',
        addressees: turn.type === 'StepStarted' ? turn.data.addressees.map((to) => planned(to, cutOff)) : [],
        unreached,
        deadline,
        ends: deadline === null ? 'skipped' : endsAt < deadline ? 'impossible' : 'timeout',
        endsAt,
        beyondExercise: turn.at >= scenario.durationMs,
      },
    ];
  });
  return {
    chain: id,
    route,
    remindEveryMs: chain.remindEveryMs ?? null,
    expireAfterMs: chain.expireAfterMs,
    ackExpiresMs: chain.ackExpiresMs ?? null,
    steps,
    exhaustedAt: turns.at(-1)?.at ?? STARTEX,
  };
}

function isStepEvent(event: LoggedEvent): event is LoggedEvent & StepEvent {
  return STEP_EVENTS.has(event.type);
}

const STEP_EVENTS: ReadonlySet<string> = new Set<StepEvent['type']>([
  'StepDelayed',
  'StepStarted',
  'StepSkipped',
  'EscalationExhausted',
]);

function planned({ notification, unit, side, action }: Addressee, cutOff: ReadonlySet<NotificationId>) {
  return { unit, side, action, cutOff: cutOff.has(notification) };
}
