/** Ends sockets that do not read, whatever is being sent to them: batches, pages while they catch up, answers. */
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ApiMetrics } from '#infra/telemetry/metrics.js';
import { ApiSettings } from '../settings.js';
import { LOG, METRICS } from '../tokens.js';
import { backlogOf, terminate } from './connection-backlog.js';
import type { LiveSocket } from './live-socket.js';

@Injectable()
export class SlowSockets {
  /** A socket with more than this unsent is disconnected. */
  readonly bytes: number;
  /** For so long a socket that catches up may read nothing, ms. */
  readonly silenceMs: number;

  constructor(
    settings: ApiSettings,
    @Inject(METRICS) private readonly metrics: ApiMetrics,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.bytes = settings.slowClientBytes;
    this.silenceMs = settings.silenceMs;
  }

  /** Asked before a socket is given more: one large batch makes nobody slow. @returns whether it was ended */
  endIfSlow(socket: LiveSocket): boolean {
    const backlog = backlogOf(socket);
    if (backlog <= this.bytes) return false;
    this.end(socket, backlog);
    return true;
  }

  end(socket: LiveSocket, backlog = backlogOf(socket)): void {
    if (!socket.connected) return;
    this.metrics.slowClients.inc();
    this.log.warn({ socket: socket.id, backlog }, 'a slow client is disconnected');
    terminate(socket);
  }
}
