/** Lists and documents of an exercise as a caller may see them, and explanations of how it escalates. */
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { ReleaseLinks } from '#infra/log/release-links.js';
import { StateSource } from '#infra/log/state-source.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import { ReadModels } from '#infra/read/read-models.js';
import { CalculationModule } from '../calculation/calculation.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { CapDocuments } from './cap-documents.js';
import { EscalationController } from './escalation.controller.js';
import { ReadingController } from './reading.controller.js';
import { Visible } from './visible.js';

@Module({
  imports: [CalculationModule, ExercisesModule],
  controllers: [ReadingController, EscalationController],
  providers: [
    CapDocuments,
    Visible,
    ...onDatabase(DirectionReader, ReleaseLinks, StateSource),
    {
      provide: ReadModels,
      useFactory: (dataSource: DataSource, cursors: PageCursors) => new ReadModels(dataSource, cursors),
      inject: [DataSource, PageCursors],
    },
  ],
  exports: [Visible],
})
export class ReadingModule {}
