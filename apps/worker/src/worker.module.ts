/** The worker process: one processor for the queue of exercises, and the sweep behind it. */
import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { AccessLog } from '#infra/accounts/access-log.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { TokenDoor } from '#infra/accounts/token-door.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';
import type { Config } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { HintPublisher } from '#infra/queue/hints.js';
import type { QueueBackend } from '#infra/queue/queue-backend.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import type { Logger } from '#infra/telemetry/logger.js';
import { createRegistry, workerMetrics } from '#infra/telemetry/metrics.js';
import { tellApplied } from './advance/applied-log.js';
import { ExerciseProcessor } from './advance/exercise.processor.js';
import { ExerciseRunner } from './advance/exercise-runner.js';
import { Sweep } from './advance/sweep.js';
import { Deliveries } from './deliver/deliveries.js';
import { deliveryProviders } from './deliver/delivery-providers.js';
import { HealthServer } from './health/health-server.js';
import { record } from './health/record.js';

const LOGGER = Symbol('logger');
const METRICS = Symbol('metrics');
const REGISTRY = Symbol('metrics registry');
/** Who hears that a log has grown, after the commit. */
const LOG_GROWN = Symbol('log grown');
type LogGrown = (exercise: string, seq: number) => void;

export interface WorkerParts {
  readonly config: Config & { readonly databaseUrl: string };
  /** Connected and migrated. */
  readonly dataSource: DataSource;
  readonly backend: QueueBackend;
  readonly log: Logger;
}

@Module({})
export class WorkerModule {
  static with({ config, dataSource, backend, log }: WorkerParts): DynamicModule {
    const { databaseUrl } = config;
    let sweep: Sweep | undefined;
    const providers: Provider[] = [
      { provide: LOGGER, useValue: log },
      { provide: REGISTRY, useFactory: () => createRegistry('worker') },
      { provide: METRICS, useFactory: workerMetrics, inject: [REGISTRY] },
      { provide: Ledger, useFactory: () => new Ledger(dataSource) },
      { provide: ExerciseStore, useFactory: () => new ExerciseStore(dataSource) },
      {
        provide: WakeQueue,
        useFactory: (metrics: ReturnType<typeof workerMetrics>) =>
          new WakeQueue(backend, {
            onLost: () => {
              metrics.wakeUpsLost.inc();
              sweep?.wakeUpLost();
            },
          }),
        inject: [METRICS],
      },
      {
        provide: HintPublisher,
        useFactory: (logger: Logger) =>
          new HintPublisher(backend, (error) => logger.debug({ err: error }, 'a hint was lost')),
        inject: [LOGGER],
      },
      {
        provide: LOG_GROWN,
        useFactory:
          (hints: HintPublisher, deliveries: Deliveries): LogGrown =>
          (exercise, seq) => {
            void hints.publish({ exercise, seq });
            deliveries.grown(exercise);
          },
        inject: [HintPublisher, Deliveries],
      },
      {
        provide: ExerciseRunner,
        useFactory: (
          ledger: Ledger,
          exercises: ExerciseStore,
          wakes: WakeQueue,
          grown: LogGrown,
          metrics: ReturnType<typeof workerMetrics>,
          logger: Logger,
        ) =>
          new ExerciseRunner(ledger, exercises, {
            grown,
            due: (id, delayMs) => void wakes.wakeAt(id, delayMs),
            advanced: (id, run) => {
              record(metrics, id, run);
              tellApplied(logger, id, run);
            },
            leftAlone: (exercise, engine) =>
              logger.warn(
                { exercise, engine, ours: ENGINE_VERSION },
                'the exercise is of another engine version; it is not continued',
              ),
            gone: (exercise) => {
              metrics.openIncidents.remove({ exercise });
              logger.debug({ exercise }, 'the exercise was deleted');
            },
          }),
        inject: [Ledger, ExerciseStore, WakeQueue, LOG_GROWN, METRICS, LOGGER],
      },
      {
        // What one process deletes, the others keep in memory until they hear of it.
        provide: PeopleChannel,
        useFactory: (runner: ExerciseRunner, exercises: ExerciseStore, logger: Logger) => {
          const later = (error: unknown): void => logger.debug({ err: error }, 'deleted exercises are forgotten later');
          const channel = new PeopleChannel(databaseUrl, later);
          channel.subscribe((news) => {
            if ('deletedExercise' in news) runner.forget(news.deletedExercise);
          });
          channel.onReconnected(() => {
            exercises.deletedAmong([]).then((deleted) => {
              for (const exercise of deleted) runner.forget(exercise);
            }, later);
          });
          return channel;
        },
        inject: [ExerciseRunner, ExerciseStore, LOGGER],
      },
      {
        provide: ExerciseProcessor,
        useFactory: (runner: ExerciseRunner, logger: Logger) =>
          new ExerciseProcessor(runner, logger, config.workerConcurrency),
        inject: [ExerciseRunner, LOGGER],
      },
      {
        provide: Sweep,
        useFactory: (exercises: ExerciseStore, runner: ExerciseRunner, wakes: WakeQueue, logger: Logger) =>
          (sweep = new Sweep(exercises, runner, wakes, logger, config.sweepIntervalMs)),
        inject: [ExerciseStore, ExerciseRunner, WakeQueue, LOGGER],
      },
      ...deliveryProviders({ config, dataSource, backend, log }),
      {
        provide: AccessLog,
        useFactory: (logger: Logger) =>
          new AccessLog(dataSource, (error) => logger.warn({ err: error }, 'uses of tokens are recorded later')),
        inject: [LOGGER],
      },
      {
        provide: HealthServer,
        useFactory: (registry: ReturnType<typeof createRegistry>, access: AccessLog, logger: Logger) => {
          const accounts = new AccountStore(dataSource);
          const door = new TokenDoor({ accounts, wrongTokens: new WrongTokens(), record: access });
          return new HealthServer(dataSource, door, registry, logger, config);
        },
        inject: [REGISTRY, AccessLog, LOGGER],
      },
    ];
    return {
      module: WorkerModule,
      imports: [BullModule.forRoot(backend.root), BullModule.registerQueue()],
      providers,
    };
  }
}
