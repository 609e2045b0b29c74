/** The exercise clock as a caller may see it. */
import { Injectable } from '@nestjs/common';
import { exerciseTime, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Stream } from '#domain/kernel/side.js';
import { showsAll } from '#domain/release/shown.js';
import type { Exercise } from '#infra/exercises/exercise-store.js';
import { EventReader } from '#infra/log/event-reader.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { timeNow } from './exercise-views.js';

@Injectable()
export class ShownClock {
  constructor(
    private readonly reader: EventReader,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** The clock as viewers of this stream see it, and the server's own, ms since 1970. @throws Problem NOT_FOUND */
  async read(id: string, stream: Stream) {
    const exercise = await this.exercises.get(id);
    const time = await this.timeFor(stream, exercise);
    return { serverTime: Date.now(), status: exercise.status, speed: exercise.speed, time };
  }

  /**
   * Exercise time now, ms. A trainer may let the clock step from one due time to the next; to players it stands meanwhile, at the
   * last event that they see: else the clock would show that something hidden was due. @throws DatabaseUnavailable
   */
  async timeFor(stream: Stream, exercise: Exercise): Promise<ExerciseTime> {
    if (showsAll(stream) || exercise.status !== 'paused') return timeNow(exercise);
    const { events } = await this.reader.after(exercise.id, stream, exercise.seqs[stream] - 1, 1);
    const [last] = events;
    return last === undefined ? timeNow(exercise) : exerciseTime(last.at);
  }
}
