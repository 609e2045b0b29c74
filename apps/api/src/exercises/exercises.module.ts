/** Exercises, their clocks, and what their viewers know. */
import { Module } from '@nestjs/common';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { CalculationModule } from '../calculation/calculation.module.js';
import { onDatabase } from '../on-database.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { ExercisesController } from './exercises.controller.js';
import { RecordingController } from './recording.controller.js';
import { ShownClock } from './shown-clock.js';
import { SnapshotsController } from './snapshots.controller.js';
import { ViewerStates } from './viewer-states.js';

@Module({
  imports: [CalculationModule],
  controllers: [ExercisesController, RecordingController, SnapshotsController],
  providers: [ExerciseCatalog, ShownClock, ViewerStates, ...onDatabase(RecordingSource)],
  exports: [ExerciseCatalog, ShownClock, ViewerStates],
})
export class ExercisesModule {}
