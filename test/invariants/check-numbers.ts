/** I3: the numbers of each stream have no gap; and the hash chain, which binds each event to those before it. */
import { STREAMS, type StreamSeqs } from '#domain/kernel/side.js';
import { streamsOf } from '#domain/release/release.js';
import { chainHash, GENESIS_HASH } from '#log/hash-chain.js';
import { named, type ExerciseHead, type StoredEvent } from './stored-exercise.js';
import type { Violations } from './violations.js';

export class NumberCheck {
  readonly #seqs: StreamSeqs = { all: 0, joint: 0, pak: 0, chn: 0 };
  #lastHash = GENESIS_HASH;
  #at = 0;

  constructor(private readonly violations: Violations) {}

  event({ event, numbers, hash, text }: StoredEvent): void {
    for (const stream of streamsOf(event.audience)) this.#seqs[stream] += 1;
    for (const stream of STREAMS) {
      if (numbers[stream] === this.#seqs[stream]) continue;
      this.violations.add(
        'I3',
        `${named(event)} has number ${numbers[stream]} in stream ${stream}, expected ${this.#seqs[stream]}`,
      );
      // Go on from what stands there, so that each gap is told once.
      this.#seqs[stream] = numbers[stream];
    }
    if (event.at < this.#at) this.violations.add('I3', `${named(event)} is at ${event.at}, after one at ${this.#at}`);
    this.#at = event.at;
    const { seq, at, type, audience } = event;
    const expected = chainHash(this.#lastHash, { seq, at, type, audience, ...text });
    if (hash !== expected) this.violations.add('I3', `${named(event)} has hash ${hash}, expected ${expected}`);
    this.#lastHash = hash;
  }

  end(head: ExerciseHead): void {
    for (const stream of STREAMS) {
      if (head.seqs[stream] === this.#seqs[stream]) continue;
      this.violations.add(
        'I3',
        `the exercise says that stream ${stream} ends at ${head.seqs[stream]}, its log ends at ${this.#seqs[stream]}`,
      );
    }
    if (head.lastHash !== this.#lastHash) {
      this.violations.add('I3', `the exercise has last hash ${head.lastHash}, its log ${this.#lastHash}`);
    }
  }
}
