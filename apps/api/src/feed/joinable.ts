/** What a socket joins: an exercise, the feeds of its log, the people in it, and its clock. */
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import type { ShownClock } from '../exercises/shown-clock.js';
import type { Attendance } from '../people/attendance.js';
import type { Feeds } from './feeds.js';

export class Joinable {
  constructor(
    readonly exercises: ExerciseCatalog,
    readonly feeds: Feeds,
    readonly attendance: Attendance,
    readonly clock: ShownClock,
  ) {}
}
