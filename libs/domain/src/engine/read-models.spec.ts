/** What a batch of events touched, each entity once, in its last form. */
import { commandId } from '../kernel/ids.js';
import { acknowledge, alert, close, resolve, setDuty, until, type Deed } from '../testing/deeds.js';
import { Play, given } from '../testing/given.js';
import { answers, ask, chain, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import { advance, execute } from './engine.js';
import { unitIn } from '../release/shown.js';
import { STREAMS } from '../kernel/side.js';
import { ChangeSet } from './read-models.js';

const police = pak('police', answers(MINUTE));
const scenario = smallExercise({
  units: [police, pak('rescue')],
  chain: chain([step('any', [ask(police)])], { remindEveryMs: MINUTE / 2 }),
});

/** The changes of a batch in which these deeds are done, after others. */
function changesOf(before: readonly Deed[], deeds: readonly Deed[]): { changes: ChangeSet; play: Play } {
  const { play } = given(scenario, ...before);
  const changes = new ChangeSet(play.state);
  for (const [index, deed] of deeds.entries()) {
    if (!deed.command) advance(play.state, deed.until, changes);
    else
      execute(play.state, { ...deed.command, id: commandId(`x${index}`), at: play.clock, actor: deed.actor }, changes);
  }
  return { changes, play };
}

const engaged = [alert(), until(MINUTE)];

describe('the changes of a batch', () => {
  it('hold what an alert leads to, each entity once', () => {
    const { changes } = changesOf([], engaged);
    expect([...changes.alerts.keys()]).toEqual(['A1']);
    expect(changes.incidents).toMatchObject([{ id: 'INC-0001', status: 'open', joint: 'partial', audience: 'JOINT' }]);
    expect(changes.notifications).toMatchObject([{ id: 'INC-0001.N1', status: 'acknowledged', audience: 'JOINT' }]);
    expect(changes.units).toMatchObject([{ id: 'police', engaged: { JOINT: 1 } }]);
  });

  it('hold the units that a resolved incident releases', () => {
    expect(changesOf(engaged, [resolve('INC-0001')]).changes.units).toMatchObject([{ id: 'police', engaged: {} }]);
  });

  it('hold the units that a cancelled incident releases', () => {
    const cancel = alert({ id: 'A2', msgType: 'Cancel', references: ['A1'] });
    const { changes } = changesOf(engaged, [cancel]);
    expect(changes.units).toMatchObject([{ id: 'police', engaged: {} }]);
    expect(changes.incidents).toMatchObject([{ id: 'INC-0001', status: 'cancelled', activeAlerts: 0 }]);
    expect([...changes.alertStatuses]).toEqual([
      ['A2', 'recorded'],
      ['A1', 'cancelled'],
    ]);
  });

  it('hold what has left the state by the end of the batch in its last form', () => {
    const { changes, play } = changesOf([alert()], [resolve('INC-0001'), close('INC-0001')]);
    expect(play.state.incidents).toEqual({});
    expect(changes.incidents).toMatchObject([{ id: 'INC-0001', status: 'closed' }]);
    expect(changes.notifications).toMatchObject([{ id: 'INC-0001.N1', status: 'withdrawn' }]);
  });

  it('hold no unit for a question, nor for a plan that only controllers know of', () => {
    expect(changesOf([], [alert()]).changes.units).toEqual([]);
    expect(changesOf(engaged, [acknowledge('INC-0001.N9')]).changes.units).toEqual([]);
  });

  it('hold of a reminder nothing but the notification', () => {
    const { changes } = changesOf([alert()], [until(MINUTE / 2)]);
    expect(changes.notifications).toMatchObject([{ id: 'INC-0001.N1', attempts: 2 }]);
    expect([changes.incidents, changes.units]).toEqual([[], []]);
  });

  it('tell how many places of a unit are taken, by class, never by what', () => {
    const { changes } = changesOf([alert({ class: 'PAK' }), until(MINUTE)], [setDuty('police', 'off')]);
    expect(changes.units).toMatchObject([{ id: 'police', engaged: { PAK: 1 }, duty: 'off' }]);
    const [police] = changes.units;
    expect(STREAMS.map((stream) => police && unitIn(stream, police).engaged)).toEqual([1, 0, 1, 0]);
    expect(JSON.stringify(changes.units)).not.toContain('PAK-0001');
  });
});
