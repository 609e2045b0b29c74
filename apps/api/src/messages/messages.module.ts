/** Messages between people and units, read from the log. They are sent as commands. */
import { Module } from '@nestjs/common';
import { EventSearch } from '#infra/log/event-search.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ShownEvents } from '../reading/shown-events.js';
import { MessageReader } from './message-reader.js';
import { MessagesController } from './messages.controller.js';

@Module({
  imports: [ExercisesModule],
  controllers: [MessagesController],
  providers: [MessageReader, ShownEvents, ...onDatabase(EventSearch)],
})
export class MessagesModule {}
