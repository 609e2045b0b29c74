/** One socket that follows one exercise: first by itself, from its cursor on, then in the room of its stream. */
import type { Socket } from 'socket.io';
import type { Batch } from './batch.js';
import { backlogOf, flushed } from './connection-backlog.js';
import type { Feed } from './feed.js';
import type { Follower } from './follow.js';
import { RawJson } from './raw-json.js';
import type { Rooms } from './rooms.js';

/** While catching up, no more is read for a socket that has this much unsent. */
const ENOUGH_UNSENT = 256 * 1024;

export class Membership implements Follower {
  private ended = false;
  private live = false;

  constructor(
    private readonly socket: Socket,
    readonly feed: Feed,
    private readonly rooms: Rooms,
  ) {}

  get closed(): boolean {
    return this.ended;
  }

  deliver(batch: Batch): void {
    this.socket.emit('events', new RawJson(batch.socketJson));
  }

  async drained(): Promise<void> {
    while (!this.ended && backlogOf(this.socket) > ENOUGH_UNSENT) await flushed(this.socket);
  }

  goLive(): void {
    this.live = true;
    this.rooms.enter(this.socket, this.feed);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.live) this.rooms.leave(this.socket, this.feed);
    this.feed.release();
  }
}
