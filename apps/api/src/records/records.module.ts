/** Notes and decisions of people about incidents, read from the log. They are written as commands. */
import { Module } from '@nestjs/common';
import { EventSearch } from '#infra/log/event-search.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ShownEvents } from '../reading/shown-events.js';
import { RecordsController } from './records.controller.js';

@Module({
  imports: [ExercisesModule],
  controllers: [RecordsController],
  providers: [ShownEvents, ...onDatabase(EventSearch)],
})
export class RecordsModule {}
