/** Ends sockets that do not read, whatever is being sent to them: batches, pages while they catch up, answers. */
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { backlogOf, terminate } from './connection-backlog.js';

export class SlowSockets {
  constructor(
    /** A socket with more than this unsent is disconnected. */
    readonly bytes: number,
    /** For so long a socket that catches up may read nothing, ms. */
    readonly silenceMs: number,
    private readonly metrics: ApiMetrics,
    private readonly log: Logger,
  ) {}

  /** Asked before a socket is given more: one large batch makes nobody slow. @returns whether it was ended */
  endIfSlow(socket: Socket): boolean {
    const backlog = backlogOf(socket);
    if (backlog <= this.bytes) return false;
    this.end(socket, backlog);
    return true;
  }

  end(socket: Socket, backlog = backlogOf(socket)): void {
    if (!socket.connected) return;
    this.metrics.slowClients.inc();
    this.log.warn({ socket: socket.id, backlog }, 'a slow client is disconnected');
    terminate(socket);
  }
}
