/** Hints that a log grew, from workers to the processes that serve viewers. They may be lost; cursors are not. */
import type { QueueEvents, QueueEventsListener, QueueEventsProducer } from 'bullmq';
import { EXERCISE_QUEUE, hintSchema, type Hint } from '#contracts/jobs/exercise-queue.js';
import { closeWithin, type QueueBackend } from './queue-backend.js';

const GROWN = 'grown';

interface HintListener extends QueueEventsListener {
  [GROWN]: (fields: { readonly hint: string }) => void;
}

/**
 * Publishes through the queue's own stream of events, not as a job's progress: a job may be done, or replaced by a
 * later wake-up, while what it has written is still to be told.
 */
export class HintPublisher {
  private readonly producer: QueueEventsProducer;

  constructor(
    backend: QueueBackend,
    private readonly onLost: (error: unknown) => void = () => undefined,
  ) {
    this.producer = backend.createEventsProducer(EXERCISE_QUEUE);
    this.producer.on('error', () => undefined);
  }

  /** Tells that the log has grown to `seq`. Never fails. */
  async publish(hint: Hint): Promise<void> {
    try {
      await this.producer.publishEvent({ eventName: GROWN, hint: JSON.stringify(hint) });
    } catch (error) {
      this.onLost(error);
    }
  }

  async close(): Promise<void> {
    await closeWithin(this.producer, 1_000);
  }
}

/** Listens for hints; after a lost connection it comes back by itself. */
export class Hints {
  private readonly events: QueueEvents;
  private readonly listeners = new Set<(hint: Hint) => void>();

  constructor(backend: QueueBackend, onError: (error: Error) => void = () => undefined) {
    this.events = backend.createEvents(EXERCISE_QUEUE);
    this.events.on('error', onError);
    this.events.on<HintListener, typeof GROWN>(GROWN, (fields: { readonly hint: string }) => {
      const hint = hintSchema.safeParse(parsed(fields.hint));
      if (hint.success) for (const listener of this.listeners) listener(hint.data);
    });
  }

  /** @returns what ends the subscription. */
  subscribe(listener: (hint: Hint) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async ready(): Promise<void> {
    await this.events.waitUntilReady();
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await closeWithin(this.events, 1_000);
  }
}

/** What is no JSON is no hint. */
function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
