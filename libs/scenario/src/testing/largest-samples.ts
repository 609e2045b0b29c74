/** Scenarios within all bounds that cost the lint the most, in their authored form: for specs about what a check costs. */
import { type Json, right } from './sample-script.js';
import { SCENARIO_LIMITS as LIMITS } from '#contracts/scenario/schema-fields.js';

const count = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
const fixed = (seconds: number): Json => ({ kind: 'fixed', time: `${seconds}s` });

function site(index: number, more: Json = {}): Json {
  const nationals = { PAK: 1, CHN: 1 };
  return {
    id: `s${index}`,
    name: `Site ${index}`,
    kind: 'camp',
    province: 'Sindh',
    position: { lat: 25, lon: 68 },
    nationals,
    ...more,
  };
}

function unit(index: number, more: Json = {}): Json {
  const behaviour = { acknowledge: fixed(10), enRoute: fixed(10), onScene: fixed(10), clear: fixed(10) };
  return {
    id: `u${index}`,
    name: `Unit ${index}`,
    side: index % 2 === 0 ? 'PAK' : 'CHN',
    kind: index % 2 === 0 ? 'provincial-police' : 'consulate',
    jurisdiction: { provinces: ['Sindh'] },
    authority: index % 2 === 0 ? ['respond', 'inform'] : ['inform'],
    behaviour,
    ...more,
  };
}

function step(id: string, targets: readonly Json[], more: Json = {}): Json {
  return { id, targets, requirement: 'any', ackWithin: '1m', ...more };
}

function chains(length: number, steps: (chain: number) => readonly Json[]): Json {
  return Object.fromEntries(count(length, (index) => [`c${index}`, { steps: steps(index), expireAfter: '10m' }]));
}

function withPolicy(json: Json, policy: Json): Json {
  const { policy: old } = json;
  return { ...json, injects: [], expectations: [], policy: { ...(old as Json), groups: {}, ...policy } };
}

/** Routes side by side, below parents of 200 each; each goes on to the next one, so that an alert starts all the chains. */
function routesToAll(length: number, chainCount: number): Json {
  const leaf = (index: number): Json => ({ id: `r${index}`, continue: true, chain: `c${index % chainCount}` });
  const parents = count(Math.ceil(length / LIMITS.routes), (parent) => {
    const first = parent * LIMITS.routes;
    return {
      id: `p${parent}`,
      continue: true,
      routes: count(Math.min(LIMITS.routes, length - first), (index) => leaf(first + index)),
    };
  });
  return { id: 'default', chain: 'c0', routes: parents };
}

const sites = count(LIMITS.sites, (index) => site(index));
const units = count(LIMITS.units, (index) => unit(index));
const everyone = units.map(({ id }) => id);
const KINDS: readonly Json[] = [
  { kind: 'consulate', action: 'inform' },
  { kind: 'provincial-police', action: 'inform' },
  { kind: 'provincial-police', action: 'respond' },
];

/** A scenario of the size that the largest exercises have: 2,000 sites, 2,000 units, 600 chains, all kinds of targets. */
export function largeScenario(): Json {
  const targets: readonly Json[] = [
    { side: 'PAK', action: 'respond' },
    { kind: 'provincial-police', action: 'respond' },
    { kind: 'consulate', action: 'inform' },
    { group: 'all', action: 'inform' },
  ];
  const route = {
    id: 'default',
    chain: 'c0',
    routes: count(LIMITS.routes, (index) => ({
      id: `r${index}`,
      match: { field: 'site.id', equals: `s${index}` },
      chain: `c${index}`,
    })),
  };
  const policy = {
    route,
    groups: { all: everyone },
    chains: chains(600, () => [
      step('first', targets, { requirement: 'each-side' }),
      step('second', targets, { requirement: { count: 10 } }),
      step('third', targets),
    ]),
  };
  return withPolicy({ ...right(), sites, units }, policy);
}

/** By what they make grow. */
export const LARGEST: Readonly<Record<string, () => Json>> = {
  'large in all ways': largeScenario,
  'sites of their own, all chains reachable from each': () =>
    withPolicy(
      {
        ...right(),
        sites: count(LIMITS.sites, (index) => site(index, { province: `P${index % 500}`, nationals: { CHN: 1 } })),
        units: count(LIMITS.units, (index) =>
          unit(index, { jurisdiction: { provinces: count(20, (n) => `P${(index + n) % 500}`), sites: [`s${index}`] } }),
        ),
      },
      { route: routesToAll(1_900, 1_900), chains: chains(1_900, () => [step('one', KINDS)]) },
    ),
  'tests of sites': () =>
    withPolicy(
      { ...right(), sites: count(LIMITS.sites, (index) => site(index, { province: `P${index}` })), units },
      {
        chains: chains(200, () => [step('one', KINDS)]),
        route: {
          id: 'default',
          chain: 'c0',
          routes: count(LIMITS.routes, (index) => ({
            id: `r${index}`,
            chain: `c${index}`,
            continue: true,
            match: {
              all: [
                {
                  any: count(12, (test) => ({
                    field: 'site.province',
                    oneOf: count(36, (value) => `X${index}-${test}-${value}`),
                  })),
                },
                { field: 'site.position', within: { lat: 25, lon: 68, radiusKm: 1 + index } },
              ],
            },
          })),
        },
      },
    ),
  'routes that are compared': () =>
    withPolicy(
      { ...right(), sites: sites.slice(0, 20), units: units.slice(0, 20) },
      {
        chains: chains(200, () => [step('one', KINDS)]),
        route: {
          id: 'default',
          chain: 'c0',
          routes: count(LIMITS.routes, (index) => ({
            id: `r${index}`,
            chain: `c${index}`,
            match: {
              any: count(22, (test) => ({
                field: 'alert.sender',
                oneOf: count(LIMITS.values / 4, (value) => (value === 0 ? `a${index}-${test}` : `v${value}`)),
              })),
            },
          })),
        },
      },
    ),
  'targets of a step before': () =>
    withPolicy(
      { ...right(), sites: sites.slice(0, 20), units },
      {
        groups: Object.fromEntries(
          count(200, (index) => [`g${index}`, count(50, (member) => `u${(index + member * 2) % 2_000}`)]),
        ),
        route: routesToAll(50, 50),
        chains: chains(50, () => [
          step(
            'first',
            count(100, (index) => ({ group: `g${index}`, action: 'inform' })),
          ),
          step(
            'second',
            count(100, (index) => ({ group: `g${100 + index}`, action: 'inform' })),
          ),
        ]),
      },
    ),
  'large counts': () =>
    withPolicy(
      { ...right(), sites: count(LIMITS.sites, (index) => site(index, { province: `P${index}` })), units },
      {
        route: routesToAll(100, 100),
        chains: chains(100, () => [
          step(
            'one',
            count(100, (index) => KINDS[index % 3] ?? {}),
            { requirement: { count: 1_999 } },
          ),
        ]),
      },
    ),
  'answers that are late': () =>
    withPolicy(
      {
        ...right(),
        sites: sites.slice(0, 20),
        units: count(LIMITS.units, (index) =>
          unit(index, {
            behaviour: { acknowledge: fixed(index + 70), enRoute: fixed(1), onScene: fixed(1), clear: fixed(1) },
          }),
        ),
      },
      {
        groups: { all: everyone },
        route: routesToAll(100, 100),
        chains: chains(100, () => [
          step(
            'one',
            count(100, () => ({ group: 'all', action: 'inform' })),
          ),
        ]),
      },
    ),
  'updates of updates': () => {
    const json = right();
    const [fire] = json['injects'] as Json[];
    const alert = { ...(fire as { alert: Json }).alert, site: undefined };
    return {
      ...json,
      injects: count(LIMITS.injects, (index) => ({
        id: `i${index}`,
        at: index === LIMITS.injects - 1 ? 'T+00:05' : 'T+00:06',
        alert: { ...alert, ...(index < LIMITS.injects - 1 && { updates: `i${index + 1}` }) },
      })),
      expectations: count(LIMITS.expectations, (index) => ({
        id: `e${index}`,
        acknowledged: { side: 'CHN', incident: `i${index}` },
        before: 'T+00:30',
      })),
    };
  },
  'alerts that start all chains': () => {
    const json = largeScenario();
    const [fire] = right()['injects'] as Json[];
    return {
      ...json,
      policy: {
        ...(json['policy'] as Json),
        route: routesToAll(600, 600),
      },
      injects: count(LIMITS.injects, (index) => ({
        id: `i${index}`,
        at: 'T+00:05',
        alert: { ...(fire as { alert: Json }).alert, site: `s${index}` },
      })),
      expectations: count(LIMITS.expectations, (index) => ({
        id: `e${index}`,
        acknowledged: { side: 'CHN', incident: `i${index}` },
        before: 'T+00:30',
      })),
    };
  },
  'conditions that wait for each other': () => {
    const json = right();
    const [fire] = json['injects'] as Json[];
    const { alert } = fire as { alert: Json };
    return {
      ...json,
      injects: count(LIMITS.injects, (index) => ({
        id: `i${index}`,
        ...(index === LIMITS.injects - 1
          ? { at: 'T+00:05' }
          : { when: { all: count(3, (n) => ({ escalated: { incident: `i${index + 1}`, level: n + 1 } })) } }),
        alert,
      })),
      expectations: [],
    };
  },
};
