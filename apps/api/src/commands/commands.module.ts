/** What people do in an exercise: each is a command, stored first and then waited for. */
import { Module } from '@nestjs/common';
import { CommandRecords } from '#infra/inbox/command-records.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { EventReader } from '#infra/log/event-reader.js';
import { ResultingEvents } from '#infra/log/resulting-events.js';
import { DataSource } from 'typeorm';
import { CalculationModule } from '../calculation/calculation.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { Colleagues } from '../people/colleagues.js';
import { ReadingModule } from '../reading/reading.module.js';
import { CommandDesk } from './command-desk.js';
import { CommandInbox } from './command-inbox.js';
import { CommandRecordsController } from './command-records.controller.js';
import { CommandsController } from './commands.controller.js';
import { DirectionController } from './direction.controller.js';
import { InChargeController } from './in-charge.controller.js';
import { MessageCommandsController } from './message-commands.controller.js';
import { PolicyCommandsController } from './policy-commands.controller.js';

@Module({
  imports: [CalculationModule, ExercisesModule, ReadingModule],
  controllers: [
    CommandsController,
    CommandRecordsController,
    DirectionController,
    InChargeController,
    MessageCommandsController,
    PolicyCommandsController,
  ],
  providers: [
    CommandDesk,
    CommandInbox,
    Colleagues,
    ...onDatabase(CommandRecords, DirectionReader),
    {
      provide: ResultingEvents,
      useFactory: (dataSource: DataSource, reader: EventReader) => new ResultingEvents(dataSource, reader),
      inject: [DataSource, EventReader],
    },
  ],
  exports: [CommandDesk, CommandInbox],
})
export class CommandsModule {}
