import { Controller, Inject, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import { Operation } from '../http/operation.js';
import { REGISTRY } from '../tokens.js';
import { MetricsGuard } from './metrics.guard.js';
import { ReadinessChecks } from './readiness-checks.js';

@Controller()
export class HealthController {
  constructor(
    private readonly checks: ReadinessChecks,
    @Inject(REGISTRY) private readonly registry: Registry,
  ) {}

  @Operation('live')
  live() {
    return { status: 'ok' };
  }

  @Operation('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.checks.run();
    const well = Object.values(checks).every((state) => state === 'up');
    void reply.code(well ? 200 : 503);
    return { status: well ? 'ok' : 'unavailable', checks };
  }

  @Operation('metrics')
  @UseGuards(MetricsGuard)
  metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.registry.contentType);
    return this.registry.metrics();
  }
}
