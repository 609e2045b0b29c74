/** A CAP Ack or Error that answers several notifications: all of them, or it is refused. */
import { incidentId, notificationId } from '../kernel/ids.js';
import { acknowledge, alert, as, serviceOf, setUnitLink, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, SECOND, smallExercise, step } from '../testing/small-exercise.js';
import type { Link } from '../unit/unit.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);

const SLOW: Link = { status: 'degraded', latencyMs: 90 * SECOND, loss: 0 };
const DOWN: Link = { status: 'down' };

const ack = (...references: string[]) => alert({ id: 'K1', msgType: 'Ack', references });
const error = (...references: string[]) => alert({ id: 'K1', msgType: 'Error', references, note: 'no car' });

const ANSWERS = [
  'NotificationAcknowledged',
  'NotificationDeclined',
  'JointAcknowledgementChanged',
  'AnswerGiven',
  'CommandRefused',
] as const;

/** Police, rescue and embassy are asked by N1, N2 and N3. */
function three() {
  const all = chain([step('all', [ask(police), ask(rescue), ask(embassy)], { ackWithinMs: 20 * MINUTE })]);
  return given(smallExercise({ units: [police, rescue, embassy], chain: all }), alert());
}

/** A unit with room for one incident is asked about two. */
function busy(action: 'respond' | 'inform' = 'respond') {
  const single = pak('single', undefined, { ...PLAYED, capacity: 1 });
  const standard = chain([step('any', [ask(single, action)], { ackWithinMs: 20 * MINUTE })]);
  return given(smallExercise({ units: [single], chain: standard }), alert(), alert({ id: 'B1', site: 'port' }));
}

describe('an Ack of several notifications', () => {
  it('acknowledges each, and the two sides come together as by single ones', () => {
    three()
      .when(ack('INC-0001.N1', 'INC-0001.N2', 'INC-0001.N3'))
      .thenAll(
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+00:00 NotificationAcknowledged INC-0001.N2 rescue',
        'T+00:00 NotificationAcknowledged INC-0001.N3 embassy',
        'T+00:00 JointAcknowledgementChanged INC-0001 joint (CHN)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('acknowledges one that it references twice once', () => {
    three()
      .when(ack('INC-0001.N1', 'INC-0001.N1'))
      .thenOf(
        ANSWERS,
        'T+00:00 NotificationAcknowledged INC-0001.N1 police',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
      );
  });

  it.each([
    ['is unknown', 'INC-0001.N9', 'UNKNOWN_REFERENCE'],
    ['has ended', 'INC-0001.N3', 'NOTIFICATION_ENDED'],
  ])('acknowledges none when one %s', (_, reference, code) => {
    const { state } = three()
      .when(acknowledge('INC-0001.N3'))
      .when(ack('INC-0001.N1', reference, 'INC-0001.N2'))
      .thenAll(`T+00:00 CommandRefused SubmitAlert: ${code}`);
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('delivered');
  });

  it('acknowledges none when one is of the other side', () => {
    three()
      .when(
        as(
          serviceOf('PAK'),
          alert({
            id: 'K1',
            msgType: 'Ack',
            sender: 'pak@exercise.example',
            references: ['INC-0001.N1', 'INC-0001.N3'],
          }),
        ),
      )
      .thenAll('T+00:00 CommandRefused SubmitAlert: NOT_YOUR_SIDE');
  });

  it('acknowledges none when an answer to one is under way', () => {
    three()
      .when(setUnitLink('rescue', DOWN), acknowledge('INC-0001.N2'))
      .when(ack('INC-0001.N1', 'INC-0001.N2'))
      .thenAll('T+00:00 CommandRefused SubmitAlert: ANSWER_PENDING');
  });

  it('acknowledges none when one would be more than the unit has places for', () => {
    busy().when(ack('INC-0001.N1', 'INC-0002.N1')).thenAll('T+00:00 CommandRefused SubmitAlert: UNIT_AT_CAPACITY');
  });

  it('takes no place for what is only to inform', () => {
    busy('inform')
      .when(ack('INC-0001.N1', 'INC-0002.N1'))
      .thenOf(
        ['NotificationAcknowledged', 'CommandRefused'],
        'T+00:00 NotificationAcknowledged INC-0001.N1 single',
        'T+00:00 NotificationAcknowledged INC-0002.N1 single',
      );
  });

  it('takes one place for several questions about one incident', () => {
    const single = pak('single', undefined, { ...PLAYED, capacity: 1 });
    const steps = [
      step('all', [ask(single)], { ackWithinMs: MINUTE }),
      step('any', [ask(single, 'advise')], { id: 'advice' }),
    ];
    const both = { references: ['INC-0001.N1', 'INC-0001.N2'], askedAt: [0, MINUTE] };
    given(smallExercise({ units: [single], chain: chain(steps) }), alert(), until(MINUTE))
      .when(alert({ id: 'K1', msgType: 'Ack', ...both }))
      .thenOf(
        ['NotificationAcknowledged', 'CommandRefused'],
        'T+01:00 NotificationAcknowledged INC-0001.N1 single',
        'T+01:00 NotificationAcknowledged INC-0001.N2 single',
      );
  });

  it('over links of different kinds goes to each its own way', () => {
    three()
      .when(setUnitLink('police', SLOW), setUnitLink('embassy', DOWN))
      .when(ack('INC-0001.N1', 'INC-0001.N3'), until(3 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+00:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+00:00 AnswerGiven INC-0001.N3 embassy acknowledge (down)',
        'T+01:30 NotificationAcknowledged INC-0001.N1 police',
        'T+01:30 JointAcknowledgementChanged INC-0001 partial (PAK)',
      );
  });

  // The answer under way is taken for one that counts, so that nothing ever says that the side has acknowledged.
  it('brings a side in by the first that counts, though another of the side is under way', () => {
    three()
      .when(setUnitLink('police', SLOW))
      .when(ack('INC-0001.N1', 'INC-0001.N2'), until(3 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+00:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+00:00 NotificationAcknowledged INC-0001.N2 rescue',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (PAK)',
        'T+01:30 NotificationAcknowledged INC-0001.N1 police',
      );
  });

  // For the same reason the two sides are said to be joint before the first one's answer has arrived, and once more then.
  it('is not joint before the answers of both sides count', () => {
    const { state } = three()
      .when(setUnitLink('police', SLOW))
      .when(ack('INC-0001.N1', 'INC-0001.N3'), until(3 * MINUTE))
      .thenOf(
        ANSWERS,
        'T+00:00 AnswerGiven INC-0001.N1 police acknowledge (degraded)',
        'T+00:00 NotificationAcknowledged INC-0001.N3 embassy',
        'T+00:00 JointAcknowledgementChanged INC-0001 partial (CHN)',
        'T+01:30 NotificationAcknowledged INC-0001.N1 police',
        'T+01:30 JointAcknowledgementChanged INC-0001 joint (PAK)',
      );
    expect(state.incidents[incidentId('INC-0001')]?.figures.jointAcknowledgementAt).toBe(1.5 * MINUTE);
  });
});

describe('an Error of several notifications', () => {
  it('declines each, with its note as the reason', () => {
    three()
      .when(error('INC-0001.N1', 'INC-0001.N3'))
      .thenOf(
        ANSWERS,
        'T+00:00 NotificationDeclined INC-0001.N1 police (no car)',
        'T+00:00 NotificationDeclined INC-0001.N3 embassy (no car)',
      );
  });

  it('declines none when one is unknown or has ended', () => {
    three()
      .when(error('INC-0001.N1', 'INC-0001.N9'))
      .thenAll('T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE')
      .when(acknowledge('INC-0001.N3'))
      .when(error('INC-0001.N1', 'INC-0001.N3'))
      .thenAll('T+00:00 CommandRefused SubmitAlert: NOTIFICATION_ENDED');
  });

  it('needs no place', () => {
    busy()
      .when(acknowledge('INC-0001.N1'))
      .when(error('INC-0002.N1'))
      .thenOf(ANSWERS, 'T+00:00 NotificationDeclined INC-0002.N1 single (no car)');
  });
});

it('an Ack or an Error that references nothing is refused', () => {
  three()
    .when(ack(), error(), ack('A1'))
    .thenAll(
      'T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE',
      'T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE',
      'T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE',
    );
});
