/** A socket client as the contract wants it: it keeps its cursor, comes back with it, and goes to whichever API answers. */
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, EventsMessage, JoinAnswer, ServerToClient } from '#contracts/push/messages.js';
import type { EventView } from '#contracts/http/events.js';
import type { StreamRecorder } from '../invariants/stream-recorder.js';

const CONNECT_WITHIN_MS = 2_000;
const TRY_AGAIN_MS = 100;

type Client = Socket<ServerToClient, ClientToServer>;

export class Follower {
  #socket: Client | undefined;
  #stopped = false;
  #loop: Promise<void> | undefined;
  #ended: (() => void) | undefined;
  #turn: number;
  /** Answers to joins that were not ok, and are not expected. */
  readonly complaints: string[] = [];
  /** The latest that happened to it, to find out why it missed something. */
  readonly journal: string[] = [];

  /** @param seen told of each event that is new to it */
  constructor(
    private readonly where: { readonly urls: readonly string[]; readonly token: string; readonly exercise: string },
    readonly recorder: StreamRecorder,
    private readonly seen: (event: EventView) => void = () => undefined,
    firstUrl = 0,
  ) {
    this.#turn = firstUrl;
  }

  start(): this {
    this.#loop = this.#follow();
    return this;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#drop();
    await this.#loop;
  }

  /** As when a network breaks: it comes back by itself. */
  drop(): void {
    this.#drop();
  }

  #drop(): void {
    this.#socket?.disconnect();
    this.#ended?.();
  }

  #note(what: string): void {
    this.journal.push(`${new Date().toISOString()} ${what}`);
    // What followed upon a first fault tells nothing about it.
    if (this.recorder.faults.length === 0 && this.journal.length > 60) this.journal.shift();
    else if (this.journal.length > 90) this.journal.pop();
  }

  async #follow(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#once(this.where.urls[this.#turn++ % this.where.urls.length] ?? '');
      } catch (error) {
        this.complaints.push(String(error));
      }
      if (!this.#stopped) await pause(TRY_AGAIN_MS);
    }
  }

  /** One connection, to its end. */
  async #once(url: string): Promise<void> {
    const { token, exercise } = this.where;
    const socket: Client = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: CONNECT_WITHIN_MS,
      auth: { token },
    });
    this.#socket = socket;
    const ended = new Promise<void>((done) => {
      this.#ended = done;
      socket.on('disconnect', (reason) => {
        this.#note(`disconnected: ${reason}`);
        done();
      });
      socket.on('connect_error', (error) => {
        this.#note(`not connected: ${error.message}`);
        done();
      });
    });
    socket.on('events', (message) => this.#receive(message));
    socket.on('connect', () => {
      this.recorder.connections++;
      const after = this.recorder.last;
      socket.emit('join', { exercise, after }, (answer) => {
        this.#note(`${socket.id} joined ${url} after ${after}: ${JSON.stringify(answer)}`);
        if (this.#joined(answer)) return;
        this.#ended?.();
      });
    });
    await ended;
    socket.disconnect();
  }

  /** Other refusals than that of a database which is away, or of a cursor that this API has not reached, are faults. */
  #joined(answer: JoinAnswer): boolean {
    if (answer.ok) return true;
    if (!EXPECTED.has(answer.error.code))
      this.complaints.push(`join: ${answer.error.code} ${answer.error.detail ?? ''}`);
    return false;
  }

  #receive(message: EventsMessage): void {
    const { events, from, to } = message;
    if (events[0]?.seq !== from || events.at(-1)?.seq !== to || to - from !== events.length - 1) {
      this.complaints.push(`a batch from ${from} to ${to} holds ${events.length} events`);
    }
    const before = this.recorder.last;
    this.#note(`got ${from} to ${to}`);
    this.recorder.receive(events);
    for (const event of events) if (event.seq > before && event.seq <= this.recorder.last) this.seen(event);
  }
}

const EXPECTED: ReadonlySet<string> = new Set(['DATABASE_UNAVAILABLE', 'SHUTTING_DOWN']);
