/** What each side asked the other to release, and what its own releasing desk did with what waited there. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { LoggedEvent } from '../kernel/event.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { ReleaseCourse, ReleaseFigures, ReleaseSideFigures } from './figures.js';
import { spreadOf } from './spread.js';

type Course = { -readonly [K in keyof ReleaseCourse]: ReleaseCourse[K] };

export class ReleaseTally {
  readonly #cases = new Map<string, Course>();
  readonly #requested: Record<Side, number> = { PAK: 0, CHN: 0 };

  /** The next event of the log. */
  add({ type, data, at, seq, audience }: LoggedEvent): void {
    switch (type) {
      case 'ReleaseRequested':
        this.#requested[audience as Side]++;
        return;
      case 'ReleaseAsked':
        this.#open({ release: data.release, side: audience as Side, asked: true, at, seq });
        return;
      case 'ReleaseProposed':
        // What answers a request waits since it was asked.
        if (!this.#cases.has(data.release)) {
          this.#open({ release: data.release, side: audience as Side, asked: false, at, seq });
        }
        return;
      case 'ReleaseOverdue':
        return this.#change(data.release, (one) => {
          one.overdue = { at, seq };
        });
      case 'ReleaseDecided':
        return this.#change(data.release, (one) => {
          one.decided = { at, seq, decision: data.decision, late: one.overdue !== undefined };
        });
      case 'ReleaseWithdrawn':
        return this.#change(data.release, (one) => {
          // A request still waits when the proposal that answered it is taken back.
          if (data.by === 'requester' || !one.asked) one.withdrawn = { at, seq };
        });
      default:
    }
  }

  /** @param end exercise time that the run has reached: what came in at that moment could not be decided */
  figures(end: ExerciseTime): ReleaseFigures {
    const cases: ReleaseCourse[] = [...this.#cases.values()].map((one) => ({ ...one }));
    const of = (side: Side) =>
      sideFigures(
        this.#requested[side],
        cases.filter((one) => one.side === side),
        end,
      );
    return { cases, sides: { PAK: of(SIDES[0]), CHN: of(SIDES[1]) } };
  }

  #open(course: Course): void {
    this.#cases.set(course.release, course);
  }

  #change(release: string, change: (course: Course) => void): void {
    const found = this.#cases.get(release);
    if (found) change(found);
  }
}

function sideFigures(requested: number, cases: readonly ReleaseCourse[], end: ExerciseTime): ReleaseSideFigures {
  const decided = cases.flatMap((one) => (one.decided ? [{ ...one, decided: one.decided }] : []));
  const by = (decision: string) => decided.filter((one) => one.decided.decision === decision).length;
  const late = decided.filter((one) => one.decided.late).length;
  const waiting = cases.filter((one) => one.decided === undefined && one.withdrawn === undefined);
  const overdue = waiting.filter((one) => one.overdue !== undefined).length;
  return {
    requested,
    asked: cases.filter((one) => one.asked).length,
    proposed: cases.filter((one) => !one.asked).length,
    approved: by('approve'),
    tearLines: by('tear-line'),
    declined: by('decline'),
    inTime: decided.length - late,
    late,
    overdue,
    open: waiting.length - overdue,
    withdrawn: cases.filter((one) => one.withdrawn !== undefined).length,
    toDecided: spreadOf(
      decided.map(({ at, decided: { at: decidedAt, seq } }) => ({ ms: decidedAt - at, seq })),
      decided.length + waiting.filter(({ at }) => at < end).length,
    ),
  };
}
