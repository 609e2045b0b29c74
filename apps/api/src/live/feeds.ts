/** The feeds of this process: read when hinted, and once a second regardless, because a hint may be lost. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Stream } from '#domain/kernel/side.js';
import { STREAMS } from '#domain/kernel/side.js';
import { EventReader } from '#infra/log/event-reader.js';
import { Hints } from '#infra/queue/hints.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { LOG } from '../tokens.js';
import { Feed } from './feed.js';

const REGARDLESS_MS = 1_000;

@Injectable()
export class Feeds implements OnModuleDestroy {
  private readonly feeds = new Map<string, Feed>();
  private readonly ticking: NodeJS.Timeout;
  private failing = false;

  constructor(
    private readonly reader: EventReader,
    @Inject(LOG) private readonly log: Logger,
    hints: Hints,
    deletions: DeletionNews,
  ) {
    deletions.watch(() => [...this.feeds.values()].map(({ exercise }) => exercise));
    deletions.onDeleted((exercise) => {
      for (const stream of STREAMS) this.feeds.delete(`${stream} ${exercise}`);
    });
    hints.subscribe(({ exercise }) => this.hint(exercise));
    this.ticking = setInterval(() => this.tick(), REGARDLESS_MS);
    this.ticking.unref();
  }

  /** The feed, held for the caller: see {@link Feed.hold}. */
  hold(exercise: string, stream: Stream): Feed {
    const key = `${stream} ${exercise}`;
    let feed = this.feeds.get(key);
    if (feed === undefined) {
      feed = new Feed(exercise, stream, this.reader);
      this.feeds.set(key, feed);
    }
    return feed.hold();
  }

  /** The log of an exercise has grown. */
  private hint(exercise: string): void {
    for (const stream of STREAMS) {
      const feed = this.feeds.get(`${stream} ${exercise}`);
      if (feed?.isHeld === true) this.read(feed);
    }
  }

  onModuleDestroy(): void {
    clearInterval(this.ticking);
  }

  private tick(): void {
    for (const [key, feed] of this.feeds) {
      if (feed.isHeld) this.read(feed);
      else this.feeds.delete(key);
    }
  }

  private read(feed: Feed): void {
    feed.read().then(
      () => (this.failing = false),
      (error: unknown) => {
        // The cursor stands where it stood: nothing is lost by trying again. Said once, not every second.
        if (!this.failing) this.log.warn({ err: error, exercise: feed.exercise }, 'the log cannot be read; trying on');
        this.failing = true;
      },
    );
  }
}
