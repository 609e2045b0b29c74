import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRecordQuery } from '#contracts/http/accounts.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { AccessLog } from '#infra/accounts/access-log.js';
import { viewAccessRecord } from '#infra/accounts/account-views.js';
import { CursorInvalid, PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import { callerOf } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { queryOf } from '../http/request-input.js';

const LIST: SortedList = { name: 'access-record', sort: '-id' };

@Controller()
export class AccessRecordsController {
  constructor(
    private readonly records: AccessLog,
    private readonly cursors: PageCursors,
  ) {}

  /** A controller that is bound to one exercise sees the access of this one only. */
  @Operation('listAccessRecords')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit = DEFAULT_PAGE, cursor, action: actions, account } = queryOf(request, accessRecordQuery);
    const before = cursor === undefined ? undefined : this.#recordIdOf(cursor);
    const { exercise } = callerOf(request);
    const found = await this.records.list({ actions, account, exercise, before, limit: limit + 1 });
    const last = found[limit - 1];
    const more = found.length > limit && last !== undefined;
    const next = more ? this.cursors.encode(LIST, { key: last.id, id: String(last.id) }) : undefined;
    void reply.send({ items: found.slice(0, limit).map(viewAccessRecord), next });
  }

  #recordIdOf(cursor: string): number {
    const { key } = this.cursors.decode(LIST, cursor);
    if (typeof key !== 'number') throw new CursorInvalid();
    return key;
  }
}
