/**
 * `tandem start`: brings the whole product up on this machine, watches over it, shows what happens, and takes it down
 * again in the right order.
 */
import { join, resolve } from 'node:path';
import { AccountStore } from '#infra/accounts/account-store.js';
import { loadConfig, type Config } from '#infra/config/config.js';
import { redisTrouble } from '#infra/queue/redis-trouble.js';
import { ApiClient } from '../client/api-client.js';
import { onDatabase, postgresDirectory } from './database.js';
import { EXIT, Failure, reasonOf } from '../failure.js';
import { paintFor } from '../terminal/paint.js';
import { projectFile } from '../files/project-files.js';
import { firstControllerLink, firstControllerToken, ownTokens, type OwnTokens } from './accounts.js';
import { checkPort } from './free-port.js';
import { runningFile, tokensFile } from './kept-file.js';
import { ManagedDatabase } from './managed-database.js';
import { ManagedProcess } from './managed-process.js';
import { openPage } from './open-page.js';
import { pausedLines } from './pause-exercises.js';
import { Progress } from './progress.js';
import { LiveFeed } from './live-feed.js';
import { SAME_WISH_MS, StopSignals, StopWish, unlessStopped } from './stop-signals.js';
import { headline, welcome } from './welcome.js';

export interface StartOptions {
  /** Absent: the setting PORT. */
  readonly port?: string;
  /** Whether to open and feed the demonstration. */
  readonly demo: boolean;
  /** Whether to open the console in a browser, where there is a desktop. */
  readonly open: boolean;
  /** Exercise time per wall time of the demonstration. */
  readonly speed?: number;
  /** Seconds of wall time between two alerts of the demonstration. */
  readonly every?: number;
}

/** What each part gets for a clean end, ms; together less than the five seconds after which everything is down. */
const STOP_MS = { feed: 1_200, api: 1_000, worker: 1_000, database: 1_200 } as const;

interface Part {
  readonly name: string;
  stop(): Promise<void>;
  /** At once, without waiting for anything. */
  kill(): void;
}

export class Supervisor {
  private readonly paint = paintFor(process.stdout);
  private readonly print = (line: string): void => void process.stdout.write(`${line}\n`);
  private readonly say = (line: string): void => this.print(this.paint('warn', `  ! ${line}`));
  private readonly progress = new Progress(this.print, this.paint);
  /** In the order in which they were started; stopped the other way round. */
  private readonly parts: Part[] = [];
  private readonly signals = new StopSignals(() => this.force());
  private readonly config: Config;
  private readonly directory: string;
  private readonly givenUp: Promise<never>;
  /** Whether the file that announces this start to other commands is written. */
  private isAnnounced = false;
  private giveUp!: (reason: Failure) => void;

  /** @throws ConfigError */
  constructor(private readonly options: StartOptions) {
    const { port } = options;
    this.config = loadConfig(port === undefined ? process.env : { ...process.env, PORT: port });
    this.directory = resolve(this.config.dataDir);
    this.givenUp = new Promise((_, fail) => (this.giveUp = fail));
    this.givenUp.catch(() => undefined);
    // The reader of the output is gone, perhaps with the terminal: no user would see this process, or stop it.
    process.stdout.on('error', () => this.signals.stop());
    process.stderr.on('error', () => undefined);
    // Whatever goes wrong here, PostgreSQL and the others are stopped in order.
    process.on('uncaughtException', (error) => this.giveUp(new Failure(`Something went wrong: ${reasonOf(error)}`)));
  }

  /** @returns the exit code, when everything is stopped. @throws what kept it from starting, or ended it. */
  async run(): Promise<number> {
    const { signal } = this.signals;
    try {
      await this.bringUp(signal);
      await unlessStopped(signal, this.givenUp);
    } catch (error) {
      if (!(error instanceof StopWish)) throw error;
      this.print('');
    } finally {
      await this.takeDown();
    }
    return EXIT.done;
  }

  private async bringUp(signal: AbortSignal): Promise<void> {
    const { config } = this;
    this.print(headline(this.paint));
    const port = await checkPort(config.host, config.port);
    const url = addressOf(config.host, port);
    const databaseUrl = config.databaseUrl ?? (await this.startDatabase());
    signal.throwIfAborted();
    const embedded = config.databaseUrl === undefined ? databaseUrl : undefined;
    await runningFile(this.directory).write({ url, databaseUrl: embedded });
    this.isAnnounced = true;
    const tokens = await unlessStopped(signal, this.prepare(databaseUrl));
    await unlessStopped(signal, this.startProcesses(port, databaseUrl));
    const trouble = config.redisUrl === undefined ? undefined : await redisTrouble(config.redisUrl);
    if (trouble !== undefined) this.say(trouble);
    const api = new ApiClient(url, tokens.supervisor);
    const feed = new LiveFeed({
      api,
      feedToken: tokens.feed,
      directory: this.directory,
      print: this.print,
      say: this.say,
      paint: this.paint,
      options: this.options,
    });
    this.parts.push({ name: 'feed', stop: () => feed.stop(STOP_MS.feed), kill: () => feed.close() });
    const opened = this.options.demo
      ? await unlessStopped(
          signal,
          this.progress.step('opening the demonstration', () => feed.openDemonstration(), feed.describe),
        )
      : undefined;
    const { first, link } = await this.firstAccess(databaseUrl, url);
    const isOpened = link !== undefined && this.options.open && (await this.openConsole(link));
    const facts = { url, first, link, isOpened, opened, directory: this.directory };
    for (const line of welcome(facts, this.paint)) this.print(line);
    for (const line of pausedLines(await feed.pausedBefore())) this.print(line);
    await feed.follow(opened);
  }

  private async startDatabase(): Promise<string> {
    const directory = postgresDirectory(this.config);
    const database = await this.progress.step(
      'starting PostgreSQL',
      () => ManagedDatabase.start({ directory, say: this.say, onGivenUp: this.giveUp }),
      ({ port }) => `PostgreSQL (embedded) on port ${port}, data in ${directory}`,
    );
    this.parts.push({
      name: 'PostgreSQL',
      stop: () => database.stop(STOP_MS.database),
      kill: () => database.kill(),
    });
    return database.url;
  }

  private async prepare(databaseUrl: string): Promise<OwnTokens> {
    const prepared = await this.progress.step(
      'bringing the database up to date',
      () =>
        onDatabase(databaseUrl, async ({ dataSource, migrated }) => {
          const tokens = await ownTokens(new AccountStore(dataSource), tokensFile(this.directory));
          return { tokens, migrated };
        }),
      ({ migrated }) =>
        migrated.length === 0 ? 'database is up to date' : `database set up (migrations run: ${migrated.length})`,
    );
    return prepared.tokens;
  }

  private async startProcesses(port: number, databaseUrl: string): Promise<void> {
    const env = { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, TANDEM_DATA_DIR: this.directory };
    // The worker first: it is stopped last of the two, when nothing more comes in.
    const worker = this.managed('worker', env, STOP_MS.worker);
    const api = this.managed('api', env, STOP_MS.api);
    await this.progress.step(
      'starting API and worker',
      () => Promise.all([worker.start(), api.start()]),
      () => `API (process ${api.pid}) and worker (process ${worker.pid}) are ready`,
    );
  }

  private managed(app: 'api' | 'worker', env: NodeJS.ProcessEnv, stopMs: number): ManagedProcess {
    const name = app === 'api' ? 'API' : 'Worker';
    const managed = new ManagedProcess({
      name,
      script: projectFile('dist', 'bin', `${app}.js`),
      env,
      logFile: join(this.directory, 'logs', `${app}.log`),
      say: this.say,
      onGivenUp: this.giveUp,
    });
    this.parts.push({ name, stop: () => managed.stop(stopMs), kill: () => managed.kill() });
    return managed;
  }

  /** Made last, so that it is shown as soon as it exists. */
  private firstAccess(databaseUrl: string, url: string) {
    return onDatabase(databaseUrl, async ({ dataSource }) => {
      const first = await firstControllerToken(new AccountStore(dataSource));
      const path = await firstControllerLink(dataSource);
      return { first, link: path === undefined ? undefined : url + path };
    });
  }

  private async openConsole(link: string): Promise<boolean> {
    const surroundings = { platform: process.platform, env: process.env, isTerminal: process.stdout.isTTY };
    const page = await openPage(link, this.directory, surroundings);
    this.parts.push({ name: 'Browser', stop: () => page.remove(), kill: () => void page.remove() });
    return page.isOpened;
  }

  private async takeDown(): Promise<void> {
    const from = performance.now();
    const taking = setTimeout(
      () => this.print(this.paint('dim', '  … stopping; Ctrl-C again stops everything by force')),
      SAME_WISH_MS,
    );
    for (const part of this.parts.reverse()) {
      try {
        await part.stop();
      } catch (error) {
        this.say(`${part.name} did not stop cleanly: ${reasonOf(error)}`);
        part.kill();
      }
    }
    clearTimeout(taking);
    // Of a start that was refused, the file is that of the one that runs.
    if (this.isAnnounced) await runningFile(this.directory).remove();
    if (this.parts.length > 0)
      this.print(`Everything is stopped (${((performance.now() - from) / 1000).toFixed(1)} s).`);
    this.signals.close();
  }

  private force(): void {
    for (const part of this.parts) part.kill();
    this.print('Stopped by force. The next start recovers from it.');
    process.exit(EXIT.forced);
  }
}

/** How a program on this machine reaches it. */
function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
