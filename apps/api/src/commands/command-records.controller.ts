import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { commandQuery, type commandView } from '#contracts/http/commands.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { type CommandRecord, CommandRecords } from '#infra/inbox/command-records.js';
import { CursorInvalid, PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import { callerOf } from '../auth/current.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { param, queryOf } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';

const listOf = (exerciseId: string): SortedList => ({ name: 'command', exerciseId, sort: '-received' });

@Controller()
export class CommandRecordsController {
  constructor(
    private readonly records: CommandRecords,
    private readonly exercises: ExerciseCatalog,
    private readonly cursors: PageCursors,
  ) {}

  @Operation('listCommands')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit = DEFAULT_PAGE, cursor, status: states, type } = queryOf(request, commandQuery);
    const exercise = param(request, 'exercise');
    if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
    const before = cursor === undefined ? undefined : this.inboxIdOf(exercise, cursor);
    const filter = { actor: ownOnly(callerOf(request)), states, type, before, limit: limit + 1 };
    const found = await this.records.list(exercise, filter);
    const last = found[limit - 1];
    const next =
      found.length > limit && last !== undefined
        ? this.cursors.encode(listOf(exercise), { key: last.inboxId, id: last.id })
        : undefined;
    void reply.send({ items: found.slice(0, limit).map(view), next });
  }

  @Operation('readCommand')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = param(request, 'command');
    const record = await this.records.one(param(request, 'exercise'), id, ownOnly(callerOf(request)));
    if (record === undefined) throw notFound('command', id);
    void reply.send(view(record));
  }

  private inboxIdOf(exercise: string, cursor: string): number {
    const { key } = this.cursors.decode(listOf(exercise), cursor);
    if (typeof key !== 'number') throw new CursorInvalid();
    return key;
  }
}

/** Who sees everything sees all commands, others their own. */
function ownOnly({ stream, id }: Caller): string | undefined {
  return stream === 'all' ? undefined : id;
}

function view({ id, type, actor, receivedAt, appliedAt, outcome }: CommandRecord): z.infer<typeof commandView> {
  const refused = outcome !== null && 'refused' in outcome ? outcome.refused : undefined;
  return {
    id,
    type,
    status: outcome === null ? 'pending' : refused === undefined ? 'applied' : 'refused',
    actor,
    receivedAt: receivedAt.toISOString(),
    ...(appliedAt !== null && { appliedAt }),
    ...(refused !== undefined && { refused }),
  };
}
