/** Which of several incidents an alert joins by its class, place and categories. */
import { alert, at, resolve, type AlertText } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { MINUTE, only, silentPolice, smallExercise } from '../testing/small-exercise.js';

const exercise = smallExercise({ units: [silentPolice], chain: only(silentPolice) });

const ACCEPTED = ['AlertAccepted'] as const;

const update = (id: string, reference: string, text: AlertText = {}) =>
  alert({ id, msgType: 'Update', references: [reference], ...text });

/** INC-0001 (A1) and INC-0002 (B1, B2) are of the plant and of `Safety`; the latter had its latest alert at T+02:00. */
function two() {
  return given(
    exercise,
    alert(),
    at(MINUTE, alert({ id: 'B1', category: 'Fire' })),
    at(2 * MINUTE, update('B2', 'B1', { category: 'Safety' })),
  );
}

describe('an alert that may join several incidents', () => {
  it('joins the one with the latest alert', () => {
    two()
      .when(at(5 * MINUTE, alert({ id: 'X' })))
      .thenOf(ACCEPTED, 'T+05:00 AlertAccepted X correlated INC-0002');
  });

  it('joins the one that was opened first, too, when that has the latest alert', () => {
    two()
      .when(at(3 * MINUTE, alert({ id: 'A2', references: ['A1'] })), at(5 * MINUTE, alert({ id: 'X' })))
      .thenOf(ACCEPTED, 'T+03:00 AlertAccepted A2 referenced INC-0001', 'T+05:00 AlertAccepted X correlated INC-0001');
  });

  it('joins the one that is left within the window', () => {
    two()
      .when(at(12 * MINUTE, alert({ id: 'X' })))
      .thenOf(ACCEPTED, 'T+12:00 AlertAccepted X correlated INC-0002');
  });

  it('joins the other one when that with the latest alert was cancelled', () => {
    two()
      .when(
        at(3 * MINUTE, alert({ id: 'C1', msgType: 'Cancel', references: ['B2'] })),
        at(5 * MINUTE, alert({ id: 'X' })),
      )
      .thenOf(ACCEPTED, 'T+03:00 AlertAccepted C1 referenced INC-0002', 'T+05:00 AlertAccepted X correlated INC-0001');
  });

  it('joins one that is resolved, and opens it again', () => {
    two()
      .when(at(3 * MINUTE, resolve('INC-0002')), at(5 * MINUTE, alert({ id: 'X' })))
      .thenOf(
        ['AlertAccepted', 'IncidentReopened'],
        'T+05:00 AlertAccepted X correlated INC-0002',
        'T+05:00 IncidentReopened INC-0002',
      );
  });

  it('joins none of another class', () => {
    two()
      .when(at(5 * MINUTE, alert({ id: 'X', class: 'PAK' })))
      .thenOf(ACCEPTED, 'T+05:00 AlertAccepted X opened PAK-0001');
  });
});

describe('an incident whose categories have changed', () => {
  it('is joined by alerts of its present ones, and no more of its earlier ones', () => {
    given(exercise, alert(), update('A2', 'A1', { category: 'Fire' }))
      .when(alert({ id: 'X' }), alert({ id: 'Y', category: 'Fire' }))
      .thenOf(ACCEPTED, 'T+00:00 AlertAccepted X opened INC-0002', 'T+00:00 AlertAccepted Y correlated INC-0001');
  });
});

describe('an incident that has moved', () => {
  it('is joined by alerts of its present place, and no more of its earlier one', () => {
    given(exercise, alert(), update('A2', 'A1', { site: 'port' }))
      .when(alert({ id: 'X' }), alert({ id: 'Y', site: 'port' }))
      .thenOf(ACCEPTED, 'T+00:00 AlertAccepted X opened INC-0002', 'T+00:00 AlertAccepted Y correlated INC-0001');
  });

  it('has its window from its latest alert, wherever that was', () => {
    given(exercise, alert(), at(8 * MINUTE, update('A2', 'A1', { site: 'port' })))
      .when(at(18 * MINUTE, alert({ id: 'X', site: 'port' })), at(29 * MINUTE, alert({ id: 'Y', site: 'port' })))
      .thenOf(ACCEPTED, 'T+18:00 AlertAccepted X correlated INC-0001', 'T+29:00 AlertAccepted Y opened INC-0002');
  });

  it('is joined by its first place once it has one', () => {
    given(exercise, alert({ site: null }))
      .when(alert({ id: 'X' }))
      .thenOf(ACCEPTED, 'T+00:00 AlertAccepted X opened INC-0002');
    given(exercise, alert({ site: null }), update('A2', 'A1'))
      .when(alert({ id: 'X' }))
      .thenOf(ACCEPTED, 'T+00:00 AlertAccepted X correlated INC-0001');
  });
});

describe('the window of an incident', () => {
  it('is not prolonged by a Cancel', () => {
    given(exercise, alert(), alert({ id: 'A2' }))
      .when(
        at(9 * MINUTE, alert({ id: 'C1', msgType: 'Cancel', references: ['A1'] })),
        at(11 * MINUTE, alert({ id: 'X' })),
      )
      .thenOf(ACCEPTED, 'T+09:00 AlertAccepted C1 referenced INC-0001', 'T+11:00 AlertAccepted X opened INC-0002');
  });

  it('is not prolonged by an alert that is superseded on arrival', () => {
    given(exercise, update('A2', 'A1'))
      .when(at(9 * MINUTE, alert()), at(11 * MINUTE, alert({ id: 'X' })))
      .thenOf(ACCEPTED, 'T+09:00 AlertAccepted A1 referenced INC-0001', 'T+11:00 AlertAccepted X opened INC-0002');
  });
});
