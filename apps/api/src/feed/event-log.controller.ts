import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_EVENTS, eventQuery } from '#contracts/http/events.js';
import { eventJson, EventReader, type StreamEvent } from '#infra/log/event-reader.js';
import { callerOf } from '../access/access-control.js';
import type { Caller } from '../access/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { param, queryOf } from '../http/request-input.js';
import { sendJson } from '../http/send-json.js';
import { notFound } from '../problems/problem.js';
import { cursorAhead } from './follow.js';

/** With a filter by type, so many events are looked at for one answer at most. */
const LOOKED_AT = 5_000;

@Controller()
export class EventLogController {
  constructor(
    private readonly reader: EventReader,
    private readonly exercises: ExerciseCatalog,
  ) {}

  @Operation('listEvents')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after = 0, limit = DEFAULT_EVENTS, type } = queryOf(request, eventQuery);
    const exercise = await this.known(request);
    const { stream } = callerOf(request);
    const page = await this.reader.after(exercise, stream, after, type === undefined ? limit : LOOKED_AT);
    if (page.events.length === 0 && after > 0) {
      // Who waits with a cursor of another log, or stream, would wait in silence for ever.
      const end = await this.reader.lastSeq(exercise, stream);
      if (after > end) throw cursorAhead(after, end);
    }
    const types = type === undefined ? undefined : new Set(type.split(','));
    const shown: StreamEvent[] = [];
    let last = after;
    let { more } = page;
    for (const event of page.events) {
      if (shown.length === limit) {
        more = true;
        break;
      }
      last = event.seq;
      if (types?.has(event.type) !== false) shown.push(event);
    }
    sendJson(reply, 200, `{"events":[${shown.map(eventJson).join(',')}],"last":${last},"more":${more}}`);
  }

  @Operation('readEvent')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.known(request);
    const event = await this.one(exercise, callerOf(request), param(request, 'seq'));
    sendJson(reply, 200, eventJson(event));
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
