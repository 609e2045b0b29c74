import { SaxesParser } from 'saxes';
import { branded } from '#domain/testing/branded.js';
import type { Expectation, Verdict } from '#domain/expectation/expectation.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { junitReport } from './junit-report.js';

const expectations = branded<Expectation[]>([
  { id: 'told', kind: 'notified', party: { unit: 'spu' }, incident: 'a', weight: 1, deadline: { kind: 'end' } },
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
  { expectation: 'told', judgement: 'met', reason: 'happened', at: 61_500, deadline: 90_000, evidence: [7] },
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

it('a JUnit report is well-formed, whatever the titles hold, and tells met, missed, not applicable and not judged apart', () => {
  const elements = read(junitReport({ id: 'short', expectations } as unknown as Scenario, verdicts, 0.5));
  const counts = { tests: '4', failures: '1', errors: '0', skipped: '2', time: '0.500' };
  expect(elements).toEqual([
    ['testsuites', { name: 'tandem replay (EXERCISE)', ...counts }],
    ['testsuite', { name: 'short', ...counts }],
    ['testcase', { classname: 'short', name: 'told: spu is notified of a', time: '61.500' }],
    ['system-out', {}],
    ['testcase', { classname: 'short', name: 'both: Both "sides" <&> ', time: '95.000' }],
    ['failure', { message: 'it happened too late, at T+00:01:35 (by T+00:01:30)' }],
    ['testcase', { classname: 'short', name: 'over: b is resolved', time: '0.000' }],
    ['skipped', { message: 'not applicable: the inject that it counts from did not fire' }],
    ['testcase', { classname: 'short', name: 'open: a is resolved', time: '90.000' }],
    ['skipped', { message: 'not judged: the run ended before it could be judged (by T+00:01:30)' }],
  ]);
});
