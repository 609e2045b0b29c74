/** The rooms of the API, and what every request passes through. */
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AlertsModule } from './alerts/alerts.module.js';
import { AuthGuard } from './auth/auth.guard.js';
import { AuthModule } from './auth/auth.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ExercisesModule } from './exercises/exercises.module.js';
import { ForecastModule } from './forecast/forecast.module.js';
import { HealthModule } from './health/health.module.js';
import { BodyGuard } from './http/body.guard.js';
import { InputPipe } from './http/input.pipe.js';
import { InfraModule, type InfraParts } from './infra.module.js';
import { LibraryModule } from './library/library.module.js';
import { LiveModule } from './live/live.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { PeopleModule } from './people/people.module.js';
import { ProblemFilter } from './problems/problem-filter.js';
import { ReadingModule } from './reading/reading.module.js';
import { RecordsModule } from './records/records.module.js';
import { RemoteModule } from './remote/remote.module.js';
import { ReleasesModule } from './releases/releases.module.js';
import { ReportsModule } from './reports/reports.module.js';

@Module({
  imports: [
    AuthModule,
    HealthModule,
    AlertsModule,
    CommandsModule,
    LiveModule,
    MessagesModule,
    ReadingModule,
    RecordsModule,
    ExercisesModule,
    ForecastModule,
    LibraryModule,
    PeopleModule,
    RemoteModule,
    ReleasesModule,
    ReportsModule,
  ],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    // In this order: nothing is read from whoever may not use the route.
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
    { provide: APP_PIPE, useClass: InputPipe },
  ],
})
export class ApiModule {
  static with(parts: InfraParts): DynamicModule {
    return { module: ApiModule, imports: [InfraModule.with(parts)] };
  }
}
