import { wallTime } from '#domain/kernel/wall-time.js';
import { commandId } from '#domain/kernel/ids.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { branded } from '#domain/testing/branded.js';
import { only, pak, PLAYED, smallExercise } from '#domain/testing/small-exercise.js';
import { ExerciseUnknown } from '#infra/exercises/exercise-unknown.js';
import type { ExerciseStore } from '#infra/exercises/exercise-store.js';
import type { Ledger, LedgerTransaction } from '#infra/ledger/ledger.js';
import type { ExerciseRow, InboxEntry, LedgerBatch } from '#infra/ledger/rows.js';
import { ExerciseRunner, type AdvancedRun } from './exercise-runner.js';

const SCENARIO = smallExercise({ units: [{ ...pak('police'), ...PLAYED }], chain: only(pak('police')) });
/** Wall time, epoch ms. */
const START = 1_800_000_000_000;

/** A ledger in memory: one exercise, whose transactions commit or fail whole. */
class MemoryLedger {
  row = branded<ExerciseRow>({
    id: 'EX-1',
    status: 'planned',
    engine: ENGINE_VERSION,
    seed: 'seed',
    speed: 1,
    anchorWall: null,
    anchorTime: 0,
    advancedTo: -1,
    seqs: { all: 0, joint: 0, pak: 0, chn: 0 },
    lastHash: '',
    nextDue: null,
    nextDueWall: null,
    appliedOrder: 0,
  });
  readonly log: LoggedEvent[] = [];
  waiting: InboxEntry[] = [];
  now = START;
  failCommits = 0;
  isDeleted = false;
  transactions = 0;
  atWork = 0;
  /** Numbers after which events were read. */
  readonly read: number[] = [];

  receive(type: string, data: object): void {
    const inboxId = this.row.appliedOrder + this.waiting.length + 1;
    const actor = { kind: 'account', id: 'trainer', role: 'controller' };
    const entry = { inboxId, commandId: commandId(`c${inboxId}`), type, data, actor, receivedAt: wallTime(this.now) };
    this.waiting.push(entry as InboxEntry);
  }

  async advance<T>(id: string, work: (tx: LedgerTransaction) => T | Promise<T>): Promise<T> {
    if (this.isDeleted) throw new ExerciseUnknown(id);
    this.transactions += 1;
    this.atWork += 1;
    if (this.atWork > 1) throw new Error('two transactions at a time');
    try {
      const batches: LedgerBatch[] = [];
      const tx = {
        row: this.row,
        now: wallTime(this.now),
        waiting: { entries: this.waiting, more: false },
        write: (batch: LedgerBatch) => {
          batches.push(batch);
          // As in PostgreSQL: the row does not change with the state that it was written from.
          tx.row = { ...tx.row, ...batch.exercise, seqs: { ...batch.exercise.seqs } };
        },
        snapshot: () => Promise.resolve(null),
        eventsAfter: (seq: number, limit: number) => {
          this.read.push(seq);
          return Promise.resolve(this.log.slice(seq, seq + limit));
        },
      };
      const result = await work(tx);
      await new Promise((resolve) => setImmediate(resolve));
      if (this.failCommits > 0) {
        this.failCommits -= 1;
        throw new Error('the commit failed');
      }
      this.row = tx.row;
      for (const { events, applied } of batches) {
        this.log.push(...events);
        const done = new Set(applied.map(({ inboxId }) => inboxId));
        this.waiting = this.waiting.filter(({ inboxId }) => !done.has(inboxId));
      }
      return result;
    } finally {
      this.atWork -= 1;
    }
  }
}

function desk() {
  const ledger = new MemoryLedger();
  const grown: number[] = [];
  const due: number[] = [];
  const runs: AdvancedRun[] = [];
  const leftAlone: number[] = [];
  const gone: string[] = [];
  const exercises = { scenario: () => Promise.resolve(SCENARIO), forget: () => undefined };
  const runner = new ExerciseRunner(ledger as unknown as Ledger, exercises as unknown as ExerciseStore, {
    grown: (_, seq) => grown.push(seq),
    due: (_, delayMs) => due.push(delayMs),
    advanced: (_, run) => runs.push(run),
    leftAlone: (_, engine) => leftAlone.push(engine),
    gone: (id) => gone.push(id),
  });
  return { ledger, runner, grown, due, runs, leftAlone, gone };
}

describe('the runner of exercises', () => {
  it('applies what waits, and reports what has been committed', async () => {
    const { ledger, runner, grown, due, runs } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    await runner.run('EX-1');
    expect(ledger.log.map(({ type }) => type)).toEqual(['ExerciseStarted']);
    expect(ledger.waiting).toEqual([]);
    expect(grown).toEqual([1]);
    expect(due).toEqual([SCENARIO.durationMs]);
    expect(runs.map(({ commandIds }) => commandIds)).toEqual([['c1']]);
  });

  it('asks once for the wake-up of a due time, and again when that is at hand', async () => {
    const { ledger, runner, due } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    await runner.run('EX-1');
    ledger.now += 1_000;
    await runner.run('EX-1');
    expect(due).toEqual([SCENARIO.durationMs]);
    ledger.now = START + SCENARIO.durationMs - 10;
    await runner.run('EX-1');
    expect(due).toEqual([SCENARIO.durationMs, 10]);
  });

  it('reports nothing of a transaction that failed, and reads the log anew', async () => {
    const { ledger, runner, grown, runs } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    await runner.run('EX-1');
    expect(ledger.read).toEqual([]);
    ledger.receive('PauseExercise', {});
    ledger.failCommits = 1;
    await expect(runner.run('EX-1')).rejects.toThrow('the commit failed');
    expect([grown, runs.length]).toEqual([[1], 1]);
    await runner.run('EX-1');
    expect(ledger.log.map(({ type }) => type)).toEqual(['ExerciseStarted', 'ExercisePaused']);
    // Its state had the pause already: it was thrown away with the transaction.
    expect(ledger.read).toEqual([0]);
    expect(grown).toEqual([1, 2]);
  });

  it('runs the same exercise once at a time, also after a failure', async () => {
    const { ledger, runner } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    ledger.failCommits = 1;
    const outcomes = await Promise.allSettled([runner.run('EX-1'), runner.run('EX-1'), runner.run('EX-1')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(ledger.transactions).toBe(3);
    expect(ledger.log).toHaveLength(1);
  });

  it('leaves a log of another engine alone, and reports it once', async () => {
    const { ledger, runner, leftAlone } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    await runner.run('EX-1');
    ledger.row = { ...ledger.row, engine: ENGINE_VERSION - 1 };
    ledger.receive('PauseExercise', {});
    await runner.run('EX-1');
    await runner.run('EX-1');
    expect(leftAlone).toEqual([ENGINE_VERSION - 1]);
    expect(ledger.log).toHaveLength(1);
    expect(ledger.waiting).toHaveLength(1);
  });

  it('ends quietly when the exercise was deleted, and keeps nothing of it', async () => {
    const { ledger, runner, gone } = desk();
    ledger.receive('StartExercise', { speed: 1 });
    await runner.run('EX-1');
    ledger.isDeleted = true;
    await runner.run('EX-1');
    expect(gone).toEqual(['EX-1']);
    // Whatever it finds under the id afterwards, it reads from the beginning.
    ledger.isDeleted = false;
    await runner.run('EX-1');
    expect(ledger.read).toEqual([0]);
  });
});
