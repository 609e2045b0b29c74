/** After-action reports. */
import { Module } from '@nestjs/common';
import { CalculationModule } from '../calculation/calculation.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { ReportController } from './report.controller.js';
import { ReportMaker } from './report-maker.js';

@Module({
  imports: [CalculationModule, ExercisesModule],
  controllers: [ReportController],
  providers: [ReportMaker],
})
export class ReportsModule {}
