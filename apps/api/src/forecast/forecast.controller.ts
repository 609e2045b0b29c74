import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_RUNS, forecastBody } from '#contracts/http/forecast.js';
import { callerOf } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { Forecasts } from './forecasts.js';

@Controller()
export class ForecastController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly forecasts: Forecasts,
  ) {}

  @Operation('makeForecast')
  async make(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { runs = DEFAULT_RUNS } = bodyOf(request, forecastBody);
    const id = param(request, 'exercise');
    await this.exercises.mustTakeCommands(id);
    const exercise = await this.exercises.get(id);
    if (exercise.status === 'ended') {
      throw new Problem('EXERCISE_ENDED', 'The exercise has ended; nothing is to come. Its report says what came.');
    }
    const scenario = await this.exercises.scenario(id);
    void reply.send(await this.forecasts.of(exercise, scenario, runs, callerOf(request).id));
  }
}
