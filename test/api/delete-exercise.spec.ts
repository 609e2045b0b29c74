/** An exercise that is deleted: nothing of it is left in any table or process, and nothing of it is stored meanwhile. */
import { loadConfig } from '#infra/config/config.js';
import type { PoolClient } from 'pg';
import { poolOf } from '#infra/database/data-source.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { createApi, type Api } from '../../apps/api/src/create-api.js';
import type { GoodbyeMessage } from '#contracts/push/messages.js';
import { eventually } from '../support/eventually.js';
import { ApiBench, sampleAlert } from './api-bench.js';
import { closed, type Client, PASSWORD, socket, token } from './people.js';

let bench: ApiBench;
let other: Api;
/** Both API processes' addresses: the bench's, which is asked to delete, and another one's. */
let urls: string[];
let control: ReturnType<typeof token>;
let controlToken: string;
const clients: Client[] = [];

beforeAll(async () => {
  bench = await ApiBench.start({ ratePerSecond: 0 });
  const { url: databaseUrl = '' } = bench.dataSource.options as { url?: string };
  const log = createLogger({ name: 'api', level: 'error', destination: { write: () => undefined } });
  other = await createApi({ ...loadConfig({}), port: 0, databaseUrl, ratePerSecond: 0 }, log);
  urls = [bench.url, `http://127.0.0.1:${await other.listen()}`];
  controlToken = await bench.token({ role: 'controller', name: 'Control' });
  control = token(bench, controlToken);
}, 60_000);

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

afterAll(async () => {
  await other?.close();
  await bench?.stop();
});

const path = (exercise: string, ...rest: string[]): string => ['/v1/exercises', exercise, ...rest].join('/');
const as = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

async function follow(url: string, secret: string, exercise: string): Promise<Client> {
  const client = await socket({ url }, {}, { token: secret });
  clients.push(client);
  expect(await client.emitWithAck('join', { exercise })).toMatchObject({ ok: true });
  return client;
}

const endOf = (exercise: string): Promise<void> => bench.command(exercise, 'EndExercise', {});

/** How many rows of each table mention one of these texts, in whichever column. */
async function mentions(...texts: string[]): Promise<Record<string, number>> {
  const tables = await bench.dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await bench.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${name}" t WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS text WHERE position(text in row_to_json(t)::text) > 0)`,
      [texts],
    );
    if (row !== undefined && row.count > 0) counts[name] = row.count;
  }
  return counts;
}

/** Tables that name an exercise, as the schema is now. */
async function tablesOfExercises(): Promise<string[]> {
  const rows = await bench.dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name = 'exercise_id' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

describe('a deleted exercise', () => {
  it('leaves no row in any table, but who deleted it in the record of access', async () => {
    const exercise = await bench.exercise();
    const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: 'JOINT' } } });
    await control('post', path(exercise, 'alerts'), alert).expect(202);
    await bench.work(exercise);
    // Of people who can touch this exercise only: by password, by invitation, by token and by link.
    const made = await control('post', '/v1/accounts', {
      name: 'Sana Bound',
      role: 'operator',
      side: 'PAK',
      exercise,
      password: PASSWORD,
    });
    expect(made.status).toBe(201);
    const bound = (await bench.accounts.createToken(made.body.id)).secret;
    await control('post', `/v1/accounts/${made.body.id}/links`, {}).expect(201);
    const invitation = await control('post', '/v1/invitations', { role: 'observer', exercise, uses: 2 });
    const { key } = invitation.body;
    const guest = await bench.http
      .post('/v1/invitations/redeem')
      .set('origin', bench.url)
      .send({ key, name: 'Guest Bound' });
    expect(guest.status).toBe(201);
    const announced = await control('post', path(exercise, 'announcements'), { text: { en: 'Lunch' } });
    expect(announced.status).toBe(201);
    await token(bench, bound)('post', path(exercise, 'announcements', announced.body.id, 'read')).expect(204);
    await follow(bench.url, bound, exercise);
    await bench.working(
      exercise,
      bench.http
        .post(path(exercise, 'pause'))
        .set('authorization', `Bearer ${controlToken}`)
        .set('idempotency-key', 'a-key'),
    );
    await bench.dataSource.query(`INSERT INTO snapshot (exercise_id, seq, state) VALUES ($1, 1, '{}')`, [exercise]);
    await endOf(exercise);
    await bench.dataSource.query(
      `INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
        SELECT exercise_id, id, ARRAY[id], ARRAY[command_id], ARRAY[1], 1 FROM inbox WHERE exercise_id = $1 LIMIT 1`,
      [exercise],
    );
    await bench.dataSource.query(
      `WITH endpoint AS (
         INSERT INTO remote_endpoint (exercise_id, unit_id, url, enabled, salt, set_by, read_to, is_remote)
         VALUES ($1, 'spu', 'https://unit.example', true, '', 'acc_x', 0, true)
       ), delivery AS (
         INSERT INTO remote_delivery (id, exercise_id, unit_id, kind, subject, seq, at)
         VALUES ('msg_x', $1, 'spu', 'notification', 'INC-0001.N1', 1, 1)
       ) INSERT INTO remote_request (exercise_id, unit_id, request) VALUES ($1, 'spu', 'x')`,
      [exercise],
    );
    await bench.dataSource.query('UPDATE presence SET state = state WHERE exercise_id = $1', [exercise]);
    await eventually(async () => expect(await mentions(exercise)).toHaveProperty('presence_socket'));
    const accounts = await bench.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE exercise_id = $1', [
      exercise,
    ]);
    expect(accounts).toHaveLength(2);
    const ids = [exercise, announced.body.id, invitation.body.id, ...accounts.map(({ id }) => id)];
    // A table that is new must be filled above: else nobody knows whether it is emptied.
    const filled = await mentions(...ids);
    const others = ['exercise', 'announcement_read', 'account_password', 'token', 'session', 'one_time_link'];
    expect([...(await tablesOfExercises()), ...others].filter((table) => filled[table] === undefined)).toEqual([]);

    await control('delete', path(exercise)).expect(204);

    expect(await mentions(...ids)).toEqual({ access_record: 1 });
    const records = await control('get', '/v1/access-records?action=exercise-deleted');
    expect(records.body.items[0]).toMatchObject({
      action: 'exercise-deleted',
      by: expect.stringMatching(/^acc_/),
      detail: expect.stringMatching(new RegExp(`^${exercise}, ".+", by Control$`)),
    });
    await control('delete', path(exercise)).expect(404);
    await token(bench, bound)('get', path(exercise)).expect(401);
  }, 60_000);

  it('leaves all others as they are', async () => {
    const [one, two] = [await bench.exercise(), await bench.exercise()];
    const bound = await bench.token({ role: 'observer', exerciseId: two });
    await endOf(one);
    const before = await mentions(two);
    await control('delete', path(one)).expect(204);
    expect(await mentions(two)).toEqual(before);
    await token(bench, bound)('get', path(two)).expect(200);
  });

  it('is forgotten by every API process: no list, no state, no feed, no report knows it', async () => {
    const exercise = await bench.exercise();
    await control('post', path(exercise, 'alerts'), sampleAlert()).expect(202);
    await endOf(exercise);
    const doors = [
      '',
      '/events',
      '/snapshot',
      '/presence',
      '/announcements',
      '/units',
      '/incidents',
      '/injects',
      '/report',
      '/recording',
    ];
    const ask = async (): Promise<number[]> =>
      (
        await Promise.all(
          urls.flatMap((url) => doors.map((door) => fetch(url + path(exercise) + door, as(controlToken)))),
        )
      ).map(({ status }) => status);
    expect(new Set(await ask())).toEqual(new Set([200]));
    await control('delete', path(exercise)).expect(204);
    // Here at once, elsewhere as soon as the news are there.
    expect((await fetch(urls[0] + path(exercise, 'events'), as(controlToken))).status).toBe(404);
    await eventually(async () => expect(new Set(await ask())).toEqual(new Set([404])));
    const client = await socket({ url: urls[1] ?? '' }, {}, { token: controlToken });
    clients.push(client);
    expect(await client.emitWithAck('join', { exercise })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const list = await (await fetch(`${urls[1]}/v1/exercises`, as(controlToken))).json();
    expect(JSON.stringify(list)).not.toContain(exercise);
    expect(bench.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 60_000);

  it('is the reason that its sockets and streams hear last, on every API process', async () => {
    const exercise = await bench.exercise();
    const bound = await bench.token({ role: 'operator', side: 'PAK', exerciseId: exercise });
    await endOf(exercise);
    const watching = await Promise.all(
      urls.flatMap((url) =>
        [controlToken, bound].map(async (secret) => {
          const client = await follow(url, secret, exercise);
          const goodbyes: GoodbyeMessage[] = [];
          client.on('goodbye', (message) => goodbyes.push(message));
          return { goodbyes, reason: closed(client) };
        }),
      ),
    );
    const streams = await Promise.all(
      urls.map((url) => fetch(`${url}${path(exercise)}/events/stream`, as(controlToken))),
    );
    await control('delete', path(exercise)).expect(204);
    for (const { goodbyes, reason } of watching) {
      expect(await reason).toBe('io server disconnect');
      expect(goodbyes).toEqual([{ code: 'EXERCISE_DELETED', exercise, message: expect.stringContaining(exercise) }]);
    }
    for (const stream of streams) {
      expect(await stream.text()).toMatch(/event: goodbye\ndata: \{"code":"EXERCISE_DELETED",.*\}\n\n$/);
    }
  }, 60_000);

  it('is found out by a process that has missed the news', async () => {
    const exercise = await bench.exercise(undefined, 'planned');
    const client = await follow(bench.url, controlToken, exercise);
    const reason = closed(client);
    await eventually(async () => expect(await mentions(exercise)).toHaveProperty('presence'));
    // Without any news, as if they had been sent while the connection was away.
    await bench.dataSource.query('DELETE FROM presence WHERE exercise_id = $1', [exercise]);
    await bench.dataSource.query('DELETE FROM exercise WHERE id = $1', [exercise]);
    await control('get', path(exercise, 'announcements')).expect(200);
    await bench.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'tandem-hints' AND datname = current_database()`,
    );
    expect(await reason).toBe('io server disconnect');
    await control('get', path(exercise, 'announcements')).expect(404);
  }, 60_000);

  it('lets a worker that is woken for it, or holds it, end quietly', async () => {
    const exercise = await bench.exercise();
    await endOf(exercise);
    await control('delete', path(exercise)).expect(204);
    await expect(bench.work(exercise)).resolves.toBeUndefined();
  });
});

describe('deleting', () => {
  it('is refused while the exercise is under way, with what is to be done first', async () => {
    const running = await bench.exercise();
    const refused = await control('delete', path(running));
    expect([refused.status, refused.body.code]).toEqual([409, 'EXERCISE_UNDER_WAY']);
    expect(refused.body.detail).toMatch(/is running; end it first/);
    await bench.command(running, 'PauseExercise', {});
    await control('delete', path(running)).expect(409);
    await control('get', path(running)).expect(200);
    const planned = await bench.exercise(undefined, 'planned');
    await control('delete', path(planned)).expect(204);
    await control('delete', path('EX-never-was')).expect(404);
  });

  it('is for controllers: of all exercises, or of this one', async () => {
    const [one, two] = [await bench.exercise(undefined, 'planned'), await bench.exercise(undefined, 'planned')];
    for (const role of ['evaluator', 'operator', 'observer', 'service'] as const) {
      await token(bench, await bench.token({ role }))('delete', path(one)).expect(403);
    }
    const ofTwo = token(bench, await bench.token({ role: 'controller', name: 'Of Two', exerciseId: two }));
    await ofTwo('delete', path(one)).expect(404);
    await ofTwo('delete', path(two)).expect(204);
    // The one who did it went with it; the name is on record.
    const { body } = await control('get', '/v1/access-records?action=exercise-deleted&limit=1');
    expect(body.items[0].detail).toMatch(/by Of Two$/);
  });

  it('happens once, when two try at the same time', async () => {
    const exercise = await bench.exercise(undefined, 'planned');
    const answers = await Promise.all(
      urls.map((url) => fetch(url + path(exercise), { method: 'DELETE', ...as(controlToken) })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  it('answers those who wait for what their command leads to', async () => {
    const exercise = await bench.exercise(undefined, 'planned');
    const start = control('post', path(exercise, 'start'), { speed: 1 })
      .set('prefer', 'wait=30')
      .then((answer) => answer);
    await eventually(async () => expect(await mentions(exercise)).toHaveProperty('pending_batch'));
    await control('delete', path(exercise)).expect(204);
    expect((await start).status).toBe(404);
    await bench.work(exercise);
    expect(await mentions(exercise)).toEqual({ access_record: 1 });
  });
});

/** Waits until a statement of the database waits for the lock of another. */
async function somebodyWaits(): Promise<void> {
  await eventually(async () => {
    const rows = await bench.dataSource.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
}

async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await poolOf(bench.dataSource).connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

describe('what is stored while it is being deleted', () => {
  const WRITES: readonly (readonly [string, (exercise: string) => PromiseLike<{ status: number }>])[] = [
    ['a command', (exercise) => control('post', path(exercise, 'start'), { speed: 1 }).set('prefer', 'wait=0')],
    [
      'a command with a key',
      (exercise) =>
        control('post', path(exercise, 'start'), { speed: 1 }).set({ 'idempotency-key': 'k', prefer: 'wait=0' }),
    ],
    ['an announcement', (exercise) => control('post', path(exercise, 'announcements'), { text: { en: 'Hello' } })],
    ['an account', (exercise) => control('post', '/v1/accounts', { name: 'Late', role: 'observer', exercise })],
    ['an invitation', (exercise) => control('post', '/v1/invitations', { role: 'observer', exercise })],
  ];

  it.each(WRITES)('is refused, not half stored: %s', async (_what, write) => {
    const exercise = await bench.exercise(undefined, 'planned');
    // It is known to the API before.
    await control('get', path(exercise, 'presence')).expect(200);
    let answer: Promise<{ status: number }> | undefined;
    await inTransaction(async (client) => {
      await client.query('SELECT FROM exercise WHERE id = $1 FOR UPDATE', [exercise]);
      await client.query('DELETE FROM unit WHERE exercise_id = $1', [exercise]);
      await client.query('DELETE FROM exercise WHERE id = $1', [exercise]);
      answer = Promise.resolve(write(exercise));
      await somebodyWaits();
    });
    expect((await answer)?.status).toBe(404);
    expect(await mentions(exercise)).toEqual({});
  });

  it('is waited for, and deleted too, when it came first', async () => {
    const exercise = await bench.exercise(undefined, 'planned');
    let answer: Promise<{ status: number }> | undefined;
    await inTransaction(async (client) => {
      // As the inbox and the stores of people do.
      await client.query('SELECT FROM exercise WHERE id = $1 FOR KEY SHARE', [exercise]);
      answer = control('delete', path(exercise)).then((deleted) => deleted);
      await somebodyWaits();
      await client.query(
        `INSERT INTO inbox (exercise_id, command_id, type, data, actor) VALUES ($1, 'late', 'StartExercise', '{}', '{}')`,
        [exercise],
      );
      await client.query(
        `INSERT INTO account (id, name, role, exercise_id) VALUES ('acc_late', 'Late', 'observer', $1)`,
        [exercise],
      );
    });
    expect((await answer)?.status).toBe(204);
    expect(await mentions(exercise, 'acc_late')).toEqual({ access_record: 1 });
  });

  it('is there before or refused, however they meet', async () => {
    for (let round = 0; round < 8; round += 1) {
      const exercise = await bench.exercise(undefined, 'planned');
      const secret = await bench.token({ role: 'observer', exerciseId: exercise });
      const writes = WRITES.flatMap(([, write]) => [write(exercise), write(exercise)]).map((sent) =>
        Promise.resolve(sent),
      );
      const joins = urls.map((url) =>
        socket({ url }, {}, { token: secret }).then(
          (client) => {
            clients.push(client);
            return client
              .timeout(5_000)
              .emitWithAck('join', { exercise })
              .catch(() => undefined);
          },
          () => undefined,
        ),
      );
      // At another moment each time.
      await writes[round - 1];
      await control('delete', path(exercise)).expect(204);
      const statuses = (await Promise.all(writes)).map(({ status }) => status);
      expect(statuses.filter((status) => ![201, 202, 404, 409].includes(status))).toEqual([]);
      await Promise.all(joins);
      await eventually(async () => expect(await mentions(exercise)).toEqual({ access_record: 1 }));
    }
  }, 60_000);
});
