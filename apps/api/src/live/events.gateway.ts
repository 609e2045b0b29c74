/** Sockets: who joins an exercise gets what it missed, and then what happens, with all others of its stream at one cost. */
import { Inject, type OnModuleDestroy } from '@nestjs/common';
import {
  Ack,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import {
  type AttentionAnswer,
  attentionMessage,
  type ClockAnswer,
  clockMessage,
  type GoodbyeMessage,
  type JoinAnswer,
  joinMessage,
  type LeaveAnswer,
  leaveMessage,
  MAX_JOINED,
} from '#contracts/push/messages.js';
import { streamOf } from '#domain/release/release.js';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { AccessControl } from '../auth/access-control.js';
import type { Caller } from '../auth/caller.js';
import type { Entry, Standing } from '../auth/entry.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { checked } from '../http/body-text.js';
import { notFound, Problem } from '../problems/problem.js';
import { problemDocumentOf, translateError } from '../problems/translate-error.js';
import { checkCursor, follow } from './follow.js';
import type { Seat } from '../people/attendance.js';
import { Joinable } from './joinable.js';
import { ApiSettings } from '../settings.js';
import { LOG, METRICS } from '../tokens.js';
import { deletedGoodbye } from './goodbye.js';
import { Membership } from './membership.js';
import { Rooms } from './rooms.js';
import { SlowSockets } from './slow-sockets.js';
import { Turns } from './turns.js';

/** What a socket carries along. */
interface Session {
  readonly entry: Entry;
  readonly caller: Caller;
  /** Gives the account's place back. */
  readonly disconnect: () => void;
  readonly joined?: Map<string, Membership>;
  /** In each joined exercise. */
  readonly seats?: Map<string, Seat>;
  readonly turns?: Turns;
}

/** Changes are announced at once. What is not announced, such as the expiry of a token, is found by checking again so often, ms. */
const LOOK_AGAIN_MS = 5_000;

type Acknowledge<T> = ((answer: T) => void) | undefined;

@WebSocketGateway()
export class EventsGateway
  implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, OnGatewayDisconnect<Socket>, OnModuleDestroy
{
  private rooms: Rooms | undefined;
  private slow: SlowSockets | undefined;
  private server: Server | undefined;
  private lookingAgain: NodeJS.Timeout | undefined;

  constructor(
    private readonly access: AccessControl,
    private readonly joinable: Joinable,
    private readonly settings: ApiSettings,
    private readonly deletions: DeletionNews,
    @Inject(METRICS) private readonly metrics: ApiMetrics,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  afterInit(server: Server): void {
    this.server = server;
    this.slow = new SlowSockets(this.settings.slowClientBytes, this.settings.silenceMs, this.metrics, this.log);
    this.rooms = new Rooms(server, this.slow, this.metrics);
    this.lookingAgain = setInterval(() => void this.lookAgain(), LOOK_AGAIN_MS);
    this.lookingAgain.unref();
    this.access.onChange((account) => void this.lookAgain(account));
    this.deletions.onDeleted((exercise) => this.endThoseIn(exercise));
  }

  handleConnection(socket: Socket): void {
    Object.assign(socket.data as object, {
      joined: new Map<string, Membership>(),
      seats: new Map<string, Seat>(),
      turns: new Turns(),
    });
    this.count();
  }

  handleDisconnect(socket: Socket): void {
    const { joined, seats, disconnect } = sessionOf(socket);
    for (const membership of joined?.values() ?? []) membership.end();
    for (const seat of seats?.values() ?? []) seat.leave();
    disconnect();
    this.count();
  }

  onModuleDestroy(): void {
    clearInterval(this.lookingAgain);
    const goodbye: GoodbyeMessage = { code: 'SHUTTING_DOWN', message: 'This process is shutting down; connect again.' };
    this.server?.local.emit('goodbye', goodbye);
  }

  @SubscribeMessage('join')
  async join(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<JoinAnswer>,
  ): Promise<void> {
    if (this.slow?.endIfSlow(socket) !== false) return;
    let caughtUp: (() => void) | undefined;
    try {
      const { exercise, after = 0 } = checked(body, joinMessage);
      this.access.use(sessionOf(socket).entry);
      caughtUp = this.access.limits.catchUp(sessionOf(socket).caller.id);
      const { membership, last } = await this.enter(socket, exercise, after);
      acknowledge?.({ ok: true, last });
      this.seat(socket, exercise);
      follow(membership.feed, after, membership)
        .catch((error: unknown) => {
          this.log.error({ err: error, exercise }, 'a socket could not be served');
          membership.end();
          socket.disconnect(true);
        })
        .finally(caughtUp);
    } catch (error) {
      caughtUp?.();
      acknowledge?.({ ok: false, error: this.problem(error, socket, 'join') });
    }
  }

  @SubscribeMessage('leave')
  leave(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<LeaveAnswer>,
  ): void {
    if (this.slow?.endIfSlow(socket) !== false) return;
    try {
      const { exercise } = checked(body, leaveMessage);
      if (!this.leaveQuietly(socket, exercise))
        throw new Problem('NOT_FOUND', 'The socket has not joined this exercise.');
      acknowledge?.({ ok: true });
    } catch (error) {
      acknowledge?.({ ok: false, error: this.problem(error, socket, 'leave') });
    }
  }

  /** By the time of the acknowledgement a client learns how its own clock differs, and how long a message takes. */
  @SubscribeMessage('clock')
  async clock(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<ClockAnswer>,
  ): Promise<void> {
    if (this.slow?.endIfSlow(socket) !== false) return;
    try {
      const { exercise: id } = checked(body, clockMessage);
      const caller = this.admitted(socket, id);
      acknowledge?.({ ok: true, ...(await this.joinable.clockOf(id, caller.stream)) });
    } catch (error) {
      acknowledge?.({ ok: false, error: this.problem(error, socket, 'clock') });
    }
  }

  /** @throws Problem RATE_LIMITED, FORBIDDEN, NOT_FOUND */
  private admitted(socket: Socket, exercise: string): Caller {
    const { caller } = sessionOf(socket);
    this.access.take(caller);
    this.access.allow(caller, ['controller', 'evaluator', 'operator', 'observer']);
    if (!caller.mayTouch(exercise)) throw notFound('exercise', exercise);
    return caller;
  }

  /** A page says whether somebody sits before it. */
  @SubscribeMessage('attention')
  attention(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
    @Ack() acknowledge: Acknowledge<AttentionAnswer>,
  ): void {
    if (this.slow?.endIfSlow(socket) !== false) return;
    try {
      const { away } = checked(body, attentionMessage);
      const { seats, entry, caller } = sessionOf(socket);
      this.access.take(caller);
      if (!away) this.access.use(entry);
      for (const seat of seats?.values() ?? []) seat.attention(away);
      acknowledge?.({ ok: true });
    } catch (error) {
      acknowledge?.({ ok: false, error: this.problem(error, socket, 'attention') });
    }
  }

  /** The person before this socket is in the exercise now. */
  private seat(socket: Socket, exercise: string): void {
    const { seats, caller, joined } = sessionOf(socket);
    const push = (name: 'presence' | 'announcement') => (message: object) => {
      // Who catches up has a page unsent, and is no slow client for that.
      const catchesUp = [...(joined?.values() ?? [])].some((membership) => membership.catchesUp);
      if (catchesUp || this.slow?.endIfSlow(socket) === false) socket.emit(name, message);
    };
    const seat = this.joinable.attendance.join(exercise, caller, {
      presence: push('presence'),
      announcement: push('announcement'),
    });
    if (seats !== undefined && socket.connected) seats.set(exercise, seat);
    else seat.leave();
  }

  /**
   * Takes a place among the bounded number that a socket has; a second join of the same exercise begins anew, once it is
   * clear that it is a good one.
   */
  private async enter(socket: Socket, exercise: string, after: number) {
    const { joined, turns } = sessionOf(socket);
    const caller = this.admitted(socket, exercise);
    if (!(await this.joinable.exercises.exists(exercise))) throw notFound('exercise', exercise);
    const feed = this.joinable.feeds.hold(exercise, streamOf(caller.viewer));
    try {
      const last = await checkCursor(feed, after);
      // Deleted meanwhile: nobody would tell this socket.
      if (!(await this.joinable.exercises.exists(exercise))) throw notFound('exercise', exercise);
      if (!joined || !turns || !this.rooms || !this.slow || !socket.connected) {
        throw new Problem('BAD_REQUEST', 'Gone.');
      }
      if (joined.size >= MAX_JOINED && !joined.has(exercise)) {
        throw new Problem('TOO_MANY_JOINED', `This socket follows ${MAX_JOINED} exercises already; leave one first.`);
      }
      this.leaveQuietly(socket, exercise);
      const membership = new Membership(socket, feed, this.rooms, this.slow, turns);
      joined.set(exercise, membership);
      return { membership, last };
    } catch (error) {
      feed.release();
      throw error;
    }
  }

  private leaveQuietly(socket: Socket, exercise: string): boolean {
    const { joined, seats } = sessionOf(socket);
    const membership = joined?.get(exercise);
    membership?.end();
    seats?.get(exercise)?.leave();
    seats?.delete(exercise);
    return joined?.delete(exercise) ?? false;
  }

  private problem(error: unknown, socket: Socket, message: string) {
    const translated = translateError(error);
    if (translated.unexpected) this.log.error({ err: error, requestId: socket.id }, 'a socket message failed');
    return problemDocumentOf(translated, message, socket.id);
  }

  private count(): void {
    this.metrics.socketClients.set(this.server?.of('/').sockets.size ?? 0);
  }

  /** The exercise was deleted: who follows it hears so, and may come again for the others that it follows. */
  private endThoseIn(exercise: string): void {
    for (const socket of this.server?.of('/').sockets.values() ?? []) {
      if (sessionOf(socket).joined?.has(exercise) !== true) continue;
      socket.emit('goodbye', deletedGoodbye(exercise));
      socket.disconnect(true);
    }
  }

  /**
   * An access that was taken away ends its sockets, and so does one that changed: they may come again with what they may see now.
   * While the database is away they stay.
   * @param account whose; undefined: everybody's
   */
  private async lookAgain(account?: string): Promise<void> {
    for (const socket of this.server?.of('/').sockets.values() ?? []) {
      const { entry, caller } = sessionOf(socket);
      if (account !== undefined && caller.id !== account) continue;
      const goodbye = GOODBYES[await this.standing(entry)];
      if (goodbye === undefined) continue;
      socket.emit('goodbye', goodbye);
      socket.disconnect(true);
    }
  }

  private async standing(entry: Entry): Promise<Standing> {
    try {
      return await this.access.standing(entry);
    } catch (error) {
      this.log.error({ err: error }, 'an access could not be looked at again');
      return 'valid';
    }
  }
}

const GOODBYES: Readonly<Record<Standing, GoodbyeMessage | undefined>> = {
  valid: undefined,
  changed: { code: 'ACCESS_CHANGED', message: 'The account has another role, side or units now; connect again.' },
  ended: { code: 'UNAUTHENTICATED', message: 'The token or the session is no longer valid.' },
};

function sessionOf(socket: Socket): Session {
  return socket.data as Session;
}
