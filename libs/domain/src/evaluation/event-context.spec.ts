import { alert, at, override, resolve, setSideLink, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import type { LoggedEvent } from '../engine/event.js';
import { answers, ask, chain, chn, MINUTE, only, pak, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import { EventContexts } from './event-context.js';

const changes = (log: readonly LoggedEvent[], from = 0) => {
  const contexts = new EventContexts();
  return log.slice(from).flatMap((event) => {
    const { acknowledged } = contexts.next(event);
    return event.type === 'JointAcknowledgementChanged'
      ? [`${event.data.state}: ${acknowledged?.join('+') ?? 'unknown'}`]
      : [];
  });
};

const police = pak('police', answers(MINUTE));
const desk = chn('desk', answers(2 * MINUTE));
const lapsing = chain([step('each-side', [ask(police), ask(desk, 'inform')])], { ackExpiresMs: 5 * MINUTE });

it('after a lapse, the other side stands', () => {
  const { play } = alerted([police, desk], lapsing).when(until(7 * MINUTE));
  expect(changes(play.log)).toEqual(['partial: PAK', 'joint: PAK+CHN', 'partial: CHN']);
});

it('after both have lapsed none stands, and an incident that opens again begins anew', () => {
  const { play } = alerted([police], only(police, { ackExpiresMs: 5 * MINUTE })).when(until(7 * MINUTE));
  expect(changes(play.log)).toEqual(['partial: PAK', 'none: ']);
  const again = alerted([police, desk], lapsing).when(
    at(3 * MINUTE, resolve('INC-0001')),
    at(4 * MINUTE, alert({ id: 'A2' })),
    at(4 * MINUTE + 1, override('INC-0001', 'CHN')),
  );
  expect(changes(again.play.log)).toEqual(['partial: PAK', 'joint: PAK+CHN', 'partial: CHN']);
});

it('a log that is followed from the middle says who stands only once that is known', () => {
  const { play } = alerted([police, desk], lapsing).when(until(7 * MINUTE));
  const afterFirst = play.log.findIndex(({ type }) => type === 'JointAcknowledgementChanged') + 1;
  expect(changes(play.log, afterFirst)).toEqual(['joint: PAK+CHN', 'partial: CHN']);
  expect(
    changes(
      play.log,
      play.log.findIndex(({ type }) => type === 'AcknowledgementLapsed'),
    ),
  ).toEqual(['partial: unknown']);
});

it('what the event itself says comes first', () => {
  const { play } = alerted([police, desk], lapsing).when(until(7 * MINUTE));
  const lapse = play.log.findLast(({ type }) => type === 'JointAcknowledgementChanged')!;
  const data = { ...lapse.data, acknowledged: ['PAK'] };
  expect(new EventContexts().next({ ...lapse, data } as LoggedEvent)).toEqual({ acknowledged: ['PAK'] });
});

it('tells an expired notification that was delivered from one that was not', () => {
  const silent = pak('silent', SILENT);
  const { play } = given(
    smallExercise({
      units: [silent, chn('far', SILENT)],
      chain: chain([step('all', [ask(silent), ask('far', 'inform')])]),
    }),
    setSideLink('CHN', { status: 'degraded', latencyMs: 0, loss: 1 }),
    alert(),
  ).when(until(31 * MINUTE));
  const contexts = new EventContexts();
  const ends = play.log.flatMap((event) => {
    const { delivered } = contexts.next(event);
    return event.type === 'NotificationExpired' ? [`${event.data.unit} ${delivered}`] : [];
  });
  expect(ends).toEqual(['silent true', 'far false']);
});
