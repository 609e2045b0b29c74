import { Body, Controller, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { createExerciseQuery, exerciseQuery } from '#contracts/http/exercises.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { type Exercise, ExerciseStore } from '#infra/exercises/exercise-store.js';
import { PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { UnboundGuard } from '../auth/unbound.guard.js';
import { Calculations } from '../calculation/calculations.js';
import { mediaType, YAML_TYPE } from '../http/content-types.js';
import { bytesOf } from '../http/input.pipe.js';
import { Operation } from '../http/operation.js';
import { pageOf, placeIn } from '../http/pages.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { type ExerciseView, timeNow, viewExercise } from './exercise-views.js';
import { ShownClock } from './shown-clock.js';

const LIST: SortedList = { name: 'exercise', sort: '-createdAt' };

@Controller()
export class ExercisesController {
  constructor(
    private readonly store: ExerciseStore,
    private readonly catalog: ExerciseCatalog,
    private readonly clock: ShownClock,
    private readonly cursors: PageCursors,
    private readonly calculations: Calculations,
  ) {}

  @Operation('createExercise')
  @UseGuards(UnboundGuard)
  async create(
    @CurrentCaller() caller: Caller,
    @Query({ schema: createExerciseQuery }) query: z.infer<typeof createExerciseQuery>,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExerciseView> {
    const { scenario, seed, units } = await this.calculations.run(
      'readScenario',
      { body: bytesOf(body), isText: mediaType(request) === YAML_TYPE, seed: query.seed },
      { account: caller.id },
    );
    const exercise = await this.store.create({ scenario, seed, createdBy: caller.id, units });
    // Ids are drawn at random; that one is taken happens hardly once in the life of the universe.
    if (exercise === null) throw new Error('the drawn exercise id is taken');
    void reply.header('location', `/v1/exercises/${exercise.id}`);
    return viewExercise(exercise, scenario, { stream: caller.stream, time: timeNow(exercise) });
  }

  @Operation('listExercises')
  async list(@CurrentCaller() caller: Caller, @Query({ schema: exerciseQuery }) query: z.infer<typeof exerciseQuery>) {
    const { limit = DEFAULT_PAGE, cursor, status } = query;
    const place = cursor === undefined ? undefined : placeIn(this.cursors, LIST, cursor);
    const before = place && { createdAt: place.key, id: place.id };
    const found = await this.store.list({ limit: limit + 1, before, status, id: caller.exercise });
    const { items, next } = pageOf(found, limit, ({ createdAt, id }) =>
      this.cursors.encode(LIST, { key: Math.floor(createdAt), id }),
    );
    return { items: await Promise.all(items.map((exercise) => this.view(exercise, caller))), next };
  }

  @Operation('readExercise')
  async read(@Param('exercise') id: string, @CurrentCaller() caller: Caller): Promise<ExerciseView> {
    return this.view(await this.catalog.get(id), caller);
  }

  private async view(exercise: Exercise, { stream }: Caller): Promise<ExerciseView> {
    const time = await this.clock.timeFor(stream, exercise);
    return viewExercise(exercise, await this.catalog.scenario(exercise.id), { stream, time });
  }
}
