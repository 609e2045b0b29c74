/** The embedded PostgreSQL while everything runs: watched, started again on the same port when it dies. */
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/embedded/embedded-postgres.js';
import { Failure, reasonOf } from '../failure.js';
import { within } from './managed-process.js';
import { RestartPolicy } from './restart-policy.js';

export interface ManagedDatabaseSettings {
  readonly directory: string;
  readonly say: (line: string) => void;
  readonly onGivenUp: (reason: Failure) => void;
}

const LOOK_MS = 1_000;

export class ManagedDatabase {
  private readonly restarts = new RestartPolicy();
  private startedAt = performance.now();
  private watching: NodeJS.Timeout | undefined;
  private restarting: Promise<void> | undefined;
  private isStopping = false;

  private constructor(
    private readonly settings: ManagedDatabaseSettings,
    private server: EmbeddedPostgres,
  ) {
    this.watch();
  }

  static async start(settings: ManagedDatabaseSettings): Promise<ManagedDatabase> {
    return new ManagedDatabase(settings, await startEmbeddedPostgres({ directory: settings.directory }));
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  /** Gently first; after `graceMs` like a crash, from which the next start recovers. */
  async stop(graceMs: number): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.watching);
    await this.restarting;
    const stopped = this.server.stop('fast');
    if (await within(stopped, graceMs)) return;
    this.kill();
    await stopped;
  }

  /** At once. PostgreSQL's sessions end when they see that the first process is gone. */
  kill(): void {
    this.isStopping = true;
    clearTimeout(this.watching);
    try {
      process.kill(this.server.pid, 'SIGQUIT');
    } catch {
      // It has ended.
    }
  }

  private watch(): void {
    this.watching = setTimeout(() => {
      if (isAlive(this.server.pid)) this.watch();
      else this.died();
    }, LOOK_MS);
  }

  private died(): void {
    if (this.isStopping) return;
    const { say, onGivenUp } = this.settings;
    const wait = this.restarts.afterDeath(performance.now() - this.startedAt);
    if (wait === undefined) {
      onGivenUp(
        new Failure(`PostgreSQL keeps ending and is given up. Its log: ${this.settings.directory}/postgres.log`),
      );
      return;
    }
    say(`PostgreSQL ended; it is started again in ${wait / 1000} s.`);
    this.watching = setTimeout(() => {
      this.restarting = this.restart().finally(() => (this.restarting = undefined));
    }, wait);
  }

  private async restart(): Promise<void> {
    const { directory, say } = this.settings;
    const { port } = this.server;
    this.startedAt = performance.now();
    try {
      await this.server.stop('immediate');
      this.server = await startEmbeddedPostgres({ directory, port });
      say('PostgreSQL is back.');
      if (!this.isStopping) this.watch();
    } catch (error) {
      say(`PostgreSQL did not start: ${reasonOf(error)}`);
      this.died();
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
