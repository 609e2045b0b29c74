/** The process that watches by socket.io: when each alert's acceptance arrived, and how much each of many clients got. */
import { io, type Socket } from 'socket.io-client';
import { latencyOf, type Latency } from '../measure/latency.js';
import { Moments, now } from '../measure/moments.js';
import { serve } from '../process/child.js';
import { RAW_PARSER } from './raw-parser.js';

export interface Watch {
  readonly url: string;
  readonly clients: number;
  /** Absent: a bare server without either. */
  readonly token?: string;
  readonly exercise?: string;
  /** The number of the last event that does not matter. */
  readonly after?: number;
  /** Client i goes to the address `urls[i % urls.length]`, where there are several. */
  readonly urls?: readonly string[];
}

export interface Watched {
  readonly messages: number;
  readonly events: number;
  readonly bytes: number;
  /** From the event's wall time (its commit) to the arrival at each client, of each message's last event. */
  readonly lag: Latency;
  /** Events that the slowest and the fastest client have. */
  readonly fewest: number;
  readonly most: number;
  readonly disconnects: number;
}

export type ObserverRequests = {
  watch(watch: Watch): Promise<null>;
  /** From now on the first client notes the arrival of alerts from this number on. */
  begin(input: { firstNumber: number }): null;
  /** What came since the last time of asking. */
  read(input: null): Watched;
  /** The number of the last event that the slowest client has. */
  last(input: null): number;
  arrivals(input: { file: string; count: number }): Promise<null>;
  leave(input: null): null;
};

/** Samples of the lag that are kept; more would only cost memory. */
const MAX_SAMPLES = 2_000_000;

export function serveObserver(): void {
  const observer = new Observer();
  serve({
    watch: (watch) => observer.watch(watch),
    begin: ({ firstNumber }) => observer.begin(firstNumber),
    read: () => observer.read(),
    last: () => observer.last(),
    arrivals: ({ file, count }) => observer.writeArrivals(file, count),
    leave: () => observer.leave(),
  } satisfies ObserverRequests);
}

class Observer {
  #sockets: Socket[] = [];
  #arrivals: Moments | undefined;
  #last: number[] = [];
  #perClient: number[] = [];
  #counts = { messages: 0, events: 0, bytes: 0, disconnects: 0 };
  #lags: number[] = [];

  async watch(watch: Watch): Promise<null> {
    this.#perClient = Array.from({ length: watch.clients }, () => 0);
    this.#last = Array.from({ length: watch.clients }, () => watch.after ?? 0);
    const joins = this.#perClient.map((_, index) => this.#join(watch, index));
    await Promise.all(joins);
    return null;
  }

  begin(firstNumber: number): null {
    this.#arrivals = new Moments(firstNumber);
    return null;
  }

  last(): number {
    return this.#last.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  }

  read(): Watched {
    const { messages, events, bytes, disconnects } = this.#counts;
    const lag = latencyOf(Float64Array.from(this.#lags));
    const most = this.#perClient.reduce((a, b) => Math.max(a, b), 0);
    const fewest = this.#perClient.reduce((a, b) => Math.min(a, b), most);
    this.#counts = { messages: 0, events: 0, bytes: 0, disconnects: 0 };
    this.#perClient.fill(0);
    this.#lags = [];
    return { messages, events, bytes, lag, fewest, most, disconnects };
  }

  async writeArrivals(file: string, count: number): Promise<null> {
    await this.#arrivals?.write(file, count);
    return null;
  }

  leave(): null {
    for (const socket of this.#sockets) socket.close();
    this.#sockets = [];
    return null;
  }

  async #join(watch: Watch, index: number): Promise<void> {
    const url = watch.urls?.[index % watch.urls.length] ?? watch.url;
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token: watch.token },
      parser: RAW_PARSER,
    });
    this.#sockets.push(socket);
    socket.on('events', (text: string) => this.#receive(text, index));
    socket.on('disconnect', () => this.#counts.disconnects++);
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', fail);
    });
    if (watch.exercise === undefined) return;
    const join = { exercise: watch.exercise, after: watch.after ?? 0 };
    const answer = (await socket.emitWithAck('join', join)) as JoinAnswer;
    if (!answer.ok) throw new Error(`client ${index} may not join: ${JSON.stringify(answer.error)}`);
  }

  #receive(text: string, index: number): void {
    const moment = now();
    const { first, last } = numbersIn(text);
    const events = last - first + 1;
    this.#last[index] = last;
    this.#counts.messages++;
    this.#counts.events += events;
    this.#counts.bytes += text.length;
    this.#perClient[index] = (this.#perClient[index] ?? 0) + events;
    if (this.#lags.length < MAX_SAMPLES) this.#lags.push(moment - wallOfLast(text));
    if (index > 0 || !this.#arrivals) return;
    for (const [, number] of text.matchAll(ACCEPTED)) this.#arrivals.setOnce(Number(number), moment);
  }
}

type JoinAnswer = { ok: true; last: number } | { ok: false; error: object };

/** Only the acceptance of an alert holds its identifier. */
const ACCEPTED = /"identifier":"bench-(\d{9})"/g;

function numbersIn(text: string): { first: number; last: number } {
  const found = /^\{"exercise":"[^"]*","from":(\d+),"to":(\d+)/.exec(text);
  if (!found) throw new Error(`not a batch of events: ${text.slice(0, 60)}`);
  return { first: Number(found[1]), last: Number(found[2]) };
}

function wallOfLast(text: string): number {
  const at = text.lastIndexOf('"wall":"');
  return at < 0 ? Number.NaN : Date.parse(text.slice(at + 8, at + 32));
}
