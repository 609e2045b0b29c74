import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_EVENTS, eventQuery } from '#contracts/http/events.js';
import type { Stream } from '#domain/kernel/side.js';
import type { Reader } from '#domain/release/label.js';
import type { Viewing } from '#domain/release/shown.js';
import { eventJson, EventReader, mayReadEvent, type StreamEvent } from '#infra/log/event-reader.js';
import { EventSearch } from '#infra/log/event-search.js';
import { callerOf } from '../auth/access-control.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { param, queryOf } from '../http/request-input.js';
import { sendJson } from '../http/send-json.js';
import { notFound } from '../problems/problem.js';
import { cursorAhead } from './follow.js';

@Controller()
export class EventLogController {
  constructor(
    private readonly reader: EventReader,
    private readonly search: EventSearch,
    private readonly exercises: ExerciseCatalog,
  ) {}

  @Operation('listEvents')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after = 0, before, limit = DEFAULT_EVENTS, type, incident } = queryOf(request, eventQuery);
    const exercise = await this.known(request);
    const { stream, reader } = callerOf(request);
    if (before === undefined && type === undefined && incident === undefined) {
      return this.listAll(reply, { exercise, stream, reader, after, limit });
    }
    const query = { after, before, limit, types: type?.split(','), incident };
    const found = await this.search.find(exercise, stream, query);
    const { reached, more } = found;
    const isFiltered = type !== undefined || incident !== undefined;
    // What is searched for is not found where it may not be read; where nothing is searched for, its place is kept.
    const events = isFiltered ? found.events.filter((event) => mayReadEvent(event, reader)) : found.events;
    if (before === undefined) {
      if (reached === undefined) await this.mustBeWithin(exercise, stream, after);
      return sendEvents(reply, reader, events, `"last":${reached ?? after},"more":${more}`);
    }
    const end = Math.min(Math.max(before - 1, 0), await this.reader.lastSeq(exercise, stream));
    sendEvents(reply, reader, events, `"last":${end},"first":${reached ?? end + 1},"more":${more}`);
  }

  private async listAll(
    reply: FastifyReply,
    { exercise, stream, reader, after, limit }: { exercise: string; after: number; limit: number } & Viewing,
  ): Promise<void> {
    const { events, more } = await this.reader.after(exercise, stream, after, limit);
    if (events.length === 0) await this.mustBeWithin(exercise, stream, after);
    sendEvents(reply, reader, events, `"last":${events.at(-1)?.seq ?? after},"more":${more}`);
  }

  /** Who waits with a cursor of another log, or stream, would wait in silence for ever. @throws Problem CURSOR_AHEAD */
  private async mustBeWithin(exercise: string, stream: Stream, after: number): Promise<void> {
    if (after === 0) return;
    const end = await this.reader.lastSeq(exercise, stream);
    if (after > end) throw cursorAhead(after, end);
  }

  @Operation('readEvent')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.known(request);
    const caller = callerOf(request);
    const event = await this.one(exercise, caller, param(request, 'seq'));
    sendJson(reply, 200, eventJson(event, caller.reader));
  }

  private async one(exercise: string, { stream }: Caller, number: string): Promise<StreamEvent> {
    if (!/^[1-9]\d{0,14}$/.test(number)) throw notFound('event', number);
    const { events } = await this.reader.after(exercise, stream, Number(number) - 1, 1);
    const [event] = events;
    if (event?.seq !== Number(number)) throw notFound('event', number);
    return event;
  }

  private async known(request: FastifyRequest): Promise<string> {
    const exercise = param(request, 'exercise');
    if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
    return exercise;
  }
}

function sendEvents(reply: FastifyReply, reader: Reader, events: readonly StreamEvent[], place: string): void {
  sendJson(reply, 200, `{"events":[${events.map((event) => eventJson(event, reader)).join(',')}],${place}}`);
}
