/** The places of a unit: what a question costs with many incidents open, and that the count is what the answers say. */
import { execute, fold } from '../engine/engine.js';
import { deserialise, open, serialise } from '../engine/open.js';
import { ChangeSet } from '../engine/read-models.js';
import { commandId, idsIn, notificationId, unitId, type IncidentId } from '../kernel/ids.js';
import { always } from '../testing/arbitraries.js';
import { acknowledge, alert, at, CONTROLLER } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { only, pak, PLAYED, smallExercise } from '../testing/small-exercise.js';
import { incidentOf } from '../incident/incident-state.js';
import { unitOf } from '../unit/lookup-unit.js';
import { engagementsOf } from './asked.js';

const POLICE = unitId('police');

/** An exercise in which the police is engaged in `count` incidents, and asked about one more. */
function busyWith(count: number) {
  const police = { ...pak('police'), ...PLAYED, capacity: 1_000 };
  const { play } = given(
    smallExercise({ units: [police], chain: only(police), policy: { correlationWindowMs: 0 } }),
    ...Array.from({ length: count + 1 }, (_, n) => at(n + 1, alert({ id: `A${n}` }))),
  );
  const incidents = idsIn(play.state.incidents);
  for (const incident of incidents.slice(0, count)) play.do(acknowledge(`${incident}.N1`));
  return { state: play.state, last: incidents[count] as IncidentId };
}

/** How many of the unit's incidents are looked at while it acknowledges one more, its read model included. */
function incidentsLookedAt(count: number): number {
  const { state, last } = busyWith(count);
  const unit = unitOf(state, POLICE);
  let looks = 0;
  unit.questions = new Proxy(unit.questions, {
    get: (questions, id) => {
      looks += 1;
      return Reflect.get(questions, id) as unknown;
    },
    ownKeys: (questions) => {
      const ids = Reflect.ownKeys(questions);
      looks += ids.length;
      return ids;
    },
  });
  const changes = new ChangeSet(state);
  const data = { notification: notificationId(`${last}.N1`) };
  const command = {
    type: 'AcknowledgeNotification',
    data,
    id: commandId('last'),
    at: state.time,
    actor: CONTROLLER,
  } as const;
  expect(execute(state, command, changes).refused).toBeUndefined();
  expect(changes.units.map(({ engaged }) => engaged)).toEqual([{ JOINT: count + 1 }]);
  return looks;
}

describe('the places of a unit', () => {
  it('cost an answer and the read model the same work, however many incidents the unit is engaged in', () => {
    const few = incidentsLookedAt(3);
    expect(few).toBeGreaterThan(0);
    expect(incidentsLookedAt(200)).toBe(few);
  });

  it('are at each moment as many as its answers say, in each class', () => {
    always(({ scenario, log }) => {
      const state = open(scenario, scenario.seed);
      for (const event of log) {
        fold(state, [event]);
        expect(counted(state)).toEqual(recounted(state));
      }
    });
  });

  it('are no part of a snapshot, and counted when one is read', () => {
    const { state } = busyWith(3);
    const text = serialise(state);
    expect(text).not.toContain('"places"');
    expect(counted(deserialise(state.scenario, text))).toEqual({ police: { JOINT: 3 } });
  });
});

type State = ReturnType<typeof open>;

function counted(state: State) {
  return Object.fromEntries(idsIn(state.units).map((id) => [id, { ...unitOf(state, id).places }]));
}

function recounted(state: State) {
  return Object.fromEntries(
    idsIn(state.units).map((id) => {
      const classes = engagementsOf(state, id).map((incident) => incidentOf(state, incident).class);
      const places = classes.map((one) => [one, classes.filter((other) => other === one).length] as const);
      return [id, Object.fromEntries(places)];
    }),
  );
}
