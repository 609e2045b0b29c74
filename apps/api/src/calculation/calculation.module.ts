/** Threads for what would hold the event loop too long. */
import { Module } from '@nestjs/common';
import { DeletionNews } from '../exercises/deletion-news.js';
import { Calculations } from './calculations.js';

@Module({
  providers: [{ provide: Calculations, useFactory: () => new Calculations() }],
  exports: [Calculations],
})
export class CalculationModule {
  constructor(calculations: Calculations, deletions: DeletionNews) {
    deletions.onDeleted((exercise) => calculations.forgetExercise(exercise));
  }
}
