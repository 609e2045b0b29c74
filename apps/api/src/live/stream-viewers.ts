/** All who read the log as a stream of server-sent events from this process. */
import type { ServerResponse } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Reader } from '#domain/release/label.js';
import { ApiSettings } from '../settings.js';
import type { Feed } from './feed.js';
import { deletedGoodbye } from './goodbye.js';
import { StreamViewer } from './stream-viewer.js';

@Injectable()
export class StreamViewers implements OnModuleDestroy {
  private readonly viewers = new Set<StreamViewer>();

  constructor(private readonly settings: ApiSettings) {}

  open(response: ServerResponse, reader: Reader, feed: Feed, onSlow: () => void): StreamViewer {
    const viewer = new StreamViewer(response, reader, feed, this.settings, onSlow);
    this.viewers.add(viewer);
    viewer.onEnd(() => this.viewers.delete(viewer));
    return viewer;
  }

  /** The exercise was deleted: its viewers get a `goodbye`, and their streams end. */
  endThoseIn(exercise: string): void {
    for (const viewer of this.viewers) if (viewer.exercise === exercise) viewer.goodbye(deletedGoodbye(exercise));
  }

  onModuleDestroy(): void {
    for (const viewer of this.viewers) viewer.end();
  }
}
