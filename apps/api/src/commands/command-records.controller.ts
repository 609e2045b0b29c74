import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { commandQuery, type commandView } from '#contracts/http/commands.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { type CommandRecord, CommandRecords } from '#infra/inbox/command-records.js';
import { PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { pageOf, placeIn } from '../http/pages.js';
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
  async list(
    @Param('exercise') exercise: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: commandQuery }) query: z.infer<typeof commandQuery>,
  ) {
    const { limit = DEFAULT_PAGE, cursor, status: states, type } = query;
    await this.exercises.mustExist(exercise);
    const list = listOf(exercise);
    const before = cursor === undefined ? undefined : placeIn(this.cursors, list, cursor).key;
    const filter = { actor: ownOnly(caller), states, type, before, limit: limit + 1 };
    const { items, next } = pageOf(await this.records.list(exercise, filter), limit, ({ inboxId, id }) =>
      this.cursors.encode(list, { key: inboxId, id }),
    );
    return { items: items.map(view), next };
  }

  @Operation('readCommand')
  async read(
    @Param('exercise') exercise: string,
    @Param('command') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof commandView>> {
    const record = await this.records.one(exercise, id, ownOnly(caller));
    if (record === undefined) throw notFound('command', id);
    return view(record);
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
