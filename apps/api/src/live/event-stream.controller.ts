import type { ServerResponse } from 'node:http';
import { Controller, Inject, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { eventStreamQuery } from '#contracts/http/events.js';
import type { GoodbyeMessage } from '#contracts/push/messages.js';
import { streamOf } from '#domain/release/release.js';
import { AccessControl, callerOf, entryOfRequest } from '../auth/access-control.js';
import type { Entry } from '../auth/entry.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { allowedOrigin } from '../http/origins.js';
import { header, param, queryOf } from '../http/request-input.js';
import { notFound, Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { LOG } from '../tokens.js';
import type { Batch } from './batch.js';
import type { Feed } from './feed.js';
import { Feeds } from './feeds.js';
import { deletedGoodbye } from './goodbye.js';
import { checkCursor, type Follower, follow } from './follow.js';

/** A comment now and then keeps proxies from closing a quiet stream, and is when the token is looked at again. */
const HEARTBEAT_MS = 10_000;
/** While catching up, no more is read for a viewer that has this much unsent. */
const ENOUGH_UNSENT = 256 * 1024;

@Controller()
export class EventStreamController implements OnModuleDestroy {
  private readonly viewers = new Map<StreamViewer, Entry>();

  constructor(
    private readonly feeds: Feeds,
    private readonly exercises: ExerciseCatalog,
    private readonly access: AccessControl,
    private readonly settings: ApiSettings,
    deletions: DeletionNews,
    @Inject(LOG) private readonly log: Logger,
  ) {
    deletions.onDeleted((exercise) => {
      for (const viewer of this.viewers.keys())
        if (viewer.exercise === exercise) viewer.goodbye(deletedGoodbye(exercise));
    });
    access.onChange((account) => {
      for (const [viewer, entry] of this.viewers) {
        if (account === undefined || entry.caller.id === account) this.lookAgain(viewer, entry);
      }
    });
  }

  @Operation('streamEvents')
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = param(request, 'exercise');
    if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
    const cursor = cursorOf(request);
    const caller = callerOf(request);
    const disconnect = this.access.limits.connect(caller.id);
    const feed = this.feeds.hold(exercise, streamOf(caller.viewer));
    let caughtUp: () => void;
    try {
      caughtUp = this.access.limits.catchUp(caller.id);
    } catch (error) {
      feed.release();
      disconnect();
      throw error;
    }
    const close = (): void => {
      caughtUp();
      disconnect();
    };
    try {
      await checkCursor(feed, cursor);
      // Deleted meanwhile: nobody would end this stream.
      if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
    } catch (error) {
      feed.release();
      close();
      throw error;
    }
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
      'x-request-id': request.id,
      ...allowedOrigin(reply),
    });
    if (request.method === 'HEAD') {
      feed.release();
      close();
      reply.raw.end();
      return;
    }
    reply.raw.write(': the log of an exercise; nothing in it is real\n\n');
    const viewer = new StreamViewer(reply.raw, feed, this.settings, () => {
      this.log.warn({ requestId: request.id, exercise }, 'a slow reader of a stream is disconnected');
    });
    const entry = entryOfRequest(request);
    this.viewers.set(viewer, entry);
    viewer.onEnd(() => {
      this.viewers.delete(viewer);
      close();
    });
    this.beat(viewer, entry);
    follow(feed, cursor, viewer).then(caughtUp, (error: unknown) => {
      this.log.error({ err: error, requestId: request.id, exercise }, 'a stream could not be served');
      viewer.end();
    });
  }

  onModuleDestroy(): void {
    for (const viewer of this.viewers.keys()) viewer.end();
  }

  private beat(viewer: StreamViewer, entry: Entry): void {
    const timer = setInterval(() => {
      viewer.comment('still here');
      this.lookAgain(viewer, entry);
    }, HEARTBEAT_MS);
    timer.unref();
    viewer.onEnd(() => clearInterval(timer));
  }

  /** An access that was taken away or changed ends its streams. */
  private lookAgain(viewer: StreamViewer, entry: Entry): void {
    this.access.standing(entry).then(
      (standing) => {
        if (standing !== 'valid') viewer.end();
      },
      (error: unknown) => this.log.error({ err: error }, 'an access could not be looked at again'),
    );
  }
}

class StreamViewer implements Follower {
  private ended = false;
  private readonly endings: (() => void)[] = [];
  private readonly listener = (batch: Batch): void => this.deliver(batch);

  constructor(
    private readonly response: ServerResponse,
    private readonly feed: Feed,
    private readonly bounds: Pick<ApiSettings, 'slowClientBytes' | 'silenceMs'>,
    private readonly onSlow: () => void,
  ) {
    response.on('error', () => undefined).once('close', () => this.end());
  }

  get closed(): boolean {
    return this.ended;
  }

  onEnd(ending: () => void): void {
    this.endings.push(ending);
  }

  deliver(batch: Batch): void {
    if (this.ended) return;
    // Asked before it is given more: one large batch does not make a viewer slow.
    if (this.unsent <= this.bounds.slowClientBytes) {
      this.response.write(batch.serverSentEvents);
      return;
    }
    this.endAsSlow();
  }

  private endAsSlow(): void {
    if (this.ended) return;
    this.onSlow();
    this.response.destroy();
    this.end();
  }

  get exercise(): string {
    return this.feed.exercise;
  }

  /** Ends it with a message that says why. */
  goodbye(message: GoodbyeMessage): void {
    if (!this.ended) this.response.write(`event: goodbye\ndata: ${JSON.stringify(message)}\n\n`);
    this.end();
  }

  comment(text: string): void {
    if (!this.ended) this.response.write(`: ${text}\n\n`);
  }

  async turn<T>(read: () => Promise<T>): Promise<T | undefined> {
    await this.drained();
    return this.ended ? undefined : read();
  }

  private async drained(): Promise<void> {
    const timer = setTimeout(() => this.endAsSlow(), this.bounds.silenceMs);
    timer.unref();
    while (!this.ended && this.unsent > Math.min(ENOUGH_UNSENT, this.bounds.slowClientBytes)) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.response.off('drain', done).off('close', done);
          resolve();
        };
        this.response.once('drain', done).once('close', done);
      });
      timer.refresh();
    }
    clearTimeout(timer);
  }

  goLive(): void {
    this.feed.listen(this.listener);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.feed.unlisten(this.listener);
    this.feed.release();
    for (const ending of this.endings) ending();
    this.response.end();
  }

  /** Bytes, those that wait in the socket included. */
  private get unsent(): number {
    return this.response.writableLength;
  }
}

/** `Last-Event-ID` (a browser sends it when it comes back) wins over `after`. */
function cursorOf(request: FastifyRequest): number {
  const { after = 0 } = queryOf(request, eventStreamQuery);
  const last = header(request, 'last-event-id');
  if (last === undefined || last === '') return after;
  if (/^\d{1,15}$/.test(last)) return Number(last);
  throw new Problem('QUERY_INVALID', 'Last-Event-ID must be the number of an event.');
}
