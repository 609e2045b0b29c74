/** Threads for what would hold the event loop too long. */
import { Module } from '@nestjs/common';
import { Calculations } from './calculations.js';

@Module({
  providers: [{ provide: Calculations, useFactory: () => new Calculations() }],
  exports: [Calculations],
})
export class CalculationModule {}
