import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createExerciseQuery, exerciseQuery } from '#contracts/http/exercises.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import type { Exercise } from '#infra/exercises/exercise-store.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { CursorInvalid, PageCursors } from '#infra/read/page-cursor.js';
import { callerOf } from '../auth/current.js';
import type { Caller } from '../auth/caller.js';
import { Calculations } from '../calculation/calculations.js';
import { mediaType, YAML_TYPE } from '../http/content-types.js';
import { Operation } from '../http/operation.js';
import { bytesOf, param, queryOf } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { timeNow, viewExercise } from './exercise-views.js';
import { ShownClock } from './shown-clock.js';

const LIST = { name: 'exercise', sort: '-createdAt' };

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
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    if (caller.exercise !== undefined) throw new Problem('FORBIDDEN', 'This token is bound to one exercise.');
    const { seed: inQuery } = queryOf(request, createExerciseQuery);
    const isText = mediaType(request) === YAML_TYPE;
    const { scenario, seed, units } = await this.calculations.run(
      'readScenario',
      { body: bytesOf(request.body), isText, seed: inQuery },
      { account: caller.id },
    );
    const exercise = await this.store.create({ scenario, seed, createdBy: caller.id, units });
    // Ids are drawn at random; that one is taken happens hardly once in the life of the universe.
    if (exercise === null) throw new Error('the drawn exercise id is taken');
    void reply
      .code(201)
      .header('location', `/v1/exercises/${exercise.id}`)
      .send(viewExercise(exercise, scenario, { stream: caller.stream, time: timeNow(exercise) }));
  }

  @Operation('listExercises')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit = DEFAULT_PAGE, cursor, status } = queryOf(request, exerciseQuery);
    const caller = callerOf(request);
    const before = cursor === undefined ? undefined : this.position(cursor);
    const found = await this.store.list({ limit: limit + 1, before, status, id: caller.exercise });
    const items = await Promise.all(found.slice(0, limit).map((exercise) => this.view(exercise, caller)));
    const last = found[limit - 1];
    const next =
      found.length > limit && last !== undefined
        ? this.cursors.encode(LIST, { key: Math.floor(last.createdAt), id: last.id })
        : undefined;
    void reply.send({ items, next });
  }

  @Operation('readExercise')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.catalog.get(param(request, 'exercise'));
    void reply.send(await this.view(exercise, callerOf(request)));
  }

  private async view(exercise: Exercise, caller: Caller) {
    const time = await this.clock.timeFor(caller.stream, exercise);
    return viewExercise(exercise, await this.catalog.scenario(exercise.id), { stream: caller.stream, time });
  }

  private position(cursor: string): { createdAt: number; id: string } {
    const { key, id } = this.cursors.decode(LIST, cursor);
    if (typeof key !== 'number') throw new CursorInvalid();
    return { createdAt: key, id };
  }
}
