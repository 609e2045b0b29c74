/** What all rooms share: settings, database, inbox, log, queue, accounts, and what is logged and measured. */
import { type DynamicModule, type FactoryProvider, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { AccessLog } from '#infra/accounts/access-log.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { SessionStore } from '#infra/accounts/session-store.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { EventReader } from '#infra/log/event-reader.js';
import { StateReader } from '#infra/log/state-reader.js';
import { Hints } from '#infra/queue/hints.js';
import { QueueBackend } from '#infra/queue/queue-backend.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import type { Logger } from '#infra/telemetry/logger.js';
import { type ApiMetrics, apiMetrics, createRegistry } from '#infra/telemetry/metrics.js';
import { DeletionNews } from './exercises/deletion-news.js';
import { onDatabase } from './on-database.js';
import { type ApiConfig, ApiSettings } from './settings.js';
import { LOG, METRICS, REGISTRY } from './tokens.js';

export interface InfraParts {
  readonly config: ApiConfig;
  /** Connected and migrated; it is closed with the application. */
  readonly dataSource: DataSource;
  readonly log: Logger;
}

@Global()
@Module({})
export class InfraModule implements OnApplicationShutdown {
  constructor(
    private readonly moduleRef: ModuleRef,
    deletions: DeletionNews,
    reader: EventReader,
    states: StateReader,
  ) {
    for (const keeper of [reader, states]) deletions.onDeleted((exercise) => keeper.forgetExercise(exercise));
  }

  static with({ config, dataSource, log }: InfraParts): DynamicModule {
    const values = [
      { provide: LOG, useValue: log },
      { provide: DataSource, useValue: dataSource },
      { provide: ApiSettings, useValue: new ApiSettings(config) },
      { provide: QueueBackend, useValue: new QueueBackend(config) },
      { provide: ClientAddresses, useValue: new ClientAddresses(config.trustedProxies ?? []) },
    ];
    const factories: FactoryProvider[] = [
      { provide: REGISTRY, useFactory: () => createRegistry('api') },
      {
        provide: METRICS,
        useFactory: (registry: Registry, inbox: InboxReader) => apiMetrics(registry, () => inbox.pendingCount()),
        inject: [REGISTRY, InboxReader],
      },
      {
        provide: InboxWriter,
        useFactory: () => new InboxWriter(dataSource, { waitingLimit: config.inboxWaitingLimit }),
      },
      {
        provide: WakeQueue,
        useFactory: (backend: QueueBackend, metrics: ApiMetrics) =>
          new WakeQueue(backend, { onLost: () => metrics.wakeUpsLost.inc() }),
        inject: [QueueBackend, METRICS],
      },
      {
        provide: Hints,
        useFactory: (backend: QueueBackend) =>
          new Hints(backend, (error) => log.debug({ err: error }, 'hints are away; the log is read regardless')),
        inject: [QueueBackend],
      },
      { provide: PageCursors, useFactory: () => PageCursors.load(dataSource) },
      {
        provide: SessionStore,
        useFactory: () =>
          new SessionStore(
            dataSource,
            { idleMs: config.sessionIdleMinutes * 60_000, longestMs: config.sessionLongestMinutes * 60_000 },
            (error) => log.debug({ err: error }, 'the use of a session is recorded later'),
          ),
      },
      {
        provide: AccessLog,
        useFactory: () =>
          new AccessLog(dataSource, (error) => log.warn({ err: error }, 'uses of tokens are recorded later')),
      },
      {
        provide: PeopleChannel,
        useFactory: async () => {
          const people = new PeopleChannel(config.databaseUrl, (error) =>
            log.warn({ err: error }, 'changes of access are found late until the connection to the database is back'),
          );
          await people.ready();
          return people;
        },
      },
    ];
    const stores = onDatabase(AccountStore, EventReader, ExerciseStore, InboxReader, StateReader);
    const exported = [...values, ...factories, ...stores].map(({ provide }) => provide);
    const providers = [...values, ...factories, ...stores, DeletionNews];
    return { module: InfraModule, providers, exports: [...exported, DeletionNews] };
  }

  /** Called when no request is left and every room has finished: first what still writes, and the database last. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(
      [InboxWriter, AccessLog].map((writer) => this.moduleRef.get<{ close(): unknown }>(writer).close()),
    );
    await Promise.all(
      [WakeQueue, Hints, PeopleChannel].map((channel) => this.moduleRef.get<{ close(): unknown }>(channel).close()),
    );
    await this.moduleRef.get(DataSource).destroy();
  }
}
