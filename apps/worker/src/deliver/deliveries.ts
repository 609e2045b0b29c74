/** Delivers messages to the programs of remote units: finds them in the log, sends each, and records what came of it. */
import { Injectable } from '@nestjs/common';
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import type { DeliveryLog } from '#infra/remote/delivery-log.js';
import type { DeliveryMessages } from '#infra/remote/delivery-message.js';
import type { DeliveryStore } from '#infra/remote/delivery-store.js';
import type { GuardedClient } from '#infra/remote/guarded-request.js';
import { signedHeaders, signRequest } from '#infra/remote/webhook-signature.js';

export interface DeliveryParts {
  readonly log: DeliveryLog;
  readonly store: DeliveryStore;
  readonly messages: DeliveryMessages;
  readonly client: GuardedClient;
  /** Wakes a worker for each. Never fails. */
  readonly wake: (deliveries: readonly string[]) => void;
  /** An exercise could not be searched; it is searched again. */
  readonly onError: (error: unknown, exercise: string) => void;
}

@Injectable()
export class Deliveries {
  /** Exercises with an endpoint, as of the latest look. */
  #exercises: ReadonlySet<string> = new Set();
  readonly #searching = new Map<string, { again: boolean }>();

  constructor(private readonly parts: DeliveryParts) {}

  /** The log has grown. Most exercises have no remote unit, and cost nothing here. */
  grown(exercise: string): void {
    if (this.#exercises.has(exercise)) void this.search(exercise);
  }

  /** Searches every exercise that has an endpoint. @throws DatabaseUnavailable */
  async searchAll(): Promise<void> {
    this.#exercises = new Set(await this.parts.log.exercises());
    for (const exercise of this.#exercises) await this.search(exercise);
  }

  /** One search of an exercise at a time; what is asked for meanwhile follows it. Never fails. */
  async search(exercise: string): Promise<void> {
    const running = this.#searching.get(exercise);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const search = { again: true };
    this.#searching.set(exercise, search);
    try {
      while (search.again) {
        search.again = false;
        const added = await this.parts.log.search(exercise);
        if (added.length > 0) this.parts.wake(added);
      }
    } catch (error) {
      this.parts.onError(error, exercise);
    } finally {
      this.#searching.delete(exercise);
    }
  }

  /**
   * One attempt, if it is due.
   * @returns after how many ms to come back; undefined: nothing is left to do
   * @throws DatabaseUnavailable; what was attempted is then attempted again, with the same id
   */
  async deliver(id: string): Promise<number | undefined> {
    const { store, messages, client, wake } = this.parts;
    const taken = await store.take(id);
    if (taken === 'done') return undefined;
    if ('laterMs' in taken) return taken.laterMs;
    const { delivery } = taken;
    const message = await messages.of(delivery);
    if (message === undefined) {
      await store.end(id, 'not-visible');
      return undefined;
    }
    const body = Buffer.from(message);
    const headers = {
      'content-type': CAP_MEDIA_TYPE,
      'user-agent': 'Tandem',
      'tandem-exercise': delivery.exercise,
      'tandem-unit': delivery.unit,
      'tandem-kind': delivery.kind,
      ...signedHeaders(signRequest(delivery.key, delivery.id, body, Date.now())),
    };
    const { retryMs, due } = await store.record(delivery, await client.post(delivery.url, headers, body));
    if (due.length > 0) wake(due);
    return retryMs;
  }
}
