import { jest } from '@jest/globals';
import type { Worker } from 'bullmq';
import pg from 'pg';
import { EXERCISE_QUEUE, type ExerciseJob, type Hint } from '#contracts/jobs/exercise-queue.js';
import { HintPublisher, Hints } from '#infra/queue/hints.js';
import { closeWithin, QueueBackend } from '#infra/queue/queue-backend.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import { eventually } from '../support/eventually.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { startRedis, type TestRedis } from '../support/services.js';

// Servers start and stop in here, maybe while all other suites keep the machine busy.
jest.setTimeout(60_000);

let postgres: TestDatabases;
let redis: TestRedis | undefined;

beforeAll(async () => {
  [postgres, redis] = await Promise.all([sharedPostgres(), startRedis()]);
});
afterAll(async () => {
  await Promise.all([postgres.stop(), redis?.stop()]);
});

let prefixes = 0;

/** A worker whose jobs end when the test says so. */
class Manual {
  readonly started: { readonly data: ExerciseJob; readonly finish: () => void }[] = [];
  readonly worker: Worker<ExerciseJob, void, string>;

  private readonly publisher: HintPublisher;
  private closing = false;

  constructor(backend: QueueBackend, hint?: Hint) {
    this.publisher = new HintPublisher(backend);
    this.worker = backend.createWorker<ExerciseJob>(
      EXERCISE_QUEUE,
      async (job) => {
        if (hint !== undefined) await this.publisher.publish(hint);
        // A job that begins while we close would hold the worker open for ever.
        if (this.closing) return;
        await new Promise<void>((finish) => this.started.push({ data: job.data, finish }));
      },
      { concurrency: 4 },
    );
    this.worker.on('error', () => undefined);
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const job of this.started) job.finish();
    await Promise.all([closeWithin(this.worker, 1_000), this.publisher.close()]);
  }
}

describe.each(['postgres', 'redis'] as const)('the queue on %s', (kind) => {
  let backend: QueueBackend;
  let wakes: WakeQueue;
  let manual: Manual | undefined;
  let hints: Hints | undefined;
  const lost: unknown[] = [];

  beforeEach(async () => {
    prefixes += 1;
    backend = new QueueBackend({
      databaseUrl: postgres.url,
      redisUrl: kind === 'redis' ? redis?.url : undefined,
      queuePrefix: `t-${prefixes}`,
    });
    lost.length = 0;
    wakes = new WakeQueue(backend, { onLost: (error) => lost.push(error) });
    await wakes.ready();
  });
  afterEach(async () => {
    await Promise.all([wakes.close(), manual?.close(), hints?.close()]);
    manual = undefined;
    hints = undefined;
  });

  /** Without a Redis `startRedis` has said so; with CI set it has failed. */
  const test: typeof it = ((name: string, run: () => Promise<void>) =>
    it(name, async () => {
      if (kind === 'redis' && redis === undefined) return;
      await run();
    })) as typeof it;

  test('keeps one waiting wake-up of an exercise, and one more while it is being worked on', async () => {
    await Promise.all(Array.from({ length: 20 }, () => wakes.wake('EX-1')));
    await wakes.wake('EX-1');
    await wakes.wake('EX-2');
    manual = new Manual(backend);
    const { started } = manual;
    await eventually(() => expect(started.map((job) => job.data.exercise).toSorted()).toEqual(['EX-1', 'EX-2']));

    // While it is at work: kept, and run after it.
    await Promise.all(Array.from({ length: 20 }, () => wakes.wake('EX-1')));
    await wakes.wake('EX-1');
    for (const job of started.splice(0)) job.finish();
    await eventually(() => expect(started.map((job) => job.data.exercise)).toEqual(['EX-1']));
    for (const job of started.splice(0)) job.finish();

    // And afterwards it can be woken again: exactly once.
    await wakes.wake('EX-1');
    await eventually(() => expect(started).toHaveLength(1));
    await wakes.wake('EX-3');
    await eventually(() => expect(started.map((job) => job.data.exercise)).toEqual(['EX-1', 'EX-3']));
    expect(lost).toEqual([]);
  });

  test('replaces the wake-up that was set for later, and keeps one that is set while the earlier is at work', async () => {
    manual = new Manual(backend);
    const { started } = manual;
    await wakes.wakeAt('EX-1', 60_000);
    await wakes.wakeAt('EX-1', 30);
    await eventually(() => expect(started.map((job) => job.data)).toEqual([{ exercise: 'EX-1' }]));
    await wakes.wakeAt('EX-1', 60_000);
    await wakes.wakeAt('EX-1', 60);
    // A wake-up of the other kind is not held up by it.
    await wakes.wake('EX-1');
    await eventually(() => expect(started).toHaveLength(2));
    for (const job of started.splice(0)) job.finish();
    await eventually(() => expect(started.map((job) => job.data)).toEqual([{ exercise: 'EX-1' }]));
    expect(lost).toEqual([]);
  });

  test('carries each hint to every subscriber, once it listens', async () => {
    hints = new Hints(backend);
    const other = new Hints(backend);
    const publisher = new HintPublisher(backend);
    const got: Hint[] = [];
    const gotToo: Hint[] = [];
    hints.subscribe((hint) => got.push(hint));
    const end = other.subscribe((hint) => gotToo.push(hint));
    await Promise.all([hints.ready(), other.ready()]);
    const told = Array.from({ length: 200 }, (_, index): Hint => ({ exercise: 'EX-1', seq: index + 1 }));
    for (const hint of told) await publisher.publish(hint);
    await eventually(() => expect([got, gotToo]).toEqual([told, told]));

    // Told faster than they can be sent, the last of each exercise counts.
    await Promise.all(told.map(({ seq }) => publisher.publish({ exercise: 'EX-2', seq })));
    await eventually(() => {
      for (const list of [got, gotToo]) expect(list.at(-1)).toEqual({ exercise: 'EX-2', seq: 200 });
    });
    expect(got.length).toBeLessThan(220);

    end();
    await publisher.publish({ exercise: 'EX-3', seq: 1 });
    await eventually(() => expect(got.at(-1)).toEqual({ exercise: 'EX-3', seq: 1 }));
    expect(gotToo.at(-1)).toEqual({ exercise: 'EX-2', seq: 200 });
    await Promise.all([other.close(), publisher.close()]);
  });
});

describe('a PostgreSQL that cuts the connections for hints', () => {
  it('loses what is told meanwhile, and hints come through again', async () => {
    const backend = new QueueBackend({ databaseUrl: postgres.url, queuePrefix: 'cut' });
    const errors: Error[] = [];
    const hints = new Hints(backend, (error) => errors.push(error));
    const publisher = new HintPublisher(backend);
    const got: Hint[] = [];
    hints.subscribe((hint) => got.push(hint));
    const client = new pg.Client(postgres.url);
    await client.connect();
    try {
      await hints.ready();
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tandem-hints'",
      );
      await eventually(() => expect(errors).not.toHaveLength(0));
      await eventually(async () => {
        await publisher.publish({ exercise: 'EX-1', seq: 7 });
        expect(got[0]).toEqual({ exercise: 'EX-1', seq: 7 });
      });
    } finally {
      await Promise.all([hints.close(), publisher.close(), client.end()]);
    }
  });
});

describe('a PostgreSQL that cuts a connection while the queue sets up its tables', () => {
  it('costs that queue its wake-ups, and does not end the process', async () => {
    const url = await postgres.freshDatabase();
    const [holder, admin] = [new pg.Client(url), new pg.Client(url)];
    await Promise.all([holder.connect(), admin.connect()]);
    // Whoever wants to make the same schema waits for this transaction.
    await holder.query('BEGIN; CREATE SCHEMA tandem');
    const lost: unknown[] = [];
    const wakes = new WakeQueue(new QueueBackend({ databaseUrl: url }), { onLost: (error) => lost.push(error) });
    const ready = wakes.ready();
    ready.catch(() => undefined);
    try {
      await eventually(async () => {
        const { rows } = await admin.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'tandem-queue' AND wait_event_type = 'Lock'`,
        );
        expect(rows).toHaveLength(1);
      });
      await expect(ready).rejects.toThrow(/terminat/);
      await wakes.wake('EXERCISE');
      expect(lost).toHaveLength(1);
    } finally {
      await Promise.all([holder.end(), admin.end(), wakes.close()]);
    }
  });
});

describe('a Redis that goes away', () => {
  it('loses wake-ups without harm, and they come through again after a restart and a flush', async () => {
    if (redis === undefined || (process.env['REDIS_URL'] ?? '') !== '') return;
    const backend = new QueueBackend({ databaseUrl: postgres.url, redisUrl: redis.url, queuePrefix: 'gone' });
    const lost: unknown[] = [];
    const wakes = new WakeQueue(backend, { onLost: (error) => lost.push(error) });
    const hints = new Hints(backend);
    const got: Hint[] = [];
    hints.subscribe((hint) => got.push(hint));
    const manual = new Manual(backend, { exercise: 'EX-1', seq: 1 });
    const pump = async (): Promise<void> => {
      await wakes.wake('EX-1');
      for (const job of manual.started.splice(0)) job.finish();
    };
    try {
      await Promise.all([wakes.ready(), hints.ready()]);
      await eventually(async () => {
        await pump();
        expect(got.length).toBeGreaterThan(0);
      });
      await redis.kill();
      const began = performance.now();
      await Promise.all([wakes.wake('EX-1'), wakes.wakeAt('EX-1', 5)]);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(lost.length).toBeGreaterThan(0);
      await redis.start();
      const heard = got.length;
      await eventually(async () => {
        await pump();
        expect(got.length).toBeGreaterThan(heard);
      });
      await redis.flush();
      const heardThen = got.length;
      await eventually(async () => {
        await pump();
        expect(got.length).toBeGreaterThan(heardThen);
      });
    } finally {
      await Promise.all([wakes.close(), hints.close(), manual.close()]);
    }
  });
});
