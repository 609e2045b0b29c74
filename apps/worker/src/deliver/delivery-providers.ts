/** What delivers messages to the programs of remote units, for Nest. */
import type { Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import type { QueueBackend } from '#infra/queue/queue-backend.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import { ReadModels } from '#infra/read/read-models.js';
import { AllowedAddresses } from '#infra/remote/allowed-address.js';
import { DeliveryLog } from '#infra/remote/delivery-log.js';
import { DeliveryMessages } from '#infra/remote/delivery-message.js';
import { DeliveryQueue } from '#infra/remote/delivery-queue.js';
import { DeliveryStore } from '#infra/remote/delivery-store.js';
import { GuardedClient } from '#infra/remote/guarded-request.js';
import { RemoteSecrets } from '#infra/remote/remote-secret.js';
import type { Logger } from '#infra/telemetry/logger.js';
import { Deliveries } from './deliveries.js';
import { DeliveryProcessor } from './delivery.processor.js';
import { DeliverySweep } from './delivery-sweep.js';

export interface DeliverySettings {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly backend: QueueBackend;
  readonly log: Logger;
}

export function deliveryProviders({ config, dataSource, backend, log }: DeliverySettings): Provider[] {
  const timeoutMs = config.remoteTimeoutMs;
  return [
    {
      provide: DeliveryQueue,
      useFactory: () =>
        new DeliveryQueue(backend, (error) => log.debug({ err: error }, 'a delivery is found by the sweep')),
    },
    {
      provide: DeliveryStore,
      useFactory: async () =>
        new DeliveryStore(dataSource, await RemoteSecrets.load(dataSource), {
          firstMs: config.remoteRetryMs,
          longestMs: config.remoteRetryLongestMs,
          timeoutMs,
        }),
    },
    {
      provide: Deliveries,
      useFactory: async (store: DeliveryStore, exercises: ExerciseStore, queue: DeliveryQueue) => {
        const models = new ReadModels(dataSource, await PageCursors.load(dataSource));
        return new Deliveries({
          log: new DeliveryLog(dataSource),
          store,
          messages: new DeliveryMessages(dataSource, models, exercises),
          client: new GuardedClient(new AllowedAddresses(config.remoteAllowedNetworks), timeoutMs),
          wake: (deliveries) => void queue.wake(deliveries),
          onError: (error, exercise) => log.warn({ err: error, exercise }, 'the log is searched again for deliveries'),
        });
      },
      inject: [DeliveryStore, ExerciseStore, DeliveryQueue],
    },
    {
      provide: DeliveryProcessor,
      useFactory: (deliveries: Deliveries) => new DeliveryProcessor(deliveries, log),
      inject: [Deliveries],
    },
    {
      provide: DeliverySweep,
      useFactory: (deliveries: Deliveries, store: DeliveryStore, queue: DeliveryQueue) =>
        new DeliverySweep(deliveries, store, queue, log, config.sweepIntervalMs),
      inject: [Deliveries, DeliveryStore, DeliveryQueue],
    },
  ];
}
