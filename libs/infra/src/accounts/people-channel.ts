/**
 * News about people and exercises, sent to every process at once: an access was removed or changed, somebody came or went, an
 * announcement was made, an exercise was deleted. It travels with the commit of the change itself (PostgreSQL's NOTIFY), so there is none for what was rolled
 * back. Should a connection be lost, each process still looks again every few seconds.
 */
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { PostgresHintListener } from '../queue/postgres-hint-channel.js';

const CHANNEL = 'tandem_people';

const news = z.union([
  /** The access of this account was changed or taken away. */
  z.strictObject({ account: z.string() }),
  /** Somebody came or went. */
  z.strictObject({ presence: z.string() }),
  /** An announcement was made, read or withdrawn. */
  z.strictObject({ exercise: z.string(), announcement: z.string() }),
  /** The exercise was deleted, with the accounts that could touch no other. */
  z.strictObject({ deletedExercise: z.string() }),
]);

export type PeopleNews = z.infer<typeof news>;

/** What runs a statement: in a transaction, the news go with its commit. */
type Runner = { query(text: string, values: unknown[]): Promise<unknown> } | Pick<EntityManager, 'query'>;

export async function publishNews(runner: Runner, what: PeopleNews): Promise<void> {
  await runner.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(what)]);
}

/** In the transaction of the change. @param account whose access it is */
export function publishAccessChange(runner: Runner, account: string): Promise<void> {
  return publishNews(runner, { account });
}

/** Listens from its making on, until it is closed; after a lost connection it comes back by itself. */
export class PeopleChannel {
  private readonly listener: PostgresHintListener;
  private readonly listeners = new Set<(what: PeopleNews) => void>();
  private reconnected: () => void = () => undefined;

  constructor(databaseUrl: string, onError: (error: Error) => void = () => undefined) {
    this.listener = new PostgresHintListener(databaseUrl, CHANNEL, {
      text: (text) => {
        const what = newsIn(text);
        if (what !== undefined) for (const listener of this.listeners) listener(what);
      },
      listening: () => this.reconnected(),
      // What is known stays known for its few seconds: else nobody could come in while the database is away for a moment.
      error: onError,
    });
  }

  /** @param listener hears the news */
  subscribe(listener: (what: PeopleNews) => void): void {
    this.listeners.add(listener);
  }

  /** @param listener is called whenever the channel listens again, having missed what was sent meanwhile */
  onReconnected(listener: () => void): void {
    this.reconnected = listener;
  }

  ready(): Promise<void> {
    return this.listener.ready();
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.listener.close();
  }
}

function newsIn(text: string): PeopleNews | undefined {
  try {
    return news.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
