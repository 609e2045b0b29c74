/** What holds for every policy, world and alert. Ids come from small sets, so that references hit and miss. */
import { branded } from '../testing/branded.js';
import type { Plain } from '../kernel/brand.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import fc from 'fast-check';
import { CATEGORIES, SEVERITIES, URGENCIES } from '../alert/alert.js';
import { RELEASE_CLASSES, SIDES } from '../kernel/side.js';
import { sampleFacts, samplePolicy, sampleScenario, sampleSite, sampleUnit } from '../testing/sample-scenario.js';
import type { Scenario } from '../exercise/scenario.js';
import type { UnitDefinition } from '../unit/unit.js';
import { ACTIONS, CHN_UNIT_KINDS, PAK_UNIT_KINDS, UNIT_KINDS } from '../unit/unit.js';
import { evaluate, traceCondition } from './condition.js';
import { explain, type RouteTrace } from '../engine/explain.js';
import { implies, possibility } from './implication.js';
import { chainsReachableFrom } from './lint-routes.js';
import { matchRoutes } from './match-routes.js';
import type { Chain, Condition, FieldTest, Policy, Requirement, Route, Step, Target } from './policy.js';
import { resolveTargets } from './resolve-targets.js';
import type { RoutingFacts } from './routing-facts.js';

const PROVINCES = ['Sindh', 'Balochistan', 'Punjab'];
const SITE_IDS = ['s0', 's1', 's2', 's3'];
const UNIT_IDS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const CHAIN_IDS = ['c0', 'c1', 'c2'];
const GROUP_IDS = ['g0', 'g1'];

const arbitraryTest: fc.Arbitrary<FieldTest> = fc.oneof(
  fc.record({ field: fc.constant('alert.severity' as const), atLeast: fc.constantFrom(...SEVERITIES) }),
  fc.record({ field: fc.constant('alert.severity' as const), atMost: fc.constantFrom(...SEVERITIES) }),
  fc.record({ field: fc.constant('alert.urgency' as const), equals: fc.constantFrom(...URGENCIES) }),
  fc.record({
    field: fc.constant('alert.urgency' as const),
    within: fc.tuple(fc.constantFrom(...URGENCIES), fc.constantFrom(...URGENCIES)),
  }),
  fc.record({
    field: fc.constant('alert.category' as const),
    oneOf: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ field: fc.constant('site.province' as const), equals: fc.constantFrom(...PROVINCES) }),
  fc.record({ field: fc.constant('site.nationals.CHN' as const), atLeast: fc.nat(100) }),
  fc.record({ field: fc.constant('site.id' as const), exists: fc.boolean() }),
  fc.record({
    field: fc.constant('site.position' as const),
    within: fc.record({ lat: fc.constant(26), lon: fc.constant(67), radiusKm: fc.integer({ min: 1, max: 900 }) }),
  }),
);

const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    arbitraryTest,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

const arbitraryRoute: fc.Arbitrary<Plain<Route>> = fc.letrec<{ route: Plain<Route> }>((tie) => ({
  route: fc.record(
    {
      id: fc.constant('route'),
      match: arbitraryCondition,
      chain: fc.constantFrom(...CHAIN_IDS),
      continue: fc.boolean(),
      routes: fc.array(fc.oneof({ maxDepth: 2 }, fc.constant<Route>({ id: 'leaf' }), tie('route')), { maxLength: 3 }),
    },
    { requiredKeys: ['id'] },
  ),
})).route;

const arbitraryTarget: fc.Arbitrary<Plain<Target>> = fc
  .record({
    action: fc.constantFrom(...ACTIONS),
    whom: fc.oneof(
      fc.record({ unit: fc.constantFrom(...UNIT_IDS, 'nobody') }),
      fc.record({ group: fc.constantFrom(...GROUP_IDS, 'no-group') }),
      fc.record({ side: fc.constantFrom(...SIDES) }),
      fc.record({ kind: fc.constantFrom(...UNIT_KINDS) }),
    ),
  })
  .map(({ action, whom }) => ({ action, ...whom }));

const arbitraryRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.constantFrom<Requirement>('any', 'all', 'each-side'),
  fc.record({ count: fc.integer({ min: 1, max: 5 }) }),
);

const arbitraryStep: fc.Arbitrary<Plain<Step>> = fc.record(
  {
    id: fc.constant('step'),
    delayMs: fc.nat(60_000),
    targets: fc.array(arbitraryTarget, { minLength: 1, maxLength: 4 }),
    requirement: arbitraryRequirement,
    ackWithinMs: fc.integer({ min: 1, max: 600_000 }),
  },
  { requiredKeys: ['id', 'targets', 'requirement', 'ackWithinMs'] },
);

const arbitraryChain: fc.Arbitrary<Plain<Chain>> = fc.record({
  steps: fc.array(arbitraryStep, { minLength: 1, maxLength: 3 }),
  repeat: fc.nat(2),
  expireAfterMs: fc.integer({ min: 1, max: 1_200_000 }),
});

const arbitraryPolicy: fc.Arbitrary<Policy> = fc
  .record({
    routes: fc.array(arbitraryRoute, { maxLength: 4 }),
    chains: fc.tuple(arbitraryChain, arbitraryChain, arbitraryChain),
    group: fc.uniqueArray(fc.constantFrom(...UNIT_IDS), { maxLength: 4 }),
  })
  .map(({ routes, chains, group }) =>
    samplePolicy({
      route: { id: 'default', chain: 'c0', routes },
      chains: { c0: chains[0], c1: chains[1], c2: chains[2] },
      groups: { g0: group, g1: [] },
    }),
  );

function arbitraryUnit(id: string): fc.Arbitrary<UnitDefinition> {
  return fc.constantFrom(...SIDES).chain((side) =>
    fc
      .record({
        kind: fc.constantFrom(...(side === 'PAK' ? PAK_UNIT_KINDS : CHN_UNIT_KINDS)),
        authority: fc.subarray([...ACTIONS]),
        duty: fc.constantFrom('on' as const, 'off' as const),
        jurisdiction: fc.record({ provinces: fc.subarray(PROVINCES), sites: fc.subarray(SITE_IDS) }),
      })
      .map((unit) => sampleUnit({ id, side, ...unit })),
  );
}

/** Its units may hold authority that the sovereignty rule forbids: nothing may depend on the load check alone. */
const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    provinces: fc.tuple(...SITE_IDS.map(() => fc.constantFrom(...PROVINCES))),
    heads: fc.tuple(...SITE_IDS.map(() => fc.nat(120))),
    units: fc.tuple(...UNIT_IDS.map(arbitraryUnit)),
    policy: arbitraryPolicy,
    foreignResponders: fc.constantFrom('prohibited' as const, 'permitted' as const),
  })
  .map(({ provinces, heads, units, policy, foreignResponders }) =>
    sampleScenario({
      sites: SITE_IDS.map((id, index) =>
        sampleSite({ id, province: provinces[index] ?? 'Sindh', nationals: { CHN: heads[index] ?? 0 } }),
      ),
      units,
      policy,
      rules: { foreignResponders },
    }),
  );

const arbitraryFacts: fc.Arbitrary<RoutingFacts> = fc
  .record(
    {
      site: fc.constantFrom(...SITE_IDS),
      category: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 }),
      severity: fc.constantFrom(...SEVERITIES),
      urgency: fc.constantFrom(...URGENCIES),
      class: fc.constantFrom(...RELEASE_CLASSES),
    },
    { requiredKeys: ['category', 'severity', 'urgency', 'class'] },
  )
  .map((facts) => sampleFacts({ site: undefined, ...facts }));

/** Who is on duty right now. */
const arbitraryDuties: fc.Arbitrary<Record<string, { duty: 'on' | 'off' }>> = fc.dictionary(
  fc.constantFrom(...UNIT_IDS),
  fc.record({ duty: fc.constantFrom('on' as const, 'off' as const) }),
);

const plant = sampleSite({ id: 's0' });

describe('the trace of any condition', () => {
  it('agrees with the decision', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, fc.boolean(), (condition, facts, atSite) => {
        const site = atSite ? plant : undefined;
        expect(traceCondition(condition, facts, site).result).toBe(evaluate(condition, facts, site));
      }),
    );
  });
});

describe('any alert under any policy', () => {
  it('has a route, known chains only, and no chain twice', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, facts) => {
        const chains = matchRoutes(policy, facts, plant).map(({ chain }) => chain);
        expect(chains.length).toBeGreaterThan(0);
        expect(new Set(chains).size).toBe(chains.length);
        expect(Object.keys(policy.chains)).toEqual(expect.arrayContaining(chains));
      }),
    );
  });
});

describe('any step of any scenario', () => {
  it('keeps the rules, and resolves the same twice', () => {
    const question = fc.record({
      step: arbitraryStep.map(branded<Step>),
      class: fc.constantFrom(...RELEASE_CLASSES),
      site: fc.constantFrom('s0', 's1', undefined),
      onlySides: fc.option(fc.subarray([...SIDES]), { nil: undefined }),
      isCovered: fc
        .uniqueArray(fc.constantFrom('u0', 'u1', 'u2'))
        .map((units: string[]) => (unit: string) => units.includes(unit)),
    });
    fc.assert(
      fc.property(arbitraryScenario, arbitraryDuties, question, (scenario, units, asked) => {
        const { addressees, covered, unreached } = resolveTargets({ scenario, units }, asked);
        const ids = addressees.map(({ unit }) => unit);
        expect(new Set(ids).size).toBe(ids.length);
        expect(addressees.length + unreached.length).toBeGreaterThan(0);
        for (const { unit, side, action } of addressees) {
          const definition = scenario.units.find(({ id }) => id === unit);
          expect(definition).toBeDefined();
          expect(units[unit]?.duty ?? definition?.duty).toBe('on');
          expect(definition?.authority).toContain(action);
          if (scenario.rules.foreignResponders === 'prohibited' && side === 'CHN') {
            expect(['respond', 'secure']).not.toContain(action);
          }
          if (asked.class !== 'JOINT') expect(side).toBe(asked.class);
          if (asked.onlySides) expect(asked.onlySides).toContain(side);
          expect(asked.isCovered(unit)).toBe(false);
          expect(unreached.map(({ target }) => target)).not.toContain(unit);
        }
        expect(covered.every(({ unit }) => asked.isCovered(unit))).toBe(true);
        const copy = structuredClone({ scenario, units });
        expect(resolveTargets(copy, asked)).toEqual({ addressees, covered, unreached });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the explanation of any alert', () => {
  it('starts the routes that match, in order, and marks them in the tree', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryDuties, arbitraryFacts, (scenario, units, facts) => {
        const site = scenario.sites.find(({ id }) => id === facts.site);
        const explanation = explain({ scenario, units }, scenario.policy, facts, exerciseTime(1000));
        expect(explanation.matches).toEqual(matchRoutes(scenario.policy, facts, site));
        expect(explanation.plans.map(({ route, chain }) => ({ route, chain }))).toEqual(explanation.matches);
        for (const trace of tracesOf(explanation.route)) {
          if (trace.outcome === 'not-asked') continue;
          expect(trace.condition?.result ?? true).toBe(trace.outcome === 'matched');
        }
      }),
    );
  });

  it('addresses in each step whom the step would address, one after the other', () => {
    fc.assert(
      fc.property(arbitraryScenario, arbitraryDuties, arbitraryFacts, (scenario, units, facts) => {
        for (const plan of explain({ scenario, units }, scenario.policy, facts, exerciseTime(1000)).plans) {
          const chain = scenario.policy.chains[plan.chain];
          expect(plan.steps).toHaveLength((chain?.steps.length ?? 0) * (1 + (chain?.repeat ?? 0)));
          let time = 1000;
          for (const planned of plan.steps) {
            const step = chain?.steps[planned.step];
            if (!step) throw new Error('a step of no chain');
            const asked = resolveTargets({ scenario, units }, { step, class: facts.class, site: facts.site });
            expect(planned.addressees.map(({ cutOff: _, ...addressee }) => addressee)).toEqual(asked.addressees);
            expect(planned.unreached).toEqual(asked.unreached);
            expect(planned.startsAt).toBe(time + (step.delayMs ?? 0));
            time = planned.endsAt;
          }
          expect(plan.exhaustedAt).toBe(time);
        }
      }),
    );
  });
});

function tracesOf(trace: RouteTrace): RouteTrace[] {
  return [trace, ...trace.routes.flatMap(tracesOf)];
}

describe('what the lint concludes without an alert', () => {
  const arbitrarySite = fc
    .record({ province: fc.constantFrom(...PROVINCES), heads: fc.nat(100), lat: fc.integer({ min: 24, max: 36 }) })
    .map(({ province, heads, lat }) =>
      sampleSite({ id: 's0', province, nationals: { CHN: heads }, position: { lat, lon: 68 } }),
    );

  it('holds for each: a condition that implies another', () => {
    fc.assert(
      fc.property(
        arbitraryCondition,
        arbitraryCondition,
        arbitraryFacts,
        fc.option(arbitrarySite, { nil: undefined }),
        (narrow, wide, facts, site) => {
          if (!implies(narrow, wide) || !evaluate(narrow, facts, site)) return;
          expect(evaluate(wide, facts, site)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('holds for each: what is possible at a site', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, arbitrarySite, (condition, facts, site) => {
        const possible = possibility(condition, site);
        if (possible !== 'maybe') expect(evaluate(condition, facts, site)).toBe(possible === 'yes');
      }),
    );
  });

  it('holds for each: the chains that a site can reach', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, arbitrarySite, (policy, facts, site) => {
        const reachable = chainsReachableFrom(policy, site);
        for (const { chain } of matchRoutes(policy, facts, site)) expect(reachable).toContain(chain);
      }),
    );
  });
});
