import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { summaryOf } from '#scenario/files/preview.js';
import { callerOf } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { param } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';
import { Library } from './library.js';

@Controller()
export class LibraryController {
  constructor(private readonly library: Library) {}

  @Operation('listScenarios')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const scenarios = await this.library.scenarios(callerOf(request).id);
    void reply.send({ items: scenarios.map(summaryOf) });
  }

  @Operation('readScenario')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = param(request, 'scenario');
    const found = (await this.library.scenarios(callerOf(request).id)).find((scenario) => scenario.id === id);
    if (found === undefined) throw notFound('scenario', id);
    void reply.send(found);
  }
}
