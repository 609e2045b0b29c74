/** What this process needs to do its work. Each is asked with a deadline: a part that hangs is down. */
import type { DataSource } from 'typeorm';

const DEADLINE_MS = 1_500;

export type State = 'up' | 'down';

export class ReadinessChecks {
  private readonly parts: Readonly<Record<string, () => Promise<unknown>>>;
  /** However many ask, each part is asked once at a time: this route is open to all. */
  private running: Promise<Record<string, State>> | undefined;

  constructor(dataSource: DataSource, pingRedis?: () => Promise<unknown>) {
    this.parts = {
      database: () => dataSource.query('SELECT 1'),
      ...(pingRedis !== undefined && { redis: pingRedis }),
    };
  }

  run(): Promise<Record<string, State>> {
    this.running ??= this.ask().finally(() => (this.running = undefined));
    return this.running;
  }

  private async ask(): Promise<Record<string, State>> {
    const states = await Promise.all(
      Object.entries(this.parts).map(async ([name, ask]) => [name, await answers(ask)] as const),
    );
    return Object.fromEntries(states);
  }
}

async function answers(ask: () => Promise<unknown>): Promise<State> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<State>((resolve) => {
    timer = setTimeout(() => resolve('down'), DEADLINE_MS);
  });
  const asked = ask().then(
    (): State => 'up',
    (): State => 'down',
  );
  const state = await Promise.race([asked, late]);
  clearTimeout(timer);
  return state;
}
