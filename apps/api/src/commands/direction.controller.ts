/** What trainers direct an exercise by: its injects. */
import { randomBytes } from 'node:crypto';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { emptyBody } from '#contracts/http/exercises.js';
import { delayBody, skipBody } from '#contracts/http/injects.js';
import { compileImprovised } from '#scenario/compile/compile-improvised.js';
import { improvisedInject } from '#contracts/scenario/script-schema.js';
import type { Command } from '#domain/kernel/command.js';
import { injectId } from '#domain/kernel/ids.js';
import { injectViews, type InjectView } from '#domain/inject/inject-views.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { timeNow } from '../exercises/exercise-views.js';
import { Operation } from '../http/operation.js';
import { notFound } from '../problems/problem.js';
import { CommandOperation, type CommandRun } from './command.interceptor.js';

@Controller()
export class DirectionController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly direction: DirectionReader,
  ) {}

  @Operation('listInjects')
  async list(@Param('exercise') exercise: string): Promise<{ items: InjectView[] }> {
    return { items: await this.views(exercise) };
  }

  @Operation('readInject')
  async read(@Param('exercise') exercise: string, @Param('inject') id: string): Promise<InjectView> {
    const view = (await this.views(exercise)).find((inject) => inject.id === id);
    if (view === undefined) throw notFound('inject', id);
    return view;
  }

  @CommandOperation('fireInject')
  fire(@Param('inject') inject: string, @Body({ schema: emptyBody }) _: object): Command {
    return { type: 'FireInject', data: { inject: injectId(inject) } };
  }

  @CommandOperation('skipInject')
  skip(@Param('inject') inject: string, @Body({ schema: skipBody }) { reason }: z.infer<typeof skipBody>): Command {
    return { type: 'SkipInject', data: { inject: injectId(inject), reason } };
  }

  @CommandOperation('delayInject')
  delay(@Param('inject') inject: string, @Body({ schema: delayBody }) how: z.infer<typeof delayBody>): Command {
    return { type: 'DelayInject', data: { inject: injectId(inject), ...how } };
  }

  /** The command holds the whole inject, its alert ready to be sent: a replay needs nothing else. */
  @CommandOperation('improviseInject')
  async improvise(
    @Param('exercise') id: string,
    @Body({ schema: improvisedInject }) input: z.infer<typeof improvisedInject>,
  ): Promise<CommandRun> {
    const exercise = await this.exercises.get(id);
    const events = await this.direction.injects(id);
    const inject = compileImprovised(input, `improvised-${randomBytes(5).toString('hex')}`, {
      scenario: await this.exercises.scenario(id),
      improvised: events.flatMap(({ type, data }) => (type === 'InjectImprovised' ? [data.inject] : [])),
      now: timeNow(exercise),
    });
    return { command: { type: 'ImproviseInject', data: { inject } }, sent: input };
  }

  private async views(exercise: string): Promise<InjectView[]> {
    const scenario = await this.exercises.scenario(exercise);
    return injectViews(scenario, await this.direction.injects(exercise));
  }
}
