import { branded } from '../testing/branded.js';
import type { Plain } from '../kernel/brand.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import {
  MINUTE,
  policyWithRoutes,
  sampleChain,
  sampleFacts,
  samplePolicy,
  sampleScenario,
  sampleStep,
} from '../testing/sample-scenario.js';
import type { Inject } from '../inject/inject.js';
import type { Scenario } from '../exercise/scenario.js';
import { explain } from './explain.js';
import { type ExplainWorld, type PlannedStep } from './plan.js';
import type { Chain, Policy, Route } from '../policy/policy.js';

const AT = 10 * MINUTE;

function explained(policy: Policy, facts = {}, world: Partial<Plain<ExplainWorld>> = {}) {
  const scenario = sampleScenario({ policy });
  return explain(
    branded<ExplainWorld>({ scenario, units: {}, ...world }),
    policy,
    sampleFacts(facts),
    exerciseTime(AT),
  );
}

function planned(chain: Partial<Chain>, facts = {}, world: Partial<Plain<ExplainWorld>> = {}): string[] {
  const plan = explained(samplePolicy({ chains: { standard: sampleChain(chain) } }), facts, world).plans[0];
  return [...(plan?.steps ?? []).map(line), `exhausted ${(plan?.exhaustedAt ?? 0) / MINUTE}`];
}

function line(step: PlannedStep): string {
  const units = step.addressees.map(({ unit, action, cutOff }) => `${unit}:${action}${cutOff ? ':cut-off' : ''}`);
  return `${step.startsAt / MINUTE} ${step.stepId}.${step.round} [${units.join(' ')}] ${step.ends} ${step.endsAt / MINUTE}`;
}

const call = sampleStep();
const embassy = sampleStep({
  id: 'second',
  delayMs: MINUTE,
  targets: [{ side: 'CHN', action: 'inform' }],
  requirement: 'any',
  ackWithinMs: 2 * MINUTE,
});

it('an explanation runs nothing of the script: its injects are hidden, and no part of a plan', () => {
  const alone = sampleScenario({
    policy: samplePolicy({ chains: { standard: sampleChain({ steps: [call, embassy] }) } }),
  });
  const [unit] = alone.units;
  const off: Inject = {
    id: 'off',
    when: { not: { declined: { unit: unit?.id ?? '' } } },
    delayMs: MINUTE,
    kind: 'duty',
    unit: alone.units.find(({ side }) => side === 'CHN')?.id ?? '',
    duty: 'off',
  } as unknown as Inject;
  const explainOf = (scenario: Scenario) =>
    explain({ scenario, units: {} }, scenario.policy, sampleFacts({}), exerciseTime(AT));
  expect(explainOf({ ...alone, injects: [off] })).toEqual(explainOf(alone));
});

describe('an explanation shows the way through the routes', () => {
  it('with what each condition found, and which routes were never asked', () => {
    const routes: Plain<Route>[] = [
      { id: 'health', match: { field: 'alert.category', equals: 'Health' }, chain: 'medical' },
      {
        id: 'severe',
        match: { field: 'alert.severity', atLeast: 'Severe' },
        chain: 'urgent',
        routes: [{ id: 'severe-port', match: { field: 'site.kind', equals: 'port' } }],
      },
      { id: 'rest', chain: 'other' },
    ];
    const { route, matches } = explained(policyWithRoutes(routes));
    expect(matches).toEqual([{ route: 'severe', chain: 'urgent' }]);
    expect(route).toMatchObject({ id: 'default', outcome: 'matched', condition: null, starts: false });
    expect(route.routes).toMatchObject([
      { id: 'health', outcome: 'not-matched', condition: { result: false, found: ['Safety'] } },
      {
        id: 'severe',
        outcome: 'matched',
        condition: { result: true, found: 'Severe' },
        starts: true,
        routes: [{ id: 'severe-port', outcome: 'not-matched', chain: 'urgent', condition: { found: 'power-plant' } }],
      },
      { id: 'rest', outcome: 'not-asked', starts: false },
    ]);
  });

  it('and survives the way through JSON', () => {
    const explanation = explained(samplePolicy(), { site: undefined });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation.site).toBeNull();
  });
});

describe('an explanation shows the plan', () => {
  it('with the time of each step and round if nobody answers, up to exhaustion', () => {
    expect(planned({ steps: [call, embassy], repeat: 1 })).toEqual([
      '10 first.0 [police-sindh:respond consulate:consular] timeout 15',
      '16 second.0 [consulate:inform desk:inform] timeout 18',
      '18 first.1 [police-sindh:respond consulate:consular] timeout 23',
      '24 second.1 [consulate:inform desk:inform] timeout 26',
      'exhausted 26',
    ]);
  });

  it('with a step that nobody can be asked in skipped at once, and why', () => {
    const nobody = sampleStep({ id: 'nobody', targets: [{ kind: 'rescue-service', action: 'respond' }] });
    expect(planned({ steps: [nobody, embassy] })).toEqual([
      '10 nobody.0 [] skipped 10',
      '11 second.0 [consulate:inform desk:inform] timeout 13',
      'exhausted 13',
    ]);
    const plan = explained(samplePolicy({ chains: { standard: sampleChain({ steps: [nobody] }) } })).plans[0];
    expect(plan?.steps[0]).toMatchObject({
      deadline: null,
      unreached: [{ target: 'kind:rescue-service', reason: 'no-such-unit' }],
    });
  });

  it('with the duties of now', () => {
    expect(planned({ steps: [call] }, {}, { units: { consulate: { duty: 'off' } } })[0]).toBe(
      '10 first.0 [police-sindh:respond] impossible 10',
    );
  });

  it('with the links of now: what is cut off cannot answer', () => {
    expect(planned({ steps: [call] }, {}, { links: { CHN: { status: 'down' } } })[0]).toBe(
      '10 first.0 [police-sindh:respond consulate:consular:cut-off] impossible 10',
    );
  });

  it('with one side only for an incident that the other may not know of', () => {
    expect(planned({ steps: [call] }, { class: 'PAK' })[0]).toBe('10 first.0 [police-sindh:respond] timeout 15');
  });

  it('with the end of a step whose notifications expire before its deadline', () => {
    expect(planned({ steps: [call], expireAfterMs: 3 * MINUTE })[0]).toMatch(/impossible 13$/);
  });

  it('with a unit that still has its notification not sent another, which then expires', () => {
    const both = '[police-sindh:respond consulate:consular]';
    expect(planned({ steps: [call], repeat: 2, expireAfterMs: 12 * MINUTE })).toEqual([
      `10 first.0 ${both} timeout 15`,
      `15 first.1 ${both} timeout 20`,
      `20 first.2 ${both} impossible 22`,
      'exhausted 22',
    ]);
  });

  it('with a mark on what would come after the end of the exercise', () => {
    const slow = sampleStep({ ackWithinMs: 115 * MINUTE });
    const chain = sampleChain({ steps: [slow, embassy], expireAfterMs: 120 * MINUTE });
    const plan = explained(samplePolicy({ chains: { standard: chain } })).plans[0];
    expect(plan?.steps.map(({ beyondExercise }) => beyondExercise)).toEqual([false, true]);
  });
});
