/** A job is only a wake-up: it says which delivery to look at. BullMQ runs it again after the wait that the attempt has given. */
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DELIVERY_QUEUE, deliveryJobSchema, type DeliveryJob } from '#contracts/jobs/delivery-queue.js';
import { closeWithin, EXERCISE_WORKER_OPTIONS } from '#infra/queue/queue-backend.js';
import { DeliverLater, deliveryBackoffMs } from '#infra/remote/delivery-queue.js';
import type { Logger } from '#infra/telemetry/logger.js';
import type { Deliveries } from './deliveries.js';

const CLOSE_WITHIN_MS = 2_000;
/** They wait for other programs, mostly. */
const CONCURRENCY = 16;

@Processor(DELIVERY_QUEUE, {
  ...EXERCISE_WORKER_OPTIONS,
  concurrency: CONCURRENCY,
  settings: { backoffStrategy: deliveryBackoffMs },
  autorun: false,
})
export class DeliveryProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly logger: Logger,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    void this.worker.run().catch((error: unknown) => this.logger.error({ err: error }, 'deliveries stopped'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await closeWithin(this.worker, CLOSE_WITHIN_MS);
  }

  /** @throws DeliverLater when it is to run again; what `deliver` throws */
  override async process(job: Job<DeliveryJob>): Promise<void> {
    const { delivery } = deliveryJobSchema.parse(job.data);
    const laterMs = await this.deliveries.deliver(delivery);
    if (laterMs !== undefined) throw new DeliverLater(laterMs);
  }

  @OnWorkerEvent('failed')
  failed(job: Job<DeliveryJob> | undefined, error: Error): void {
    if (error.name === 'DeliverLater') return;
    this.logger.warn({ err: error, delivery: job?.data.delivery }, 'a delivery failed here; it is tried again');
  }

  /** Also that a job was replaced by a later wake-up while it ran: then this run has done its work. */
  @OnWorkerEvent('error')
  error(error: Error): void {
    if (error.message.startsWith('Missing key for job')) return;
    this.logger.warn({ err: error }, 'the queue of deliveries reported an error; what was lost is found again');
  }
}
