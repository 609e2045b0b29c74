/** What sockets ask of exercises: whether there is one, and what its clock shows. */
import type { Stream } from '#domain/kernel/side.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import type { ShownClock } from '../exercises/shown-clock.js';

export class SocketExercises {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly clock: ShownClock,
  ) {}

  exists(id: string): Promise<boolean> {
    return this.exercises.exists(id);
  }

  /** The clock as viewers of this stream see it, and the server's own, ms since 1970. @throws Problem NOT_FOUND */
  async clockOf(id: string, stream: Stream) {
    const exercise = await this.exercises.get(id);
    const time = await this.clock.timeFor(stream, exercise);
    return { serverTime: Date.now(), status: exercise.status, speed: exercise.speed, time };
  }
}
