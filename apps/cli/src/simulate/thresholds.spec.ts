import { branded } from '#domain/testing/branded.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { Distribution } from './distribution.js';
import { noTotals } from './run-totals.js';
import type { Simulated } from './simulation.js';
import { checkThresholds, thresholdLine, thresholdOf } from './thresholds.js';

const scenario = branded<Scenario>({ id: 's', expectations: [{ id: 'both' }, { id: 'never-judged' }] } as never);

function simulated(): Simulated {
  const totals = noTotals(scenario);
  Object.assign(totals, { runs: 10, exhausted: 2 });
  totals.concerned.jointAcknowledgement = 10;
  const joint = new Distribution(totals.times.jointAcknowledgement);
  for (let minute = 1; minute <= 9; minute++) joint.add(minute * 60_000);
  totals.met[0] = 3;
  totals.missed[0] = 1;
  const score = Float64Array.from([1, 0.5, Number.NaN]);
  return { scenario, totals, score, jointMs: new Float64Array(3), escalations: Float64Array.from([1, 2, 3]) };
}

it.each([
  ['joint>=0.9', true],
  ['joint>=90%', true],
  ['joint > 0.9', false],
  ['joint.p50<=5m10s', true],
  ['joint.p90<=5m', false],
  ['met:both>=0.75', true],
  ['met:both>=0.76', false],
  ['met:never-judged>=0', false],
  ['resolved>=0', false],
  ['score>=0.75', true],
  ['exhausted<=0.2', true],
  ['exhausted<0.2', false],
  ['escalations<=2', true],
])('%s: %s', (text, isReached) => {
  expect(checkThresholds([thresholdOf(text, scenario)], simulated())).toMatchObject([{ text, isReached }]);
});

it('says what the figure is', () => {
  const line = (text: string): string => {
    const threshold = thresholdOf(text, scenario);
    const [result] = checkThresholds([threshold], simulated());
    return result ? thresholdLine(result, threshold) : '';
  };
  expect(line('joint>=0.9')).toBe('joint>=0.9: reached, 0.9');
  expect(line('joint.p50<=1m')).toMatch(/^joint\.p50<=1m: NOT REACHED, [45]m/);
  expect(line('resolved>=0.1')).toBe('resolved>=0.1: NOT REACHED, no run gives this figure');
});

it.each([
  ['joint', /give a figure, a comparison and a limit/],
  ['joint=0.9', /give a figure, a comparison and a limit/],
  ['joined>=0.9', /there is no figure joined; `tandem simulate --help` lists them/],
  ['met:absent>=0.9', /there is no figure met:absent/],
  ['joint.p75<=1m', /there is no figure joint\.p75/],
  ['joint.p90<=0.9', /give the limit as a duration/],
  ['joint>=5m', /give the limit as a number/],
])('refuses %s', (text, words) => {
  expect(() => thresholdOf(text, scenario)).toThrow(words);
});
