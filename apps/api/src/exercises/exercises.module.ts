/** Exercises, their clocks, and what their viewers know. */
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExerciseDeletion } from '#infra/exercises/exercise-deletion.js';
import { EventReader } from '#infra/log/event-reader.js';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { SideExportSource } from '#infra/recording/side-export-source.js';
import { CalculationModule } from '../calculation/calculation.module.js';
import { onDatabase } from '../on-database.js';
import { DeletionController } from './deletion.controller.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { ExercisesController } from './exercises.controller.js';
import { RecordingController } from './recording.controller.js';
import { ShownClock } from './shown-clock.js';
import { SnapshotsController } from './snapshots.controller.js';
import { ViewerStates } from './viewer-states.js';

@Module({
  imports: [CalculationModule],
  controllers: [DeletionController, ExercisesController, RecordingController, SnapshotsController],
  providers: [
    ExerciseCatalog,
    ShownClock,
    ViewerStates,
    ...onDatabase(ExerciseDeletion, RecordingSource),
    {
      provide: SideExportSource,
      inject: [DataSource, EventReader],
      useFactory: (dataSource: DataSource, reader: EventReader) => new SideExportSource(dataSource, reader),
    },
  ],
  exports: [ExerciseCatalog, ShownClock, ViewerStates],
})
export class ExercisesModule {}
