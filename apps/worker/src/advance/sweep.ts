/**
 * The guarantee behind the wake-ups: whatever happened to the jobs, an exercise with a pending command or an overdue
 * timer is found here, and woken again. Where that does not help, because no queue can be reached or its job is gone
 * astray, the exercise is advanced right here.
 */
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { ExerciseStore } from '#infra/exercises/exercise-store.js';
import type { WakeQueue } from '#infra/queue/wake-queue.js';
import type { Logger } from '#infra/telemetry/logger.js';
import type { ExerciseRunner } from './exercise-runner.js';

/** A job that is under way is not disturbed. */
const WAKE_AFTER_MS = 500;
/** By then BullMQ has taken a dead worker's job over, twice. */
const RUN_AFTER_MS = 10_000;

@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> = Promise.resolve();
  #queueAway = false;

  constructor(
    private readonly exercises: ExerciseStore,
    private readonly runner: ExerciseRunner,
    private readonly wakes: WakeQueue,
    private readonly logger: Logger,
    private readonly intervalMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweeping.then(() => this.#sweep());
    }, this.intervalMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** Told by the queue: while wake-ups are lost, exercises are advanced without them. */
  wakeUpLost(): void {
    this.#queueAway = true;
  }

  async #sweep(): Promise<void> {
    try {
      const due = await this.exercises.due();
      const direct = this.#queueAway;
      this.#queueAway = false;
      for (const { id, overdueMs } of due) {
        if (overdueMs > RUN_AFTER_MS || (direct && overdueMs > WAKE_AFTER_MS)) await this.runner.run(id);
        else if (overdueMs > WAKE_AFTER_MS) void this.wakes.wake(id);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'the sweep failed; it is tried again');
    }
  }
}
