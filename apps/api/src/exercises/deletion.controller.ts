import { Controller, HttpCode, Param } from '@nestjs/common';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { ExerciseDeletion } from '#infra/exercises/exercise-deletion.js';
import { CurrentSource } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { DeletionNews } from './deletion-news.js';

@Controller()
export class DeletionController {
  constructor(
    private readonly deletion: ExerciseDeletion,
    private readonly news: DeletionNews,
  ) {}

  @Operation('deleteExercise')
  @HttpCode(204)
  async delete(@Param('exercise') exercise: string, @CurrentSource() source: AccessSource): Promise<void> {
    await this.deletion.delete(exercise, source);
    // The others hear of it with the commit; here nothing is known of it by the time of the answer.
    this.news.hear(exercise);
  }
}
