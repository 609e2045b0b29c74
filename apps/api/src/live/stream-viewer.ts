/** Who reads the log of an exercise as a stream of server-sent events. */
import type { ServerResponse } from 'node:http';
import type { GoodbyeMessage } from '#contracts/push/messages.js';
import type { Reader } from '#domain/release/label.js';
import type { ApiSettings } from '../settings.js';
import type { Batch } from './batch.js';
import type { Feed } from './feed.js';
import type { Follower } from './follow.js';

/** While catching up, no more is read for a viewer that has this much unsent. */
const ENOUGH_UNSENT = 256 * 1024;

export class StreamViewer implements Follower {
  private ended = false;
  private readonly endings: (() => void)[] = [];
  private readonly listener = (batch: Batch): void => this.deliver(batch);

  constructor(
    private readonly response: ServerResponse,
    private readonly reader: Reader,
    private readonly feed: Feed,
    private readonly bounds: Pick<ApiSettings, 'slowClientBytes' | 'silenceMs'>,
    private readonly onSlow: () => void,
  ) {
    response.on('error', () => undefined).once('close', () => this.end());
  }

  get closed(): boolean {
    return this.ended;
  }

  onEnd(ending: () => void): void {
    this.endings.push(ending);
  }

  deliver(batch: Batch): void {
    if (this.ended) return;
    // Asked before it is given more: one large batch does not make a viewer slow.
    if (this.unsent <= this.bounds.slowClientBytes) {
      this.response.write(batch.serverSentEvents(this.reader));
      return;
    }
    this.endAsSlow();
  }

  private endAsSlow(): void {
    if (this.ended) return;
    this.onSlow();
    this.response.destroy();
    this.end();
  }

  get exercise(): string {
    return this.feed.exercise;
  }

  /** Ends it with a message that says why. */
  goodbye(message: GoodbyeMessage): void {
    if (!this.ended) this.response.write(`event: goodbye\ndata: ${JSON.stringify(message)}\n\n`);
    this.end();
  }

  comment(text: string): void {
    if (!this.ended) this.response.write(`: ${text}\n\n`);
  }

  async turn<T>(read: () => Promise<T>): Promise<T | undefined> {
    await this.drained();
    return this.ended ? undefined : read();
  }

  private async drained(): Promise<void> {
    const timer = setTimeout(() => this.endAsSlow(), this.bounds.silenceMs);
    timer.unref();
    while (!this.ended && this.unsent > Math.min(ENOUGH_UNSENT, this.bounds.slowClientBytes)) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.response.off('drain', done).off('close', done);
          resolve();
        };
        this.response.once('drain', done).once('close', done);
      });
      timer.refresh();
    }
    clearTimeout(timer);
  }

  goLive(): void {
    this.feed.listen(this.listener);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.feed.unlisten(this.listener);
    this.feed.release();
    for (const ending of this.endings) ending();
    this.response.end();
  }

  /** Bytes, those that wait in the socket included. */
  private get unsent(): number {
    return this.response.writableLength;
  }
}
