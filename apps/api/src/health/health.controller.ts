import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { whyNoMetrics } from '#infra/accounts/metrics-right.js';
import { callerOf } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { REGISTRY } from '../tokens.js';
import { ReadinessChecks } from './readiness-checks.js';

@Controller()
export class HealthController {
  constructor(
    private readonly checks: ReadinessChecks,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {}

  @Operation('live')
  live(@Res() reply: FastifyReply): void {
    void reply.send({ status: 'ok' });
  }

  @Operation('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const checks = await this.checks.run();
    const well = Object.values(checks).every((state) => state === 'up');
    void reply.code(well ? 200 : 503).send({ status: well ? 'ok' : 'unavailable', checks });
  }

  @Operation('metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { role, viewer, exercise } = callerOf(request);
    const refusal = whyNoMetrics({ role, side: viewer.side, exercise });
    if (refusal !== undefined) throw new Problem('FORBIDDEN', refusal);
    void reply.header('content-type', this.registry.contentType).send(await this.registry.metrics());
  }
}
