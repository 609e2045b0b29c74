/** Sockets and streams that are open, each with the access that it was opened by: an access that was taken away or changed ends them. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccessControl } from '../auth/access-control.js';
import type { Entry, Standing } from '../auth/entry.js';
import { LOG } from '../tokens.js';

/** Changes are announced at once. What is not announced, such as the expiry of a token, is found by checking again so often, ms. */
const LOOK_AGAIN_MS = 5_000;

interface Held {
  readonly entry: Entry;
  readonly end: (standing: Exclude<Standing, 'valid'>) => void;
}

@Injectable()
export class AccessWatch implements OnModuleDestroy {
  private readonly held = new Set<Held>();
  private readonly lookingAgain: NodeJS.Timeout;

  constructor(
    private readonly access: AccessControl,
    @Inject(LOG) private readonly log: Logger,
  ) {
    access.onChange((account) => void this.lookAgain(account));
    this.lookingAgain = setInterval(() => void this.lookAgain(), LOOK_AGAIN_MS);
    this.lookingAgain.unref();
  }

  /** @param end called when the access no longer stands. @returns what ends the watch */
  hold(entry: Entry, end: Held['end']): () => void {
    const held = { entry, end };
    this.held.add(held);
    return () => this.held.delete(held);
  }

  onModuleDestroy(): void {
    clearInterval(this.lookingAgain);
  }

  /** @param account whose; undefined: everybody's */
  private async lookAgain(account?: string): Promise<void> {
    for (const held of this.held) {
      if (account !== undefined && held.entry.caller.id !== account) continue;
      const standing = await this.standing(held.entry);
      if (standing !== 'valid' && this.held.has(held)) held.end(standing);
    }
  }

  /** While the database is away they stay. */
  private async standing(entry: Entry): Promise<Standing> {
    try {
      return await this.access.standing(entry);
    } catch (error) {
      this.log.error({ err: error }, 'an access could not be looked at again');
      return 'valid';
    }
  }
}
