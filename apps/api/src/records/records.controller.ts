import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { recordQuery } from '#contracts/http/records.js';
import { RECORD_EVENTS, recordsIn, type RecordView } from '#domain/incident/record-list.js';
import { CursorInvalid, PageCursors } from '#infra/read/page-cursor.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { ShownEvents } from '../reading/shown-events.js';

/** Notes and entries of decision logs, folded for each request from the events that the caller may read. */
@Controller()
export class RecordsController {
  constructor(
    private readonly events: ShownEvents,
    private readonly cursors: PageCursors,
  ) {}

  /** The latest first. A cursor names the last one that was shown, so that new ones do not move the pages. */
  @Operation('listRecords')
  async list(
    @Param('exercise') exercise: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: recordQuery }) query: z.infer<typeof recordQuery>,
  ): Promise<{ items: RecordView[]; next?: string }> {
    const { limit = DEFAULT_PAGE, cursor, kind, incident } = query;
    const list = { name: 'record', exerciseId: exercise, sort: '-at' };
    const all = recordsIn(await this.events.all(exercise, caller, RECORD_EVENTS)).toReversed();
    let start = 0;
    if (cursor !== undefined) {
      const { id } = this.cursors.decode(list, cursor);
      start = all.findIndex((record) => record.id === id) + 1;
      if (start === 0) throw new CursorInvalid();
    }
    const matching = all
      .slice(start)
      .filter((record) => kind === undefined || kind.includes(record.kind))
      .filter((record) => incident === undefined || record.incident === incident);
    const items = matching.slice(0, limit);
    const last = items.at(-1);
    if (last === undefined || matching.length <= limit) return { items };
    return { items, next: this.cursors.encode(list, { key: last.at, id: last.id }) };
  }
}
