/** Sockets: who joins an exercise gets what it missed, and then what happens, with all others of its stream at one cost. */
import { Inject, type OnModuleDestroy, UseFilters, UseGuards } from '@nestjs/common';
import {
  Ack,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import {
  type AttentionAnswer,
  type AttentionMessage,
  attentionMessage,
  type ClockAnswer,
  type ClockMessage,
  clockMessage,
  type GoodbyeMessage,
  type JoinAnswer,
  type JoinMessage,
  joinMessage,
  type LeaveAnswer,
  type LeaveMessage,
  leaveMessage,
} from '#contracts/push/messages.js';
import { READERS } from '#contracts/http/roles.js';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { AccessControl } from '../auth/access-control.js';
import { ConnectionLimits } from '../auth/connection-limits.js';
import type { Standing } from '../auth/entry.js';
import { ShownClock } from '../exercises/shown-clock.js';
import { notFound, Problem } from '../problems/problem.js';
import { ProblemFilter } from '../problems/problem-filter.js';
import { METRICS } from '../tokens.js';
import { AccessWatch } from './access-watch.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { deletedGoodbye } from './goodbye.js';
import { Memberships } from './memberships.js';
import { MessagePipe } from './message.pipe.js';
import { SlowGuard } from './slow.guard.js';

const GOODBYES: Readonly<Record<Exclude<Standing, 'valid'>, GoodbyeMessage>> = {
  changed: { code: 'ACCESS_CHANGED', message: 'The account has another role, side or units now; connect again.' },
  ended: { code: 'UNAUTHENTICATED', message: 'The token or the session is no longer valid.' },
};

@WebSocketGateway()
@UseGuards(SlowGuard)
@UseFilters(ProblemFilter)
export class EventsGateway
  implements OnGatewayConnection<LiveSocket>, OnGatewayDisconnect<LiveSocket>, OnModuleDestroy
{
  @WebSocketServer() private readonly server: LiveServer | undefined;

  constructor(
    private readonly access: AccessControl,
    private readonly limits: ConnectionLimits,
    private readonly watch: AccessWatch,
    private readonly memberships: Memberships,
    private readonly shownClock: ShownClock,
    @Inject(METRICS) private readonly metrics: ApiMetrics,
  ) {}

  /** The exercise was deleted: its sockets get a `goodbye` and are closed. They may connect again to follow other exercises. */
  endThoseIn(exercise: string): void {
    for (const socket of this.server?.sockets.sockets.values() ?? []) {
      if (!socket.data.joined.has(exercise)) continue;
      socket.emit('goodbye', deletedGoodbye(exercise));
      socket.disconnect(true);
    }
  }

  handleConnection(socket: LiveSocket): void {
    const unwatch = this.watch.hold(socket.data.entry, (standing) => {
      // They may come again with what they may see now.
      socket.emit('goodbye', GOODBYES[standing]);
      socket.disconnect(true);
    });
    socket.once('disconnect', unwatch);
    this.count();
  }

  handleDisconnect(socket: LiveSocket): void {
    this.memberships.leaveAll(socket);
    socket.data.disconnect();
    this.count();
  }

  onModuleDestroy(): void {
    const goodbye: GoodbyeMessage = { code: 'SHUTTING_DOWN', message: 'This process is shutting down; connect again.' };
    this.server?.local.emit('goodbye', goodbye);
  }

  /** Acknowledged by hand: the answer comes before the events. */
  @SubscribeMessage('join')
  async join(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody(new MessagePipe(joinMessage)) { exercise, after = 0 }: JoinMessage,
    @Ack() acknowledge: ((answer: JoinAnswer) => void) | undefined,
  ): Promise<void> {
    const { entry, caller } = socket.data;
    this.access.use(entry);
    const caughtUp = this.limits.catchUp(caller.id);
    try {
      this.mayRead(socket, exercise);
      const { membership, last } = await this.memberships.enter(socket, exercise, after);
      acknowledge?.({ ok: true, last });
      this.memberships.seat(socket, exercise);
      void this.memberships.follow(socket, membership, after).finally(caughtUp);
    } catch (error) {
      caughtUp();
      throw error;
    }
  }

  @SubscribeMessage('leave')
  leave(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody(new MessagePipe(leaveMessage)) { exercise }: LeaveMessage,
  ): LeaveAnswer {
    if (this.memberships.leave(socket, exercise)) return { ok: true };
    throw new Problem('NOT_FOUND', 'The socket has not joined this exercise.');
  }

  /** By the time of the acknowledgement a client learns how its own clock differs, and how long a message takes. */
  @SubscribeMessage('clock')
  async clock(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody(new MessagePipe(clockMessage)) { exercise }: ClockMessage,
  ): Promise<ClockAnswer> {
    this.mayRead(socket, exercise);
    return { ok: true, ...(await this.shownClock.read(exercise, socket.data.caller.stream)) };
  }

  /** A page says whether somebody sits before it. */
  @SubscribeMessage('attention')
  attention(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody(new MessagePipe(attentionMessage)) { away }: AttentionMessage,
  ): AttentionAnswer {
    const { seats, entry, caller } = socket.data;
    this.access.take(caller);
    if (!away) this.access.use(entry);
    for (const seat of seats.values()) seat.attention(away);
    return { ok: true };
  }

  /** @throws Problem RATE_LIMITED, FORBIDDEN, NOT_FOUND */
  private mayRead({ data: { caller } }: LiveSocket, exercise: string): void {
    this.access.take(caller);
    this.access.allow(caller, READERS);
    if (!caller.mayTouch(exercise)) throw notFound('exercise', exercise);
  }

  private count(): void {
    this.metrics.socketClients.set(this.server?.of('/').sockets.size ?? 0);
  }
}
