/** What a socket joins: an exercise, the feeds of its log, the people in it, and its clock. */
import { Injectable } from '@nestjs/common';
import type { Stream } from '#domain/kernel/side.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { ShownClock } from '../exercises/shown-clock.js';
import { Attendance } from '../people/attendance.js';
import { Feeds } from './feeds.js';

@Injectable()
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
