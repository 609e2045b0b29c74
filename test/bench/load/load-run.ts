/**
 * A load of a given pace. Open: requests have their moments, and what is late counts as late, however long the server
 * kept others waiting (no coordinated omission). Closed: each connection sends as soon as it was answered.
 */
import { Moments, now } from '../measure/moments.js';
import { HttpConnection } from './http-connection.js';
import type { RequestTarget, RequestTemplate } from './request-template.js';

export type Pace =
  | { readonly kind: 'open'; /** Alerts per second. */ readonly rate: number; readonly seconds: number }
  | { readonly kind: 'closed'; readonly seconds: number };

export interface LoadResult {
  /** Alerts whose moment came. */
  readonly offered: number;
  /** Alerts answered with 2xx. */
  readonly accepted: number;
  /** Answers by status; 0 for connections that broke. */
  readonly statuses: Readonly<Record<number, number>>;
  /** From the first moment to the last answer, seconds. */
  readonly seconds: number;
  /** Accepted within the planned time, per second of it. */
  readonly acceptedPerSecond: number;
  /** The most requests that waited for a free connection. */
  readonly longestQueue: number;
}

/** How long answers are waited for after the last request, ms. */
const GRACE_MS = 10_000;
const RECONNECT_MS = 20;

export class LoadRun {
  readonly intended: Moments;
  readonly answered: Moments;
  #idle: HttpConnection[] = [];
  readonly #inFlight = new Map<HttpConnection, number>();
  /** Requests whose moment has come and which wait for a connection. */
  readonly #queue: number[] = [];
  #queueStart = 0;
  #issued = 0;
  #accepted = 0;
  #acceptedInTime = 0;
  #longestQueue = 0;
  #start = 0;
  #closing = false;
  /** Closed pace: whether an answer is followed by a request. */
  #again: () => boolean = () => false;
  readonly #statuses: Record<number, number> = {};

  constructor(
    private readonly target: RequestTarget,
    private readonly templates: readonly RequestTemplate[],
    private readonly options: { readonly connections: number; readonly pace: Pace; readonly firstNumber: number },
  ) {
    this.intended = new Moments(options.firstNumber);
    this.answered = new Moments(options.firstNumber);
  }

  async run(): Promise<LoadResult> {
    for (let i = 0; i < this.options.connections; i++) this.#idle.push(this.#connect());
    const { pace } = this.options;
    this.#start = now();
    const end = this.#start + pace.seconds * 1000;
    if (pace.kind === 'open') await this.#open(pace, end);
    else await this.#closed(end);
    const deadline = now() + GRACE_MS;
    while (this.#waiting > 0 && now() < deadline) await tick();
    const seconds = (now() - this.#start) / 1000;
    this.#closing = true;
    for (const connection of [...this.#idle, ...this.#inFlight.keys()]) connection.close();
    return {
      offered: this.#issued * this.#perRequest,
      accepted: this.#accepted,
      statuses: this.#statuses,
      seconds,
      acceptedPerSecond: this.#acceptedInTime / pace.seconds,
      longestQueue: this.#longestQueue,
    };
  }

  get #perRequest(): number {
    return this.templates[0]?.alerts ?? 1;
  }

  get #waiting(): number {
    return this.#queue.length - this.#queueStart + this.#inFlight.size;
  }

  async #open({ rate, seconds }: Extract<Pace, { kind: 'open' }>, end: number): Promise<void> {
    const total = Math.floor((rate * seconds) / this.#perRequest);
    const interval = (1000 * this.#perRequest) / rate;
    while (this.#issued < total) {
      const due = Math.min(total, Math.floor((now() - this.#start) / interval) + 1);
      while (this.#issued < due) this.#issue(this.#start + this.#issued * interval);
      this.#dispatch();
      this.#longestQueue = Math.max(this.#longestQueue, this.#queue.length - this.#queueStart);
      await tick();
    }
    while (now() < end) await tick();
  }

  async #closed(end: number): Promise<void> {
    this.#again = () => now() < end;
    while (this.#idle.length > 0) this.#issueNow();
    while (now() < end) await tick();
  }

  #issueNow(): void {
    this.#issue(now());
    this.#dispatch();
  }

  #issue(moment: number): void {
    const request = this.#issued++;
    const first = this.options.firstNumber + request * this.#perRequest;
    for (let i = 0; i < this.#perRequest; i++) this.intended.set(first + i, moment);
    this.#queue.push(request);
  }

  #dispatch(): void {
    while (this.#queueStart < this.#queue.length) {
      const connection = this.#idle.pop();
      if (!connection) return;
      const request = this.#queue[this.#queueStart++] as number;
      this.#send(connection, request);
      if (this.#queueStart > 10_000) {
        this.#queue.splice(0, this.#queueStart);
        this.#queueStart = 0;
      }
    }
  }

  #send(connection: HttpConnection, request: number): void {
    // A step that has no common divisor with the number of templates: all kinds of alerts are spread over time.
    const template = this.templates[(request * 7919) % this.templates.length] as RequestTemplate;
    this.#inFlight.set(connection, request);
    connection.send(template.numbered(this.options.firstNumber + request * this.#perRequest));
  }

  #connect(): HttpConnection {
    return new HttpConnection(this.target.host, this.target.port, {
      answered: (connection, status) => this.#answered(connection, status),
      broken: (connection) => this.#broken(connection),
    });
  }

  #answered(connection: HttpConnection, status: number): void {
    const request = this.#inFlight.get(connection);
    if (request === undefined) return;
    this.#inFlight.delete(connection);
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) {
      const moment = now();
      const first = this.options.firstNumber + request * this.#perRequest;
      for (let i = 0; i < this.#perRequest; i++) this.answered.set(first + i, moment);
      this.#accepted += this.#perRequest;
      if (moment <= this.#start + this.options.pace.seconds * 1000) this.#acceptedInTime += this.#perRequest;
    }
    this.#idle.push(connection);
    if (this.#again()) this.#issueNow();
    else this.#dispatch();
  }

  #broken(connection: HttpConnection): void {
    if (this.#closing) return;
    this.#statuses[0] = (this.#statuses[0] ?? 0) + 1;
    this.#inFlight.delete(connection);
    this.#idle = this.#idle.filter((other) => other !== connection);
    setTimeout(() => {
      if (this.#closing) return;
      this.#idle.push(this.#connect());
      this.#dispatch();
    }, RECONNECT_MS);
  }
}

/** About a millisecond: the resolution of timers. */
function tick(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1));
}
