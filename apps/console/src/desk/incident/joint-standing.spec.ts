import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { decisionInBrief, jointStanding } from './joint-standing.js';

const at = 60_000 as ExerciseTime;
const resolve = { decision: 'resolve', at } as const;
const close = { decision: 'close', at } as const;
const events = (...types: string[]) => types.map((type) => ({ type })) as never;

describe('the decisions of the sides', () => {
  it('are nothing until one side has decided', () => {
    expect(jointStanding(undefined, [])).toBeUndefined();
    expect(jointStanding({}, events('SideDecided', 'SideDecisionWithdrawn'))).toBeUndefined();
  });

  it('say who waits for whom', () => {
    expect(jointStanding({ CHN: resolve }, events('SideDecided'))).toEqual({
      decisions: [
        { side: 'PAK', decided: undefined },
        { side: 'CHN', decided: resolve },
      ],
      waitsFor: 'PAK',
      deadlock: undefined,
    });
    expect(jointStanding({ PAK: resolve }, events('SideDecided'))?.waitsFor).toBe('CHN');
  });

  it('are deadlocked when the time for the other side is over, until something is decided or withdrawn', () => {
    const stuck = jointStanding({ PAK: resolve }, events('SideDecided', 'DecisionDeadlocked', 'IncidentNoted'));
    expect(stuck?.deadlock).toBe('waiting');
    const decidedAnew = events('SideDecided', 'DecisionDeadlocked', 'SideDecisionWithdrawn', 'SideDecided');
    expect(jointStanding({ PAK: resolve }, decidedAnew)?.deadlock).toBeUndefined();
  });

  it('are deadlocked when both have decided and not the same', () => {
    const both = jointStanding(
      { PAK: resolve, CHN: close },
      events('SideDecided', 'SideDecided', 'DecisionDeadlocked'),
    );
    expect([both?.deadlock, both?.waitsFor]).toEqual(['differ', undefined]);
  });
});

describe('the decisions of the sides in a word', () => {
  it('say whether they wait for the own side', () => {
    expect(decisionInBrief({ CHN: resolve }, 'PAK')).toBe('waitsForUs');
    expect(decisionInBrief({ CHN: resolve }, 'CHN')).toBe('waitsForThem');
    expect(decisionInBrief({ CHN: resolve }, undefined)).toBe('oneSide');
    expect(decisionInBrief({ CHN: resolve, PAK: close }, 'PAK')).toBe('differ');
    expect(decisionInBrief(undefined, 'PAK')).toBeUndefined();
  });
});
