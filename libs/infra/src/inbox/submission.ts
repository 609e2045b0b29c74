/** What the API hands to the inbox, and what comes of it. */
import type { CommandType } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';

/** A command, with its data as a value or, where the caller has it already, as JSON text (RFC 8259). */
export type SubmittedCommand = {
  /** Unique in its exercise for ever: the same id again is a repeat. No control characters. */
  readonly commandId: string;
  readonly type: CommandType;
} & ({ readonly data: unknown } | { readonly dataJson: string });

export interface Submission {
  readonly exerciseId: string;
  /** At least one. They are committed together, and applied in this order. */
  readonly commands: readonly SubmittedCommand[];
  readonly actor: Actor;
  /**
   * The `Idempotency-Key` of the request. `fingerprint` distinguishes requests with the same key. Command ids must
   * be derived from the content or from the key, so that a repeat bears the same ids.
   */
  readonly requestKey?: { readonly accountId: string; readonly key: string; readonly fingerprint: string };
}

/** In the order of the submission's commands. */
export interface Submitted {
  /** Null for a repeat. */
  readonly inboxId: number | null;
  readonly commandId: string;
  readonly status: 'accepted' | 'repeat';
}

/** The rules' no to a command. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What the rules made of a command: the events it caused (in the stream `all`), or the refusal. */
export type Outcome = { readonly firstSeq: number; readonly lastSeq: number } | { readonly refused: Refusal };

/** The request key was used before for another request. HTTP answers 422. */
export class RequestKeyReused extends Error {
  readonly code = 'REQUEST_KEY_REUSED';

  constructor(key: string) {
    // A part of a request has its number behind the client's key.
    super(
      `The idempotency key ${JSON.stringify(key.split(' ')[0])} was used before for another request; use a new one`,
    );
    this.name = 'RequestKeyReused';
  }
}

/** Too much waits for a commit already. HTTP answers 503 with `Retry-After`. */
export class InboxFullError extends Error {
  readonly code = 'INBOX_FULL';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('Too many commands wait to be stored; try again later');
    this.name = 'InboxFullError';
  }
}
