import { unitId } from '#domain/kernel/ids.js';
import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '#infra/database/database-error.js';
import { poolOf } from '#infra/database/data-source.js';
import { migrate } from '#infra/database/migrate.js';
import { MIGRATIONS } from '#infra/database/migrations/index.js';
import { createDataSource } from '#infra/database/data-source.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { ExerciseUnknown } from '#infra/exercises/exercise-unknown.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { InboxFullError, RequestKeyReused, type Submission } from '#infra/inbox/submission.js';
import { EMPTY_SCENARIO } from '../support/log.js';
import { startPostgres, type TestPostgres } from '../support/services.js';

// Servers start and stop in here, maybe while all other suites keep the machine busy.
jest.setTimeout(60_000);

let postgres: TestPostgres;
let dataSource: DataSource;

beforeAll(async () => {
  postgres = await startPostgres();
  dataSource = await postgres.migrated();
  const exercises = new ExerciseStore(dataSource);
  for (const id of EXERCISES) await exercises.create({ id, scenario: EMPTY_SCENARIO, createdBy: 'acc_1' });
});
afterAll(async () => {
  await postgres.stop();
});

const EXERCISES = 'visible group text repeat other race keys poison full closing away few crowd long'.split(' ');

function submission(exerciseId: string, ids: readonly string[], more: Partial<Submission> = {}): Submission {
  return {
    exerciseId,
    commands: ids.map((commandId) => ({ commandId, type: 'PauseExercise', data: { of: commandId } })),
    actor: { kind: 'account', id: 'acc_1', role: 'controller' },
    ...more,
  };
}

async function stored(exerciseId: string): Promise<string[]> {
  const { rows } = await poolOf(dataSource).query<{ command_id: string }>(
    'SELECT command_id FROM inbox_pending WHERE exercise_id = $1 ORDER BY id',
    [exerciseId],
  );
  return rows.map((row) => row.command_id);
}

describe('migrations', () => {
  it('run once, whoever else starts at the same time', async () => {
    const url = await postgres.freshDatabase();
    const sources = await Promise.all([1, 2, 3].map(() => createDataSource({ url }).initialize()));
    const ran = await Promise.all(sources.map((source) => migrate(source)));
    await Promise.all(sources.map((source) => source.destroy()));
    expect(ran.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
  });
});

describe('the inbox', () => {
  it('says accepted only once the row is visible to another connection', async () => {
    const writer = new InboxWriter(dataSource);
    const [answer] = await writer.submit(submission('visible', ['c1']));
    expect(answer).toEqual({ inboxId: expect.any(Number), commandId: 'c1', status: 'accepted' });
    expect(await stored('visible')).toEqual(['c1']);
  });

  it('stores what gathers during a commit in the next one, in the order of the calls', async () => {
    const writer = new InboxWriter(dataSource);
    const ids = Array.from({ length: 300 }, (_, i) => `c${i}`);
    const answers = await Promise.all(ids.map((id) => writer.submit(submission('group', [id]))));
    expect(answers.flat().map((answer) => answer.status)).toEqual(ids.map(() => 'accepted'));
    expect(await stored('group')).toEqual(ids);
    expect(await commits('group')).toBeLessThan(20);
  });

  it('keeps data, actor and the order within a submission, and takes ready JSON text as it is', async () => {
    const writer = new InboxWriter(dataSource);
    const text = '{"b":"\\u00e9 \\" \\\\ اردو","a":[1.50]}';
    await writer.submit({
      exerciseId: 'text',
      commands: [
        { commandId: 'x', type: 'SubmitAlert', dataJson: text },
        { commandId: 'a', type: 'SetSpeed', data: { speed: 2 } },
      ],
      actor: { kind: 'unit', id: unitId('SPU-1') },
    });
    const { rows } = await poolOf(dataSource).query(
      `SELECT command_id, type, data::text AS data, actor FROM inbox WHERE exercise_id = 'text' ORDER BY id`,
    );
    expect(rows).toEqual([
      { command_id: 'x', type: 'SubmitAlert', data: text, actor: { kind: 'unit', id: unitId('SPU-1') } },
      { command_id: 'a', type: 'SetSpeed', data: '{"speed":2}', actor: { kind: 'unit', id: unitId('SPU-1') } },
    ]);
  });

  it('knows a repeat: later, in the same commit, and in the same submission', async () => {
    const writer = new InboxWriter(dataSource);
    const answers = await Promise.all([
      writer.submit(submission('repeat', ['a', 'b', 'a'])),
      writer.submit(submission('repeat', ['b', 'c'])),
      writer.submit(submission('other', ['b'])),
    ]);
    expect(answers.map((list) => list.map((answer) => answer.status))).toEqual([
      ['accepted', 'accepted', 'repeat'],
      ['repeat', 'accepted'],
      ['accepted'],
    ]);
    const later = await writer.submit(submission('repeat', ['z', 'a']));
    expect(later).toEqual([
      { inboxId: expect.any(Number), commandId: 'z', status: 'accepted' },
      { inboxId: null, commandId: 'a', status: 'repeat' },
    ]);
    expect(await stored('repeat')).toEqual(['a', 'b', 'c', 'z']);
  });

  it('stores each command once when two processes submit the same ones in a different order', async () => {
    const [one, two] = [new InboxWriter(dataSource), new InboxWriter(dataSource)];
    const ids = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const [a, b] = await Promise.all([
      one.submit(submission('race', ids)),
      two.submit(submission('race', ids.toReversed())),
    ]);
    const accepted = a.concat(b).filter((answer) => answer.status === 'accepted');
    expect(accepted).toHaveLength(200);
    expect((await stored('race')).toSorted()).toEqual(ids.toSorted());
  });

  it('takes the same request again, and refuses another one under the same key, wherever they meet', async () => {
    const writer = new InboxWriter(dataSource);
    const key = (fingerprint: string) => ({ requestKey: { accountId: 'acc_1', key: 'k', fingerprint } });
    const [first, again, other, neighbour] = await Promise.allSettled([
      writer.submit(submission('keys', ['a'], key('A'))),
      writer.submit(submission('keys', ['a'], key('A'))),
      writer.submit(submission('keys', ['b'], key('B'))),
      writer.submit(submission('keys', ['n'])),
    ]);
    expect([first, again, neighbour].map((result) => result?.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(again?.status === 'fulfilled' && again.value[0]?.status).toBe('repeat');
    expect(other?.status === 'rejected' && other.reason).toBeInstanceOf(RequestKeyReused);

    const elsewhere = new InboxWriter(dataSource);
    await expect(elsewhere.submit(submission('keys', ['c'], key('C')))).rejects.toThrow(RequestKeyReused);
    expect((await elsewhere.submit(submission('keys', ['a'], key('A'))))[0]?.status).toBe('repeat');
    expect((await stored('keys')).toSorted()).toEqual(['a', 'n']);
    // Another account's key is another key.
    const foreign = { requestKey: { accountId: 'acc_2', key: 'k', fingerprint: 'Z' } };
    expect((await elsewhere.submit(submission('keys', ['d'], foreign)))[0]?.status).toBe('accepted');
  });

  it('does not let one submission that PostgreSQL refuses fail its neighbours', async () => {
    const writer = new InboxWriter(dataSource);
    const bad = { commands: [{ commandId: 'bad', type: 'SubmitAlert' as const, dataJson: '{"half":' }] };
    const results = await Promise.allSettled([
      writer.submit(submission('poison', ['a'])),
      writer.submit(submission('poison', [], bad)),
      writer.submit(submission('poison', ['b'])),
      writer.submit(submission('poison', ['c\x1ed'])),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await stored('poison')).toEqual(['a', 'b']);
  });

  it('stores nothing of an exercise that does not exist, and all that comes with it', async () => {
    const writer = new InboxWriter(dataSource);
    const key = { requestKey: { accountId: 'acc_1', key: 'late', fingerprint: 'L' } };
    const results = await Promise.allSettled([
      writer.submit(submission('other', ['neighbour'])),
      writer.submit(submission('gone', ['a'])),
      writer.submit(submission('gone', ['b'], key)),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const result of results.slice(1)) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(ExerciseUnknown);
    }
    expect(await stored('gone')).toEqual([]);
    const keys = await poolOf(dataSource).query(`SELECT FROM request_key WHERE exercise_id = 'gone'`);
    expect(keys.rowCount).toBe(0);
  });

  it('refuses at once when too much waits', async () => {
    const writer = new InboxWriter(dataSource, { waitingLimit: 3 });
    const taken = [writer.submit(submission('full', ['a', 'b'])), writer.submit(submission('full', ['c']))];
    await expect(writer.submit(submission('full', ['d']))).rejects.toThrow(InboxFullError);
    await Promise.all(taken);
    expect((await writer.submit(submission('full', ['e'])))[0]?.status).toBe('accepted');
  });

  it('finishes what waits when it is closed, and counts what is pending', async () => {
    const writer = new InboxWriter(dataSource);
    const answer = writer.submit(submission('closing', ['a', 'b']));
    await writer.close();
    expect(await answer).toHaveLength(2);
    await expect(writer.submit(submission('closing', ['c']))).rejects.toThrow(DatabaseUnavailable);
    expect(await new InboxReader(dataSource).pendingCount('closing')).toBe(2);
    expect(await new InboxReader(dataSource).outcome('closing', 'a')).toBeNull();
  });

  it('fails quickly while PostgreSQL is away, and works again by itself', async () => {
    const writer = new InboxWriter(dataSource);
    await writer.submit(submission('away', ['before']));
    await postgres.down('immediate');
    const began = performance.now();
    const answers = await Promise.allSettled(['a', 'b'].map((id) => writer.submit(submission('away', [id]))));
    expect(performance.now() - began).toBeLessThan(4_500);
    for (const answer of answers) {
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(DatabaseUnavailable);
    }
    await postgres.start();
    expect((await writer.submit(submission('away', ['before', 'after']))).map((answer) => answer.status)).toEqual([
      'repeat',
      'accepted',
    ]);
  });
});

describe('the pace of commits', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Ends the first commit while so many others wait; time stands still but for what is passed to `at`. */
  async function crowd(exerciseId: string, size: number) {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const writer = new InboxWriter(dataSource);
    const submit = (id: string) => writer.submit(submission(exerciseId, [id]));
    const others: Promise<unknown>[] = [];
    await submit('first').then(() => {
      for (let i = 0; i < size; i += 1) others.push(submit(`other${i}`));
    });
    const at = (ms: number) => {
      now = ms;
    };
    return { submit, others, at };
  }

  it('does not make a few wait for more', async () => {
    const { others } = await crowd('few', 3);
    await Promise.all(others);
    expect(await commits('few')).toBe(2);
  });

  it('lets a crowd wait until nobody has come for 2 ms, so that who comes meanwhile shares its commit', async () => {
    const { submit, others, at } = await crowd('crowd', 4);
    at(1);
    const late = submit('late');
    at(3);
    await Promise.all([...others, late]);
    expect(await commits('crowd')).toBe(2);
  });

  it('lets a crowd wait for 20 ms at most, though more come all the time', async () => {
    const { submit, others, at } = await crowd('long', 4);
    at(19.9);
    const late = submit('late');
    at(20);
    await Promise.all([...others, late]);
    expect(await commits('long')).toBe(2);
  });
});

async function commits(exerciseId: string): Promise<number> {
  const { rows } = await poolOf(dataSource).query<{ n: number }>(
    'SELECT count(DISTINCT xmin::text) AS n FROM inbox WHERE exercise_id = $1',
    [exerciseId],
  );
  return rows[0]?.n ?? 0;
}
