/** Whatever is done to the clock, the exercise is the same: nothing is late, twice, or all at once. */
import { exerciseTime } from '../kernel/exercise-time.js';
import fc from 'fast-check';
import type { EventType, LoggedEvent } from '../kernel/event.js';
import { draws, play } from '../testing/arbitraries.js';
import { fireInject, start, until } from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import { runWith, scriptedScenarios, whims } from '../testing/interruptions.js';

const CLOCK: ReadonlySet<EventType> = new Set<EventType>([
  'ExercisePaused',
  'ExerciseResumed',
  'SpeedChanged',
  'RunToSet',
  'ExerciseStepped',
]);
const CLOCK_DEEDS = ['pause', 'resume', 'speed', 'runTo', 'step', 'end'];
/** Observations name events by their numbers, which the clock's own events shift. */
const LEFT_OUT: ReadonlySet<string> = new Set([...CLOCK_DEEDS, 'observe']);

/** All but the clock's own events, without the numbers that they shift. */
function withoutClock(log: readonly LoggedEvent[]): unknown[] {
  return log
    .filter(({ type }) => !CLOCK.has(type))
    .map(({ at, type, data, audience, actor, cause }) => ({ at, type, data, audience, actor, cause }));
}

describe('pauses, speeds, stops and steps', () => {
  it('change nothing but the clock: each event is the same, at the same exercise time', () => {
    let meddled = 0;
    fc.assert(
      fc.property(scriptedScenarios, draws, whims, (scenario, drawn, meddling) => {
        const undisturbed = play(
          scenario,
          drawn.filter(({ kind }) => !LEFT_OUT.has(kind)),
        );
        const end = undisturbed.clock + 3_600_000;
        const plain = runWith(scenario, undisturbed.commands, exerciseTime(end));
        const disturbed = runWith(scenario, undisturbed.commands, exerciseTime(end), meddling);
        meddled += disturbed.length - plain.length;
        expect(JSON.stringify(withoutClock(disturbed))).toBe(JSON.stringify(withoutClock(plain)));
      }),
      { numRuns: 25 },
    );
    // The property speaks of something: the clock was stopped and turned indeed.
    expect(meddled).toBeGreaterThan(60);
  });

  it('an inject fires once, at its time or when a trainer says so', () => {
    fc.assert(
      fc.property(scriptedScenarios, fc.boolean(), (scenario, byHand) => {
        const run = new Play(scenario);
        run.do(start());
        if (byHand) run.do(fireInject('first'));
        run.do(until(4 * 3_600_000));
        const fired = run.log.flatMap((event) => (event.type === 'InjectFired' ? [event] : []));
        for (const { id, at, repeat } of scenario.injects ?? []) {
          const times = fired.filter(({ data }) => data.inject === id).map((event) => event.at);
          if (at === undefined) expect(times.length).toBeLessThanOrEqual(1);
          else {
            const first = byHand && id === 'first' ? 0 : at;
            const expected = Array.from(
              { length: 1 + (repeat?.times ?? 0) },
              (_, n) => first + n * (repeat?.everyMs ?? 0),
            );
            expect(times).toEqual(expected);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
