/** Consecutive events of one stream on their way to viewers, encoded once for all who see the same. */
import { isWall, namesOf, readsAll, type Reader } from '#domain/release/label.js';
import { eventJson, isLabelled, type StreamEvent } from '#infra/log/event-reader.js';

/** What a batch says to those who see the same of it. */
interface Encoded {
  readonly texts: readonly string[];
  socketText?: string;
  streamText?: string;
}

export class Batch {
  /** Number of the first and of the last event. */
  readonly from: number;
  readonly to: number;
  /** Wall time of the commit of the latest event, epoch ms. */
  readonly committedAt: number;
  /** Whether all readers see the same of it, but for the wall. */
  readonly isUniform: boolean;
  /** By those who see the same. */
  private readonly encoded = new Map<string, Encoded>();

  private constructor(
    private readonly exercise: string,
    private readonly events: readonly [StreamEvent, ...StreamEvent[]],
  ) {
    const last = events[events.length - 1] ?? events[0];
    this.from = events[0].seq;
    this.to = last.seq;
    this.committedAt = Date.parse(last.wall);
    this.isUniform = !events.some(isLabelled);
  }

  /** Size of the events as JSON, UTF-16 units, nearly. */
  get size(): number {
    return this.events.reduce(
      (sum, { data, cause, actor }) => sum + data.length + cause.length + actor.length + 100,
      0,
    );
  }

  /** Undefined when there are none. @throws RangeError when their numbers have a gap. */
  static of(exercise: string, events: readonly StreamEvent[]): Batch | undefined {
    const [first, ...others] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (last.seq - first.seq !== events.length - 1) {
      throw new RangeError(`${exercise}: a gap between ${first.seq} and ${last.seq} in ${events.length} events`);
    }
    return new Batch(exercise, [first, ...others]);
  }

  /** The part after a cursor; the batch itself where that is all of it. */
  after(cursor: number): Batch | undefined {
    if (cursor < this.from) return this;
    return Batch.of(this.exercise, this.events.slice(cursor + 1 - this.from));
  }

  /** Payload of the socket message `events`, as JSON text. */
  socketJson(reader: Reader): string {
    const encoded = this.encodedFor(reader);
    return (encoded.socketText ??= `{"exercise":${JSON.stringify(this.exercise)},"from":${this.from},"to":${this.to},"events":[${encoded.texts.join(',')}]}`);
  }

  /** As server-sent events (WHATWG HTML, 9.2.6). A JSON text of ours holds no line break. */
  serverSentEvents(reader: Reader): string {
    const encoded = this.encodedFor(reader);
    return (encoded.streamText ??= encoded.texts.map((text, i) => `id: ${this.from + i}\ndata: ${text}\n\n`).join(''));
  }

  private encodedFor(reader: Reader): Encoded {
    const key = this.keyOf(reader);
    const known = this.encoded.get(key);
    if (known !== undefined) return known;
    const made: Encoded = { texts: this.events.map((event) => eventJson(event, reader)) };
    this.encoded.set(key, made);
    return made;
  }

  /** Readers of one key see the same. */
  private keyOf(reader: Reader): string {
    if (isWall(reader)) return 'wall';
    return this.isUniform || readsAll(reader) ? '' : namesOf(reader).join(' ');
  }
}
