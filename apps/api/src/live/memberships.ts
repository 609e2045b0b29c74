/** Which exercises a socket follows: it joins one with its cursor, and has a seat among the people there. */
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { MAX_JOINED } from '#contracts/push/messages.js';
import { streamOf } from '#domain/release/release.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Attendance } from '../people/attendance.js';
import { Problem } from '../problems/problem.js';
import { LOG } from '../tokens.js';
import { Feeds } from './feeds.js';
import { checkCursor, follow } from './follow.js';
import type { LiveSocket } from './live-socket.js';
import { Membership } from './membership.js';
import { Rooms } from './rooms.js';
import { SlowSockets } from './slow-sockets.js';

@Injectable()
export class Memberships {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly feeds: Feeds,
    private readonly attendance: Attendance,
    private readonly rooms: Rooms,
    private readonly slow: SlowSockets,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Takes a place among the bounded number that a socket has; a second join of the same exercise begins anew, once it is
   * clear that it is a good one.
   * @param after the socket's cursor
   * @throws Problem NOT_FOUND, CURSOR_AHEAD, TOO_MANY_JOINED
   */
  async enter(
    socket: LiveSocket,
    exercise: string,
    after: number,
  ): Promise<{ readonly membership: Membership; readonly last: number }> {
    const { joined, turns, caller } = socket.data;
    await this.exercises.mustExist(exercise);
    const feed = this.feeds.hold(exercise, streamOf(caller.viewer));
    try {
      const last = await checkCursor(feed, after);
      // Deleted meanwhile: nobody would close this socket.
      await this.exercises.mustExist(exercise);
      if (!socket.connected) throw new Problem('BAD_REQUEST', 'Gone.');
      if (joined.size >= MAX_JOINED && !joined.has(exercise)) {
        throw new Problem('TOO_MANY_JOINED', `This socket follows ${MAX_JOINED} exercises already; leave one first.`);
      }
      this.leave(socket, exercise);
      const membership = new Membership(socket, feed, this.rooms, this.slow, turns);
      joined.set(exercise, membership);
      return { membership, last };
    } catch (error) {
      feed.release();
      throw error;
    }
  }

  /** The person before this socket is in the exercise now. */
  seat(socket: LiveSocket, exercise: string): void {
    const { seats, caller, joined } = socket.data;
    const mayPush = (): boolean =>
      // Who catches up has a page unsent, and is no slow client for that.
      [...joined.values()].some((membership) => membership.catchesUp) || !this.slow.endIfSlow(socket);
    const seat = this.attendance.join(exercise, caller, {
      presence: (message) => void (mayPush() && socket.emit('presence', message)),
      announcement: (message) => void (mayPush() && socket.emit('announcement', message)),
    });
    if (socket.connected) seats.set(exercise, seat);
    else seat.leave();
  }

  /** Sends what the socket has missed, then lets it have what happens. Resolves when it is live, or gone. */
  async follow(socket: LiveSocket, membership: Membership, after: number): Promise<void> {
    try {
      await follow(membership.feed, after, membership);
    } catch (error) {
      this.log.error({ err: error, exercise: membership.feed.exercise }, 'a socket could not be served');
      membership.end();
      socket.disconnect(true);
    }
  }

  /** @returns whether the socket had joined it */
  leave(socket: LiveSocket, exercise: string): boolean {
    const { joined, seats } = socket.data;
    joined.get(exercise)?.end();
    seats.get(exercise)?.leave();
    seats.delete(exercise);
    return joined.delete(exercise);
  }

  leaveAll({ data: { joined, seats } }: LiveSocket): void {
    for (const membership of joined.values()) membership.end();
    for (const seat of seats.values()) seat.leave();
  }
}
