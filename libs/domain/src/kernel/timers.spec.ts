import type { Plain } from './brand.js';
import { exerciseTime } from './exercise-time.js';
import fc from 'fast-check';
import {
  dropTimer,
  nextTimer,
  noTimers,
  setTimer,
  timerKey,
  type Timer,
  type TimerAction,
  type Timers,
} from './timers.js';

function set(timers: Timers, due: number, action: Plain<TimerAction>): void {
  setTimer(timers, exerciseTime(due), action as TimerAction);
}

const actions: fc.Arbitrary<Plain<TimerAction>> = fc
  .record({
    kind: fc.constantFrom('answer', 'deliver', 'remind', 'expire', 'lapse'),
    notification: fc.integer({ min: 0, max: 15 }).map(String),
  })
  .map(({ kind, notification }) =>
    kind === 'answer' ? { kind, notification, answer: 'acknowledge' } : { kind, notification },
  );

type Deed =
  | { readonly set: Plain<TimerAction>; readonly due: number }
  | { readonly drop: Plain<TimerAction> }
  | 'fire'
  | 'restore';

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ set: actions, due: fc.nat(6) }) },
    { weight: 2, arbitrary: fc.record({ drop: actions }) },
    { weight: 3, arbitrary: fc.constant<Deed>('fire') },
    { weight: 1, arbitrary: fc.constant<Deed>('restore') },
  ),
  { maxLength: 80, size: 'max' },
);

/** What should fire next: by due time, answers before expiries before deadlines, then by creation. */
function firstOf(timers: Timers): Timer | undefined {
  return Object.values(timers.byKey).toSorted((a, b) => a.due - b.due || a.rank - b.rank || a.order - b.order)[0];
}

describe('timers', () => {
  it('fire in the order of due time, answers first, then creation, whatever was set, set again or dropped', () => {
    fc.assert(
      fc.property(deeds, (drawn) => {
        let timers = noTimers();
        for (const deed of drawn) {
          if (deed === 'restore') timers = JSON.parse(JSON.stringify(timers)) as Timers;
          else if (deed === 'fire') {
            const next = nextTimer(timers);
            expect(next).toEqual(firstOf(timers));
            if (next) dropTimer(timers, next.key);
          } else if ('set' in deed) set(timers, deed.due, deed.set);
          else dropTimer(timers, timerKey(deed.drop as TimerAction));
        }
        expect(nextTimer(timers)).toEqual(firstOf(timers));
      }),
      { numRuns: 300 },
    );
  });

  it('of answers and moves come before expiries, these before deadlines at the same time, even if set later', () => {
    const timers = noTimers();
    const place = { incident: 'INC-0001', unit: 'police' };
    set(timers, 5, { kind: 'deadline', incident: 'INC-0001', chain: 'standard' });
    set(timers, 5, { kind: 'expire', notification: 'INC-0001.N1' });
    set(timers, 5, { kind: 'move', ...place, progress: 'enRoute' });
    set(timers, 5, { kind: 'answer', notification: 'INC-0001.N1', answer: 'acknowledge' });
    set(timers, 5, { kind: 'deliver', notification: 'INC-0001.N2' });
    const fired: string[] = [];
    for (let next = nextTimer(timers); next; next = nextTimer(timers)) {
      fired.push(next.action.kind);
      dropTimer(timers, next.key);
    }
    expect(fired).toEqual(['move', 'answer', 'deliver', 'expire', 'deadline']);
  });

  it('that are set and dropped by the thousand still fire in order', () => {
    const timers = noTimers();
    set(timers, 1, { kind: 'remind', notification: 'first' });
    for (let n = 0; n < 10_000; n++) {
      nextTimer(timers);
      set(timers, 10_000 - n, { kind: 'expire', notification: String(n % 100) });
      set(timers, 20_000, { kind: 'expire', notification: 'gone' });
      dropTimer(timers, 'expire:gone');
    }
    dropTimer(timers, 'remind:first');
    expect(nextTimer(timers)).toMatchObject({ due: 1, key: 'expire:99' });
    expect(nextTimer(timers)).toEqual(firstOf(timers));
  });
});
