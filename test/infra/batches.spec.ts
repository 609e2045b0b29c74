/** What waits and what became of it, stored in batches: the order, what is found again, and databases of before. */
import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { poolOf } from '#infra/database/data-source.js';
import { Batches1764000000110 } from '#infra/database/migrations/1764000000110-batches.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { CommandRecords } from '#infra/inbox/command-records.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { LedgerInconsistent } from '#infra/ledger/ledger-error.js';
import { Ledger } from '#infra/ledger/ledger.js';
import type { AppliedEntry, InboxEntry } from '#infra/ledger/rows.js';
import { batchOf, EMPTY_SCENARIO } from '../support/log.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';

// The machine may be busy with all other suites.
jest.setTimeout(60_000);

const ACTOR = { kind: 'account', id: 'acc_1', role: 'controller' } as const;
const REFUSED = { refused: { code: 'EXERCISE_ENDED', message: 'over' } };

let postgres: TestDatabases;
let dataSource: DataSource;
let ledger: Ledger;
let reader: InboxReader;

beforeAll(async () => {
  postgres = await sharedPostgres();
  dataSource = await postgres.migrated();
  ledger = new Ledger(dataSource);
  reader = new InboxReader(dataSource);
});
afterAll(() => postgres?.stop());

async function newExercise(): Promise<string> {
  const exercise = await new ExerciseStore(dataSource).create({ scenario: EMPTY_SCENARIO, createdBy: 'acc_1' });
  if (exercise === null) throw new Error('not created');
  return exercise.id;
}

function submit(exerciseId: string, ids: readonly string[]) {
  const commands = ids.map((commandId) => ({ commandId, type: 'SetSpeed' as const, data: { speed: 2 } }));
  return new InboxWriter(dataSource).submit({ exerciseId, commands, actor: ACTOR });
}

const numbered = (count: number, name: string): string[] => Array.from({ length: count }, (_, i) => `${name}${i}`);

/** Applies these commands, the odd ones with a refusal. */
function apply(exerciseId: string, choose: (entries: readonly InboxEntry[]) => readonly InboxEntry[]) {
  return ledger.advance(exerciseId, (tx) => {
    const applied = choose(tx.waiting.entries).map(({ inboxId }, index): AppliedEntry => {
      const appliedOrder = tx.row.appliedOrder + index + 1;
      const outcome = appliedOrder % 2 === 1 ? REFUSED : { firstSeq: appliedOrder, lastSeq: appliedOrder };
      return { inboxId, appliedAt: exerciseTime(appliedOrder), appliedOrder, outcome };
    });
    tx.write(batchOf(tx.row, [], { applied, exercise: { appliedOrder: tx.row.appliedOrder + applied.length } }));
    return applied.length;
  });
}

const waiting = async (exerciseId: string): Promise<string[]> =>
  (await ledger.advance(exerciseId, (tx) => tx.waiting)).entries.map((entry) => entry.commandId);

async function rows<T extends object>(query: string, exerciseId: string): Promise<T[]> {
  return (await poolOf(dataSource).query<T>(query, [exerciseId])).rows;
}
const PENDING = 'SELECT id, command_id, bytes FROM inbox_pending WHERE exercise_id = $1 ORDER BY id';
const OUTCOMES = `SELECT inbox_id, command_id, applied_at, applied_order, outcome FROM inbox_outcome
  WHERE exercise_id = $1 ORDER BY applied_order`;

/** As so many processes store them whose commands get ids in turn. */
async function interleave(exerciseId: string, processes = 2): Promise<void> {
  await poolOf(dataSource).query(
    `WITH taken AS (DELETE FROM pending_batch WHERE exercise_id = $1 RETURNING *),
       waits AS (SELECT exercise_id, unnest(ids) AS id, unnest(command_ids) AS command_id FROM taken)
     INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
     SELECT exercise_id, min(id), array_agg(id ORDER BY id), array_agg(command_id ORDER BY id), array_agg(1), count(*)
     FROM (SELECT *, row_number() OVER (PARTITION BY id % $2 ORDER BY id) - 1 AS place FROM waits) placed
     GROUP BY exercise_id, id % $2, place / 100`,
    [exerciseId, processes],
  );
}

describe('what waits', () => {
  it('is one row for all commands of a commit, and none once they are applied', async () => {
    const id = await newExercise();
    await submit(id, numbered(30, 'c'));
    const batches = () => rows('SELECT waiting, applied FROM pending_batch WHERE exercise_id = $1', id);
    expect(await batches()).toEqual([{ waiting: 30, applied: 0 }]);
    await apply(id, (entries) => entries.slice(0, 10));
    expect(await batches()).toEqual([{ waiting: 20, applied: 10 }]);
    expect(await waiting(id)).toEqual(numbered(30, 'c').slice(10));
    expect(await reader.pendingCount(id)).toBe(20);
    await apply(id, (entries) => entries);
    expect(await batches()).toEqual([]);
    expect((await rows('SELECT 1 FROM outcome_batch WHERE exercise_id = $1', id)).length).toBe(2);
  });

  it('is read in the order of receipt, though two processes have stored it in turn', async () => {
    const id = await newExercise();
    await submit(id, numbered(40, 'c'));
    await interleave(id);
    expect(await waiting(id)).toEqual(numbered(40, 'c'));
    // Of both batches a part is left, and the order holds.
    await apply(id, (entries) => entries.slice(0, 13));
    expect(await waiting(id)).toEqual(numbered(40, 'c').slice(13));
    expect(await new ExerciseStore(dataSource).due()).toContainEqual({ id, overdueMs: expect.any(Number) });
    await apply(id, (entries) => entries);
    expect(await waiting(id)).toEqual([]);
    expect((await rows<{ command_id: string }>(OUTCOMES, id)).map((row) => row.command_id)).toEqual(numbered(40, 'c'));
  });

  it('is applied to the end in that order, also where more waits in such batches than is read at a time', async () => {
    const id = await newExercise();
    await submit(id, numbered(4_400, 'c'));
    await interleave(id);
    await submit(id, numbered(10, 'd'));
    const applied: number[] = [];
    while ((await reader.pendingCount(id)) > 0) applied.push(await apply(id, (entries) => entries.slice(0, 701)));
    expect(applied).toEqual([701, 701, 701, 701, 701, 701, 204]);
    const all = [...numbered(4_400, 'c'), ...numbered(10, 'd')];
    expect((await rows<{ command_id: string }>(OUTCOMES, id)).map((row) => row.command_id)).toEqual(all);
    const history: string[] = [];
    for (;;) {
      const page = await reader.history(id, history.length, 333);
      if (page.length === 0) break;
      history.push(...page.map(({ commandId }) => commandId));
    }
    expect(history).toEqual(all);
  });

  it('is never read past a batch that is left out, however many processes have stored it in turn', async () => {
    const id = await newExercise();
    await submit(id, numbered(2_600, 'c'));
    await interleave(id, 26);
    const { entries, more } = await ledger.advance(id, (tx) => tx.waiting);
    expect(more).toBe(true);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ commandId }) => commandId)).toEqual(numbered(entries.length, 'c'));
  });

  it('says that more waits when a batch is left out', async () => {
    const id = await newExercise();
    await submit(id, numbered(1_500, 'c'));
    await submit(id, ['last']);
    await apply(id, (entries) => entries.slice(0, 499));
    // 1,001 of the first submission: the last command stands in a batch that is not read.
    const { entries, more } = await ledger.advance(id, (tx) => tx.waiting);
    expect([entries.length, more]).toEqual([1_000, true]);
    await apply(id, (all) => all.slice(0, 1));
    const rest = await ledger.advance(id, (tx) => tx.waiting);
    expect([rest.entries.length, rest.more]).toEqual([1_000, true]);
  });

  it('is not applied out of its order, nor twice', async () => {
    const id = await newExercise();
    await submit(id, ['a', 'b']);
    await expect(apply(id, (entries) => entries.slice(1))).rejects.toThrow(LedgerInconsistent);
    // Somebody else took it away meanwhile, against the rules.
    await expect(
      ledger.advance(id, async (tx) => {
        await poolOf(dataSource).query('DELETE FROM pending_batch WHERE exercise_id = $1', [id]);
        const [first] = tx.waiting.entries;
        const applied = [
          { inboxId: first?.inboxId ?? 0, appliedAt: exerciseTime(1), appliedOrder: 1, outcome: REFUSED },
        ];
        tx.write(batchOf(tx.row, [], { applied, exercise: { appliedOrder: 1 } }));
      }),
    ).rejects.toThrow('not all are pending');
    expect(await reader.outcome(id, 'a')).toBeNull();
  });

  it('numbers what is applied without a gap', async () => {
    const id = await newExercise();
    await submit(id, ['a', 'b']);
    await expect(
      ledger.advance(id, (tx) => {
        const applied = tx.waiting.entries.map(({ inboxId }, i): AppliedEntry => ({
          inboxId,
          appliedAt: exerciseTime(1),
          appliedOrder: 1 + 2 * i,
          outcome: REFUSED,
        }));
        tx.write(batchOf(tx.row, [], { applied, exercise: { appliedOrder: 3 } }));
      }),
    ).rejects.toThrow(LedgerInconsistent);
  });
});

describe('what became of a command', () => {
  it('is found by the command, also of one that became visible after commands with higher ids were applied', async () => {
    const id = await newExercise();
    await submit(id, ['late', 'b', 'c']);
    // As if the transaction that stored it had committed last.
    await poolOf(dataSource).query(
      `WITH hidden AS (UPDATE pending_batch SET next_id = ids[2], applied = 1, waiting = 2 WHERE exercise_id = $1 RETURNING *)
       SELECT 1 FROM hidden`,
      [id],
    );
    await apply(id, (entries) => entries);
    await submit(id, ['d']);
    await apply(id, (entries) => entries);
    expect(await reader.outcome(id, 'late')).toBeNull();
    await poolOf(dataSource).query(
      `INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
       SELECT exercise_id, id, ARRAY[id], ARRAY[command_id], ARRAY[1], 1 FROM inbox WHERE exercise_id = $1 AND command_id = 'late'`,
      [id],
    );
    await submit(id, ['e']);
    await apply(id, (entries) => entries);
    const outcomes = await Promise.all(['b', 'c', 'd', 'late', 'e'].map((command) => reader.outcome(id, command)));
    expect(outcomes).toEqual([REFUSED, { firstSeq: 2, lastSeq: 2 }, REFUSED, { firstSeq: 4, lastSeq: 4 }, REFUSED]);
    expect(await reader.refusals(id, 'acc_1', ['b', 'late', 'e', 'nope'])).toEqual(
      new Map([
        ['b', REFUSED.refused],
        ['e', REFUSED.refused],
      ]),
    );
  });

  it('is listed with the commands, by state', async () => {
    const id = await newExercise();
    await submit(id, numbered(5, 'c'));
    await apply(id, (entries) => entries.slice(0, 4));
    const records = new CommandRecords(dataSource);
    const listed = async (states?: readonly ('pending' | 'applied' | 'refused')[]) =>
      (await records.list(id, { limit: 10, ...(states && { states }) })).map((record) => [record.id, record.appliedAt]);
    expect(await listed()).toEqual([
      ['c4', null],
      ['c3', 4],
      ['c2', 3],
      ['c1', 2],
      ['c0', 1],
    ]);
    expect(await listed(['pending'])).toEqual([['c4', null]]);
    expect(await listed(['applied'])).toEqual([
      ['c3', 4],
      ['c1', 2],
    ]);
    expect(await listed(['refused', 'pending'])).toEqual([
      ['c4', null],
      ['c2', 3],
      ['c0', 1],
    ]);
    expect(await records.one(id, 'c2')).toMatchObject({ appliedAt: 3, outcome: REFUSED });
    expect(await records.one(id, 'c4')).toMatchObject({ appliedAt: null, outcome: null });
  });
});

it('a database of an older version keeps what waits, what became of commands, and their order', async () => {
  const id = await newExercise();
  const other = await newExercise();
  await submit(id, numbered(1_203, 'c'));
  await apply(id, (entries) => entries.slice(0, 900));
  await apply(id, (entries) => entries.slice(0, 101));
  await submit(other, numbered(2, 'x'));
  const all = async () => [await rows(OUTCOMES, id), await rows(PENDING, id), await rows(PENDING, other)];
  const before = await all();

  const runner = dataSource.createQueryRunner();
  const migration = new Batches1764000000110();
  await migration.down(runner);
  expect(await all()).toEqual(before);
  // What such a version stores.
  await runner.query(
    `WITH stored AS (INSERT INTO inbox (exercise_id, command_id, type, data, actor)
       VALUES ($1, 'old', 'SetSpeed', '{"speed":3}', $2) RETURNING *)
     INSERT INTO inbox_pending (exercise_id, id, command_id) SELECT exercise_id, id, command_id FROM stored`,
    [id, JSON.stringify(ACTOR)],
  );
  const older = await all();
  await migration.up(runner);
  await runner.release();
  expect(await all()).toEqual(older);

  expect((await waiting(id)).length).toBe(203);
  expect(await reader.outcome(id, 'c1000')).toEqual(REFUSED);
  await apply(id, (entries) => entries);
  expect(await reader.outcome(id, 'old')).not.toBeNull();
  expect(await submit(id, ['old', 'c5'])).toMatchObject([{ status: 'repeat' }, { status: 'repeat' }]);
  expect(await waiting(other)).toEqual(['x0', 'x1']);
});
