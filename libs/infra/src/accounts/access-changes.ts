/**
 * Tells every API process at once that an access was taken away or changed: it forgets what it trusted, and ends sockets and
 * streams. The news travels with the commit of the change itself (PostgreSQL's NOTIFY), so there is none for what was rolled back.
 * Should a connection be lost, each process still looks again every few seconds.
 */
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { PostgresHintListener } from '../queue/postgres-hint-channel.js';

const CHANNEL = 'tandem_access';

const shape = z.object({ account: z.string() });

/** In the transaction of the change. @param account whose access it is */
export async function tellAccessChanged(manager: EntityManager, account: string): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify({ account })]);
}

/** Listens from its making on, until it is closed; after a lost connection it comes back by itself. */
export class AccessChanges {
  private readonly listener: PostgresHintListener;
  private readonly listeners = new Set<(account: string | undefined) => void>();

  constructor(databaseUrl: string, onError: (error: Error) => void = () => undefined) {
    this.listener = new PostgresHintListener(databaseUrl, CHANNEL, {
      text: (text) => this.tell(accountIn(text)),
      // What was told meanwhile is not known: everybody is looked at.
      error: (error) => {
        onError(error);
        this.tell(undefined);
      },
    });
  }

  /** @param listener hears the account; undefined: any may have changed */
  subscribe(listener: (account: string | undefined) => void): void {
    this.listeners.add(listener);
  }

  ready(): Promise<void> {
    return this.listener.ready();
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.listener.close();
  }

  private tell(account: string | undefined): void {
    for (const listener of this.listeners) listener(account);
  }
}

function accountIn(text: string): string | undefined {
  try {
    return shape.parse(JSON.parse(text)).account;
  } catch {
    return undefined;
  }
}
