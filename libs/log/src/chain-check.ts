/** Checks a log event by event: its numbers, its times and its hash chain. For logs that are no longer in a database. */
import { chainHash, GENESIS_HASH, type ChainedEvent } from './hash-chain.js';

export class ChainCheck {
  #seq = 0;
  #at = 0;
  #hash = GENESIS_HASH;

  /** Events added. */
  get events(): number {
    return this.#seq;
  }

  /** Of the last event, as it is stored. */
  get lastHash(): string {
    return this.#hash;
  }

  /** @returns what is wrong with it; what follows is checked against what it says of itself */
  add(event: ChainedEvent): string | undefined {
    const name = `event ${event.seq} (${event.type})`;
    const expected = this.#seq + 1;
    if (event.seq !== expected) return `${name} stands where event ${expected} is expected`;
    const hash = chainHash(this.#hash, event);
    const before = this.#at;
    this.#seq = event.seq;
    this.#at = event.at;
    this.#hash = event.hash;
    if (event.hash !== hash)
      return `${name} was changed, or follows another event: its hash is ${event.hash}, expected ${hash}`;
    return event.at < before ? `${name} is at ${event.at} ms, before ${before} ms` : undefined;
  }
}
