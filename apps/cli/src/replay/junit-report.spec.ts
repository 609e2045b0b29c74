import { SaxesParser } from 'saxes';
import { branded } from '#domain/testing/branded.js';
import type { Expectation, Verdict } from '#domain/expectation/expectation.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { junitReport } from './junit-report.js';

const expectations = branded<Expectation[]>([
  { id: 'informed', kind: 'notified', party: { unit: 'spu' }, incident: 'a', weight: 1, deadline: { kind: 'end' } },
  {
    id: 'both',
    title: { en: 'Both "sides" <&>\u0007\u{d800}' },
    kind: 'joint-acknowledgement',
    incident: 'a',
    weight: 1,
    deadline: { kind: 'end' },
  },
  { id: 'over', kind: 'resolved', incident: 'b', weight: 1, deadline: { kind: 'end' } },
  { id: 'open', kind: 'resolved', incident: 'a', weight: 1, deadline: { kind: 'end' } },
]);
const verdicts = branded<Verdict[]>([
  { expectation: 'informed', judgement: 'met', reason: 'happened', at: 61_500, deadline: 90_000, evidence: [7] },
  { expectation: 'both', judgement: 'missed', reason: 'too-late', at: 95_000, deadline: 90_000, evidence: [9] },
  { expectation: 'over', judgement: 'not-applicable', reason: 'inject-not-fired', evidence: [] },
  { expectation: 'open', judgement: 'unjudged', reason: 'log-ends-before', deadline: 90_000, evidence: [] },
]);

/** Elements and their attributes, in order. @throws when it is not well-formed */
function read(xml: string): [string, Record<string, string>][] {
  const elements: [string, Record<string, string>][] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push([name, attributes as Record<string, string>]));
  parser.write(xml).close();
  return elements;
}

it('is well-formed, whatever the titles hold, and tells met, missed, not applicable and not judged apart', () => {
  const scenario = { id: 'short', expectations } as unknown as Scenario;
  const placeOf = (index: number) => ({ file: 'a & b.yaml', line: 10 + index });
  const judged = { file: 'a & b.yaml', scenario, seed: '<s>', hash: 'f00', verdicts, seconds: 0.5, placeOf };
  const elements = read(junitReport([judged]));
  const counts = { tests: '4', failures: '1', errors: '0', skipped: '2', time: '0.500' };
  const file = 'a & b.yaml';
  const properties = (line?: string) => [
    ['properties', {}],
    ['property', { name: 'file', value: file }],
    ...(line === undefined ? [] : [['property', { name: 'line', value: line }]]),
    ['property', { name: 'seed', value: '<s>' }],
    ['property', { name: 'hash', value: 'f00' }],
  ];
  const testcase = (name: string, time: string, line: string) => [
    ['testcase', { classname: 'short', name, file, line, time }],
    ...properties(line),
  ];
  expect(elements).toEqual([
    ['testsuites', { name: 'tandem replay (EXERCISE)', ...counts }],
    ['testsuite', { name: 'short', file, ...counts }],
    ...properties(),
    ...testcase('informed: spu is notified of a', '61.500', '10'),
    ['system-out', {}],
    ...testcase('both: Both "sides" <&> ', '95.000', '11'),
    ['failure', { message: 'it happened too late, at T+00:01:35 (by T+00:01:30)' }],
    ...testcase('over: b is resolved', '0.000', '12'),
    ['skipped', { message: 'not applicable: the inject that it counts from did not fire' }],
    ...testcase('open: a is resolved', '90.000', '13'),
    ['skipped', { message: 'not judged: the run ended before it could be judged (by T+00:01:30)' }],
  ]);
});

it('reports a file that cannot be used as an error at the place of its first fault, beside the others', () => {
  const failed = {
    file: 'bad.yaml',
    message: 'bad.yaml cannot be used:\nbad.yaml:3:1: error: <no> & "never"\nbad.yaml:9:1: error: neither',
    places: [
      { file: 'bad.yaml', line: 3 },
      { file: 'bad.yaml', line: 9 },
    ],
    seed: 's',
  };
  const scenario = { id: 'short' } as Scenario;
  const good = { file: 'good.yaml', scenario, seed: 's', hash: 'f', verdicts: [], seconds: 1, divergence: 'event 3' };
  const elements = read(junitReport([failed, good]));
  expect(elements[0]).toEqual([
    'testsuites',
    { name: 'tandem replay (EXERCISE)', tests: '2', failures: '1', errors: '1', skipped: '0', time: '1.000' },
  ]);
  expect(elements).toContainEqual(['error', { message: 'bad.yaml:3:1: error: <no> & "never"' }]);
  expect(elements).toContainEqual(['property', { name: 'line', value: '3' }]);
  expect(elements).toContainEqual(['failure', { message: 'the log differs from the recorded one' }]);
});
