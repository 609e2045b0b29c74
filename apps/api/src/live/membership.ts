/** One socket that follows one exercise: first by itself, from its cursor on, then in the room of its stream. */
import type { Batch } from './batch.js';
import { backlogOf, flushed } from './connection-backlog.js';
import type { Feed } from './feed.js';
import type { Follower } from './follow.js';
import type { LiveSocket } from './live-socket.js';
import { rawEvents } from './raw-json.js';
import type { Rooms } from './rooms.js';
import type { SlowSockets } from './slow-sockets.js';
import type { Turns } from './turns.js';

/** While catching up, no more is read for a socket that has this much unsent. */
const ENOUGH_UNSENT = 256 * 1024;

export class Membership implements Follower {
  private ended = false;
  private live = false;

  constructor(
    private readonly socket: LiveSocket,
    readonly feed: Feed,
    private readonly rooms: Rooms,
    private readonly slow: SlowSockets,
    /** Of the socket: its memberships catch up one page at a time. */
    private readonly turns: Turns,
  ) {}

  /** Whether it still gets what it missed, page by page; then more than the bound may be unsent, and {@link drained} watches over it. */
  get catchesUp(): boolean {
    return !this.live && !this.ended;
  }

  get closed(): boolean {
    return this.ended;
  }

  deliver(batch: Batch): void {
    if (this.ended || this.slow.endIfSlow(this.socket)) return;
    this.socket.emit('events', rawEvents(batch.socketJson(this.socket.data.caller.reader)));
  }

  /** One page at a time for all exercises of the socket: else each would add a page before any is read. */
  turn<T>(read: () => Promise<T>): Promise<T | undefined> {
    return this.turns.take(async () => {
      await this.drained();
      return this.ended ? undefined : read();
    });
  }

  /** A socket that reads nothing for a while is ended. */
  private async drained(): Promise<void> {
    const timer = setTimeout(() => this.slow.end(this.socket), this.slow.silenceMs);
    timer.unref();
    while (!this.ended && this.socket.connected && backlogOf(this.socket) > Math.min(ENOUGH_UNSENT, this.slow.bytes)) {
      await flushed(this.socket);
      timer.refresh();
    }
    clearTimeout(timer);
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
