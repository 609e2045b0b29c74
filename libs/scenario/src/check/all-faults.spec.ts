import fc from 'fast-check';
import { type Json, put, right } from '../testing/sample-script.js';
import { inspectScenario, parseScenario } from './check-scenario.js';

/** Place, what is written there, and what is to be told; each of them rests on nothing that another one changes. */
const FAULTS: readonly (readonly [path: string, value: unknown, told: string])[] = [
  ['tandem', 2, 'NOT_ONE_OF tandem'],
  ['title', { ur: 'مشق' }, 'MISSING_FIELD title'],
  ['duration', 90, 'WRONG_TYPE duration'],
  ['seed', 7, 'WRONG_TYPE seed'],
  ['sites.0.position.lat', 91, 'TOO_BIG sites[0].position.lat'],
  ['sites.2.id', 'port', 'DUPLICATE_ID sites[2].id'],
  ['sites.2.kind', [], 'WRONG_TYPE sites[2].kind'],
  ['sites.2.nationals', 5, 'WRONG_TYPE sites[2].nationals'],
  ['units.0.side', 'PKA', 'NOT_ONE_OF units[0].side'],
  [
    'units.0.behaviour.enRoute',
    { kind: 'uniform', min: '5m', max: '1m' },
    'DURATION_OUT_OF_RANGE units[0].behaviour.enRoute.max',
  ],
  ['units.0.behaviour.clear', undefined, 'MISSING_FIELD units[0].behaviour.clear'],
  ['units.0.behaviour.declineChance', 2, 'CHANCE_OUT_OF_RANGE units[0].behaviour.declineChance'],
  ['units.1.jurisdiction.sites.0', 'cmap', 'UNKNOWN_SITE units[1].jurisdiction.sites[0]'],
  ['units.1.capacity', 0, 'CAPACITY_OUT_OF_RANGE units[1].capacity'],
  ['units.1.name', undefined, 'MISSING_FIELD units[1].name'],
  ['units.2.kind', 'polize', 'NOT_ONE_OF units[2].kind'],
  ['units.3.kind', 'consulate', 'KIND_OF_OTHER_SIDE units[3].kind'],
  ['units.3.id', 'police', 'DUPLICATE_ID units[3].id'],
  ['units.4.authority', ['respond'], 'SOVEREIGNTY_RULE units[4].authority'],
  ['units.4.colour', 'red', 'UNKNOWN_FIELD units[4].colour'],
  [
    'units.5.behaviour.acknowledge',
    { kind: 'unifrom', min: '5m', max: '1m' },
    'NOT_ONE_OF units[5].behaviour.acknowledge.kind',
  ],
  ['policy.correlationWindow', 15, 'WRONG_TYPE policy.correlationWindow'],
  ['policy.route.chain', 'frist', 'UNKNOWN_CHAIN policy.route.chain'],
  ['policy.route.routes.0.match.equals', 'Severre', 'TEST_NOT_APPLICABLE policy.route.routes[0].match.equals'],
  ['policy.route.routes.1.match.any.0.field', 'alert.severe', 'NOT_ONE_OF policy.route.routes[1].match.any[0].field'],
  ['policy.route.routes.1.match.any.1.equals', 'nowhere', 'UNKNOWN_SITE policy.route.routes[1].match.any[1].equals'],
  ['policy.route.routes.1.id', 'severe', 'DUPLICATE_ID policy.route.routes[1].id'],
  ['policy.chains.first.expireAfter', 'soon', 'FORMAT policy.chains.first.expireAfter'],
  ['policy.chains.first.steps.0.targets', [], 'STEP_WITHOUT_TARGETS policy.chains.first.steps[0].targets'],
  ['policy.chains.first.steps.0.requirement', 'most', 'WRONG_TYPE policy.chains.first.steps[0].requirement'],
  [
    'policy.chains.first.steps.1.requirement.count',
    0,
    'COUNT_OUT_OF_RANGE policy.chains.first.steps[1].requirement.count',
  ],
  [
    'policy.chains.second.steps.0.targets.0.group',
    'smoe',
    'UNKNOWN_GROUP policy.chains.second.steps[0].targets[0].group',
  ],
  ['policy.chains.third.steps', [], 'CHAIN_WITHOUT_STEPS policy.chains.third.steps'],
  ['policy.groups.some.1', 'rscue', 'UNKNOWN_UNIT policy.groups.some[1]'],
  ['injects.0.alert.category', 'Sec', 'WRONG_TYPE injects[0].alert.category'],
  ['injects.0.alert.site', 'nowhere', 'UNKNOWN_SITE injects[0].alert.site'],
  ['injects.1.at', 'T+00:01', 'REFERENCE_LATER injects[1].alert.updates'],
  ['injects.5.alert.updates', 'secret', 'RELEASE_WIDENED injects[5].alert.updates'],
  ['injects.2.id', 'fire', 'DUPLICATE_ID injects[2].id'],
  ['injects.2.at', undefined, 'FORMAT injects[2]'],
  ['injects.3.when.all.0.fired', 'fier', 'UNKNOWN_INJECT injects[3].when.all[0].fired'],
  ['injects.3.when.all.1.resolved', 'away', 'NOT_AN_ALERT injects[3].when.all[1].resolved'],
  ['injects.3.delay', '1 minute', 'FORMAT injects[3].delay'],
  ['injects.4.duty.unit', 'polise', 'UNKNOWN_UNIT injects[4].duty.unit'],
  ['injects.4.duty.status', 'of', 'NOT_ONE_OF injects[4].duty.status'],
  ['injects.5.when', { fired: 'fire' }, 'FORMAT injects[5]'],
  ['expectations.0.jointAcknowledgement', 'nope', 'UNKNOWN_INJECT expectations[0].jointAcknowledgement'],
  ['expectations.0.within.inject', 'none', 'UNKNOWN_INJECT expectations[0].within.inject'],
  ['expectations.0.within.time', 5, 'WRONG_TYPE expectations[0].within.time'],
  ['expectations.1.within', '5m', 'FORMAT expectations[1]'],
  ['expectations.1.notified.unit', 'polise', 'UNKNOWN_UNIT expectations[1].notified.unit'],
  ['expectations.1.weight', 'much', 'WRONG_TYPE expectations[1].weight'],
  ['expectations.2.escalation.atLeast', 3, 'EXPECTATION_IMPOSSIBLE expectations[2].escalation.atMost'],
  ['expectations.2.title', 4, 'WRONG_TYPE expectations[2].title'],
  ['expectations.3.id', 'joint', 'DUPLICATE_ID expectations[3].id'],
  ['expectations.3.within', '5m', 'FORMAT expectations[3]'],
];

type Problems = ReturnType<typeof inspectScenario>['problems'];

function errorsIn(problems: Problems): string[] {
  return problems.filter(({ level }) => level !== 'warning').map(({ code, path }) => `${code} ${path}`);
}

/** Of the script. */
function remarksIn(problems: Problems): string[] {
  return problems.flatMap(({ level, path, message }) =>
    level === 'warning' && /^(injects|expectations)/.test(path) ? [`${path} ${message}`] : [],
  );
}

function errorsOf(json: unknown): string[] {
  return errorsIn(inspectScenario(json).problems);
}

function remarksOf(json: unknown): string[] {
  return remarksIn(inspectScenario(json).problems);
}

/** What a colleague remarks where nothing is wrong: of the script, what lies beyond the end first. */
const LATE = [
  ['injects.8', { id: 'late', at: 'T+02:00', note: 'hello' }],
  ['injects.9', { id: 'often', at: 'T+00:50', repeat: { every: '10m', times: 3 }, note: 'hello' }],
  ['injects.10', { id: 'latest', when: { fired: 'fire' }, latest: 'T+03:00', note: 'hello' }],
  ['expectations.4', { id: 'beyond', jointAcknowledgement: 'smoke', before: 'T+04:00' }],
] as const;

const OTHERWISE_REMARKED = [
  ['injects.11', { id: 'ring', when: { fired: 'ring' }, note: 'hello' }],
  ['expectations.5', { id: 'too-many', escalation: { incident: 'smoke', atLeast: 30 } }],
] as const;

function remarkable(): Json {
  const json = right();
  for (const [path, value] of [...LATE, ...OTHERWISE_REMARKED]) put(json, path, structuredClone(value));
  return json;
}

const REMARKED = remarksOf(remarkable());

function errorsWith(faults: readonly (typeof FAULTS)[number][]): string[] {
  const json = right();
  for (const [path, value] of faults) put(json, path, value);
  return errorsOf(json).toSorted();
}

describe('the faults of a scenario', () => {
  it('are none where none is', () => {
    expect(errorsOf(right())).toEqual([]);
  });

  it.each([
    ['policy.route.chain', 'frist', 'first'],
    ['units.1.jurisdiction.sites.0', 'cmap', 'camp'],
    ['policy.route.routes.1.match.any.1.equals', 'prot', 'port'],
    ['policy.chains.second.steps.0.targets.0.group', 'smoe', 'some'],
    ['policy.groups.some.1', 'rscue', 'rescue'],
  ])('tell the name that was meant, beside a fault of form, too: %s', (path, value, meant) => {
    const json = right();
    put(json, path, value);
    const told = expect.stringContaining(`"${value}". Did you mean "${meant}"?`);
    expect(inspectScenario(json).problems.map(({ message }) => message)).toContainEqual(told);
    expect(() => parseScenario(json)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ message: told })] }),
    );
    put(json, 'seed', 7);
    expect(inspectScenario(json).problems.map(({ message }) => message)).toContainEqual(told);
  });

  it.each(FAULTS)('told by itself: %s', (...fault) => {
    expect(errorsWith([fault])).toContain(fault[2]);
  });

  it.each([
    ['a chain', 'policy.chains', 'first step', 'policy.chains."first step"', 'steps.1.requirement'],
    ['a group', 'policy.groups', 'some body', 'policy.groups."some body"', '0'],
  ])(
    'are those of the key and of what stands under it where %s has a key that is not allowed',
    (_, map, key, at, below) => {
      const json = right();
      const valueOf = (path: string): Json => path.split('.').reduce((place: Json, each) => place[each] as Json, json);
      const [name] = Object.keys(valueOf(map));
      const entries = Object.entries(valueOf(map)).map(([each, value]) => [each === name ? key : each, value] as const);
      put(json, map, Object.fromEntries(entries));
      expect(errorsOf(json)).toEqual([`INVALID_KEY ${at}`]);
      put(valueOf(map)[key] as Json, below, 5);
      const told = `WRONG_TYPE ${at}${/^\d/.test(below) ? '' : '.'}${below.replaceAll(/\.?(\d+)/g, '[$1]')}`;
      expect(errorsOf(json)).toEqual([`INVALID_KEY ${at}`, told]);
    },
  );

  it('tell the key that was written where the rules speak of it', () => {
    const json = right();
    const { groups } = json['policy'] as { groups: Json };
    groups['any body'] = ['police', 'police'];
    const [, twice] = inspectScenario(json).problems;
    expect(twice).toEqual({
      code: 'DUPLICATE_ID',
      path: 'policy.groups."any body"[1]',
      message: '"police" is in the group any body twice.',
      level: 'error',
    });
  });

  it('are all told at once, and nothing else, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray([...FAULTS]), (faults) => {
        expect(errorsWith(faults)).toEqual(faults.flatMap((fault) => told(fault)).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  /** A form that is guessed from its keys has a fault of its own. */
  function told([path, , text]: (typeof FAULTS)[number]): string[] {
    const more =
      path === 'units.5.behaviour.acknowledge' ? ['DURATION_OUT_OF_RANGE units[5].behaviour.acknowledge.max'] : [];
    return [text, ...more];
  }

  it.each([
    ['is of another type', (json: Json, path: string) => put(json, path, false)],
    ['has a misspelt key', misspell],
  ])('are no others, nor other remarks, when one value, whichever it is, %s', (_, spoil) => {
    const shapeOnly = /^(WRONG_TYPE|MISSING_FIELD|NOT_ONE_OF|FORMAT|UNKNOWN_FIELD|INVALID_KEY) /;
    const found = placesIn(remarkable(), '').flatMap((path) => {
      const json = remarkable();
      spoil(json, path);
      const { problems } = inspectScenario(json);
      const errors = errorsIn(problems);
      const others = errors.length === 0 ? [] : remarksIn(problems).filter((remark) => !REMARKED.includes(remark));
      return [...errors.filter((error) => !shapeOnly.test(error)), ...others].map((each) => `${path}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  describe('and what is remarked on the script beside them', () => {
    const told = (faults: readonly (typeof FAULTS)[number][]): string[] => {
      const json = remarkable();
      for (const [path, value] of faults) put(json, path, value);
      return remarksOf(json);
    };
    const isOfTime = (remark: string): boolean => / ends at /.test(remark);
    const [late, others] = [REMARKED.filter(isOfTime), REMARKED.filter((remark) => !isOfTime(remark))];

    it('is all where nothing is wrong', () => {
      expect([late.length, others.length]).toEqual([4, 3]);
    });

    it('is what lies beyond the end, whatever is wrong but the duration', () => {
      fc.assert(
        fc.property(fc.subarray(FAULTS.filter(([path]) => path !== 'duration')), (faults) => {
          expect(told(faults)).toEqual(expect.arrayContaining(late));
        }),
        { numRuns: 20 },
      );
    });

    it('is nothing of a time where the duration is wrong', () => {
      expect(told(FAULTS.filter(([path]) => path === 'duration'))).toEqual([]);
    });

    it('is all that is reported on injects and right expectations, where single expectations are wrong', () => {
      const faults = FAULTS.filter(([path]) => path.startsWith('expectations') || path === 'title');
      expect(told(faults)).toEqual(REMARKED.filter((remark) => !/^expectations\[[0-3]\]/.test(remark)));
    });

    it('is nothing that is not said of the right scenario', () => {
      fc.assert(
        fc.property(fc.subarray([...FAULTS]), (faults) => {
          expect(REMARKED).toEqual(expect.arrayContaining(told(faults)));
        }),
        { numRuns: 20 },
      );
    });
  });

  function placesIn(value: unknown, path: string): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const at = `${path}${path && '.'}${key}`;
      return [at, ...placesIn(inner, at)];
    });
  }

  /** Of what goes by its name, a new name makes another thing: nothing is misspelt there. */
  function misspell(json: Json, path: string): void {
    const keys = path.split('.');
    const key = keys.pop() ?? '';
    const map = keys.reduce((at: Json, each) => at[each] as Json, json);
    if (Array.isArray(map) || ['chains', 'groups'].includes(keys.at(-1) ?? '')) return;
    map[`${key}x`] = map[key];
    delete map[key];
  }
});

it('says of a bound that is not itself allowed that more is wanted', () => {
  const json = right();
  put(json, 'expectations.1.weight', 0);
  const { problems } = inspectScenario(json);
  expect(problems.map(({ message }) => message)).toContain('expectations[1].weight is 0; it must be more than 0.');
});

it('knows what includes another file among what a file may hold', () => {
  const json = right();
  put(json, 'includes', ['shared/units.yaml']);
  const { problems } = inspectScenario(json);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^includes is not known; the file may contain .*include\. Did you mean "include"\?$/),
  ]);
});
