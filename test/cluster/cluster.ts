/** APIs and workers as processes on one PostgreSQL and, if there is one, one Redis: the topology of several machines. */
import type { DataSource } from 'typeorm';
import { SIDES, type Side } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Role } from '#domain/kernel/role.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { migrate } from '#infra/database/migrate.js';
import { ExerciseStore, newId } from '#infra/exercises/exercise-store.js';
import { unitRows } from '../../apps/api/src/exercises/exercise-views.js';
import { freePort } from '../support/services.js';
import { AppProcess } from './app-process.js';

export interface ClusterSettings {
  readonly databaseUrl: string;
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl?: string;
  readonly apis: number;
  readonly workers: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workerEnvironment?: Readonly<Record<string, string>>;
}

export interface Login {
  readonly account: string;
  readonly token: string;
}

export class Cluster {
  readonly #accounts: AccountStore;
  readonly #exercises: ExerciseStore;

  private constructor(
    /** For looking, and for what is set up beforehand. */
    readonly dataSource: DataSource,
    readonly databaseUrl: string,
    readonly apis: readonly AppProcess[],
    readonly workers: readonly AppProcess[],
    /** Of the APIs, in their order; they stay when an API is started again. */
    readonly urls: readonly string[],
  ) {
    this.#accounts = new AccountStore(dataSource);
    this.#exercises = new ExerciseStore(dataSource);
  }

  static async start(settings: ClusterSettings): Promise<Cluster> {
    const { databaseUrl, redisUrl } = settings;
    const dataSource = createDataSource({ url: databaseUrl, poolSize: 4, applicationName: 'cluster' });
    await connect(dataSource);
    await migrate(dataSource);
    const shared = {
      DATABASE_URL: databaseUrl,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      // A Redis that was given may serve others, too.
      QUEUE_PREFIX: `t${newId(8)}`,
      LOG_LEVEL: 'warn',
      ...settings.environment,
    };
    const ports = await Promise.all(Array.from({ length: settings.apis }, () => freePort()));
    const apis = ports.map(
      (port, index) => new AppProcess(`api ${index + 1}`, 'api', { ...shared, HOST: '127.0.0.1', PORT: String(port) }),
    );
    const workers = Array.from(
      { length: settings.workers },
      (_, index) => new AppProcess(`worker ${index + 1}`, 'worker', { ...shared, ...settings.workerEnvironment }),
    );
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const cluster = new Cluster(dataSource, databaseUrl, apis, workers, urls);
    try {
      await Promise.all([...apis, ...workers].map((app) => app.start()));
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** Workers first, so that nothing waits for them. */
  async stop(): Promise<void> {
    await Promise.all([...this.workers, ...this.apis].map((app) => app.stop()));
    await this.dataSource.destroy();
  }

  /** An exercise of this scenario, not started. */
  async createExercise(scenario: Scenario): Promise<string> {
    const created = await this.#exercises.create({
      scenario,
      createdBy: 'cluster',
      units: unitRows(scenario, scenario.seed),
    });
    if (!created) throw new Error('the exercise was not created');
    return created.id;
  }

  async login(role: Role, side?: Side): Promise<Login> {
    const { id } = await this.#accounts.createAccount({
      name: `${role} ${side ?? ''}`.trim(),
      role,
      side,
      classes: role === 'service' ? ['JOINT', ...(side ? [side] : SIDES)] : undefined,
    });
    const { secret } = await this.#accounts.createToken(id);
    return { account: id, token: secret };
  }

  /** The last words of all processes, for the message of a failure. */
  get lastWords(): string {
    return [...this.apis, ...this.workers]
      .map(({ name, output }) => `── ${name} ──\n${output.slice(-4_000)}`)
      .join('\n');
  }
}
