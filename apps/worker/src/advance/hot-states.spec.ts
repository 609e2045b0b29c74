import { open } from '#domain/engine/open.js';
import { only, pak, smallExercise } from '#domain/testing/small-exercise.js';
import { HotStates, type HotState } from './hot-states.js';

const SCENARIO = smallExercise({ units: [pak('police')], chain: only(pak('police')) });
const hot = (seed: string): HotState => ({ state: open(SCENARIO, seed), snapshotSeq: 0, snapshotLength: 0 });

describe('the states that a worker holds', () => {
  it('gives a state to one user only, until it is put back', () => {
    const states = new HotStates(2);
    const one = hot('1');
    states.put('EX-1', one);
    expect(states.take('EX-1')).toBe(one);
    expect(states.take('EX-1')).toBeUndefined();
    states.put('EX-1', one);
    expect(states.take('EX-1')).toBe(one);
  });

  it('forgets the one that was used longest ago when there are too many', () => {
    const states = new HotStates(2);
    states.put('EX-1', hot('1'));
    states.put('EX-2', hot('2'));
    states.put('EX-1', states.take('EX-1') as HotState);
    states.put('EX-3', hot('3'));
    expect(states.take('EX-2')).toBeUndefined();
    expect(states.take('EX-1')).toBeDefined();
    expect(states.take('EX-3')).toBeDefined();
  });
});
