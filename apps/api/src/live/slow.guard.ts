/** A socket that does not read what it is sent gets no more answers: it is ended. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { LiveSocket } from './live-socket.js';
import { SlowSockets } from './slow-sockets.js';

@Injectable()
export class SlowGuard implements CanActivate {
  constructor(private readonly slow: SlowSockets) {}

  canActivate(context: ExecutionContext): boolean {
    if (!this.slow.endIfSlow(context.switchToWs().getClient<LiveSocket>())) return true;
    // Nobody receives it.
    throw new Problem('BAD_REQUEST', 'Gone.');
  }
}
