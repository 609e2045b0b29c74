/** An incident whose label is raised and lowered, as the page of somebody whom it does not name folds it. */
import type { EventView } from '#contracts/http/events.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import { idsIn } from '#domain/kernel/ids.js';
import type { Reader } from '#domain/release/label.js';
import { streamsOf } from '#domain/release/release.js';
import { eventFor } from '#domain/release/shown.js';
import { alert, type Deed } from '#domain/testing/deeds.js';
import { given, type Play } from '#domain/testing/given.js';
import { ask, chain, pak, PLAYED, smallExercise, step } from '#domain/testing/small-exercise.js';
import { ExerciseFold } from './exercise-fold.js';

const police = pak('police', undefined, PLAYED);
const reader: Reader = { kind: 'account', id: 'operator-PAK', role: 'operator', side: 'PAK' };
const update = (id: string, references: string, label: object): Deed =>
  alert({ id, class: 'PAK', msgType: 'Update', references: [references], label } as never);
const raised = update('A2', 'A1', { tlp: 'TLP:RED', releasableTo: ['unit:police'] });
const lowered = update('A3', 'A2', { tlp: 'TLP:GREEN' });

/** What the page has after these deeds; it gets the events of each by themselves. */
function foldedBy(play: Play, ...deeds: Deed[]): ExerciseFold {
  const fold = ExerciseFold.fromStart(scenarioIn('pak', play.scenario), 'pak');
  const pass = () => {
    const events = play.log.filter(({ audience }) => streamsOf(audience).includes('pak'));
    fold.apply(
      events.map(
        (event, index) => ({ ...eventFor({ stream: 'pak', reader }, event), seq: index + 1 }) as unknown as EventView,
      ),
    );
  };
  pass();
  for (const deed of deeds) {
    play.do(deed);
    pass();
  }
  return fold;
}

const parts = { units: [police], chain: chain([step('any', [ask(police)])]) };
const shown = (fold: ExerciseFold) => ({
  incidents: [...fold.incidents.keys()],
  notifications: [...fold.notifications.keys()],
  alerts: fold.alerts.size,
});

it('goes from the page with all of its rows when its label is raised', () => {
  const fold = foldedBy(given(smallExercise(parts)).play, alert({ class: 'PAK' }), raised);
  expect(fold.events.map(({ type }) => type)).toContain('IncidentWithheld');
  expect(shown(fold)).toEqual({ incidents: [], notifications: [], alerts: 0 });
});

it('comes back with its notifications when its label is lowered', () => {
  const fold = foldedBy(given(smallExercise(parts)).play, alert({ class: 'PAK' }), raised, lowered);
  expect(shown(fold)).toMatchObject({ incidents: ['PAK-0001'], notifications: idsIn(fold.state.notifications) });
  expect(fold.notifications.size).toBeGreaterThan(0);
});
