/** Hands the parts to Nest's controllers and to the gateway. The parts are put together in create-api.ts. */
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { AccessRecordsController } from './people/access-records.controller.js';
import { AccountsController } from './people/accounts.controller.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { CommandRecordsController } from './commands/command-records.controller.js';
import { CommandsController } from './commands/commands.controller.js';
import { DirectionController } from './commands/direction.controller.js';
import { EscalationController } from './reading/escalation.controller.js';
import { DeletionController } from './exercises/deletion.controller.js';
import { ExercisesController } from './exercises/exercises.controller.js';
import { RecordingController } from './exercises/recording.controller.js';
import { SnapshotsController } from './exercises/snapshots.controller.js';
import { EventLogController } from './live/event-log.controller.js';
import { EventStreamController } from './live/event-stream.controller.js';
import { EventsGateway } from './live/events.gateway.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { HealthController } from './health/health.controller.js';
import { InvitationsController } from './people/invitations.controller.js';
import { PeopleController } from './people/people.controller.js';
import { SessionsController } from './people/sessions.controller.js';
import { LibraryController } from './library/library.controller.js';
import { ReadingController } from './reading/reading.controller.js';
import { ReportController } from './reports/report.controller.js';

@Module({})
export class ApiModule {
  static of(parts: readonly Provider[]): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        HealthController,
        AlertsController,
        CommandsController,
        CommandRecordsController,
        DirectionController,
        EventStreamController,
        EventLogController,
        ReadingController,
        ExercisesController,
        DeletionController,
        RecordingController,
        SnapshotsController,
        EscalationController,
        ForecastController,
        LibraryController,
        AccountsController,
        AccessRecordsController,
        SessionsController,
        InvitationsController,
        PeopleController,
        ReportController,
      ],
      providers: [...parts, EventsGateway],
    };
  }
}
