/** Consecutive events of one stream on their way to viewers, encoded once however many there are. */
import { eventJson, type StreamEvent } from '#infra/log/event-reader.js';

export class Batch {
  /** Number of the last event. */
  readonly to: number;
  /** Size of the events as JSON, UTF-16 units. */
  readonly size: number;
  private socketText: string | undefined;
  private streamText: string | undefined;

  private constructor(
    private readonly exercise: string,
    /** Number of the first event. */
    readonly from: number,
    private readonly texts: readonly string[],
    /** Wall time of the commit of the latest event, epoch ms. */
    readonly committedAt: number,
  ) {
    this.to = from + texts.length - 1;
    this.size = texts.reduce((sum, text) => sum + text.length, 0);
  }

  /** Undefined when there are none. @throws RangeError when their numbers have a gap. */
  static of(exercise: string, events: readonly StreamEvent[]): Batch | undefined {
    const first = events[0];
    const last = events.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (last.seq - first.seq !== events.length - 1) {
      throw new RangeError(`${exercise}: a gap between ${first.seq} and ${last.seq} in ${events.length} events`);
    }
    return new Batch(exercise, first.seq, events.map(eventJson), Date.parse(last.wall));
  }

  /** The part after a cursor; the batch itself where that is all of it. */
  after(cursor: number): Batch | undefined {
    if (cursor < this.from) return this;
    if (cursor >= this.to) return undefined;
    return new Batch(this.exercise, cursor + 1, this.texts.slice(cursor + 1 - this.from), this.committedAt);
  }

  /** Payload of the socket message `events`, as JSON text. */
  get socketJson(): string {
    return (this.socketText ??= `{"exercise":${JSON.stringify(this.exercise)},"from":${this.from},"to":${this.to},"events":[${this.texts.join(',')}]}`);
  }

  /** As server-sent events (WHATWG HTML, 9.2.6). A JSON text of ours holds no line break. */
  get serverSentEvents(): string {
    return (this.streamText ??= this.texts.map((text, i) => `id: ${this.from + i}\ndata: ${text}\n\n`).join(''));
  }
}
