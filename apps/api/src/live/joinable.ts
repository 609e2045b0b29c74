/** What a socket joins: an exercise, the feeds of its log, the people in it, and its clock. */
import type { Stream } from '#domain/kernel/side.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import type { ShownClock } from '../exercises/shown-clock.js';
import type { Attendance } from '../people/attendance.js';
import type { Feeds } from './feeds.js';

export class Joinable {
  constructor(
    readonly exercises: ExerciseCatalog,
    readonly feeds: Feeds,
    readonly attendance: Attendance,
    private readonly clock: ShownClock,
  ) {}

  /** The clock as viewers of this stream see it, and the server's own, ms since 1970. @throws Problem NOT_FOUND */
  async clockOf(id: string, stream: Stream) {
    const exercise = await this.exercises.get(id);
    const time = await this.clock.timeFor(stream, exercise);
    return { serverTime: Date.now(), status: exercise.status, speed: exercise.speed, time };
  }
}
