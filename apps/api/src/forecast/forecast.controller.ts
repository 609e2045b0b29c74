import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { DEFAULT_RUNS, forecastBody, type ForecastView } from '#contracts/http/forecast.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { Forecasts } from './forecasts.js';

@Controller()
export class ForecastController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly forecasts: Forecasts,
  ) {}

  @Operation('makeForecast')
  async make(
    @Param('exercise') id: string,
    @CurrentCaller() caller: Caller,
    @Body({ schema: forecastBody }) { runs = DEFAULT_RUNS }: z.infer<typeof forecastBody>,
  ): Promise<ForecastView> {
    await this.exercises.mustTakeCommands(id);
    const exercise = await this.exercises.get(id);
    if (exercise.status === 'ended') {
      throw new Problem('EXERCISE_ENDED', 'The exercise has ended; nothing is to come. Its report says what came.');
    }
    return this.forecasts.of(exercise, await this.exercises.scenario(id), runs, caller.id);
  }
}
