/** Whether a unit is there to answer: what it is busy with, and its duty. */
import { unitId } from '../kernel/ids.js';
import { engagementsOf } from '../notification/asked.js';
import { acknowledge, alert, at, decline, setDuty, setMode, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  askSide,
  chain,
  MINUTE,
  moves,
  only,
  pak,
  PLAYED,
  SECOND,
  silentPolice,
  smallExercise,
  step,
} from '../testing/small-exercise.js';

const ANSWERS = ['NotificationAcknowledged', 'NotificationDeclined'] as const;

const later = (id: string, site: string) => alert({ id, site });

describe('capacity', () => {
  const police = pak('police', answers(MINUTE), { capacity: 1 });

  it('a busy unit declines, and says that it is busy', () => {
    alerted([police], only(police))
      .when(at(2 * MINUTE, later('B1', 'port')), until(4 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+03:00 NotificationDeclined INC-0002.N1 police (at-capacity)',
      );
  });

  it('whether it is busy counts when it answers, not when it is asked', () => {
    const soonClear = pak('police', moves(answers(2 * MINUTE), 0, 0, 90 * SECOND), { capacity: 1 });
    alerted([soonClear], only(soonClear))
      .when(at(3 * MINUTE, later('B1', 'port')), until(6 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+02:00 NotificationAcknowledged INC-0001.N1 police',
        'T+05:00 NotificationAcknowledged INC-0002.N1 police',
      );
  });

  it('a person cannot acknowledge for a busy unit, but may decline', () => {
    alerted([{ ...police, ...PLAYED }], only(police))
      .when(acknowledge('INC-0001.N1'), later('B1', 'port'), acknowledge('INC-0002.N1'), decline('INC-0002.N1'))
      .thenOf(
        [...ANSWERS, 'CommandRefused'],
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
        'T+00:00 CommandRefused AcknowledgeNotification: UNIT_AT_CAPACITY',
        'T+00:00 NotificationDeclined INC-0002.N1 police (busy elsewhere)',
      );
  });

  it('to be informed takes no place', () => {
    const informed = chain([step('any', [ask(police, 'inform')])]);
    alerted([police], informed)
      .when(later('B1', 'port'), until(2 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+01:00 NotificationAcknowledged INC-0002.N1 police',
      );
  });

  it('a busy unit can still be informed', () => {
    given(
      smallExercise({
        units: [police],
        chain: only(police),
        policy: {
          route: {
            id: 'default',
            chain: 'standard',
            routes: [{ id: 'port', match: { field: 'site.id', equals: 'port' }, chain: 'news' }],
          },
          chains: { news: chain([step('any', [ask(police, 'inform')])]) },
        },
      }),
      alert(),
    )
      .when(at(2 * MINUTE, later('B1', 'port')), until(4 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+01:00 NotificationAcknowledged INC-0001.N1 police',
        'T+03:00 NotificationAcknowledged INC-0002.N1 police',
      );
  });

  it('a unit busy with something hidden is seen to be busy, not with what', () => {
    const { state, events } = given(smallExercise({ units: [police], chain: only(police) }), alert({ class: 'PAK' }))
      .when(until(2 * MINUTE), later('B1', 'port'), until(4 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+01:00 NotificationAcknowledged PAK-0001.N1 police',
        'T+03:00 NotificationDeclined INC-0001.N1 police (at-capacity)',
      );
    expect(engagementsOf(state, unitId('police'))).toEqual(['PAK-0001']);
    expect(JSON.stringify(events.filter(({ audience }) => audience === 'JOINT'))).not.toContain('PAK-0001');
  });
});

describe('duty', () => {
  it('a unit off duty is not asked', () => {
    const police = pak('police', answers(MINUTE), { duty: 'off' });
    const rescue = pak('rescue', answers(MINUTE));
    given(smallExercise({ units: [police, rescue], chain: chain([step('any', [askSide('PAK', 'inform')])]) }))
      .when(alert())
      .thenOf(['StepStarted'], 'T+00:00 StepStarted INC-0001 standard/0 rescue=N1 (start)');
  });

  it('a unit that goes off duty does not answer any more', () => {
    const police = pak('police', answers(5 * MINUTE));
    alerted([police], only(police))
      .when(at(MINUTE, setDuty('police', 'off')), until(10 * MINUTE))
      .thenOf(ANSWERS);
  });

  it('one that is back answers what lies before it, and does not wait to be asked again', () => {
    const police = pak('police', answers(5 * MINUTE));
    alerted([police], only(police, { remindEveryMs: 8 * MINUTE }))
      .when(at(MINUTE, setDuty('police', 'off')), at(6 * MINUTE, setDuty('police', 'on')), until(20 * MINUTE))
      .thenOf(ANSWERS, 'T+11:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('one that is back decides anew, also before its answer was due', () => {
    const police = pak('police', answers(5 * MINUTE));
    alerted([police], only(police))
      .when(at(MINUTE, setDuty('police', 'off')), at(2 * MINUTE, setDuty('police', 'on')), until(20 * MINUTE))
      .thenOf(ANSWERS, 'T+07:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('one that a person plays answers by that person alone, when it is back, too', () => {
    const police = pak('police', answers(MINUTE), PLAYED);
    alerted([police], only(police))
      .when(setDuty('police', 'off'), setDuty('police', 'on'), until(20 * MINUTE))
      .thenOf(ANSWERS);
  });

  it('setting what is so already is no event', () => {
    alerted([silentPolice], only(silentPolice)).when(setDuty('police', 'on'), setMode('police', 'simulated')).thenAll();
  });
});
