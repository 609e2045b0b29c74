import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { messageQuery } from '#contracts/http/messages.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import type { MessageView } from '#domain/message/message-list.js';
import { CursorInvalid, PageCursors } from '#infra/read/page-cursor.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { notFound } from '../problems/problem.js';
import { MessageReader } from './message-reader.js';

type Filter = Pick<z.infer<typeof messageQuery>, 'kind' | 'status' | 'address' | 'incident'>;

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessageReader,
    private readonly cursors: PageCursors,
  ) {}

  /** The latest first. A cursor names the last message that was shown, so that new ones do not move the pages. */
  @Operation('listMessages')
  async list(
    @Param('exercise') exercise: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: messageQuery }) query: z.infer<typeof messageQuery>,
  ): Promise<{ items: MessageView[]; next?: string }> {
    const { limit = DEFAULT_PAGE, cursor, ...filter } = query;
    const list = { name: 'message', exerciseId: exercise, sort: '-sentAt' };
    const all = (await this.messages.all(exercise, caller)).toReversed();
    let start = 0;
    if (cursor !== undefined) {
      const { id } = this.cursors.decode(list, cursor);
      start = all.findIndex((message) => message.id === id) + 1;
      if (start === 0) throw new CursorInvalid();
    }
    const matching = all.slice(start).filter((message) => matches(message, filter));
    const items = matching.slice(0, limit);
    const last = items.at(-1);
    if (last === undefined || matching.length <= limit) return { items };
    return { items, next: this.cursors.encode(list, { key: last.sentAt, id: last.id }) };
  }

  @Operation('readMessage')
  async read(
    @Param('exercise') exercise: string,
    @Param('message') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<MessageView> {
    const found = (await this.messages.all(exercise, caller)).find((message) => message.id === id);
    if (found === undefined) throw notFound('message', id);
    return found;
  }
}

function matches(message: MessageView, { kind, status, address, incident }: Filter): boolean {
  if (kind !== undefined && !kind.includes(message.kind)) return false;
  if (status !== undefined && (message.request === undefined || !status.includes(message.request.status))) return false;
  if (incident !== undefined && message.incident !== incident) return false;
  return address === undefined || [message.from, ...message.to].some((one) => one === address);
}
