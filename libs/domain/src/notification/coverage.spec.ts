/** Which answers count for which questions, in time and late. */
import { notificationId } from '../kernel/ids.js';
import { acknowledge, alert, askUnit, at, decline, setUnitLink, until } from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  only,
  pak,
  PLAYED,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { Action } from '../unit/unit.js';

const ACTIONS: readonly Action[] = ['respond', 'secure', 'advise', 'inform', 'consular'];
const ANYTHING = { ...PLAYED, authority: ACTIONS };

const police = pak('police', undefined, ANYTHING);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);

const COVERING: readonly (readonly [Action, readonly Action[]])[] = [
  ['respond', ['respond', 'inform']],
  ['secure', ['secure', 'inform']],
  ['advise', ['advise']],
  ['inform', ['inform']],
  ['consular', ['consular']],
];
const PAIRS = COVERING.flatMap(([given, covered]) =>
  ACTIONS.map((asked) => ({ given, asked, isCovered: covered.includes(asked) })),
);

describe('an acknowledgement', () => {
  it.each(PAIRS.filter(({ isCovered }) => isCovered))(
    'of $given covers a question to $asked: the unit is not asked',
    ({ given: action, asked }) => {
      alerted([police], chain([step('any', [ask(police, action)])]))
        .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'police', asked))
        .thenOf(['CommandRefused', 'UnitAsked'], 'T+00:00 CommandRefused AskUnit: ALREADY_ACKNOWLEDGED');
    },
  );

  it.each(PAIRS.filter(({ isCovered }) => !isCovered))(
    'of $given does not cover a question to $asked: the unit is asked',
    ({ given: action, asked }) => {
      alerted([police], chain([step('any', [ask(police, action)])]))
        .when(acknowledge('INC-0001.N1'), askUnit('INC-0001', 'police', asked))
        .thenOf(['CommandRefused', 'UnitAsked'], `T+00:00 UnitAsked INC-0001 police=N2 ${asked} (by-hand)`);
    },
  );

  it('of inform leaves the question to respond open, and a later step asks it', () => {
    const steps = [step('all', [ask(police, 'inform'), ask(embassy)]), step('any', [ask(police, 'respond')])];
    alerted([police, embassy], chain(steps))
      .when(acknowledge('INC-0001.N1'), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 police=N3 (timeout)');
  });

  it('of respond keeps a later step from asking the unit to inform', () => {
    const steps = [
      step('all', [ask(police, 'respond'), ask(rescue)]),
      step('any', [ask(police, 'inform'), ask(embassy)]),
    ];
    alerted([police, rescue, embassy], chain(steps))
      .when(acknowledge('INC-0001.N1'), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 embassy=N3 (timeout)');
  });

  it('ends only its own notification; one that it covers stays open', () => {
    const steps = [step('all', [ask(police, 'inform'), ask(embassy)]), step('any', [ask(police, 'respond')])];
    const { state } = alerted([police, embassy], chain(steps)).when(until(5 * MINUTE), acknowledge('INC-0001.N3'));
    expect(Object.values(state.notifications).map(({ status }) => status)).toEqual([
      'delivered',
      'delivered',
      'acknowledged',
    ]);
  });

  it('covers nothing about another incident', () => {
    given(smallExercise({ units: [police], chain: only(police) }), alert(), acknowledge('INC-0001.N1'))
      .when(alert({ id: 'B1', site: 'port' }))
      .thenOf(['StepStarted'], 'T+00:00 StepStarted INC-0002 standard/0 police=N1 (start)');
  });

  it('that has lapsed covers nothing', () => {
    alerted([police], only(police, { ackExpiresMs: 5 * MINUTE }))
      .when(acknowledge('INC-0001.N1'), until(6 * MINUTE), askUnit('INC-0001', 'police', 'respond'))
      .thenOf(
        ['AcknowledgementLapsed', 'UnitAsked', 'CommandRefused'],
        'T+05:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+06:00 UnitAsked INC-0001 police=N2 respond (by-hand)',
      );
  });

  it('that has lapsed frees a place for another incident', () => {
    const single = pak('police', undefined, { ...PLAYED, capacity: 1 });
    const scenario = smallExercise({ units: [single], chain: only(single, { ackExpiresMs: 5 * MINUTE }) });
    given(scenario, alert(), alert({ id: 'B1', site: 'port' }), acknowledge('INC-0001.N1'))
      .when(at(4 * MINUTE, acknowledge('INC-0002.N1')), at(6 * MINUTE, acknowledge('INC-0002.N1')))
      .thenOf(
        ['CommandRefused', 'NotificationAcknowledged'],
        'T+04:00 CommandRefused AcknowledgeNotification: UNIT_AT_CAPACITY',
        'T+06:00 NotificationAcknowledged INC-0002.N1 police',
      );
  });
});

describe('a notification that has expired', () => {
  const expiring = { expireAfterMs: 10 * MINUTE };

  it('can still be acknowledged by a person: it stays expired, and the incident counts the answer', () => {
    const { state } = alerted([police], only(police, expiring))
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')))
      .thenAll(
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+11:00 LateAcknowledgement INC-0001.N1 police',
        'T+11:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+11:00 ChainHalted INC-0001 standard/0',
      );
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('expired');
  });

  it('can still be acknowledged by a simulated unit that is slower', () => {
    const slow = pak('police', answers(12 * MINUTE));
    alerted([slow], only(slow, expiring))
      .when(until(20 * MINUTE))
      .thenAll(
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+12:00 LateAcknowledgement INC-0001.N1 police',
        'T+12:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+12:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('is not declined by a simulated unit that is slower', () => {
    const slow = pak('police', declines(12 * MINUTE));
    alerted([slow], only(slow, expiring))
      .when(until(20 * MINUTE))
      .thenAll('T+10:00 NotificationExpired INC-0001.N1 police', 'T+10:00 EscalationExhausted INC-0001 standard');
  });

  it('is not acknowledged by a slower simulated unit that has become full: a decline would be too late', () => {
    const slow = pak('police', answers(12 * MINUTE), { capacity: 1 });
    given(
      smallExercise({ units: [slow], chain: only(slow, expiring) }),
      alert(),
      at(MINUTE, alert({ id: 'B1', site: 'port' })),
    )
      .when(until(20 * MINUTE))
      .thenOf(
        ['LateAcknowledgement', 'NotificationDeclined', 'NotificationAcknowledged'],
        'T+12:00 LateAcknowledgement INC-0001.N1 police',
      );
  });

  it('cannot be declined', () => {
    alerted([police], only(police, expiring))
      .when(at(11 * MINUTE, decline('INC-0001.N1')))
      .thenOf(['CommandRefused'], 'T+11:00 CommandRefused DeclineNotification: NOTIFICATION_ENDED');
  });

  it('and was never delivered cannot be answered', () => {
    given(
      smallExercise({ units: [police], chain: only(police, expiring) }),
      setUnitLink('police', { status: 'degraded', latencyMs: 1, loss: 1 }),
      alert(),
    )
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')))
      .thenAll(
        'T+10:00 NotificationExpired INC-0001.N1 police',
        'T+10:00 EscalationExhausted INC-0001 standard',
        'T+11:00 CommandRefused AcknowledgeNotification: NOTIFICATION_NOT_DELIVERED',
      );
  });

  it('covers questions from its late acknowledgement on, and not before', () => {
    const ten = alerted([police], only(police, expiring)).when(until(10 * MINUTE));
    ten
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')), askUnit('INC-0001', 'police', 'inform'))
      .thenOf(['CommandRefused', 'UnitAsked'], 'T+11:00 CommandRefused AskUnit: ALREADY_ACKNOWLEDGED');
    alerted([police], only(police, expiring))
      .when(at(11 * MINUTE, askUnit('INC-0001', 'police', 'inform')))
      .thenOf(['CommandRefused', 'UnitAsked'], 'T+11:00 UnitAsked INC-0001 police=N2 inform (by-hand)');
  });

  it('lapses as long after its late acknowledgement as any other', () => {
    alerted([police], only(police, { ...expiring, ackExpiresMs: 5 * MINUTE }))
      .when(at(11 * MINUTE, acknowledge('INC-0001.N1')))
      .when(until(20 * MINUTE))
      .thenAll(
        'T+16:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+16:00 JointAcknowledgementChanged INC-0001 none (PAK)',
        'T+16:00 ChainResumed INC-0001 standard',
        'T+16:00 EscalationExhausted INC-0001 standard',
      );
  });
});
