import { wallTime } from '../kernel/wall-time.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import fc from 'fast-check';
import { exerciseTimeAt, MAX_SPEED, MIN_SPEED, wallTimeAt, type ClockAnchor } from './clock.js';

const WALL = wallTime(1_795_400_000_000);

const anchors: fc.Arbitrary<ClockAnchor> = fc.record({
  wall: fc.double({ min: WALL, max: WALL + 1e9, noNaN: true }).map(wallTime),
  time: fc.nat(1e9).map(exerciseTime),
  speed: fc.double({ min: MIN_SPEED, max: MAX_SPEED, noNaN: true }),
});

describe('the exercise clock', () => {
  it('runs at its speed from its anchor, in whole milliseconds', () => {
    const anchor = { wall: WALL, time: exerciseTime(5_000), speed: 2.5 };
    expect([0, 1, 2, 1_000].map((ms) => exerciseTimeAt(anchor, wallTime(WALL + ms)))).toEqual([
      5_000, 5_002, 5_005, 7_500,
    ]);
  });

  it('stands at speed 0', () => {
    const anchor = { wall: WALL, time: exerciseTime(5_000), speed: 0 };
    expect(exerciseTimeAt(anchor, wallTime(WALL + 1e9))).toBe(5_000);
    expect(wallTimeAt(anchor, exerciseTime(5_001))).toBe(Number.POSITIVE_INFINITY);
    expect(wallTimeAt(anchor, exerciseTime(5_000))).toBe(WALL);
  });

  it('shows no time before its anchor', () => {
    expect(exerciseTimeAt({ wall: WALL, time: exerciseTime(5_000), speed: 1 }, wallTime(WALL - 60_000))).toBe(5_000);
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(anchors, fc.nat(1e8), fc.nat(1e4), (anchor, after, more) => {
        const earlier = exerciseTimeAt(anchor, wallTime(anchor.wall + after));
        expect(exerciseTimeAt(anchor, wallTime(anchor.wall + after + more))).toBeGreaterThanOrEqual(earlier);
      }),
    );
  });

  it('shows a time at the wall time that is reckoned for it, give or take the fineness of a wall time', () => {
    fc.assert(
      fc.property(anchors, fc.nat(1e8), (anchor, after) => {
        const time = anchor.time + after;
        const wall = wallTimeAt(anchor, exerciseTime(time));
        // A wall time of today is known to about 0.25 microseconds.
        expect(exerciseTimeAt(anchor, wallTime(wall + 0.001))).toBeGreaterThanOrEqual(time);
        expect(exerciseTimeAt(anchor, wallTime(wall - 0.001 - 1 / anchor.speed))).toBeLessThan(
          time + (after === 0 ? 1 : 0),
        );
      }),
    );
  });
});
