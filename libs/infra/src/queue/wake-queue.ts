/** Waking an exercise's worker. A wake-up may be lost: PostgreSQL is the truth, and the sweep finds what was missed. */
import type { Queue } from 'bullmq';
import { EXERCISE_QUEUE, type ExerciseJob, type ExerciseJobName } from '#contracts/jobs/exercise-queue.js';
import { closeWithin, WAKE_UP_OPTIONS, type QueueBackend } from './queue-backend.js';

export interface WakeQueueSettings {
  /** Told of each wake-up that was lost. */
  readonly onLost?: (error: unknown) => void;
}

/**
 * The least time between two wake-ups of one exercise by this process, ms; the first comes at once. In a crowd, when so many
 * were asked for since the last one, it is longer: a worker then does more at a time, and costs less.
 */
const SPACING_MS = 4;
const CROWD = 8;
const CROWD_SPACING_MS = 40;

/** Wake-ups of one exercise: one on its way, and at most one that follows it. */
interface Lane<T> {
  next: { value: T; asked: number } | undefined;
  running: Promise<void>;
}

export class WakeQueue {
  private readonly queue: Queue<ExerciseJob, void, string>;
  private readonly onLost: (error: unknown) => void;
  private readonly advancing = new Map<string, Lane<true>>();
  /** The value is the wall time at which it is to be woken, epoch ms by this process's clock. */
  private readonly due = new Map<string, Lane<number>>();

  constructor(backend: QueueBackend, settings: WakeQueueSettings = {}) {
    this.queue = backend.createQueue(EXERCISE_QUEUE);
    this.onLost = settings.onLost ?? (() => undefined);
    // Without a listener a lost connection would end the process. Each lost wake-up reports its own failure.
    this.queue.on('error', () => undefined);
  }

  /**
   * Wakes the exercise. In the queue there is one waiting wake-up at most; one that comes while a worker is at it is
   * kept, and runs after. Never fails; resolves when it was sent, or lost.
   */
  wake(exerciseId: string): Promise<void> {
    return this.coalesced(this.advancing, exerciseId, true, async (_, asked) => {
      const sentAt = performance.now();
      await this.add('advance', { exercise: exerciseId }, { id: exerciseId, keepLastIfActive: true });
      const rest = (asked >= CROWD ? CROWD_SPACING_MS : SPACING_MS) - (performance.now() - sentAt);
      if (rest >= 1) await new Promise((resolve) => setTimeout(resolve, rest));
    });
  }

  /** Wakes the exercise after a while, instead of what was set before. Never fails. */
  wakeAt(exerciseId: string, delayMs: number): Promise<void> {
    return this.coalesced(this.due, exerciseId, Date.now() + delayMs, (wall) =>
      this.add(
        'due',
        { exercise: exerciseId },
        { id: `due-${exerciseId}`, replace: true, keepLastIfActive: true },
        Math.max(0, Math.ceil(wall - Date.now())),
      ),
    );
  }

  /** Once the queue can be used. While its server is away this waits. */
  async ready(): Promise<void> {
    await this.queue.waitUntilReady();
  }

  /** Sends what is still to be sent, for a second at most. */
  async close(): Promise<void> {
    const lanes = [...this.advancing.values(), ...this.due.values()].map((lane) => lane.running);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(lanes), new Promise((resolve) => (timer = setTimeout(resolve, 1_000)))]);
    clearTimeout(timer);
    await closeWithin(this.queue, 1_000);
  }

  private coalesced<T>(
    lanes: Map<string, Lane<T>>,
    exerciseId: string,
    value: T,
    send: (value: T, asked: number) => Promise<void>,
  ): Promise<void> {
    const known = lanes.get(exerciseId);
    if (known !== undefined) {
      known.next = { value, asked: (known.next?.asked ?? 0) + 1 };
      return known.running;
    }
    const lane: Lane<T> = { next: { value, asked: 1 }, running: Promise.resolve() };
    lanes.set(exerciseId, lane);
    lane.running = (async () => {
      while (lane.next !== undefined) {
        const { value: current, asked } = lane.next;
        lane.next = undefined;
        await send(current, asked);
      }
      lanes.delete(exerciseId);
    })();
    return lane.running;
  }

  private async add(
    name: ExerciseJobName,
    data: ExerciseJob,
    deduplication: { id: string; keepLastIfActive: true; replace?: true },
    delay?: number,
  ): Promise<void> {
    try {
      await this.queue.add(name, data, { ...WAKE_UP_OPTIONS, deduplication, delay });
    } catch (error) {
      this.onLost(error);
    }
  }
}
