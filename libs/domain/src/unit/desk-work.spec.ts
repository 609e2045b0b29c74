/** Who only advises, informs or looks after nationals works from the desk: it does not move. */
import { acknowledge, alert, askUnit, at, report, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import { answers, ask, chain, MINUTE, moves, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Action } from './unit.js';

const MAY_DO_ALL = { authority: ['respond', 'secure', 'advise', 'inform', 'consular'] } as const;

const simulated = pak('unit', moves(answers(MINUTE), MINUTE, MINUTE, MINUTE), MAY_DO_ALL);
const played = pak('unit', undefined, { ...MAY_DO_ALL, ...PLAYED, capacity: 1 });

const MOVES = ['UnitProgressed', 'IncidentResponding', 'IncidentResolved', 'CommandRefused'] as const;

function asks(action: Action) {
  return chain([step('any', [ask(played, action)], { ackWithinMs: 20 * MINUTE })]);
}

describe.each(['advise', 'inform', 'consular'] as const)('a unit that has acknowledged %s', (action) => {
  it('plans no movement when simulated', () => {
    alerted([simulated], asks(action))
      .when(until(30 * MINUTE))
      .thenPlans()
      .thenOf([...MOVES, 'NotificationAcknowledged'], 'T+01:00 NotificationAcknowledged INC-0001.N1 unit');
  });

  it.each(['enRoute', 'onScene'] as const)('cannot be reported %s', (progress) => {
    alerted([played], asks(action))
      .when(acknowledge('INC-0001.N1'), report('INC-0001', 'unit', progress))
      .thenOf(MOVES, 'T+00:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED');
  });
});

describe.each(['advise', 'consular'] as const)('a unit that has acknowledged %s', (action) => {
  it('can be reported clear, once; that resolves nothing', () => {
    alerted([played], asks(action))
      .when(acknowledge('INC-0001.N1'), report('INC-0001', 'unit', 'clear'), report('INC-0001', 'unit', 'clear'))
      .thenOf(
        MOVES,
        'T+00:00 UnitProgressed INC-0001 unit clear',
        'T+00:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED',
      );
  });

  it('takes a place until it is clear', () => {
    given(smallExercise({ units: [played], chain: asks(action) }), alert(), alert({ id: 'B1', site: 'port' }))
      .when(acknowledge('INC-0001.N1'), acknowledge('INC-0002.N1'))
      .when(report('INC-0001', 'unit', 'clear'), acknowledge('INC-0002.N1'))
      .thenOf(['NotificationAcknowledged', 'CommandRefused'], 'T+00:00 NotificationAcknowledged INC-0002.N1 unit');
  });

  it('still covers the question when it is clear, and counts for the joint acknowledgement', () => {
    alerted([played], asks(action))
      .when(acknowledge('INC-0001.N1'))
      .when(report('INC-0001', 'unit', 'clear'), askUnit('INC-0001', 'unit', action))
      .thenOf(
        ['JointAcknowledgementChanged', 'CommandRefused'],
        'T+00:00 CommandRefused AskUnit: ALREADY_ACKNOWLEDGED',
      );
  });
});

it('a unit that is only informed takes no place, and cannot be reported clear', () => {
  given(smallExercise({ units: [played], chain: asks('inform') }), alert(), alert({ id: 'B1', site: 'port' }))
    .when(acknowledge('INC-0001.N1'), acknowledge('INC-0002.N1'), report('INC-0001', 'unit', 'clear'))
    .thenOf(
      ['NotificationAcknowledged', 'CommandRefused'],
      'T+00:00 NotificationAcknowledged INC-0001.N1 unit',
      'T+00:00 NotificationAcknowledged INC-0002.N1 unit',
      'T+00:00 CommandRefused ReportProgress: UNIT_NOT_ENGAGED',
    );
});

it.each(['respond', 'secure'] as const)('a unit that has acknowledged %s moves', (action) => {
  alerted([simulated], asks(action))
    .when(until(30 * MINUTE))
    .thenOf(
      MOVES,
      'T+02:00 UnitProgressed INC-0001 unit enRoute',
      'T+02:00 IncidentResponding INC-0001 unit',
      'T+03:00 UnitProgressed INC-0001 unit onScene',
      'T+04:00 UnitProgressed INC-0001 unit clear',
      'T+04:00 IncidentResolved INC-0001 (all-clear)',
    );
});

it('a simulated unit whose acknowledgements to respond have all lapsed does not move, whatever else it acknowledges', () => {
  const slow = pak('unit', moves(answers(MINUTE), 10 * MINUTE, MINUTE, MINUTE), MAY_DO_ALL);
  const standard = chain([step('any', [ask(slow)], { ackWithinMs: 60 * MINUTE })], { ackExpiresMs: 5 * MINUTE });
  alerted([slow], standard)
    .when(at(20 * MINUTE, askUnit('INC-0001', 'unit', 'advise')), until(40 * MINUTE))
    .thenOf(
      [...MOVES, 'NotificationAcknowledged', 'AcknowledgementLapsed'],
      'T+01:00 NotificationAcknowledged INC-0001.N1 unit',
      'T+06:00 AcknowledgementLapsed INC-0001.N1 unit',
      'T+21:00 NotificationAcknowledged INC-0001.N2 unit',
    );
});
