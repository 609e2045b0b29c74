/** Metrics count what both sides and all exercises do. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { whyNoMetrics } from '#infra/accounts/metrics-right.js';
import { callerOf } from '../auth/current.js';
import { Problem } from '../problems/problem.js';

@Injectable()
export class MetricsGuard implements CanActivate {
  /** @throws Problem FORBIDDEN */
  canActivate(context: ExecutionContext): boolean {
    const { role, viewer, exercise } = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    const refusal = whyNoMetrics({ role, side: viewer.side, exercise });
    if (refusal === undefined) return true;
    throw new Problem('FORBIDDEN', refusal);
  }
}
