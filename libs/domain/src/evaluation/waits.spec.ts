import { alert, end, setUnitLink, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { answers, ask, chain, MINUTE, pak, silentPolice, smallExercise, step } from '../testing/small-exercise.js';
import { WaitTally } from './waits.js';

it('the time of a chain goes to the step it is at, that of a unit runs from sent to the end of its notification', () => {
  const rescue = pak('rescue', answers(3 * MINUTE));
  const standard = chain([
    step('any', [ask(silentPolice)], { ackWithinMs: 5 * MINUTE }),
    step('any', [ask(rescue)], { ackWithinMs: 5 * MINUTE }),
  ]);
  const { events } = given(smallExercise({ units: [silentPolice, rescue], chain: standard })).when(
    alert(),
    until(60 * MINUTE),
  );
  const waits = new WaitTally();
  for (const event of events) waits.add(event);
  expect([...waits.steps.values()]).toEqual([
    { count: 1, ms: 5 * MINUTE },
    { count: 1, ms: 3 * MINUTE },
  ]);
  expect(Object.fromEntries(waits.units)).toEqual({
    [rescue.id]: { count: 1, ms: 3 * MINUTE },
    [silentPolice.id]: { count: 1, ms: 30 * MINUTE },
  });
});

it('nobody waits for a unit that was not reached, or was asked at the very end', () => {
  const [lost, down, rescue] = [pak('lost'), pak('down'), pak('rescue', answers(3 * MINUTE))];
  const units = [lost, down, rescue];
  const asked = chain([
    step(
      'all',
      units.map((unit) => ask(unit)),
    ),
  ]);
  const { play } = given(
    smallExercise({ units, chain: asked }),
    setUnitLink('lost', { status: 'degraded', latencyMs: 0, loss: 1 }),
    setUnitLink('down', { status: 'down' }),
    alert(),
  ).when(until(40 * MINUTE), alert({ id: 'A2', site: 'port' }), end());
  const waits = new WaitTally();
  for (const event of play.log) waits.add(event);
  expect(Object.fromEntries(waits.units)).toEqual({ rescue: { count: 1, ms: 3 * MINUTE } });
});
