import { sampleFacts, sampleSite } from '../testing/sample-scenario.js';
import { distanceKm, evaluate, traceCondition } from './condition.js';
import type { Condition, FieldTest } from './policy.js';

const plant = sampleSite({ id: 'plant', position: { lat: 24.86, lon: 67.0 }, nationals: { CHN: 60 } });
const holds = (condition: Condition, facts = {}, site: typeof plant | undefined = plant): boolean =>
  evaluate(condition, sampleFacts(facts), site);

describe('a condition', () => {
  const table: [string, FieldTest, object, boolean][] = [
    ['equals a text', { field: 'alert.event', equals: 'Road accident' }, {}, true],
    ['does not equal another text', { field: 'alert.event', equals: 'Flood' }, {}, false],
    ['finds one of a list field', { field: 'alert.category', equals: 'Met' }, { category: ['Safety', 'Met'] }, true],
    ['knows one of several values', { field: 'site.kind', oneOf: ['port', 'power-plant'] }, {}, true],
    ['ranks severity', { field: 'alert.severity', atLeast: 'Severe' }, { severity: 'Extreme' }, true],
    ['ranks severity downwards', { field: 'alert.severity', atLeast: 'Severe' }, { severity: 'Moderate' }, false],
    ['ranks Unknown lowest', { field: 'alert.severity', atMost: 'Minor' }, { severity: 'Unknown' }, true],
    [
      'takes Unknown for less than Minor',
      { field: 'alert.severity', atLeast: 'Minor' },
      { severity: 'Unknown' },
      false,
    ],
    ['ranks certainty', { field: 'alert.certainty', atLeast: 'Likely' }, { certainty: 'Possible' }, false],
    ['ranks urgency', { field: 'alert.urgency', atLeast: 'Expected' }, { urgency: 'Immediate' }, true],
    ['ranks confidence', { field: 'alert.confidence', atMost: 'medium' }, { confidence: 'low' }, true],
    ['compares numbers', { field: 'alert.casualties.injured', atLeast: 3 }, { casualties: { injured: 3 } }, true],
    ['reads the site', { field: 'site.nationals.CHN', within: [50, 60] }, {}, true],
    ['ends a range at its upper bound', { field: 'site.nationals.CHN', within: [50, 59] }, {}, false],
    ['knows a range of ranks', { field: 'alert.severity', within: ['Minor', 'Severe'] }, {}, true],
    ['sees that a field exists', { field: 'alert.source', exists: true }, { source: 'gate' }, true],
    ['sees that a field is missing', { field: 'alert.source', exists: false }, {}, true],
    ['takes an empty list for missing', { field: 'alert.responseType', exists: false }, {}, true],
    ['fails on what is missing', { field: 'alert.casualties.killed', atMost: 5 }, {}, false],
    ['does not order texts without a scale', { field: 'alert.sender', atLeast: 'a' }, {}, false],
    ['does not compare a number with a text', { field: 'site.nationals.CHN', atLeast: '1' }, {}, false],
    ['does not inherit properties', { field: 'alert.event', equals: 'toString' }, {}, false],
  ];
  it.each(table)('%s', (_, test, facts, expected) => {
    expect(holds(test, facts)).toBe(expected);
  });

  it('holds within a circle, and not beyond it', () => {
    const circle = (radiusKm: number): FieldTest => ({
      field: 'site.position',
      within: { lat: 25.39, lon: 68.37, radiusKm },
    });
    expect(holds(circle(160))).toBe(true);
    expect(holds(circle(140))).toBe(false);
  });

  it('measures distance along the great circle', () => {
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo(10_007.5, 0);
    expect(distanceKm({ lat: 33.6, lon: 73 }, { lat: 33.6, lon: 73 })).toBe(0);
  });

  it('fails each test of the site, except that it is missing, when the alert names none', () => {
    expect(evaluate({ field: 'site.kind', equals: 'power-plant' }, sampleFacts(), undefined)).toBe(false);
    expect(evaluate({ field: 'site.nationals.CHN', atLeast: 0 }, sampleFacts(), undefined)).toBe(false);
    expect(evaluate({ field: 'site.id', exists: false }, sampleFacts(), undefined)).toBe(true);
  });

  it('nests all, any and not', () => {
    const severe: Condition = { field: 'alert.severity', atLeast: 'Severe' };
    const port: Condition = { field: 'site.kind', equals: 'port' };
    expect(holds({ all: [severe, port] })).toBe(false);
    expect(holds({ any: [severe, port] })).toBe(true);
    expect(holds({ all: [severe, { not: port }] })).toBe(true);
    expect(holds({ all: [] })).toBe(true);
    expect(holds({ any: [] })).toBe(false);
  });
});

describe('the trace of a condition', () => {
  it('shows the result and the found value of each part, decided or not', () => {
    const condition: Condition = {
      any: [{ field: 'alert.severity', atLeast: 'Severe' }, { not: { field: 'alert.confidence', equals: 'low' } }],
    };
    expect(traceCondition(condition, sampleFacts(), plant)).toEqual({
      kind: 'any',
      result: true,
      conditions: [
        { kind: 'field', result: true, test: { field: 'alert.severity', atLeast: 'Severe' }, found: 'Severe' },
        {
          kind: 'not',
          result: true,
          condition: {
            kind: 'field',
            result: false,
            test: { field: 'alert.confidence', equals: 'low' },
            found: null,
          },
        },
      ],
    });
  });
});
