import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExerciseDeletion } from '#infra/exercises/exercise-deletion.js';
import { AccessControl, callerOf } from '../auth/access-control.js';
import { Operation } from '../http/operation.js';
import { param } from '../http/request-input.js';
import { DeletionNews } from './deletion-news.js';

@Controller()
export class DeletionController {
  constructor(
    private readonly deletion: ExerciseDeletion,
    private readonly news: DeletionNews,
    private readonly access: AccessControl,
  ) {}

  @Operation('deleteExercise')
  async delete(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = param(request, 'exercise');
    const source = { by: callerOf(request).id, from: this.access.addressOf(request.raw) };
    await this.deletion.delete(exercise, source);
    // The others hear of it with the commit; here nothing is known of it by the time of the answer.
    this.news.hear(exercise);
    void reply.code(204).send();
  }
}
