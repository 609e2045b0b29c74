import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { snapshotQuery } from '#contracts/http/snapshots.js';
import { showsAll } from '#domain/release/shown.js';
import { callerOf } from '../auth/access-control.js';
import { Operation } from '../http/operation.js';
import { param, queryOf } from '../http/request-input.js';
import { sendJson } from '../http/send-json.js';
import { Problem } from '../problems/problem.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { viewExercise } from './exercise-views.js';
import { ShownClock } from './shown-clock.js';
import { ViewerStates } from './viewer-states.js';

@Controller()
export class SnapshotsController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly clock: ShownClock,
    private readonly states: ViewerStates,
  ) {}

  @Operation('readSnapshot')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { as } = queryOf(request, snapshotQuery);
    const { stream: own, reader } = callerOf(request);
    if (as !== undefined && !showsAll(own)) {
      throw new Problem('FORBIDDEN', 'What others see is for controllers and evaluators; leave `as` out.');
    }
    // With `as`, what all people of that side together see.
    const stream = as ?? own;
    const id = param(request, 'exercise');
    await this.exercises.mustTakeCommands(id);
    const exercise = await this.exercises.get(id);
    const scenario = await this.exercises.scenario(id);
    const time = await this.clock.timeFor(stream, exercise);
    const snapshot = await this.states.snapshot(id, { stream, reader }, scenario, exercise.seqs[stream]);
    const view = JSON.stringify(viewExercise(exercise, scenario, { stream, time }));
    sendJson(
      reply,
      200,
      `{"exercise":${view},"stream":"${stream}","seq":${snapshot.seq},"scenario":${snapshot.scenario},` +
        `"state":${snapshot.state},"serverTime":${Date.now()}}`,
    );
  }
}
