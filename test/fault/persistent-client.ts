/**
 * A client as the documentation asks for: what failed is sent again, to any API, under the same ids, until there is an
 * answer. It keeps what was acknowledged, to be held against the log.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from './seeded-random.js';

export interface Sent {
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly body: string;
  readonly contentType?: string;
  readonly idempotencyKey?: string;
  readonly prefer?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const ANSWER_WITHIN_MS = 4_000;

export class PersistentClient {
  /** Ids of commands that were answered with 2xx. */
  readonly acknowledged = new Set<string>();
  /** Answers that no client should get. */
  readonly complaints: string[] = [];
  requests = 0;
  retries = 0;
  #stopped = false;

  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly random: SeededRandom,
  ) {}

  /** From now on what fails is given up: whether it was stored is not known, and either is right. */
  stop(): void {
    this.#stopped = true;
  }

  /** @returns undefined when it was given up */
  async send(sent: Sent): Promise<Answer | undefined> {
    this.requests++;
    for (;;) {
      const answer = await this.#try(sent).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408) return answer;
      if (answer && answer.status !== 503 && answer.status >= 500) {
        this.complain(`${sent.path} was answered with ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      if (this.#stopped) return undefined;
      this.retries++;
      await pause(this.random.between(50, 300));
    }
  }

  complain(what: string): void {
    if (this.complaints.length < 50) this.complaints.push(what);
  }

  async #try({ method = 'POST', path, body, contentType, idempotencyKey, prefer }: Sent): Promise<Answer> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${this.token}`,
      'content-type': contentType ?? 'application/json',
    };
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    if (prefer !== undefined) headers['prefer'] = prefer;
    const response = await fetch(`${this.random.pick(this.urls)}${path}`, {
      method,
      headers,
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}
