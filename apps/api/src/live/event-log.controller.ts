import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DEFAULT_EVENTS, eventQuery } from '#contracts/http/events.js';
import type { Stream } from '#domain/kernel/side.js';
import type { Reader } from '#domain/release/label.js';
import { eventJson, EventReader, mayReadEvent, type StreamEvent } from '#infra/log/event-reader.js';
import { EventSearch } from '#infra/log/event-search.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { JsonText } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
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
  @JsonText()
  async list(
    @Param('exercise') exercise: string,
    @CurrentCaller() { stream, reader }: Caller,
    @Query({ schema: eventQuery }) query: z.infer<typeof eventQuery>,
  ): Promise<string> {
    const { after = 0, before, limit = DEFAULT_EVENTS, type, incident } = query;
    await this.exercises.mustExist(exercise);
    if (before === undefined && type === undefined && incident === undefined) {
      const { events, more } = await this.reader.after(exercise, stream, after, limit);
      if (events.length === 0) await this.mustBeWithin(exercise, stream, after);
      return pageText(events, reader, `"last":${events.at(-1)?.seq ?? after},"more":${more}`);
    }
    const wanted = { after, before, limit, types: type?.split(','), incident };
    const found = await this.search.find(exercise, stream, wanted);
    const { reached, more } = found;
    // What is searched for is not found where it may not be read; where nothing is searched for, its place is kept.
    const isFiltered = type !== undefined || incident !== undefined;
    const events = isFiltered ? found.events.filter((event) => mayReadEvent(event, reader)) : found.events;
    if (before === undefined) {
      if (reached === undefined) await this.mustBeWithin(exercise, stream, after);
      return pageText(events, reader, `"last":${reached ?? after},"more":${more}`);
    }
    const end = Math.min(Math.max(before - 1, 0), await this.reader.lastSeq(exercise, stream));
    return pageText(events, reader, `"last":${end},"first":${reached ?? end + 1},"more":${more}`);
  }

  /** Who waits with a cursor of another log, or stream, would wait in silence for ever. @throws Problem CURSOR_AHEAD */
  private async mustBeWithin(exercise: string, stream: Stream, after: number): Promise<void> {
    if (after === 0) return;
    const end = await this.reader.lastSeq(exercise, stream);
    if (after > end) throw cursorAhead(after, end);
  }

  @Operation('readEvent')
  @JsonText()
  async read(
    @Param('exercise') exercise: string,
    @Param('seq') number: string,
    @CurrentCaller() { stream, reader }: Caller,
  ): Promise<string> {
    await this.exercises.mustExist(exercise);
    if (!/^[1-9]\d{0,14}$/.test(number)) throw notFound('event', number);
    const { events } = await this.reader.after(exercise, stream, Number(number) - 1, 1);
    const [event] = events;
    if (event?.seq !== Number(number)) throw notFound('event', number);
    return eventJson(event, reader);
  }
}

function pageText(events: readonly StreamEvent[], reader: Reader, place: string): string {
  return `{"events":[${events.map((event) => eventJson(event, reader)).join(',')}],${place}}`;
}
