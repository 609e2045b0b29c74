/** An API or a worker that can be started again, with the same settings, after whatever happened to it. */
import { spawnApp, type SpawnedApp } from '../support/apps.js';

export class AppProcess {
  #app: SpawnedApp | undefined;
  #before = '';

  /** @param name for messages: `api 1` */
  constructor(
    readonly name: string,
    private readonly kind: 'api' | 'worker',
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  get pid(): number {
    return this.#app?.process.pid ?? 0;
  }

  /** The last of what it wrote, in its former lives too. */
  get output(): string {
    return this.#before + (this.#app?.output() ?? '');
  }

  /** Resolves when it says that it is ready. @throws Error with its last words */
  async start(): Promise<void> {
    this.#before = this.output.slice(-8_000);
    this.#app = undefined;
    this.#app = await spawnApp(this.kind, this.environment);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.#app?.kill();
  }

  /** As a terminal or an orchestrator stops it. @throws Error when it does not end in time, or had ended by itself */
  async stop(): Promise<void> {
    const app = this.#app;
    if (!app) return;
    const { exitCode, signalCode } = app.process;
    if (signalCode === 'SIGKILL') return;
    if (exitCode !== null || signalCode !== null) {
      throw new Error(`${this.name} had ended by itself with ${signalCode ?? exitCode}:\n${this.output}`);
    }
    await app.stop();
  }

  /** Stands still, and keeps its connections. */
  freeze(): void {
    this.#app?.freeze();
  }

  thaw(): void {
    this.#app?.thaw();
  }
}
