/** Rooms of sockets that have caught up, one per stream of an exercise: a batch is encoded once for all in it. */
import { Inject, Injectable } from '@nestjs/common';
import { isWall, type Reader } from '#domain/release/label.js';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { METRICS } from '../tokens.js';
import type { Batch } from './batch.js';
import type { Feed, Listener } from './feed.js';
import type { LiveSocket } from './live-socket.js';
import { rawEvents } from './raw-json.js';
import { SlowSockets } from './slow-sockets.js';

interface Room {
  readonly sockets: Set<LiveSocket>;
  readonly listener: Listener;
}

@Injectable()
export class Rooms {
  private readonly rooms = new Map<Feed, Room>();

  constructor(
    private readonly slow: SlowSockets,
    @Inject(METRICS) private readonly metrics: ApiMetrics,
  ) {}

  /** From the next batch on. */
  enter(socket: LiveSocket, feed: Feed): void {
    let room = this.rooms.get(feed);
    if (room === undefined) {
      const sockets = new Set<LiveSocket>();
      room = { sockets, listener: (batch) => this.send(feed, { sockets, server: socket.nsp }, batch) };
      this.rooms.set(feed, room);
      feed.listen(room.listener);
    }
    room.sockets.add(socket);
    // In memory, and done when it returns. A wall gets another text.
    if (!isWall(readerOf(socket))) void socket.join(nameOf(feed));
  }

  leave(socket: LiveSocket, feed: Feed): void {
    const room = this.rooms.get(feed);
    void socket.leave(nameOf(feed));
    if (room?.sockets.delete(socket) !== true || room.sockets.size > 0) return;
    feed.unlisten(room.listener);
    this.rooms.delete(feed);
  }

  private send(
    feed: Feed,
    { sockets, server }: { readonly sockets: ReadonlySet<LiveSocket>; readonly server: LiveSocket['nsp'] },
    batch: Batch,
  ): void {
    for (const socket of sockets) {
      const reader = readerOf(socket);
      if (this.slow.endIfSlow(socket) || (batch.isUniform && !isWall(reader))) continue;
      socket.emit('events', rawEvents(batch.socketJson(reader)));
    }
    if (batch.isUniform) server.local.to(nameOf(feed)).emit('events', rawEvents(batch.socketJson(ANY_READER)));
    this.metrics.socketLagSeconds.observe(Math.max(0, Date.now() - batch.committedAt) / 1000);
  }
}

/** Of those who see the same of a batch in which nothing is labelled. */
const ANY_READER: Reader = { kind: 'account', id: '', role: 'observer' };

function readerOf(socket: LiveSocket): Reader {
  return socket.data.caller.reader;
}

function nameOf(feed: Feed): string {
  return `${feed.stream} ${feed.exercise}`;
}
