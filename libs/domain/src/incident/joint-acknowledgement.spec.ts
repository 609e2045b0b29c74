/** Joint acknowledgement follows from the standing answers: it says who stands, whoever came or went. */
import { alert, at, resolve, until } from '../testing/deeds.js';
import { alerted } from '../testing/given.js';
import type { LoggedEvent } from '../kernel/event.js';
import { answers, ask, chain, chn, MINUTE, only, pak, step } from '../testing/small-exercise.js';

const changes = (log: readonly LoggedEvent[]) =>
  log.flatMap((event) =>
    event.type === 'JointAcknowledgementChanged' ? [`${event.data.state}: ${event.data.acknowledged.join('+')}`] : [],
  );

const police = pak('police', answers(MINUTE));
const desk = chn('desk', answers(2 * MINUTE));
const lapsing = chain([step('each-side', [ask(police), ask(desk, 'inform')])], { ackExpiresMs: 5 * MINUTE });

it('after a lapse, the other side stands', () => {
  const { play } = alerted([police, desk], lapsing).when(until(7 * MINUTE));
  expect(changes(play.log)).toEqual(['partial: PAK', 'joint: PAK+CHN', 'partial: CHN']);
});

it('after the only one has lapsed, none stands', () => {
  const { play } = alerted([police], only(police, { ackExpiresMs: 5 * MINUTE })).when(until(7 * MINUTE));
  expect(changes(play.log)).toEqual(['partial: PAK', 'none: ']);
});

it('an incident that opens again begins without any', () => {
  const { play } = alerted([police, desk], lapsing).when(
    at(3 * MINUTE, resolve('INC-0001')),
    at(4 * MINUTE, alert({ id: 'A2' })),
    until(5 * MINUTE),
  );
  expect(changes(play.log)).toEqual(['partial: PAK', 'joint: PAK+CHN', 'partial: PAK']);
});
