import type { Reader } from '#domain/release/label.js';
import { STARTEX } from '#domain/kernel/exercise-time.js';
import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { poolOf } from '#infra/database/data-source.js';
import { DatabaseUnavailable } from '#infra/database/database-error.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { ExerciseUnknown } from '#infra/exercises/exercise-unknown.js';
import { LedgerBusy, LedgerInconsistent } from '#infra/ledger/ledger-error.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { GENESIS_HASH } from '#log/hash-chain.js';
import { verifyLog } from '#infra/ledger/verify.js';
import { eventJson, EventReader } from '#infra/log/event-reader.js';
import { anEvent, batchOf, EMPTY_SCENARIO } from '../support/log.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';

// Servers start and stop in here, maybe while all other suites keep the machine busy.
jest.setTimeout(60_000);

const OPERATOR: Reader = { kind: 'account', id: 'acc_x', role: 'operator' };

const MIB = 1024 * 1024;

let postgres: TestDatabases;
let dataSource: DataSource;
let ledger: Ledger;
let exercises: ExerciseStore;

beforeAll(async () => {
  postgres = await sharedPostgres();
  dataSource = await postgres.migrated();
  ledger = new Ledger(dataSource);
  exercises = new ExerciseStore(dataSource);
});
afterAll(async () => {
  await postgres.stop();
});

async function newExercise(): Promise<string> {
  const exercise = await exercises.create({ scenario: EMPTY_SCENARIO, createdBy: 'acc_1' });
  if (exercise === null) throw new Error('not created');
  return exercise.id;
}

describe('the ledger', () => {
  it('gives the row of a fresh exercise, and refuses one that is not there', async () => {
    const id = await newExercise();
    const before = Date.now() - 5;
    const { row, now } = await ledger.advance(id, async (tx) => ({ row: tx.row, now: tx.now }));
    expect(row).toMatchObject({ id, status: 'planned', seed: 'seed', seqs: { all: 0, joint: 0, pak: 0, chn: 0 } });
    expect(row).toMatchObject({ lastHash: GENESIS_HASH, advancedTo: -1, anchorWall: null, appliedOrder: 0 });
    expect(now).toBeGreaterThan(before);
    await expect(ledger.advance("no'ne", async () => 1)).rejects.toThrow(ExerciseUnknown);
  });

  it('writes events, marks, read models, the row and a snapshot in one go, and reads them back', async () => {
    const id = await newExercise();
    const submitted = await new InboxWriter(dataSource).submit({
      exerciseId: id,
      commands: ['a', 'b', 'c'].map((commandId) => ({ commandId, type: 'SetSpeed', data: { speed: 2 } })),
      actor: { kind: 'account', id: 'acc_1', role: 'controller' },
    });
    await ledger.advance(id, async (tx) => {
      const pending = tx.waiting.entries.slice(0, 2);
      expect([tx.waiting.entries.length, tx.waiting.more]).toEqual([3, false]);
      expect(pending).toEqual(
        ['a', 'b'].map((commandId, i) => ({
          inboxId: submitted[i]?.inboxId,
          commandId,
          type: 'SetSpeed',
          data: { speed: 2 },
          actor: { kind: 'account', id: 'acc_1', role: 'controller' },
          receivedAt: expect.any(Number),
        })),
      );
      expect(Math.abs((pending[0]?.receivedAt ?? 0) - tx.now)).toBeLessThan(5_000);
      tx.write(
        batchOf(tx.row, [anEvent('JOINT', 5, 'اردو "quoted"'), anEvent('PAK', 5), anEvent('CONTROL', 6)], {
          applied: [
            { inboxId: pending[0]?.inboxId ?? 0, appliedAt: 5, appliedOrder: 1, outcome: { firstSeq: 1, lastSeq: 2 } },
            {
              inboxId: pending[1]?.inboxId ?? 0,
              appliedAt: 6,
              appliedOrder: 2,
              outcome: { refused: { code: 'EXERCISE_ENDED', message: 'over' } },
            },
          ],
          rows: {
            incident: [1, 2].map((n) => ({
              id: 'INC-0001',
              audience: 'JOINT' as const,
              status: 'open' as const,
              severity: 'Severe' as const,
              site: null,
              joint: 'none' as const,
              openedAt: 5,
              nextStepAt: 9,
              deadline: null,
              tlp: null,
              readers: null,
              doc: { n },
            })),
          },
          exercise: {
            status: 'running',
            anchorWall: 1_700_000_000_000.25,
            nextDueWall: tx.now - 1,
            nextDue: 99,
            appliedOrder: 2,
          },
          snapshot: { seq: 3, state: '{"state":1}' },
        }),
      );
      // A second batch in the same transaction follows the first.
      tx.write(batchOf(tx.row, [anEvent('CHN', 7)]));
      expect(tx.row.seqs).toEqual({ all: 4, joint: 1, pak: 2, chn: 2 });
    });

    const inbox = new InboxReader(dataSource);
    expect(await inbox.outcome(id, 'a')).toEqual({ firstSeq: 1, lastSeq: 2 });
    expect(await inbox.outcome(id, 'b')).toEqual({ refused: { code: 'EXERCISE_ENDED', message: 'over' } });
    expect(await inbox.outcome(id, 'c')).toBeNull();
    expect(await inbox.pendingCount(id)).toBe(1);
    expect((await inbox.history(id, 1, 10)).map((entry) => [entry.commandId, entry.appliedAt])).toEqual([['b', 6]]);

    await ledger.advance(id, async (tx) => {
      expect(tx.row).toMatchObject({
        status: 'running',
        anchorWall: 1_700_000_000_000.25,
        nextDue: 99,
        appliedOrder: 2,
      });
      expect(await tx.snapshot()).toEqual({ seq: 3, state: '{"state":1}' });
      const [second] = await tx.eventsAfter(1, 1);
      expect(second).toEqual({ ...anEvent('PAK', 5), seq: 2, seqs: { all: 2, pak: 2 } });
      expect(tx.waiting.entries.map((entry) => entry.commandId)).toEqual(['c']);
    });
    const { rows } = await poolOf(dataSource).query('SELECT doc FROM incident WHERE exercise_id = $1', [id]);
    expect(rows).toEqual([{ doc: { n: 2 } }]);
    expect((await exercises.due()).map((due) => due.id)).toContain(id);
    expect(await verifyLog(dataSource, id)).toMatchObject({ events: 4, faults: [] });
  });

  it('reads events up to so many bytes at a time, and all of them in the end', async () => {
    const id = await newExercise();
    const long = 'x'.repeat(6 * MIB);
    await ledger.advance(id, (tx) =>
      tx.write(
        batchOf(
          tx.row,
          Array.from({ length: 5 }, () => anEvent('JOINT', 0, long)),
        ),
      ),
    );
    const pages: number[] = [];
    await ledger.advance(id, async (tx) => {
      for (let after = 0; after < 5;) {
        const events = await tx.eventsAfter(after, 100);
        pages.push(events.length);
        after = events.at(-1)?.seq ?? Number.NaN;
      }
      expect(await tx.eventsAfter(5, 100)).toEqual([]);
    });
    expect(pages).toEqual([3, 2]);
    expect(await verifyLog(dataSource, id)).toMatchObject({ events: 5, faults: [] });
  });

  it('reads what waits up to so many commands, and to so many bytes of them, however many wait', async () => {
    const id = await newExercise();
    const inbox = new InboxWriter(dataSource);
    const actor = { kind: 'account', id: 'acc_1', role: 'controller' } as const;
    const submit = (count: number, name: string, text: string) => {
      const commands = Array.from({ length: count }, (_, i) => ({
        commandId: `${name}${i}`,
        type: 'SetSpeed' as const,
        data: { text },
      }));
      return inbox.submit({ exerciseId: id, commands, actor });
    };
    await submit(20, 'large', 'x'.repeat(MIB / 4));
    const waiting = () => ledger.advance(id, async (tx) => tx.waiting);
    // A quarter of a MiB each, and a little.
    const first = await waiting();
    expect([first.entries.length, first.more, first.entries[0]?.commandId]).toEqual([16, true, 'large0']);
    const mark = (entries: readonly { readonly inboxId: number }[]) =>
      ledger.advance(id, async (tx) => {
        const applied = entries.map(({ inboxId }, i) => {
          const appliedOrder = tx.row.appliedOrder + i + 1;
          return { inboxId, appliedAt: 5, appliedOrder, outcome: { firstSeq: 1, lastSeq: 0 } };
        });
        const appliedOrder = tx.row.appliedOrder + applied.length;
        tx.write(batchOf(tx.row, [anEvent('CONTROL')], { applied, exercise: { appliedOrder } }));
      });
    await mark(first.entries);
    const second = await waiting();
    expect([second.entries.length, second.more]).toEqual([4, false]);
    await mark(second.entries);

    await submit(1_001, 'small', '');
    const most = await waiting();
    expect([most.entries.length, most.more]).toEqual([1_000, true]);
    await mark(most.entries.slice(0, 1));
    const rest = await waiting();
    expect([rest.entries.length, rest.more, rest.entries.at(-1)?.commandId]).toEqual([1_000, false, 'small1000']);
  });

  it('writes nothing when the work throws', async () => {
    const id = await newExercise();
    await expect(
      ledger.advance(id, async (tx) => {
        tx.write(batchOf(tx.row, [anEvent('JOINT')]));
        throw new Error('the rules fell over');
      }),
    ).rejects.toThrow('the rules fell over');
    expect((await new EventReader(dataSource).after(id, 'all', 0, 10)).events).toEqual([]);
  });

  it('refuses events that do not follow, and marks that are not pending', async () => {
    const id = await newExercise();
    const attempt = (change: (batch: ReturnType<typeof batchOf>) => ReturnType<typeof batchOf>) =>
      ledger.advance(id, async (tx) => tx.write(change(batchOf(tx.row, [anEvent('PAK'), anEvent('JOINT')]))));
    await expect(
      attempt((batch) => ({ ...batch, events: batch.events.map((event) => ({ ...event, seq: event.seq + 1 })) })),
    ).rejects.toThrow(LedgerInconsistent);
    await expect(attempt((batch) => ({ ...batch, events: batch.events.slice(1) }))).rejects.toThrow(LedgerInconsistent);
    await expect(
      attempt((batch) => ({
        ...batch,
        applied: [{ inboxId: 4711, appliedAt: STARTEX, appliedOrder: 1, outcome: { firstSeq: 1, lastSeq: 1 } }],
      })),
    ).rejects.toThrow(LedgerInconsistent);
    expect(await verifyLog(dataSource, id)).toMatchObject({ events: 0, faults: [] });
  });

  it('lets one advance at a time in, whoever comes: the numbers stay gapless', async () => {
    const id = await newExercise();
    let inside = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        ledger.advance(id, async (tx) => {
          inside += 1;
          expect(inside).toBe(1);
          tx.write(batchOf(tx.row, [anEvent('JOINT'), anEvent('CHN')]));
          inside -= 1;
        }),
      ),
    );
    expect(await verifyLog(dataSource, id)).toMatchObject({ events: 16, faults: [] });
  });

  it('says busy when the lock is not to be had', async () => {
    const id = await newExercise();
    let leave = (): void => undefined;
    const entered = new Promise<void>((enter) => {
      void ledger.advance(id, () => {
        enter();
        return new Promise<void>((resolve) => (leave = resolve));
      });
    });
    await entered;
    await expect(ledger.advance(id, async () => 1)).rejects.toThrow(LedgerBusy);
    leave();
    expect(await ledger.advance(id, async () => 2)).toBe(2);
  });

  it('ends the transaction of a worker that stands still; its late commit fails, and nothing of it is there', async () => {
    const id = await newExercise();
    let wake = (): void => undefined;
    let frozen: Promise<void> | undefined;
    await new Promise<void>((entered) => {
      frozen = ledger.advance(id, async (tx) => {
        tx.write(batchOf(tx.row, [anEvent('JOINT', 1, 'frozen')]));
        entered();
        await new Promise<void>((resolve) => (wake = resolve));
      });
    });
    const before = performance.now();
    for (;;) {
      try {
        await ledger.advance(id, (tx) => tx.write(batchOf(tx.row, [anEvent('JOINT', 2, 'next')])));
        break;
      } catch (error) {
        expect(error).toBeInstanceOf(LedgerBusy);
        expect(performance.now() - before).toBeLessThan(20_000);
      }
    }
    wake();
    await expect(frozen).rejects.toThrow(DatabaseUnavailable);
    const { events } = await new EventReader(dataSource).after(id, 'all', 0, 10);
    expect(events.map((event) => JSON.parse(event.data).reason)).toEqual(['next']);
    expect(await ledger.advance(id, async (tx) => tx.row.seqs.all)).toBe(1);
  });

  it('finds what was changed behind its back', async () => {
    const id = await newExercise();
    await ledger.advance(id, (tx) => tx.write(batchOf(tx.row, [anEvent('JOINT'), anEvent('PAK'), anEvent('JOINT')])));
    const pool = poolOf(dataSource);
    await pool.query(`UPDATE event SET data = '{"unit":"OTHER"}' WHERE exercise_id = $1 AND seq = 2`, [id]);
    expect((await verifyLog(dataSource, id)).faults).toEqual([expect.stringContaining('event 2 ')]);
    await pool.query('DELETE FROM event WHERE exercise_id = $1 AND seq = 2', [id]);
    expect((await verifyLog(dataSource, id)).faults.join()).toContain('number 3 in stream all, expected 2');
    await pool.query('DELETE FROM event WHERE exercise_id = $1 AND seq = 3', [id]);
    expect((await verifyLog(dataSource, id)).faults.join()).toContain('ends at 3');
  });
});

describe('the log', () => {
  it('shows each stream its own gapless numbers, from any cursor and page size', async () => {
    const id = await newExercise();
    const audiences = [
      'CONTROL',
      'PAK',
      'CHN',
      'JOINT',
      'PAK',
      'PAK',
      'CONTROL',
      'CHN',
      'JOINT',
      'CHN',
      'CONTROL',
    ] as const;
    for (let round = 0; round < 7; round += 1) {
      await ledger.advance(id, (tx) =>
        tx.write(
          batchOf(
            tx.row,
            audiences.map((audience, i) => anEvent(audience, round, `${audience} ${round} ${i}`)),
          ),
        ),
      );
    }
    for (const stream of ['all', 'joint', 'pak', 'chn'] as const) {
      const { events: whole } = await new EventReader(dataSource).after(id, stream, 0, 1_000);
      expect(whole.map((event) => event.seq)).toEqual(whole.map((_, i) => i + 1));
      expect(await new EventReader(dataSource).lastSeq(id, stream)).toBe(whole.length);
      expect(new Set(whole.map((event) => event.audience))).toEqual(
        new Set(stream === 'all' ? audiences : stream === 'joint' ? ['JOINT'] : ['JOINT', stream.toUpperCase()]),
      );
      // With a memory of positions, and without one.
      const remembering = new EventReader(dataSource);
      const walked = [];
      for (let cursor = 0; ;) {
        const { events: page } = await remembering.after(id, stream, cursor, 3);
        walked.push(...page);
        if (page.length < 3) break;
        cursor = page[page.length - 1]?.seq ?? 0;
      }
      expect(walked).toEqual(whole);
      for (const cursor of [1, 5, whole.length - 1, whole.length, whole.length + 3]) {
        expect(await new EventReader(dataSource).after(id, stream, cursor, 4)).toEqual({
          events: whole.slice(cursor, cursor + 4),
          more: cursor + 4 < whole.length,
        });
      }
    }
  });

  it('follows a stream whose reader has seen all, over hidden events', async () => {
    const id = await newExercise();
    const reader = new EventReader(dataSource);
    const write = (audience: 'PAK' | 'CHN') =>
      ledger.advance(id, (tx) => tx.write(batchOf(tx.row, [anEvent(audience), anEvent(audience)])));
    await write('PAK');
    expect((await reader.after(id, 'chn', 0, 10)).events).toEqual([]);
    await write('PAK');
    expect((await reader.after(id, 'chn', 0, 10)).events).toEqual([]);
    await write('CHN');
    expect((await reader.after(id, 'chn', 0, 10)).events.map((event) => event.seq)).toEqual([1, 2]);
    await write('PAK');
    await write('CHN');
    expect((await reader.after(id, 'chn', 2, 10)).events.map((event) => event.seq)).toEqual([3, 4]);
    expect(await reader.after('no such', 'chn', 0, 10)).toEqual({ events: [], more: false });
  });

  it('gives an event as one JSON text', async () => {
    const id = await newExercise();
    await ledger.advance(id, (tx) => tx.write(batchOf(tx.row, [anEvent('JOINT', 3, '"')])));
    const {
      events: [all],
    } = await new EventReader(dataSource).after(id, 'all', 0, 1);
    const {
      events: [joint],
    } = await new EventReader(dataSource).after(id, 'joint', 0, 1);
    if (all === undefined || joint === undefined) throw new Error('no event');
    expect(JSON.parse(eventJson(all, OPERATOR))).toEqual({
      ...anEvent('JOINT', 3, '"'),
      seq: 1,
      wall: expect.stringMatching(/^\d{4}-.*Z$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.parse(eventJson(joint, OPERATOR))).not.toHaveProperty('hash');
  });
});
