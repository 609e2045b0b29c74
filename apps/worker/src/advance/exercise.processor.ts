/** A job is only a wake-up: it says at which exercise to look. What is to be done stands in PostgreSQL. */
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { EXERCISE_QUEUE, exerciseJobSchema, type ExerciseJob } from '#contracts/jobs/exercise-queue.js';
import { closeWithin, EXERCISE_WORKER_OPTIONS } from '#infra/queue/queue-backend.js';
import type { Logger } from '#infra/telemetry/logger.js';
import type { ExerciseRunner } from './exercise-runner.js';

const CLOSE_WITHIN_MS = 3_000;

@Processor(EXERCISE_QUEUE, { ...EXERCISE_WORKER_OPTIONS, autorun: false })
export class ExerciseProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly runner: ExerciseRunner,
    private readonly logger: Logger,
    private readonly concurrency: number,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.concurrency = this.concurrency;
    void this.worker.run().catch((error: unknown) => this.logger.error({ err: error }, 'the worker stopped'));
  }

  /** Takes no more jobs and lets those at work finish, before anything that they need is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await closeWithin(this.worker, CLOSE_WITHIN_MS);
  }

  /** @throws what the runner throws: the job fails and is dropped, the sweep comes back to the exercise */
  override async process(job: Job<ExerciseJob>): Promise<void> {
    const { exercise } = exerciseJobSchema.parse(job.data);
    await this.runner.run(exercise);
  }

  @OnWorkerEvent('failed')
  failed(job: Job<ExerciseJob> | undefined, error: Error): void {
    this.logger.warn({ err: error, exercise: job?.data.exercise }, 'an advance failed; the sweep tries it again');
  }

  /** Also that a job was replaced by a later wake-up while it ran: then this run has done its work. */
  @OnWorkerEvent('error')
  error(error: Error): void {
    if (error.message.startsWith('Missing key for job')) return;
    this.logger.warn({ err: error }, 'the queue reported an error; the sweep makes up for what was lost');
  }
}
