/** Wakes workers for deliveries. A job carries an id only, and may be lost: what is due stands in PostgreSQL, and is looked for. */
import type { Queue } from 'bullmq';
import { DELIVERY_QUEUE, type DeliveryJob } from '#contracts/jobs/delivery-queue.js';
import { closeWithin, type QueueBackend } from '../queue/queue-backend.js';

/** Thrown by a job that is to run again: after so many ms, by the worker's back-off strategy. */
export class DeliverLater extends Error {
  constructor(readonly ms: number) {
    super(`it is tried again in ${ms} ms`);
    this.name = 'DeliverLater';
  }
}

/** After an error that nobody expected, ms. */
const AFTER_ERROR_MS = 1_000;

/** When BullMQ runs a job again that has failed. */
export function deliveryBackoffMs(_attempts: number, _type?: string, error?: Error): number {
  return error?.name === 'DeliverLater' ? Math.max(1, Math.ceil((error as DeliverLater).ms)) : AFTER_ERROR_MS;
}

/** As often as it takes: the delivery itself says when it is given up. */
const OPTIONS = {
  attempts: 1_000_000,
  backoff: { type: 'delivery' },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

export class DeliveryQueue {
  private readonly queue: Queue<DeliveryJob, void, string>;

  constructor(
    backend: QueueBackend,
    private readonly onLost: (error: unknown) => void = () => undefined,
  ) {
    this.queue = backend.createQueue(DELIVERY_QUEUE);
    this.queue.on('error', () => undefined);
  }

  /** The deliveries are due now. Of each, one job at most waits; one that waits for later is replaced. Never fails. */
  async wake(deliveries: readonly string[]): Promise<void> {
    try {
      await Promise.all(
        deliveries.map((delivery) =>
          this.queue.add(
            'deliver',
            { delivery },
            { ...OPTIONS, deduplication: { id: delivery, replace: true, keepLastIfActive: true } },
          ),
        ),
      );
    } catch (error) {
      this.onLost(error);
    }
  }

  async close(): Promise<void> {
    await closeWithin(this.queue, 1_000);
  }
}
