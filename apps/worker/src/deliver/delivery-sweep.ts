/**
 * The guarantee behind the jobs: whatever happened to them, a log that was not searched and a delivery that is due are found here. Where
 * a new job does not help, because no queue can be reached, the delivery is attempted right here.
 */
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { DeliveryQueue } from '#infra/remote/delivery-queue.js';
import type { DeliveryStore } from '#infra/remote/delivery-store.js';
import type { Logger } from '#infra/telemetry/logger.js';
import type { Deliveries } from './deliveries.js';

/** A job that is under way is not disturbed. */
const WAKE_AFTER_MS = 500;
const RUN_AFTER_MS = 10_000;

@Injectable()
export class DeliverySweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly store: DeliveryStore,
    private readonly queue: DeliveryQueue,
    private readonly logger: Logger,
    private readonly intervalMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      // A sweep that waits for slow programs is not followed by a heap of others.
      this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = undefined));
    }, this.intervalMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    try {
      await this.deliveries.searchAll();
      const due = await this.store.due();
      const overdue = due.filter(({ overdueMs }) => overdueMs > WAKE_AFTER_MS);
      await this.queue.wake(overdue.map(({ id }) => id));
      const stranded = overdue.filter(({ overdueMs }) => overdueMs > RUN_AFTER_MS);
      await Promise.all(stranded.slice(0, 16).map(({ id }) => this.deliveries.deliver(id)));
    } catch (error) {
      this.logger.warn({ err: error }, 'the search for deliveries failed; it is tried again');
    }
  }
}
