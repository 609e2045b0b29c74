/** Messages between people and units: sent as commands, and read from the log. */
import { Module } from '@nestjs/common';
import { EventSearch } from '#infra/log/event-search.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ReadingModule } from '../reading/reading.module.js';
import { MessageCommandsController } from './message-commands.controller.js';
import { MessageReader } from './message-reader.js';
import { MessagesController } from './messages.controller.js';

@Module({
  imports: [CommandsModule, ExercisesModule, ReadingModule],
  controllers: [MessagesController, MessageCommandsController],
  providers: [MessageReader, ...onDatabase(EventSearch)],
})
export class MessagesModule {}
