/** Messages that come after the one that took their place, or withdrew them. */
import { incidentId } from '../kernel/ids.js';
import { alert, at, resolve, type AlertText } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, MINUTE, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const exercise = smallExercise({ units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]) });

const update = (id: string, references: readonly string[], text: AlertText = {}) =>
  alert({ id, msgType: 'Update', references, ...text });
const cancel = (id: string, references: readonly string[], text: AlertText = {}) =>
  alert({ id, msgType: 'Cancel', references, ...text });

const ALERTS = [
  'AlertAccepted',
  'AlertSuperseded',
  'AlertCancelled',
  'IncidentOpened',
  'IncidentChanged',
  'IncidentReopened',
  'IncidentCancelled',
  'CommandRefused',
] as const;

describe('an alert that comes after its Update', () => {
  it('joins the incident of the Update, and is superseded on arrival', () => {
    given(exercise, update('A2', ['A1']))
      .when(alert({ id: 'A1' }))
      .thenAll('T+00:00 AlertAccepted A1 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2');
  });

  it('changes no fact there, however grave and wherever it is', () => {
    const { state } = given(exercise, update('A2', ['A1'], { severity: 'Minor' }))
      .when(alert({ id: 'A1', severity: 'Extreme', site: 'port', category: 'Fire' }))
      .thenAll('T+00:00 AlertAccepted A1 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2');
    expect(state.incidents[incidentId('INC-0001')]).toMatchObject({
      severity: 'Minor',
      site: 'plant',
      categories: ['Safety'],
    });
  });

  it('joins long after the window has passed', () => {
    given(exercise, update('A2', ['A1']))
      .when(at(60 * MINUTE, alert({ id: 'A1' })))
      .thenOf(ALERTS, 'T+60:00 AlertAccepted A1 referenced INC-0001', 'T+60:00 AlertSuperseded A1 by A2');
  });

  it('does not open a resolved incident again', () => {
    given(exercise, update('A2', ['A1']), resolve('INC-0001'))
      .when(alert({ id: 'A1' }))
      .thenAll('T+00:00 AlertAccepted A1 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2');
  });

  it('opens no incident when that of the Update is gone', () => {
    given(exercise, update('A2', ['A1']), cancel('C1', ['A2']))
      .when(alert({ id: 'A1' }))
      .thenAll('T+00:00 AlertAccepted A1 none', 'T+00:00 AlertSuperseded A1 by A2');
  });

  it('does not keep an incident open whose last alert is cancelled', () => {
    given(exercise, update('A2', ['A1']), alert({ id: 'A1' }))
      .when(cancel('C1', ['A2']))
      .thenOf(
        ALERTS,
        'T+00:00 AlertAccepted C1 referenced INC-0001',
        'T+00:00 AlertCancelled A2 by C1',
        'T+00:00 IncidentCancelled INC-0001',
      );
  });

  it('is awaited once: the next alert is one like any other', () => {
    given(exercise, update('A2', ['A1']), alert({ id: 'A1' }))
      .when(alert({ id: 'A3' }))
      .thenAll('T+00:00 AlertAccepted A3 correlated INC-0001');
  });
});

describe('an alert that comes after its Cancel', () => {
  it('joins the incident that the Cancel belongs to, and is cancelled on arrival', () => {
    given(exercise, alert(), alert({ id: 'A2' }), cancel('C1', ['A1', 'B1']))
      .when(alert({ id: 'B1', severity: 'Extreme' }))
      .thenAll('T+00:00 AlertAccepted B1 referenced INC-0001', 'T+00:00 AlertCancelled B1 by C1');
  });

  it('opens no incident when the Cancel belongs to none', () => {
    given(exercise)
      .when(cancel('C1', ['A1']), alert({ id: 'A1' }))
      .thenOf(
        ALERTS,
        'T+00:00 AlertAccepted C1 none',
        'T+00:00 AlertAccepted A1 none',
        'T+00:00 AlertCancelled A1 by C1',
      );
  });

  it('opens no incident when that of the Cancel is gone', () => {
    given(exercise, alert(), cancel('C1', ['A1', 'B1']))
      .when(alert({ id: 'B1' }))
      .thenAll('T+00:00 AlertAccepted B1 none', 'T+00:00 AlertCancelled B1 by C1');
  });

  // The late Update supersedes A1 although it is cancelled itself: the incident stays open without an alert in force.
  it('and is an Update takes the place of nothing', () => {
    const { state } = given(exercise, alert(), alert({ id: 'B1' }), cancel('C1', ['B1', 'A2']))
      .when(update('A2', ['A1']))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertCancelled A2 by C1');
    expect(state.incidents[incidentId('INC-0001')]?.activeAlerts).toBe(1);
  });

  it('and after an Update, too, is cancelled', () => {
    given(exercise, update('A2', ['A1']), cancel('C1', ['A1']))
      .when(alert({ id: 'A1' }))
      .thenOf(['AlertSuperseded', 'AlertCancelled'], 'T+00:00 AlertCancelled A1 by C1');
    given(exercise, cancel('C1', ['A1']), update('A2', ['A1']))
      .when(alert({ id: 'A1' }))
      .thenOf(['AlertSuperseded', 'AlertCancelled'], 'T+00:00 AlertCancelled A1 by C1');
  });

  it('may be referenced by one Cancel only: the second has nothing to withdraw', () => {
    given(exercise, cancel('C1', ['A1']))
      .when(cancel('C2', ['A1']))
      .thenAll('T+00:00 CommandRefused SubmitAlert: UNKNOWN_REFERENCE');
  });
});

describe('a chain of Updates that come in the wrong order', () => {
  it('from the last to the first: each joins, and is superseded by the one after it', () => {
    given(exercise, update('A3', ['A2']))
      .when(update('A2', ['A1']), alert({ id: 'A1' }))
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertSuperseded A2 by A3',
        'T+00:00 AlertAccepted A1 referenced INC-0001',
        'T+00:00 AlertSuperseded A1 by A2',
      );
  });

  it('the middle one last: it takes the place of the first, whose severity counts no more', () => {
    given(exercise, alert({ severity: 'Extreme' }), update('A3', ['A2'], { severity: 'Minor' }))
      .when(update('A2', ['A1'], { severity: 'Severe' }))
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertSuperseded A2 by A3',
        'T+00:00 AlertSuperseded A1 by A2',
        'T+00:00 IncidentChanged INC-0001 Extreme to Minor',
      );
  });

  it('the middle one last, of two incidents: what it references in the other one stays there', () => {
    const { state } = given(exercise, alert(), update('A3', ['A2'], { site: 'port' }))
      .when(update('A2', ['A1']))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0002', 'T+00:00 AlertSuperseded A2 by A3');
    expect(state.incidents[incidentId('INC-0001')]?.activeAlerts).toBe(1);
  });

  it('a Cancel of the first withdraws the last', () => {
    given(exercise, update('A3', ['A2']), update('A2', ['A1']), alert({ id: 'A1' }))
      .when(cancel('C1', ['A1']))
      .thenOf(
        ALERTS,
        'T+00:00 AlertAccepted C1 referenced INC-0001',
        'T+00:00 AlertCancelled A3 by C1',
        'T+00:00 IncidentCancelled INC-0001',
      );
  });
});

describe('Updates that reference each other in a circle', () => {
  // The second also supersedes the first, so that the incident has no alert left, and the next reference to either never ends.
  it('count as one: the first that came stays, the second is superseded on arrival', () => {
    const { state } = given(exercise, update('A1', ['A2']))
      .when(update('A2', ['A1']))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertSuperseded A2 by A1');
    expect(state.incidents[incidentId('INC-0001')]?.activeAlerts).toBe(1);
  });

  it('of three count as one, too', () => {
    const { state } = given(exercise, update('A1', ['A2']), update('A3', ['A1']))
      .when(update('A2', ['A3']))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertSuperseded A2 by A1');
    expect(state.incidents[incidentId('INC-0001')]?.activeAlerts).toBe(1);
  });

  it('with themselves are Updates of nothing', () => {
    const { state } = given(exercise, update('A1', ['A1']))
      .when(update('A2', ['A1', 'A2']))
      .thenAll('T+00:00 AlertAccepted A2 referenced INC-0001', 'T+00:00 AlertSuperseded A1 by A2');
    expect(state.incidents[incidentId('INC-0001')]?.activeAlerts).toBe(1);
  });
});

describe('a reference to what has not come', () => {
  it('is of its own class: an alert of another class is one like any other', () => {
    given(exercise, update('A2', ['A1'], { class: 'PAK' }))
      .when(alert({ id: 'A1' }))
      .thenOf(ALERTS, 'T+00:00 IncidentOpened INC-0001', 'T+00:00 AlertAccepted A1 opened INC-0001');
  });

  it.each(['PAK', 'CHN'] as const)('of class %s reveals nothing to the other side', (releaseClass) => {
    given(exercise, cancel('C1', ['A1'], { class: releaseClass }))
      .when(cancel('C2', ['A1']), alert({ id: 'A1', class: releaseClass }))
      .thenAll('T+00:00 AlertAccepted C2 none', 'T+00:00 AlertAccepted A1 none', 'T+00:00 AlertCancelled A1 by C1');
  });

  it('by a plain Alert is not remembered: the older one opens an incident of its own', () => {
    given(exercise, alert({ id: 'A2', references: ['A1'], site: 'port' }))
      .when(alert({ id: 'A1' }))
      .thenOf(['AlertAccepted'], 'T+00:00 AlertAccepted A1 opened INC-0002');
  });

  it('does not lead another message that references the same to the same incident', () => {
    given(exercise, update('A2', ['A1']))
      .when(update('A3', ['A1'], { site: 'port' }))
      .thenOf(['AlertAccepted'], 'T+00:00 AlertAccepted A3 opened INC-0002');
  });

  it('is remembered as one of the latest 10,000', () => {
    const references = Array.from({ length: 12_000 }, (_, n) => `R${n}`);
    given(exercise, update('A2', references, { site: 'port' }))
      .when(alert({ id: 'R2000' }), alert({ id: 'R11999' }), alert({ id: 'R1999' }))
      .thenOf(
        ['AlertSuperseded', 'IncidentOpened'],
        'T+00:00 AlertSuperseded R2000 by A2',
        'T+00:00 AlertSuperseded R11999 by A2',
        'T+00:00 IncidentOpened INC-0002',
      );
  });
});
