/** What a socket joins: an exercise, the feeds of its log, and the people in it. */
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import type { Attendance } from '../people/attendance.js';
import type { Feeds } from './feeds.js';

export class Joinable {
  constructor(
    readonly exercises: ExerciseCatalog,
    readonly feeds: Feeds,
    readonly attendance: Attendance,
  ) {}
}
