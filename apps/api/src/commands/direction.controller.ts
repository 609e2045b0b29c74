/** What trainers direct an exercise by: its injects and its policy. */
import { randomBytes } from 'node:crypto';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { emptyBody } from '#contracts/http/exercises.js';
import { delayBody, skipBody } from '#contracts/http/injects.js';
import { compileImprovised } from '#scenario/compile/compile-improvised.js';
import { improvisedInject } from '#contracts/scenario/script-schema.js';
import { injectId } from '#domain/kernel/ids.js';
import { injectViews, type InjectView } from '#domain/inject/inject-views.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { callerOf } from '../auth/access-control.js';
import { Calculations } from '../calculation/calculations.js';
import { CommandRunner } from './command-runner.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { timeNow } from '../exercises/exercise-views.js';
import { Operation } from '../http/operation.js';
import { bodyOf, bytesOf, param } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';

@Controller()
export class DirectionController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly exercises: ExerciseCatalog,
    private readonly direction: DirectionReader,
    private readonly calculations: Calculations,
  ) {}

  @Operation('listInjects')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send({ items: await this.views(request) });
  }

  @Operation('readInject')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = param(request, 'inject');
    const view = (await this.views(request)).find((inject) => inject.id === id);
    if (view === undefined) throw notFound('inject', id);
    void reply.send(view);
  }

  @Operation('fireInject')
  fire(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    bodyOf(request, emptyBody);
    return this.runner.run(request, reply, {
      type: 'FireInject',
      data: { inject: injectId(param(request, 'inject')) },
    });
  }

  @Operation('skipInject')
  skip(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = bodyOf(request, skipBody);
    return this.runner.run(request, reply, {
      type: 'SkipInject',
      data: { inject: injectId(param(request, 'inject')), reason },
    });
  }

  @Operation('delayInject')
  delay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const how = bodyOf(request, delayBody);
    return this.runner.run(request, reply, {
      type: 'DelayInject',
      data: { inject: injectId(param(request, 'inject')), ...how },
    });
  }

  /** The command holds the whole inject, its alert ready to be sent: a replay needs nothing else. */
  @Operation('improviseInject')
  async improvise(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const input = bodyOf(request, improvisedInject);
    const id = param(request, 'exercise');
    const exercise = await this.exercises.get(id);
    const events = await this.direction.injects(id);
    const inject = compileImprovised(input, `improvised-${randomBytes(5).toString('hex')}`, {
      scenario: await this.exercises.scenario(id),
      improvised: events.flatMap(({ type, data }) => (type === 'InjectImprovised' ? [data.inject] : [])),
      now: timeNow(exercise),
    });
    await this.runner.run(request, reply, { type: 'ImproviseInject', data: { inject } }, { sent: input });
  }

  @Operation('changePolicy')
  async changePolicy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const scenario = await this.exercises.scenario(param(request, 'exercise'));
    const { policy, warnings } = await this.calculations.run(
      'readPolicy',
      { body: bytesOf(request), scenario },
      { account: callerOf(request).id },
    );
    await this.runner.run(request, reply, { type: 'ChangePolicy', data: { policy } }, { warnings });
  }

  private async views(request: FastifyRequest): Promise<InjectView[]> {
    const id = param(request, 'exercise');
    const scenario = await this.exercises.scenario(id);
    return injectViews(scenario, await this.direction.injects(id));
  }
}
