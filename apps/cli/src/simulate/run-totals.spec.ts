import { injectId } from '#domain/kernel/ids.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { Inject } from '#domain/inject/inject.js';
import { alert, type AlertText } from '#domain/testing/deeds.js';
import { answers, ask, chain, chn, MINUTE, pak, smallExercise, step } from '#domain/testing/small-exercise.js';
import { Distribution } from './distribution.js';
import { mergeTotals, noTotals, simulateOnce, TIME_NAMES } from './run-totals.js';

function inject(id: string, time: number, text: AlertText): Inject {
  const deed = alert({ id: id.toUpperCase(), ...text });
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return { id: injectId(id), kind: 'alert', at: exerciseTime(time), messages: [deed.command.data] };
}

const police = pak('police', answers(MINUTE));
const desk = chn('desk', answers(2 * MINUTE));
const scenario = smallExercise({
  units: [police, desk],
  chain: chain([step('each-side', [ask(police), ask(desk, 'inform')])]),
  scenario: {
    durationMs: 30 * MINUTE,
    injects: [inject('joint', MINUTE, {}), inject('own', 2 * MINUTE, { class: 'PAK', site: 'port' })],
  },
});

it('does not count an incident against a side that may not know of it', () => {
  const totals = noTotals(scenario);
  simulateOnce(scenario, 'seed', totals);
  const shares = TIME_NAMES.map(
    (name) => `${name} ${new Distribution(totals.times[name]).count()} of ${totals.concerned[name]}`,
  );
  expect(totals.incidents).toBe(2);
  expect(shares).toEqual([
    'firstNotification 2 of 2',
    'acknowledgementPAK 2 of 2',
    'acknowledgementCHN 1 of 1',
    'jointAcknowledgement 1 of 1',
    'onScene 0 of 2',
    'resolved 0 of 2',
  ]);
  const sum = noTotals(scenario);
  mergeTotals(sum, totals);
  mergeTotals(sum, totals);
  expect(sum.concerned.acknowledgementCHN).toBe(2);
});
