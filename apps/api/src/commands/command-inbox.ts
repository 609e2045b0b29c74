/** The inbox as the API uses it: what goes in is counted and timed, and the exercise's worker is woken. */
import { Inject, Injectable } from '@nestjs/common';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import type { Submission, Submitted } from '#infra/inbox/submission.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { METRICS } from '../tokens.js';

@Injectable()
export class CommandInbox {
  private readonly counted = new Map<string, { inc(n?: number): void }>();

  constructor(
    private readonly writer: InboxWriter,
    private readonly wakeQueue: WakeQueue,
    @Inject(METRICS) private readonly metrics: ApiMetrics,
  ) {}

  /** As `InboxWriter.submit`; the exercise is woken when it is done. */
  async submit(submission: Submission): Promise<Submitted[]> {
    const start = performance.now();
    const stored = await this.writer.submit(submission);
    // Not waited for: a wake-up may be lost.
    void this.wakeQueue.wake(submission.exerciseId);
    this.metrics.acceptSeconds.observe((performance.now() - start) / 1000);
    for (const [i, command] of submission.commands.entries()) {
      this.counter(command.type, stored[i]?.status ?? 'repeat').inc();
    }
    return stored;
  }

  private counter(type: string, status: string): { inc(n?: number): void } {
    const key = `${type} ${status}`;
    let counter = this.counted.get(key);
    if (counter === undefined) this.counted.set(key, (counter = this.metrics.accepted.labels(type, status)));
    return counter;
  }
}
