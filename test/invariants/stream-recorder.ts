/** What a client got of a stream, kept small: eight bytes of each event, by its number. */
import { hash } from 'node:crypto';
import type { Stream } from '#domain/kernel/side.js';
import { canonicalJson } from '#log/canonical-json.js';
import type { EventView } from '#contracts/http/events.js';

/** Eight bytes that tell events apart: over all that a viewer sees of one. */
export function fingerprint(view: EventView): bigint {
  const { seq, at, wall, type, data, cause, actor, audience } = view;
  const digest = hash('sha256', canonicalJson({ seq, at, wall, type, data, cause, actor, audience }), 'buffer');
  return digest.readBigUInt64BE();
}

export class StreamRecorder {
  #fingerprints = new BigUint64Array(1024);
  #last: number;
  readonly #faults: string[] = [];
  duplicates = 0;
  connections = 0;

  /** @param after the cursor with which the client began */
  constructor(
    readonly name: string,
    readonly stream: Stream,
    readonly after = 0,
  ) {
    this.#last = after;
  }

  /** The number of the last event without a gap: the cursor to come back with. */
  get last(): number {
    return this.#last;
  }

  /** What was wrong already when it came. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  receive(events: readonly EventView[]): void {
    for (const event of events) this.#receive(event);
  }

  /** Undefined for what the client did not get. */
  at(seq: number): bigint | undefined {
    return seq > this.after && seq <= this.#last ? this.#fingerprints[seq - this.after - 1] : undefined;
  }

  #receive(event: EventView): void {
    const { seq } = event;
    const print = fingerprint(event);
    if (seq <= this.#last) {
      this.duplicates++;
      const before = this.at(seq);
      if (before !== undefined && before !== print) this.#fault(`event ${seq} came again as another one`);
      return;
    }
    if (seq !== this.#last + 1) {
      // Not taken: had it been, the gap would look like a part of the log that was never sent.
      this.#fault(`after ${this.#last} came ${seq}`);
      return;
    }
    const index = seq - this.after - 1;
    if (index >= this.#fingerprints.length) {
      const larger = new BigUint64Array(this.#fingerprints.length * 2);
      larger.set(this.#fingerprints);
      this.#fingerprints = larger;
    }
    this.#fingerprints[index] = print;
    this.#last = seq;
  }

  #fault(what: string): void {
    if (this.#faults.length < 100) this.#faults.push(what);
  }
}
