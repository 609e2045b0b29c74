/** What is likely to come. */
import { Module } from '@nestjs/common';
import { ObservedEvents } from '#infra/log/observed-events.js';
import { CalculationModule } from '../calculation/calculation.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ForecastController } from './forecast.controller.js';
import { Forecasts } from './forecasts.js';

@Module({
  imports: [CalculationModule, ExercisesModule],
  controllers: [ForecastController],
  providers: [Forecasts, ...onDatabase(ObservedEvents)],
})
export class ForecastModule {}
