/** The facts of an incident: those of its latest alert, and the gravest severity of the alerts in force. */
import { incidentId } from '../kernel/ids.js';
import type { Alert, Severity } from '../alert/alert.js';
import { alert, resolve, type AlertText, type Deed } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { only, silentPolice, smallExercise } from '../testing/small-exercise.js';

const exercise = smallExercise({ units: [silentPolice], chain: only(silentPolice) });

/** The same alert with some of its parts replaced. */
function stating(deed: Deed, parts: Partial<Alert>, exerciseParts: Partial<Alert['exercise']> = {}): Deed {
  if (deed.command === undefined || deed.command.type !== 'SubmitAlert') throw new Error('not an alert');
  const { command, actor } = deed;
  const { alert: text } = command.data;
  const changed = { ...text, ...parts, exercise: { ...text.exercise, ...exerciseParts } };
  return { actor, command: { ...command, data: { ...command.data, alert: changed } } };
}

const counting = (text: AlertText, counts: Partial<Alert['exercise']>) => stating(alert(text), {}, counts);
const update = (text: AlertText = {}) => alert({ id: 'A2', msgType: 'Update', references: ['A1'], ...text });
const cancel = (...references: string[]) => alert({ id: 'C1', msgType: 'Cancel', references });

const CHANGED = ['IncidentChanged', 'IncidentCancelled'] as const;

describe('place and categories', () => {
  it('are those of the latest alert, be it an Update or another alert that joins', () => {
    const joining = alert({ id: 'A2', references: ['A1'], site: 'port', category: 'Fire' });
    for (const latest of [update({ site: 'port', category: 'Fire' }), joining]) {
      const { state } = given(exercise, alert())
        .when(latest)
        .thenOf(CHANGED, 'T+00:00 IncidentChanged INC-0001 at port categories');
      expect(state.incidents[incidentId('INC-0001')]).toMatchObject({ site: 'port', categories: ['Fire'] });
    }
  });

  it('stay as they were when the latest alert does not state them', () => {
    const { state } = given(exercise, alert({ severity: 'Unknown' }))
      .when(stating(update({ site: null }), { info: undefined }))
      .thenOf(CHANGED);
    expect(state.incidents[incidentId('INC-0001')]).toMatchObject({ site: 'plant', categories: ['Safety'] });
  });

  it('of the first alert are the incident’s, also when it names no site', () => {
    const { state } = given(exercise).when(alert({ site: null }));
    expect(state.incidents[incidentId('INC-0001')]?.site).toBeUndefined();
  });
});

describe('head counts', () => {
  const first = counting({}, { nationals: { PAK: 4, CHN: 2 }, casualties: { injured: 1 } });

  it('are those of the latest alert', () => {
    const { state } = given(exercise, first)
      .when(stating(update(), {}, { nationals: { PAK: 5, CHN: 3 }, casualties: { injured: 2 } }))
      .thenOf(CHANGED, 'T+00:00 IncidentChanged INC-0001 nationals casualties');
    expect(state.incidents[incidentId('INC-0001')]?.facts).toMatchObject({
      nationals: { PAK: 5, CHN: 3 },
      casualties: { injured: 2 },
    });
  });

  it('stay as they were when the latest alert states none, or one of the two', () => {
    const { state } = given(exercise, first).when(update()).thenOf(CHANGED);
    expect(state.incidents[incidentId('INC-0001')]?.facts.nationals).toEqual({ PAK: 4, CHN: 2 });
    given(exercise, first)
      .when(stating(update(), {}, { casualties: { injured: 2 } }))
      .thenOf(CHANGED, 'T+00:00 IncidentChanged INC-0001 casualties');
  });

  // A count that the latest alert leaves out is dropped with the others of its kind.
  it('stay as they were of the kinds that the latest alert does not state', () => {
    const { state } = given(exercise, first).when(stating(update(), {}, { casualties: { killed: 1 } }));
    expect(state.incidents[incidentId('INC-0001')]?.facts.casualties).toEqual({ injured: 1, killed: 1 });
  });
});

describe('the severity', () => {
  it.each<[Severity, Severity, Severity]>([
    ['Severe', 'Minor', 'Severe'],
    ['Minor', 'Severe', 'Severe'],
    ['Moderate', 'Unknown', 'Moderate'],
    ['Severe', 'Extreme', 'Extreme'],
  ])('of %s and %s, both in force, is %s', (one, other, gravest) => {
    const { state } = given(exercise, alert({ severity: one })).when(alert({ id: 'A2', severity: other }));
    expect(state.incidents[incidentId('INC-0001')]?.severity).toBe(gravest);
  });

  it('does not count what was superseded', () => {
    given(exercise, alert({ severity: 'Severe' }), alert({ id: 'B1', severity: 'Moderate' }))
      .when(update({ severity: 'Minor' }))
      .thenOf(CHANGED, 'T+00:00 IncidentChanged INC-0001 Severe to Moderate');
  });

  it('does not count what was cancelled', () => {
    given(exercise, alert({ severity: 'Severe' }), alert({ id: 'B1', severity: 'Minor' }))
      .when(cancel('A1'))
      .thenOf(CHANGED, 'T+00:00 IncidentChanged INC-0001 Severe to Minor');
  });

  it('does not change when a lesser alert is cancelled', () => {
    given(exercise, alert({ severity: 'Severe' }), alert({ id: 'B1', severity: 'Minor' }))
      .when(cancel('B1'))
      .thenOf(CHANGED);
  });

  it('of an incident that opens again is that of the alert which opened it', () => {
    const { state } = given(exercise, alert({ severity: 'Extreme' }), resolve('INC-0001')).when(
      alert({ id: 'A2', severity: 'Minor' }),
    );
    expect(state.incidents[incidentId('INC-0001')]).toMatchObject({ severity: 'Minor', gravest: 'Minor' });
  });

  it('of an incident that was opened again does not go by the alerts from before', () => {
    given(exercise, alert({ severity: 'Minor' }), resolve('INC-0001'), alert({ id: 'A2', severity: 'Extreme' }))
      .when(cancel('A2'))
      .thenOf(CHANGED);
  });

  it('stays as it was when an Update states none', () => {
    given(exercise, alert({ severity: 'Severe' }))
      .when(stating(update(), { info: undefined }))
      .thenOf(CHANGED);
  });
});

describe('the facts of an incident that opens again', () => {
  it('are those of the alert which opened it; what that does not state stays', () => {
    const { state } = given(exercise, counting({}, { nationals: { CHN: 2 } }), resolve('INC-0001')).when(
      alert({ id: 'A2', references: ['A1'], site: 'port', category: 'Fire' }),
    );
    expect(state.incidents[incidentId('INC-0001')]).toMatchObject({
      site: 'port',
      categories: ['Fire'],
      facts: { nationals: { CHN: 2 } },
    });
  });
});
