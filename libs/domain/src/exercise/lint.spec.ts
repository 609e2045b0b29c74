import type { Plain } from '../kernel/brand.js';
import {
  MINUTE,
  policyWithRoutes,
  SAMPLE_UNITS,
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleSite,
  sampleStep,
  sampleUnit,
} from '../testing/sample-scenario.js';
import type { Scenario } from './scenario.js';
import { lintScenario } from './lint.js';
import type { Chain, Condition, Route, Target } from '../policy/policy.js';

function found(scenario: Partial<Plain<Scenario>>): string[] {
  return lintScenario(sampleScenario(scenario)).map(({ code, path }) => `${code} ${path}`);
}

/** Sites without nationals: what a spec leaves out of its chain is then nobody's loss. */
const emptySites = [sampleSite({ id: 'plant', nationals: {} })];
const withRoutes = (routes: Plain<Route>[]): string[] => found({ sites: emptySites, policy: policyWithRoutes(routes) });
const withChain = (chain: Partial<Plain<Chain>>, scenario: Partial<Plain<Scenario>> = {}): string[] =>
  found({ sites: emptySites, policy: samplePolicy({ chains: { standard: sampleChain(chain) } }), ...scenario });
const withTargets = (...targets: Plain<Target>[]): string[] =>
  withChain({ steps: [sampleStep({ targets, requirement: 'any' })] });

const severe: Condition = { field: 'alert.severity', atLeast: 'Severe' };
const extreme: Condition = { field: 'alert.severity', equals: 'Extreme' };
const port: Condition = { field: 'site.kind', equals: 'port' };

describe('the lint is content', () => {
  it('with the sample', () => {
    expect(found({})).toEqual([]);
  });
});

describe('the lint tells errors', () => {
  it('and leaves it at that', () => {
    const policy = samplePolicy({ route: { id: 'default', chain: 'none' } });
    expect(found({ policy })).toEqual(['UNKNOWN_CHAIN policy.route.chain']);
  });
});

describe('the lint warns of a route', () => {
  const second = ['UNREACHABLE_ROUTE policy.route.routes[1]', 'UNUSED_CHAIN policy.chains.b'];

  const taken: [string, Condition | undefined, Condition | undefined][] = [
    ['everything', undefined, severe],
    ['the same', severe, severe],
    ['more severities', severe, extreme],
    ['one of its two conditions', severe, { all: [extreme, port] }],
    ['either of its alternatives', { any: [severe, port] }, { any: [extreme, port] }],
    ['more values', { field: 'site.kind', oneOf: ['port', 'mine'] }, port],
    ['a wider range', { field: 'site.nationals.CHN', atLeast: 5 }, { field: 'site.nationals.CHN', within: [5, 9] }],
    ['a wider circle', circle(26, 100), circle(26.1, 50)],
    ['whatever is there', { field: 'site.kind', exists: true }, port],
    ['the negation of less', { not: extreme }, { not: severe }],
    ['the ranks one by one', { field: 'alert.severity', oneOf: ['Severe', 'Extreme'] }, severe],
  ];
  it.each(taken)('that comes after one that takes %s', (_, earlier, later) => {
    const routes: Plain<Route>[] = [
      { id: 'first', match: earlier, chain: 'a' },
      { id: 'second', match: later, chain: 'b' },
    ];
    expect(withRoutes(routes)).toEqual(second);
    expect(withRoutes([{ id: 'zero', match: earlier, chain: 'a', continue: true }, ...routes.slice(1)])).toEqual([]);
  });

  const free: [string, Condition, Condition | undefined][] = [
    ['less', extreme, severe],
    ['something else', port, severe],
    ['both of two', { all: [severe, port] }, severe],
    ['a smaller circle', circle(26, 50), circle(26, 100)],
    ['the opposite', { not: severe }, severe],
    ['part of everything', severe, undefined],
  ];
  it.each(free)('but not of one that comes after one that takes %s', (_, earlier, later) => {
    const routes: Plain<Route>[] = [
      { id: 'first', match: earlier, chain: 'a' },
      { id: 'second', match: later, chain: 'b' },
    ];
    expect(withRoutes(routes)).toEqual([]);
  });

  it('whose parent has narrowed it to what an earlier sibling takes', () => {
    const children: Plain<Route>[] = [{ id: 'a', match: severe }, { id: 'b' }];
    expect(withRoutes([{ id: 'parent', match: extreme, chain: 'a', routes: children }])).toEqual([
      'UNREACHABLE_ROUTE policy.route.routes[0].routes[1]',
    ]);
  });

  const count = (test: object): Condition => ({ field: 'site.nationals.CHN', ...test }) as Condition;
  const minor: Condition = { field: 'alert.severity', equals: 'Minor' };
  const contradictory: [string, Condition][] = [
    ['two severities', { all: [minor, { field: 'alert.severity', equals: 'Moderate' }] }],
    ['a severity below and above', { all: [severe, { any: [minor, { field: 'alert.severity', atMost: 'Minor' }] }] }],
    ['a kind of site and its negation', { all: [port, { all: [{ not: port }] }] }],
    ['two kinds of site', { all: [port, { field: 'site.kind', oneOf: ['mine', 'camp'] }] }],
    ['more and fewer people', { all: [count({ atLeast: 10 }), count({ atMost: 9 })] }],
    [
      'a source and none',
      {
        all: [
          { field: 'alert.source', exists: false },
          { field: 'alert.source', equals: 'a' },
        ],
      },
    ],
  ];
  it.each(contradictory)('that asks for %s', (_, match) => {
    const wanted = ['UNREACHABLE_ROUTE policy.route.routes[0]', 'UNUSED_CHAIN policy.chains.a'];
    const spare: Plain<Route> = { id: 'second', match: extreme, chain: 'b' };
    expect(withRoutes([{ id: 'first', match, chain: 'a' }, spare])).toEqual(wanted);
  });

  it('that asks for something else than its parent', () => {
    const children: Plain<Route>[] = [{ id: 'child', match: minor }];
    expect(withRoutes([{ id: 'parent', match: severe, chain: 'a', routes: children }])).toEqual([
      'UNREACHABLE_ROUTE policy.route.routes[0].routes[0]',
    ]);
  });

  const possible: [string, Condition][] = [
    [
      'two categories, of which an alert may bear both',
      {
        all: [
          { field: 'alert.category', equals: 'Fire' },
          { field: 'alert.category', equals: 'Health' },
        ],
      },
    ],
    ['a range of one', { all: [count({ atLeast: 9 }), count({ atMost: 9 })] }],
    ['a severity or another', { any: [minor, severe] }],
    ['neither of two kinds of site', { not: { field: 'site.kind', oneOf: ['mine', 'camp'] } }],
    ['a severity and a kind of site', { all: [severe, port] }],
    ['no source', { field: 'alert.source', exists: false }],
  ];
  it.each(possible)('but not of one that asks for %s', (_, match) => {
    expect(
      withRoutes([
        { id: 'first', match, chain: 'a' },
        { id: 'second', chain: 'b' },
      ]),
    ).toEqual([]);
  });

  it('for one side’s alerts whose chain also addresses the other side', () => {
    const classified: Plain<Route> = { id: 'pak', match: { field: 'alert.class', equals: 'PAK' }, chain: 'a' };
    expect(withRoutes([classified])).toEqual(['NOT_RELEASABLE policy.route.routes[0]']);
    const [finding] = lintScenario(sampleScenario({ sites: emptySites, policy: policyWithRoutes([classified]) }));
    expect(finding?.message).toBe(
      '"pak" takes alerts of class PAK, but its chain "a" also addresses kind:consulate (consulate). The other side may not know of them, so it will not be asked.',
    );
  });

  function circle(lat: number, radiusKm: number): Condition {
    return { field: 'site.position', within: { lat, lon: 67, radiusKm } };
  }
});

describe('the lint warns of a chain', () => {
  const path = 'policy.chains.standard';

  it('that no route leads to', () => {
    const policy = samplePolicy({ chains: { standard: sampleChain(), spare: sampleChain() } });
    expect(found({ policy })).toEqual(['UNUSED_CHAIN policy.chains.spare']);
  });

  it('with a step that the waits before it put off beyond the end', () => {
    const slow = sampleStep({ ackWithinMs: 120 * MINUTE });
    const late = sampleStep({ id: 'late', targets: [{ unit: 'spu', action: 'secure' }], requirement: 'any' });
    expect(withChain({ steps: [slow, late], expireAfterMs: 120 * MINUTE })).toEqual([
      `UNREACHABLE_STEP ${path}.steps[1]`,
    ]);
    const delayed = { ...late, delayMs: MINUTE };
    expect(
      withChain({ steps: [sampleStep({ ackWithinMs: 118 * MINUTE }), delayed], expireAfterMs: 119 * MINUTE }),
    ).toEqual([]);
  });

  it('with a wait longer than the exercise', () => {
    const wait = 121 * MINUTE;
    expect(withChain({ remindEveryMs: wait, ackExpiresMs: wait, expireAfterMs: 122 * MINUTE })).toEqual([
      `WAIT_BEYOND_EXERCISE ${path}.remindEvery`,
      `WAIT_BEYOND_EXERCISE ${path}.ackExpires`,
      `WAIT_BEYOND_EXERCISE ${path}.expireAfter`,
    ]);
    expect(found({ policy: samplePolicy({ closeAfterMs: wait }) })).toEqual(['WAIT_BEYOND_EXERCISE policy.closeAfter']);
    const deadlines = { release: { decideWithinMs: wait }, messages: { answerWithinMs: wait } };
    expect(found({ policy: samplePolicy(deadlines) })).toEqual([
      'WAIT_BEYOND_EXERCISE policy.release.decideWithin',
      'WAIT_BEYOND_EXERCISE policy.messages.answerWithin',
    ]);
  });

  it('with a reminder that comes after the notification has expired', () => {
    expect(withChain({ remindEveryMs: 30 * MINUTE })).toEqual([`REMINDER_AFTER_EXPIRY ${path}.remindEvery`]);
  });

  it('with a deadline that the expiry forestalls', () => {
    expect(withChain({ expireAfterMs: 4 * MINUTE })).toEqual([`EXPIRY_BEFORE_DEADLINE ${path}.steps[0].ackWithin`]);
  });

  it('that asks for each side but can address one only', () => {
    const oneSided = sampleStep({ targets: [{ side: 'PAK', action: 'inform' }] });
    expect(withChain({ steps: [oneSided] })).toEqual([`ONE_SIDED ${path}.steps[0].requirement`]);
  });

  it('that asks for more units than it has asked so far', () => {
    const two = sampleStep({ requirement: { count: 3 }, targets: [{ side: 'CHN', action: 'inform' }] });
    const more = sampleStep({ id: 'more', requirement: { count: 3 }, targets: [{ unit: 'spu', action: 'inform' }] });
    expect(withChain({ steps: [two, more] })).toEqual([`COUNT_ABOVE_UNITS ${path}.steps[0].requirement.count`]);
  });

  const asking = (scenario: Partial<Plain<Scenario>>, count: number): string[] => {
    const targets: Plain<Target>[] = [{ kind: 'rescue-service', action: 'inform' }];
    return withChain({ steps: [sampleStep({ requirement: { count }, targets })] }, scenario);
  };

  it('that asks for as many as there are at two sites together, but at neither', () => {
    const sites = ['plant', 'port'].map((id) => sampleSite({ id, nationals: {} }));
    const units = ['one', 'two', 'three'].map((id, index) =>
      sampleUnit({ id, kind: 'rescue-service', jurisdiction: { sites: [index < 2 ? 'plant' : 'port'] } }),
    );
    expect(asking({ sites, units }, 2)).toEqual([]);
    expect(asking({ sites, units }, 3)).toEqual([`COUNT_ABOVE_UNITS ${path}.steps[0].requirement.count`]);
  });

  it('that asks for more than there are at any one site, however many sites there are', () => {
    const ids = Array.from({ length: 1_500 }, (_, i) => `site-${i}`);
    const sites = ids.map((id) => sampleSite({ id, nationals: {} }));
    const units = ids.map((site, i) =>
      sampleUnit({ id: `unit-${i}`, kind: 'rescue-service', jurisdiction: { sites: [site] } }),
    );
    expect(asking({ sites, units }, 1)).toEqual([]);
    expect(asking({ sites, units }, 2)).toEqual([`COUNT_ABOVE_UNITS ${path}.steps[0].requirement.count`]);
  });
});

describe('the lint warns of coordinates', () => {
  it('that look swapped, of a site and of a circle', () => {
    const sites = [sampleSite({ id: 'plant', position: { lat: 68, lon: 25 }, nationals: {} })];
    expect(found({ sites })).toEqual(['COORDINATES_SWAPPED sites[0].position']);
    const match: Condition = { not: { field: 'site.position', within: { lat: 67, lon: 24.8, radiusKm: 40 } } };
    expect(withRoutes([{ id: 'first', match, chain: 'a' }])).toEqual([
      'COORDINATES_SWAPPED policy.route.routes[0].match.not.within',
    ]);
  });

  it.each([
    [36, 74],
    [51, 10],
    [31, 121],
    [-25, 68],
  ])('but not of %d, %d', (lat, lon) => {
    expect(found({ sites: [sampleSite({ id: 'plant', position: { lat, lon }, nationals: {} })] })).toEqual([]);
  });
});

describe('the lint warns of a unit', () => {
  const nowhere = sampleUnit({ id: 'nowhere', jurisdiction: {} });

  it('without jurisdiction, whose kind a step addresses', () => {
    expect(found({ units: [...SAMPLE_UNITS, nowhere] })).toEqual(['UNIT_WITHOUT_JURISDICTION units[5].jurisdiction']);
  });

  it('but not where steps name it', () => {
    const steps = [sampleStep({ requirement: 'any', targets: [{ unit: 'nowhere', action: 'respond' }] })];
    expect(withChain({ steps }, { units: [nowhere] })).toEqual([]);
  });
});

describe('the lint warns of a target', () => {
  const path = 'policy.chains.standard.steps[0].targets[0]';

  it('that means nobody', () => {
    expect(withTargets({ kind: 'embassy', action: 'inform' })).toEqual([`EMPTY_TARGET ${path}`]);
    expect(withTargets({ kind: 'consulate', side: 'PAK', action: 'inform' })).toEqual([`EMPTY_TARGET ${path}`]);
  });

  it('of a kind that covers no site', () => {
    const units = [
      ...SAMPLE_UNITS,
      sampleUnit({ id: 'far', kind: 'rescue-service', jurisdiction: { provinces: ['X'] } }),
    ];
    const steps = [sampleStep({ requirement: 'any', targets: [{ kind: 'rescue-service', action: 'respond' }] })];
    expect(withChain({ steps }, { units })).toEqual([`EMPTY_TARGET ${path}`]);
  });

  it('that is an empty group; and of a group that no step addresses', () => {
    const steps = [sampleStep({ requirement: 'any', targets: [{ group: 'none', action: 'inform' }] })];
    const policy = samplePolicy({ chains: { standard: sampleChain({ steps }) }, groups: { none: [], spare: ['spu'] } });
    expect(found({ sites: emptySites, policy })).toEqual([`EMPTY_TARGET ${path}`, 'UNUSED_GROUP policy.groups.spare']);
  });

  it('without authority for what it is asked', () => {
    expect(withTargets({ unit: 'spu', action: 'consular' })).toEqual([`LACKS_AUTHORITY ${path}`]);
    expect(withTargets({ side: 'PAK', action: 'consular' })).toEqual([`LACKS_AUTHORITY ${path}`]);
  });

  it('with the units that it means', () => {
    const steps = [sampleStep({ requirement: 'any', targets: [{ side: 'PAK', action: 'consular' }] })];
    const policy = samplePolicy({ chains: { standard: sampleChain({ steps }) } });
    expect(lintScenario(sampleScenario({ sites: emptySites, policy }))[0]?.message).toBe(
      'No unit of side:PAK (spu, police-sindh, police-balochistan) has authority to consular.',
    );
  });
});

describe('the lint warns of a site', () => {
  const policeOnly = sampleStep({ requirement: 'any', targets: [{ side: 'PAK', action: 'respond' }] });
  const routes: Plain<Route>[] = [
    { id: 'mines', match: { all: [{ field: 'site.kind', equals: 'mine' }, severe] }, chain: 'mines' },
    { id: 'rest', match: { not: { field: 'site.kind', equals: 'camp' } }, chain: 'rest' },
  ];
  const policy = samplePolicy({
    route: { id: 'default', chain: 'standard', routes },
    chains: { standard: sampleChain(), mines: sampleChain(), rest: sampleChain({ steps: [policeOnly] }) },
  });

  it('with nationals of a side that no chain it can reach addresses', () => {
    const sites = [
      sampleSite({ id: 'mine', kind: 'mine' }),
      sampleSite({ id: 'plant' }),
      sampleSite({ id: 'camp', kind: 'camp' }),
      sampleSite({ id: 'town', nationals: { PAK: 5 } }),
    ];
    expect(found({ sites, policy })).toEqual(['SITE_WITHOUT_UNIT sites[1]']);
  });

  it('even if a later chain would, which no alert there gets to', () => {
    const later: Plain<Route> = { id: 'later', match: severe, chain: 'mines' };
    const route: Plain<Route> = { id: 'default', chain: 'standard', routes: [...routes, later] };
    const sites = [sampleSite({ id: 'plant' }), sampleSite({ id: 'camp', kind: 'camp' })];
    expect(found({ sites, policy: { ...policy, route } })).toEqual(['SITE_WITHOUT_UNIT sites[0]']);
  });

  it('beyond the jurisdiction of each unit of that side', () => {
    const sites = [sampleSite({ id: 'plant' }), sampleSite({ id: 'far', consularDistrict: 'Lahore' })];
    expect(found({ sites })).toEqual(['SITE_WITHOUT_UNIT sites[1]']);
  });
});
