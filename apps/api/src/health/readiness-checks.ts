/** What this process needs to do its work. Each is asked with a deadline: a part that hangs is down. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiSettings } from '../settings.js';
import { RedisProbe } from './redis-probe.js';

const DEADLINE_MS = 1_500;

export type State = 'up' | 'down';

@Injectable()
export class ReadinessChecks implements OnApplicationShutdown {
  private readonly parts: Readonly<Record<string, () => Promise<unknown>>>;
  private readonly redis: RedisProbe | undefined;
  /** However many ask, each part is asked once at a time: this route is open to all. */
  private running: Promise<Record<string, State>> | undefined;

  constructor(dataSource: DataSource, { redisUrl }: ApiSettings) {
    const redis = redisUrl === undefined ? undefined : new RedisProbe(redisUrl);
    this.redis = redis;
    this.parts = { database: () => dataSource.query('SELECT 1'), ...(redis && { redis: () => redis.ping() }) };
  }

  onApplicationShutdown(): void {
    this.redis?.close();
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
