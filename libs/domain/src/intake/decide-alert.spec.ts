/** What an alert does: it opens an incident, joins one, changes it, withdraws it, or answers a notification. */
import type { MessageReference } from '../alert/alert.js';
import type { Actor } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import type { Policy } from '../policy/policy.js';
import { as, alert, at, close, CONTROLLER, resolve, serviceOf, type AlertText, type Deed } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const standard = chain([step('any', [ask(silentPolice)])]);

function exercise(policy: Partial<Policy> = {}) {
  return smallExercise({ units: [silentPolice], chain: standard, policy });
}

const JOINING = ['AlertAccepted'] as const;

/** After a first alert at T+00:00, another one (`A2`) a minute later. */
function second(text: AlertText, first: AlertText = {}, time = MINUTE) {
  return given(exercise(), alert({ id: 'A1', ...first })).when(at(time, alert({ id: 'A2', ...text })));
}

describe('an alert', () => {
  it('joins the incident of the same site and category', () => {
    second({}).thenAll('T+01:00 AlertAccepted A2 correlated INC-0001');
  });

  it('joins within the window since the incident’s latest alert, its end included', () => {
    second({}, {}, 10 * MINUTE)
      .thenOf(JOINING, 'T+10:00 AlertAccepted A2 correlated INC-0001')
      .when(at(20 * MINUTE, alert({ id: 'A3' })))
      .thenOf(JOINING, 'T+20:00 AlertAccepted A3 correlated INC-0001')
      .when(at(30 * MINUTE + 1, alert({ id: 'A4' })))
      .thenOf(JOINING, 'T+30:00.001 AlertAccepted A4 opened INC-0002');
  });

  it.each([
    ['another site', { site: 'port' }],
    ['another category', { category: 'Fire' as const }],
    ['no site', { site: null }],
  ])('opens an incident of its own for %s', (_, text) => {
    second(text).thenOf(JOINING, 'T+01:00 AlertAccepted A2 opened INC-0002');
  });

  it('joins the incident of an alert that it references, wherever and whenever', () => {
    second({ references: ['A1'], site: 'port', category: 'Fire' }, {}, 60 * MINUTE).thenOf(
      JOINING,
      'T+60:00 AlertAccepted A2 referenced INC-0001',
    );
  });

  it('joins an incident that it names', () => {
    second({ incidents: ['INC-0001'], site: 'port' }).thenOf(JOINING, 'T+01:00 AlertAccepted A2 named INC-0001');
  });

  it('goes by what it references before what it names, and by that before where it is', () => {
    given(exercise(), alert({ id: 'A1' }), alert({ id: 'A2', site: 'port' }), alert({ id: 'A3', category: 'Fire' }))
      .when(
        alert({ id: 'A4' }),
        alert({ id: 'A5', references: ['A2'], incidents: ['INC-0003'] }),
        alert({ id: 'A6', incidents: ['INC-0003'] }),
      )
      .thenOf(
        JOINING,
        'T+00:00 AlertAccepted A4 correlated INC-0001',
        'T+00:00 AlertAccepted A5 referenced INC-0002',
        'T+00:00 AlertAccepted A6 named INC-0003',
      );
  });

  it('brings its categories to the incident that it joins', () => {
    given(exercise(), alert({ id: 'A1' }), alert({ id: 'A2', references: ['A1'], category: 'Fire' }))
      .when(alert({ id: 'A3', category: 'Fire' }))
      .thenOf(JOINING, 'T+00:00 AlertAccepted A3 correlated INC-0001');
  });

  it.each([
    ['referencing', { references: ['A1'] }],
    ['naming', { incidents: ['INC-0001'] }],
    ['correlating', {}],
  ])('never joins across classes by %s', (_, text) => {
    second({ ...text, class: 'PAK' }).thenOf(JOINING, 'T+01:00 AlertAccepted A2 opened PAK-0001');
  });

  it('is numbered by its class, so that a number tells nothing of the other side', () => {
    given(exercise())
      .when(alert({ id: 'A1', class: 'PAK' }), alert({ id: 'A2', class: 'CHN' }), alert({ id: 'A3' }))
      .thenOf(
        ['IncidentOpened'],
        'T+00:00 IncidentOpened PAK-0001',
        'T+00:00 IncidentOpened CHN-0001',
        'T+00:00 IncidentOpened INC-0001',
      );
  });

  it('of a side’s own class comes only from that side or from those without a side', () => {
    given(exercise())
      .when(as(serviceOf('CHN'), alert({ class: 'PAK' })), as(serviceOf('PAK'), alert({ class: 'PAK' })))
      .thenOf(
        ['CommandRefused', 'IncidentOpened'],
        'T+00:00 CommandRefused SubmitAlert: NOT_YOUR_SIDE',
        'T+00:00 IncidentOpened PAK-0001',
      );
  });

  it('of a side’s own class asks nobody of the other side', () => {
    const scenario = smallExercise({
      units: [silentPolice, chn('embassy')],
      chain: chain([step('each-side', [ask(silentPolice), ask(chn('embassy'))])]),
    });
    const { events } = given(scenario)
      .when(alert({ class: 'PAK' }))
      .thenOf(['StepStarted'], 'T+00:00 StepStarted PAK-0001 standard/0 police=N1 (start)');
    expect(new Set(events.map(({ audience }) => audience))).toEqual(new Set(['PAK', 'CONTROL']));
    expect(events.find(({ type }) => type === 'StepStarted')?.data).toMatchObject({
      unreached: [{ target: 'embassy', reason: 'not-releasable' }],
    });
  });

  it('is taken once', () => {
    given(exercise(), alert()).when(alert()).thenAll('T+00:00 CommandRefused SubmitAlert: DUPLICATE_ALERT');
  });

  it('must be of a site that the scenario has', () => {
    given(exercise())
      .when(alert({ site: '__proto__' }))
      .thenAll('T+00:00 CommandRefused SubmitAlert: UNKNOWN_SITE');
  });

  it('reopens an incident that was resolved, and whoever had acknowledged is asked anew', () => {
    given(exercise(), alert(), at(MINUTE, resolve('INC-0001')))
      .when(at(2 * MINUTE, alert({ id: 'A2' })))
      .thenAll(
        'T+02:00 AlertAccepted A2 correlated INC-0001',
        'T+02:00 IncidentReopened INC-0001',
        'T+02:00 ChainStarted INC-0001 standard',
        'T+02:00 StepStarted INC-0001 standard/0 police=N2 (start)',
        'T+02:00 NotificationSent INC-0001.N2 police',
        'T+02:00 NotificationDelivered INC-0001.N2 police',
      );
  });

  it.each([
    ['referencing', { references: ['A1'] }],
    ['naming', { incidents: ['INC-0001'] }],
    ['correlating', {}],
  ])('does not reopen one that is closed by %s', (_, text) => {
    given(exercise(), alert(), at(MINUTE, resolve('INC-0001')), at(MINUTE, close('INC-0001')))
      .when(alert({ id: 'A2', ...text }))
      .thenOf(JOINING, 'T+01:00 AlertAccepted A2 opened INC-0002');
  });
});

describe('a Cancel', () => {
  const cancel = (id: string, ...references: string[]) => alert({ id, msgType: 'Cancel', references });

  it('of the only alert cancels the incident and withdraws its open notifications', () => {
    given(exercise(), alert())
      .when(cancel('A2', 'A1'))
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertCancelled A1 by A2',
        'T+00:00 NotificationWithdrawn INC-0001.N1 police (incident-cancelled)',
        'T+00:00 IncidentCancelled INC-0001',
      );
  });

  it('leaves an incident that another alert still stands for', () => {
    given(exercise(), alert({ id: 'A1' }), alert({ id: 'A2' }))
      .when(cancel('A3', 'A1'))
      .thenAll('T+00:00 AlertAccepted A3 referenced INC-0001', 'T+00:00 AlertCancelled A1 by A3')
      .when(cancel('A4', 'A2'))
      .thenOf(['IncidentCancelled'], 'T+00:00 IncidentCancelled INC-0001');
  });

  it('of all alerts at once cancels the incident', () => {
    given(exercise(), alert({ id: 'A1' }), alert({ id: 'A2' }))
      .when(cancel('A3', 'A1', 'A2', 'A1'))
      .thenOf(
        ['AlertCancelled', 'IncidentCancelled'],
        'T+00:00 AlertCancelled A1 by A3',
        'T+00:00 AlertCancelled A2 by A3',
        'T+00:00 IncidentCancelled INC-0001',
      );
  });

  it('of a superseded alert cancels what took its place', () => {
    given(exercise(), alert(), alert({ id: 'A2', msgType: 'Update', references: ['A1'] }))
      .when(cancel('A3', 'A1'))
      .thenOf(
        ['AlertCancelled', 'IncidentCancelled'],
        'T+00:00 AlertCancelled A2 by A3',
        'T+00:00 IncidentCancelled INC-0001',
      );
  });

  it('leaves a resolved incident resolved', () => {
    given(exercise(), alert(), resolve('INC-0001'))
      .when(cancel('A2', 'A1'))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertCancelled A1 by A2');
  });

  it.each([['A9'], ['constructor'], ['toString']])('of %s, which has not come, is remembered', (reference) => {
    given(exercise(), alert())
      .when(cancel('A2', reference))
      .thenAll('T+00:00 AlertAccepted A2 none')
      .when(alert({ id: reference }))
      .thenAll(`T+00:00 AlertAccepted ${reference} none`, `T+00:00 AlertCancelled ${reference} by A2`);
  });

  it('of what is withdrawn already is refused', () => {
    given(exercise(), alert(), alert({ id: 'A3' }), cancel('A2', 'A1'))
      .when(cancel('A4', 'A1'))
      .thenAll('T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE');
  });

  it('of another class cancels nothing', () => {
    given(exercise(), alert({ class: 'PAK' }))
      .when(cancel('A2', 'A1'))
      .thenAll('T+00:00 AlertAccepted A2 none');
  });
});

describe.each(['Update', 'Cancel'] as const)('a wider %s', (msgType) => {
  const wider = (references: string[], text: AlertText = {}) =>
    alert({ id: 'A2', msgType, class: 'JOINT', references, ...text });
  const ofPak = (deed: Deed) => as(serviceOf('PAK'), deed);
  const pakistani = ofPak(alert({ id: 'P1', class: 'PAK' }));

  it.each([
    ['of its side', serviceOf('PAK')],
    ['who sees everything', CONTROLLER],
  ])('than what it references is refused to one %s: it would be a release', (_, actor) => {
    given(exercise(), pakistani)
      .when(as(actor, wider(['P1'])))
      .thenAll('T+00:00 CommandRefused SubmitAlert: RELEASE_WIDENED');
  });

  it('is refused also when it references what all may know, and what was superseded', () => {
    const newer = ofPak(alert({ id: 'P2', msgType: 'Update', class: 'PAK', references: ['P1'] }));
    given(exercise(), ofPak(alert()), pakistani, newer)
      .when(ofPak(wider(['A1', 'P1'])))
      .thenAll('T+00:00 CommandRefused SubmitAlert: RELEASE_WIDENED');
  });

  it('is taken once the message stands in its class, too', () => {
    given(exercise(), pakistani, ofPak(alert({ id: 'J1' })))
      .when(ofPak(wider(['J1'], { narrower: ['P1'] })))
      .thenOf(['CommandRefused', 'AlertAccepted'], 'T+00:00 AlertAccepted A2 referenced INC-0001');
  });

  it('is one of the other side’s class, too', () => {
    given(exercise(), pakistani)
      .when(as(CONTROLLER, wider(['P1'], { class: 'CHN' })))
      .thenAll('T+00:00 CommandRefused SubmitAlert: RELEASE_WIDENED');
  });

  it('by those who may not know of it is what it is with a reference to nothing', () => {
    for (const actor of [serviceOf('CHN'), { kind: 'account', id: 'sensor', role: 'service' } as const]) {
      const outcome = (reference: string) =>
        given(exercise(), as(actor, alert({ id: 'A1', site: 'port' })), pakistani)
          .when(as(actor, wider([reference])))
          .events.map((event) => JSON.stringify(event).replaceAll(reference, 'ID'));
      expect(outcome('P1')).toEqual(outcome('P9'));
      expect(outcome('P1').join()).not.toContain('RELEASE_WIDENED');
    }
  });
});

describe('a CAP answer', () => {
  it('Ack acknowledges the notification whose message it references', () => {
    given(exercise(), alert())
      .when(at(MINUTE, alert({ id: 'R1', msgType: 'Ack', references: ['INC-0001.N1'] })))
      .thenOf(['NotificationAcknowledged', 'AlertAccepted'], 'T+01:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('Error declines it, with the note as the reason', () => {
    given(exercise(), alert())
      .when(alert({ id: 'R1', msgType: 'Error', references: ['INC-0001.N1'], note: 'road closed' }))
      .thenOf(['NotificationDeclined'], 'T+00:00 NotificationDeclined INC-0001.N1 police (road closed)');
  });

  it('names the whole triple of the message that it answers', () => {
    const ack = alert({ id: 'R1', msgType: 'Ack', references: ['INC-0001.N1'] });
    const naming = (wrong: Partial<MessageReference>): Deed => {
      if (ack.command?.type !== 'SubmitAlert') throw new Error('not an alert');
      const { data } = ack.command;
      const references = data.alert.references?.map((reference) => ({ ...reference, ...wrong }));
      return {
        actor: CONTROLLER,
        command: { type: 'SubmitAlert', data: { ...data, alert: { ...data.alert, references } } },
      };
    };
    const answered = ['T+00:00 NotificationAcknowledged INC-0001.N1 police'];
    const refused = ['T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE'];
    for (const [wrong, lines] of [
      [{ sender: 'control@exercise.example' }, refused],
      [{ sent: '2026-01-01T09:00:01+05:00' }, refused],
      [{ sent: '2026-01-01T04:00:00-00:00' }, answered],
      [{}, answered],
    ] as const) {
      given(exercise(), alert())
        .when(naming(wrong))
        .thenOf(['NotificationAcknowledged', 'CommandRefused'], ...lines);
    }
  });

  it('counts the time of sending from STARTEX of the story', () => {
    const scenario = { ...exercise(), startsAt: '2027-03-01T10:00:00+08:00' };
    const ack = alert({ id: 'R1', msgType: 'Ack', references: ['INC-0001.N1'], scenario });
    given(scenario, alert())
      .when(ack)
      .thenOf(['NotificationAcknowledged'], 'T+00:00 NotificationAcknowledged INC-0001.N1 police');
  });

  it('needs the right to answer for the unit: an account without a side answers for nobody', () => {
    const ack = (sender: string) => alert({ id: 'R1', msgType: 'Ack', sender, references: ['INC-0001.N1'] });
    const service = (side?: Side): Actor => ({ kind: 'account', id: `gateway ${side}`, role: 'service', side });
    for (const [actor, line] of [
      [service('PAK'), 'NotificationAcknowledged INC-0001.N1 police'],
      [service('CHN'), 'CommandRefused SubmitAlert: NOT_YOUR_SIDE'],
      [service(), 'CommandRefused SubmitAlert: NOT_YOUR_SIDE'],
      [CONTROLLER, 'NotificationAcknowledged INC-0001.N1 police'],
    ] as const) {
      given(exercise(), alert())
        .when(as(actor, ack('gateway@exercise.example')))
        .thenOf(['NotificationAcknowledged', 'CommandRefused'], `T+00:00 ${line}`);
    }
  });

  it.each([['INC-0001.N9'], ['__proto__']])('to %s is refused', (reference) => {
    given(exercise(), alert())
      .when(alert({ id: 'R1', msgType: 'Ack', references: [reference] }))
      .thenAll('T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE');
  });

  it('to what is hidden is refused like one to what is not there', () => {
    const answer = (reference: string) =>
      given(exercise(), alert({ class: 'PAK' }))
        .when(as(serviceOf('CHN'), alert({ id: 'R1', msgType: 'Ack', references: [reference] })))
        .events.map(({ data }) => JSON.stringify(data).replaceAll(reference, 'ID'));
    expect(answer('PAK-0001.N1')).toEqual(answer('PAK-0007.N1'));
  });
});
