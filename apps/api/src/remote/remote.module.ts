/** Remote units: the endpoints of their programs, what was delivered to them, and their answers. */
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AllowedAddresses } from '#infra/remote/allowed-address.js';
import { DeliveryList } from '#infra/remote/delivery-list.js';
import { EndpointStore } from '#infra/remote/endpoint-store.js';
import { RemoteSecrets } from '#infra/remote/remote-secret.js';
import { ReplayGuard } from '#infra/remote/replay-guard.js';
import { AlertsModule } from '../alerts/alerts.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ReadingModule } from '../reading/reading.module.js';
import { ApiSettings } from '../settings.js';
import { EndpointsController } from './endpoints.controller.js';
import { RemoteAnswers } from './remote-answers.js';
import { RemoteSenders } from './remote-senders.js';
import { UnitAnswersController } from './unit-answers.controller.js';

@Module({
  imports: [AlertsModule, AuthModule, CommandsModule, ExercisesModule, ReadingModule],
  controllers: [EndpointsController, UnitAnswersController],
  providers: [
    RemoteAnswers,
    RemoteSenders,
    ...onDatabase(DeliveryList, ReplayGuard),
    {
      provide: EndpointStore,
      useFactory: async (dataSource: DataSource) => new EndpointStore(dataSource, await RemoteSecrets.load(dataSource)),
      inject: [DataSource],
    },
    {
      provide: AllowedAddresses,
      useFactory: ({ remoteAllowedNetworks }: ApiSettings) => new AllowedAddresses(remoteAllowedNetworks),
      inject: [ApiSettings],
    },
  ],
})
export class RemoteModule {}
