/** The scenarios that the server offers. */
import { Module } from '@nestjs/common';
import { CalculationModule } from '../calculation/calculation.module.js';
import { Library } from './library.js';
import { LibraryController } from './library.controller.js';

@Module({
  imports: [CalculationModule],
  controllers: [LibraryController],
  providers: [Library],
})
export class LibraryModule {}
