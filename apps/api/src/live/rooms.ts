/** Rooms of sockets that have caught up, one per stream of an exercise: a batch is encoded once for all in it. */
import type { Server, Socket } from 'socket.io';
import { isWall, type Reader } from '#domain/release/label.js';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import type { Batch } from './batch.js';
import type { Feed, Listener } from './feed.js';
import { RawJson } from './raw-json.js';
import type { SlowSockets } from './slow-sockets.js';

interface Room {
  readonly sockets: Map<Socket, Reader>;
  readonly listener: Listener;
}

export class Rooms {
  private readonly rooms = new Map<Feed, Room>();

  constructor(
    private readonly server: Server,
    private readonly slow: SlowSockets,
    private readonly metrics: ApiMetrics,
  ) {}

  /** From the next batch on. */
  enter(socket: Socket, reader: Reader, feed: Feed): void {
    let room = this.rooms.get(feed);
    if (room === undefined) {
      const sockets = new Map<Socket, Reader>();
      room = { sockets, listener: (batch) => this.send(feed, sockets, batch) };
      this.rooms.set(feed, room);
      feed.listen(room.listener);
    }
    room.sockets.set(socket, reader);
    // In memory, and done when it returns. A wall gets another text.
    if (!isWall(reader)) void socket.join(nameOf(feed));
  }

  leave(socket: Socket, feed: Feed): void {
    const room = this.rooms.get(feed);
    void socket.leave(nameOf(feed));
    if (room?.sockets.delete(socket) !== true || room.sockets.size > 0) return;
    feed.unlisten(room.listener);
    this.rooms.delete(feed);
  }

  private send(feed: Feed, sockets: ReadonlyMap<Socket, Reader>, batch: Batch): void {
    for (const [socket, reader] of sockets) {
      if (this.slow.endIfSlow(socket) || (batch.isUniform && !isWall(reader))) continue;
      socket.emit('events', new RawJson(batch.socketJson(reader)));
    }
    if (batch.isUniform) {
      const text = batch.socketJson(ANY_READER);
      this.server.local.to(nameOf(feed)).emit('events', new RawJson(text));
    }
    this.metrics.socketLagSeconds.observe(Math.max(0, Date.now() - batch.committedAt) / 1000);
  }
}

/** Of those who see the same of a batch in which nothing is labelled. */
const ANY_READER: Reader = { kind: 'account', id: '', role: 'observer' };

function nameOf(feed: Feed): string {
  return `${feed.stream} ${feed.exercise}`;
}
