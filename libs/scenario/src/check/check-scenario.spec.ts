import { chainId } from '#domain/kernel/ids.js';
import fc from 'fast-check';
import { MINUTE, sampleChain, samplePolicy, sampleScenario, sampleSite } from '#domain/testing/sample-scenario.js';
import { type Chain, ON_RAISE } from '#domain/policy/policy.js';
import { InputError } from '#contracts/problem.js';
import { MAX_DURATION_MS } from '#contracts/scenario/duration.js';
import { toAuthored } from '../compile/to-authored.js';
import { inspectScenario, parseScenario } from './check-scenario.js';
import { scenarioJsonSchema } from '../json-schema.js';

const STANDARD = chainId('standard');

type Json = Record<string, unknown>;

/** The sample in its authored form, with one place replaced; `undefined` removes it. */
function authored(path = '', value?: unknown): unknown {
  const json = JSON.parse(JSON.stringify(toAuthored(sampleScenario()))) as Json;
  const keys = path.split('.').filter((key) => key !== '');
  const last = keys.pop();
  if (last === undefined) return json;
  const place = keys.reduce((at: Json, key) => at[key] as Json, json);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return json;
}

function problems(json: unknown): string[] {
  try {
    parseScenario(json);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.status).toBe(422);
    return error.problems.map(({ code, path }) => `${code} ${path}`.trim());
  }
  return [];
}

function message(json: unknown): string | undefined {
  return inspectScenario(json).problems[0]?.message;
}

const step = 'policy.chains.standard.steps.0';
const test = { field: 'alert.severity', equals: 'Severe' };

describe('a scenario file', () => {
  it('reads into what the engine runs', () => {
    expect(parseScenario(authored())).toEqual(sampleScenario({ links: undefined }));
  });

  it('may leave out what has a default', () => {
    const json = authored() as { units: Json[]; policy: { chains: { standard: Json } } } & Json;
    for (const key of ['seed', 'rules', 'description']) delete json[key];
    for (const key of ['capacity', 'duty', 'mode']) delete json.units[0]?.[key];
    delete json.policy.chains.standard['repeat'];
    const scenario = parseScenario({ $schema: './scenario.schema.json', ...json });
    expect(scenario).toMatchObject({ seed: 'sample', rules: { foreignResponders: 'prohibited' } });
    expect(scenario.units[0]).toMatchObject({ capacity: 1, duty: 'on', mode: 'simulated' });
    expect(scenario.policy.chains[STANDARD]?.repeat).toBe(0);
    expect(Object.keys(scenario)).not.toContain('$schema');
  });

  it('says whether a chain asks again when the incident gets graver', () => {
    const chainOf = (value?: unknown) =>
      parseScenario(authored('policy.chains.standard.onRaise', value)).policy.chains[STANDARD];
    expect(chainOf('reacknowledge')).toMatchObject({ onRaise: 'reacknowledge' });
    expect(chainOf()).not.toHaveProperty('onRaise');
    const chains = { standard: sampleChain({ onRaise: 'reacknowledge' }) };
    const written = toAuthored(sampleScenario({ policy: samplePolicy({ chains }) }));
    expect(written).toMatchObject({ policy: { chains: { standard: { onRaise: 'reacknowledge' } } } });
    expect(message(authored('policy.chains.standard.onRaise', 'ignore'))).toBe(
      'policy.chains.standard.onRaise is "ignore"; it must be one of inform, reacknowledge.',
    );
  });

  it('may give a text in English only', () => {
    expect(parseScenario(authored('title', 'Sample'))).toEqual(sampleScenario());
  });

  it('gives each duration in milliseconds', () => {
    expect(parseScenario(authored(`${step}.ackWithin`, '1m30s')).policy.chains[STANDARD]?.steps[0]?.ackWithinMs).toBe(
      90_000,
    );
  });

  it('stays the same when it is written and read again', () => {
    const time = fc.integer({ min: 1, max: MAX_DURATION_MS });
    const chain: fc.Arbitrary<Partial<Chain>> = fc.record(
      {
        remindEveryMs: time,
        ackExpiresMs: time,
        expireAfterMs: time,
        repeat: fc.nat(20),
        onRaise: fc.constantFrom(...ON_RAISE),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(time, chain, fc.nat(100), (durationMs, parts, heads) => {
        const scenario = sampleScenario({
          durationMs,
          sites: [sampleSite({ id: 'plant', nationals: { CHN: heads } })],
          links: { CHN: { status: 'degraded', latencyMs: MINUTE, loss: 0.5 }, PAK: { status: 'down' } },
          policy: samplePolicy({ closeAfterMs: MINUTE, chains: { standard: sampleChain(parts) } }),
        });
        expect(parseScenario(JSON.parse(JSON.stringify(toAuthored(scenario))))).toEqual(scenario);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a scenario file is refused', () => {
  const units = 'units.0';
  const table: [string, string, unknown, string[]][] = [
    ['a missing field', 'duration', undefined, ['MISSING_FIELD duration']],
    ['an unknown field', `${units}.colour`, 'red', ['UNKNOWN_FIELD units[0].colour']],
    ['a number for a duration', 'duration', 5000, ['WRONG_TYPE duration']],
    ['a text that is no duration', `${step}.ackWithin`, '5 min', [`FORMAT ${dotted(step)}.ackWithin`]],
    ['a duration beyond 30 days', 'duration', '721h', ['FORMAT duration']],
    ['an unknown side', `${units}.side`, 'XYZ', ['NOT_ONE_OF units[0].side']],
    ['an id with spaces', `${units}.id`, 'a b', ['FORMAT units[0].id']],
    ['an id that an object has by itself', 'policy.groups.constructor', [], ['INVALID_KEY policy.groups.constructor']],
    ['a text without English', 'title', { ur: 'مشق' }, ['MISSING_FIELD title']],
    ['a number for a text', 'title', 5, ['WRONG_TYPE title']],
    ['bidi controls in a text', 'title', { en: 'a\u202Eb' }, ['FORBIDDEN_CHARACTER title.en']],
    [
      'a distribution of no kind',
      `${units}.behaviour.clear`,
      { time: '5m' },
      ['MISSING_FIELD units[0].behaviour.clear.kind'],
    ],
    [
      'an unknown distribution',
      `${units}.behaviour.clear`,
      { kind: 'x' },
      ['NOT_ONE_OF units[0].behaviour.clear.kind'],
    ],
    [
      'half a distribution',
      `${units}.behaviour.clear`,
      { kind: 'uniform', min: '5m' },
      ['MISSING_FIELD units[0].behaviour.clear.max'],
    ],
    ['an unknown requirement', `${step}.requirement`, 'most', [`WRONG_TYPE ${dotted(step)}.requirement`]],
    [
      'a count that is no number',
      `${step}.requirement`,
      { count: 'two' },
      [`WRONG_TYPE ${dotted(step)}.requirement.count`],
    ],
    [
      'two kinds of target',
      `${step}.targets`,
      [{ action: 'inform', unit: 'spu', side: 'PAK' }],
      [`FORMAT ${dotted(step)}.targets[0]`],
    ],
    ['a target that is nobody', `${step}.targets`, [{ action: 'inform' }], [`FORMAT ${dotted(step)}.targets[0]`]],
    [
      'a test without a field',
      'policy.route.match',
      { equals: 3 },
      ['FORMAT policy.route.match', 'FORMAT policy.route.match', 'DEFAULT_ROUTE policy.route.match'],
    ],
    [
      'two tests at once',
      'policy.route.match',
      { ...test, exists: true },
      ['FORMAT policy.route.match', 'DEFAULT_ROUTE policy.route.match'],
    ],
    [
      'an unknown test',
      'policy.route.match',
      { not: { ...test, like: 'S' } },
      ['UNKNOWN_FIELD policy.route.match.not.like', 'DEFAULT_ROUTE policy.route.match'],
    ],
    [
      'a condition of two kinds',
      'policy.route.match',
      { all: [], any: [] },
      ['FORMAT policy.route.match', 'DEFAULT_ROUTE policy.route.match'],
    ],
    [
      'a circle without a radius',
      'policy.route.match',
      { field: 'site.position', within: { lat: 1, lon: 2 } },
      ['MISSING_FIELD policy.route.match.within.radiusKm', 'DEFAULT_ROUTE policy.route.match'],
    ],
    ['a position off the globe', 'sites.0.position', { lat: 91, lon: 0 }, ['TOO_BIG sites[0].position.lat']],
  ];
  it.each(table)('for %s', (_, path, value, expected) => {
    expect(problems(authored(path, value))).toEqual(expected);
  });

  it('for too many sites', () => {
    const sites = Array.from({ length: 2001 }, (_, index) => sampleSite({ id: index === 0 ? 'plant' : `s${index}` }));
    expect(problems(authored('sites', sites))).toEqual(['TOO_MANY sites']);
  });

  it('which says how an object looks that is something else', () => {
    const unit = 'units.0.behaviour';
    expect(message(authored(`${unit}.acknowledge`, '1m'))).toContain(
      '"1m"; it must be an object, such as { kind: fixed, time: 1m }',
    );
    expect(message(authored(unit, '1m'))).toContain(
      'acknowledge, enRoute, onScene and clear, each such as { kind: fixed, time: 1m }',
    );
    expect(message(authored('units.0.link', 'down'))).toContain('such as { status: up }');
  });

  it('with a message that says what would be right', () => {
    expect(message(authored(`${step}.ackWithin`, '5 min'))).toMatch(/"5 min".*such as 500ms, 90s, 5m or 1h30m/);
    expect(message(authored(`${step}.requirement`, 'most'))).toMatch(/one of any, all, each-side or an object/);
    expect(message(authored(`${step}.targets`, [{ action: 'inform' }]))).toMatch(/one of unit, group, kind/);
  });

  it('with all its problems of shape at once', () => {
    expect(problems({ ...(authored('duration', '5') as object), id: 'A', extra: 1 })).toEqual([
      'FORMAT id',
      'FORMAT duration',
      'UNKNOWN_FIELD extra',
    ]);
  });

  it('without a fault of what refers to the part that is wrong, whichever it is', () => {
    const places = (value: unknown, path: string): string[] =>
      typeof value !== 'object' || value === null
        ? [path]
        : [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}${path && '.'}${key}`))];
    // Of each list the first two stand for all.
    const all = places(authored(), '').filter((path) => path !== '' && !/\.[2-9](\.|$)/.test(path));
    expect(all.length).toBeGreaterThan(100);
    const shapeOnly = /^(WRONG_TYPE|MISSING_FIELD|NOT_ONE_OF|FORMAT|UNKNOWN_FIELD|TOO_\w+|INVALID_KEY) /;
    const told = all.map((path) => [path, problems(authored(path, false)).filter((line) => !shapeOnly.test(line))]);
    expect(told.filter(([, others]) => others?.length !== 0)).toEqual([]);
  });

  it('with all breaches of the rules, once the shape is right', () => {
    const json = authored('policy.route', { id: 'default' }) as { units: Json[] };
    json.units.push({ ...json.units[0], authority: ['respond'] });
    expect(problems(json)).toEqual(['DUPLICATE_ID units[5].id', 'DEFAULT_ROUTE policy.route.chain']);
  });

  it('when routes or conditions nest too deep, or there are too many in all', () => {
    const nested = (levels: number): Json => (levels === 1 ? test : { not: nested(levels - 1) });
    const routes = (levels: number): Json => ({
      id: `r${levels}`,
      ...(levels > 0 && { routes: [routes(levels - 1)] }),
    });
    const withRoute = (route: Json): string[] => problems(authored('policy.route', { chain: 'standard', ...route }));
    expect(withRoute({ id: 'top', routes: [{ id: 'r', match: nested(8) }] })).toEqual([]);
    expect(withRoute({ id: 'top', routes: [{ id: 'r', match: nested(9) }] })).toEqual([
      'JSON_TOO_DEEP policy.route.routes[0].match',
    ]);
    expect(withRoute(routes(8))).toEqual([]);
    expect(withRoute(routes(9))).toEqual([`JSON_TOO_DEEP policy.route${'.routes[0]'.repeat(9)}`]);
    expect(withRoute(routes(5_000))).toEqual(['JSON_TOO_DEEP']);
    const tests = Array.from({ length: 51 }, () => ({ all: Array.from({ length: 99 }, () => test) }));
    const many = tests.map((match, index) => ({ id: `r${index}`, match }));
    expect(withRoute({ id: 'top', routes: many })).toEqual(['TOO_MANY policy.route']);
  });

  it.each([[null], [undefined], [5], ['text'], [[]], [[[]]]])('when it is %j', (json) => {
    expect(problems(json)[0]).toMatch(/^(WRONG_TYPE|MISSING_FIELD)/);
  });

  it('never by anything but its problems, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'units', 'policy.route', step, 'links', 'units.0.jurisdiction'),
        fc.jsonValue(),
        (path, value) => {
          expect(() => problems(authored(path, value))).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the JSON Schema of a scenario file', () => {
  it('names each part, so that an editor can help', () => {
    const schema = scenarioJsonSchema() as { properties: Json; $defs: Record<string, Json> };
    expect(Object.keys(schema.$defs).filter((name) => !/^Scenario[A-Z]/.test(name))).toEqual([]);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema.$defs['ScenarioInject']).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['title', 'sites', 'units', 'policy']));
    expect(schema.$defs['ScenarioTarget']?.['oneOf']).toHaveLength(4);
    expect(schema.$defs['ScenarioDuration']?.['pattern']).toContain('43200)m)?');
  });
});

function dotted(path: string): string {
  return path.replace(/\.(\d+)/g, '[$1]');
}
