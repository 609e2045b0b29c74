import { Controller, Query } from '@nestjs/common';
import type { z } from 'zod';
import { accessRecordQuery } from '#contracts/http/accounts.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { AccessLog } from '#infra/accounts/access-log.js';
import { viewAccessRecord } from '#infra/accounts/account-views.js';
import { PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { pageOf, placeIn } from '../http/pages.js';

const LIST: SortedList = { name: 'access-record', sort: '-id' };

@Controller()
export class AccessRecordsController {
  constructor(
    private readonly records: AccessLog,
    private readonly cursors: PageCursors,
  ) {}

  /** A controller that is bound to one exercise sees the access of this one only. */
  @Operation('listAccessRecords')
  async list(
    @CurrentCaller() { exercise }: Caller,
    @Query({ schema: accessRecordQuery }) query: z.infer<typeof accessRecordQuery>,
  ) {
    const { limit = DEFAULT_PAGE, cursor, action: actions, account } = query;
    const before = cursor === undefined ? undefined : placeIn(this.cursors, LIST, cursor).key;
    const found = await this.records.list({ actions, account, exercise, before, limit: limit + 1 });
    const { items, next } = pageOf(found, limit, ({ id }) => this.cursors.encode(LIST, { key: id, id: String(id) }));
    return { items: items.map(viewAccessRecord), next };
  }
}
