/**
 * Follows the log of an exercise through a socket, keeping the cursor: each event once and in order, whatever reconnects
 * and restarts come in between.
 */
import { io, type Socket } from 'socket.io-client';
import type { EventView } from '#contracts/http/events.js';
import type { ProblemDocument } from '#contracts/http/problem-document.js';
import type {
  ClientToServer,
  EventsMessage,
  GoodbyeMessage,
  JoinAnswer,
  ServerToClient,
} from '#contracts/push/messages.js';
import { reasonOf, unusable } from '../failure.js';

export interface FollowLogSettings {
  /** Of the API: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly token: string;
  /** Id of the exercise. */
  readonly exercise: string;
  /** Number of the last event that is not wanted any more; absent: 0, so all of them. */
  readonly after?: number;
  /** Consecutive events, each one once over the life of this object. */
  readonly onEvents: (events: readonly EventView[]) => void;
  /** Told when the connection is lost or refused for now, and when it is back; `undefined`: all is well. */
  readonly onTrouble?: (trouble: string | undefined) => void;
}

/** Between two attempts to connect or to join. */
const TRY_AGAIN_MS = 500;
const MOST_TRY_AGAIN_MS = 3_000;
const JOIN_ANSWER_MS = 10_000;

/** Refusals that another attempt may overcome. */
const PASSING: ReadonlySet<string> = new Set([
  'DATABASE_UNAVAILABLE',
  'SHUTTING_DOWN',
  'INTERNAL',
  'RATE_LIMITED',
  'TOO_MANY_JOINED',
]);

export class FollowLog {
  /**
   * Settles when the following is over: fulfilled by {@link close}, rejected with a Failure when no attempt can help
   * (the token is refused, there is no such exercise, the cursor is ahead of the log).
   */
  readonly ended: Promise<void>;
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private settle!: { readonly done: () => void; readonly fail: (reason: Error) => void };
  private position: number;
  private trouble: string | undefined;
  private tryingAgain: NodeJS.Timeout | undefined;
  private isOver = false;
  private joins = 0;

  constructor(private readonly settings: FollowLogSettings) {
    this.position = settings.after ?? 0;
    this.ended = new Promise((done, fail) => (this.settle = { done, fail }));
    // The caller may await the end later, or never.
    this.ended.catch(() => undefined);
    this.socket = io(settings.url, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket'],
      auth: { token: settings.token },
      reconnectionDelay: TRY_AGAIN_MS / 2,
      reconnectionDelayMax: MOST_TRY_AGAIN_MS,
    });
    this.socket.on('connect', () => this.join());
    this.socket.on('events', (message) => this.take(message));
    this.socket.on('goodbye', (message) => this.goodbye(message));
    this.socket.on('disconnect', (reason) => this.lost(`the connection is lost (${reason})`));
    this.socket.on('connect_error', (error) => this.refused(error));
  }

  /** Number of the last event that was passed on. */
  get cursor(): number {
    return this.position;
  }

  /** Neither closed nor failed. */
  get isOpen(): boolean {
    return !this.isOver;
  }

  start(): this {
    this.socket.connect();
    return this;
  }

  close(): void {
    if (this.end()) this.settle.done();
  }

  private join(): void {
    clearTimeout(this.tryingAgain);
    this.tryingAgain = undefined;
    this.joins += 1;
    const attempt = this.joins;
    const { exercise } = this.settings;
    this.socket
      .timeout(JOIN_ANSWER_MS)
      .emit('join', { exercise, after: this.position }, (late: Error | null, answer?: JoinAnswer) => {
        if (this.isOver || attempt !== this.joins) return;
        if (late !== null || answer === undefined) this.again('the API does not answer');
        else if (answer.ok) this.say(undefined);
        else if (PASSING.has(answer.error.code)) this.again(wordsOf(answer.error));
        else this.fail(wordsOf(answer.error));
      });
  }

  /** What was seen before is left out; a gap is never taken, but asked for again. */
  private take(message: EventsMessage): void {
    if (this.isOver || message.exercise !== this.settings.exercise || message.to <= this.position) return;
    if (message.from > this.position + 1) {
      this.again(`events ${this.position + 1} to ${message.from - 1} are missing`);
      return;
    }
    const fresh = message.events.filter(({ seq }) => seq > this.position);
    this.position = message.to;
    this.settings.onEvents(fresh);
  }

  private goodbye(message: GoodbyeMessage): void {
    const { code, exercise } = message;
    const isLast = code === 'UNAUTHENTICATED' || (code === 'EXERCISE_DELETED' && exercise === this.settings.exercise);
    if (isLast) this.fail(`${message.message} (${code})`);
    else this.say(message.message);
  }

  /** The client comes back by itself, but not after the server has closed the socket or refused it. */
  private lost(trouble: string): void {
    if (this.isOver) return;
    this.joins += 1;
    this.say(trouble);
    if (!this.socket.active) this.later(() => this.socket.connect());
  }

  private refused(error: Error): void {
    const problem = problemOf(error);
    if (problem !== undefined && !PASSING.has(problem.code)) this.fail(wordsOf(problem));
    else this.lost(problem === undefined ? `the API cannot be reached (${reasonOf(error)})` : wordsOf(problem));
  }

  /** Joins anew, from the cursor, a little later; batches that come meanwhile do not put it off. */
  private again(trouble: string): void {
    this.joins += 1;
    this.say(trouble);
    if (this.tryingAgain !== undefined) return;
    this.later(() => {
      if (this.socket.connected) this.join();
    });
  }

  private later(work: () => void): void {
    clearTimeout(this.tryingAgain);
    this.tryingAgain = setTimeout(() => {
      this.tryingAgain = undefined;
      work();
    }, TRY_AGAIN_MS);
  }

  private say(trouble: string | undefined): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.settings.onTrouble?.(trouble);
  }

  private fail(message: string): void {
    if (this.end()) this.settle.fail(unusable(message));
  }

  private end(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    clearTimeout(this.tryingAgain);
    this.socket.disconnect();
    return true;
  }
}

function wordsOf(problem: ProblemDocument): string {
  return `${problem.detail ?? problem.title} (${problem.code})`;
}

/** The middleware of the server puts a problem document beside its refusal. */
function problemOf(error: Error): ProblemDocument | undefined {
  const data: unknown = 'data' in error ? error.data : undefined;
  if (typeof data !== 'object' || data === null || !('code' in data) || typeof data.code !== 'string') return undefined;
  return data as ProblemDocument;
}
