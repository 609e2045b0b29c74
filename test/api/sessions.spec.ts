/** People sign in by name and password, or by a link that counts once; and their sessions end. */
import { ApiBench } from './api-bench.js';
import { eventually } from '../support/eventually.js';
import { closed, cookieOf, page, PASSWORD, socket, token } from './people.js';

let bench: ApiBench;
let control: ReturnType<typeof token>;
let names = 0;

beforeAll(async () => {
  // As behind a proxy: each client may have an address of its own.
  bench = await ApiBench.start({ trustedProxies: ['127.0.0.1'] });
  control = token(bench, await bench.token({ role: 'controller' }));
}, 60_000);

afterAll(() => bench?.stop());

/** A person with a password, under a name that nobody has. */
async function person(account: object = { role: 'operator', side: 'PAK' }): Promise<{ id: string; name: string }> {
  names += 1;
  const name = `Person ${Array.from(String(names), (digit) => 'abcdefghkm'[Number(digit)]).join('')}`;
  const { body, status } = await control('post', '/v1/accounts', { name, password: PASSWORD, ...account });
  expect([status, body.hasPassword]).toEqual([201, true]);
  return { id: body.id, name };
}

function signIn(name: string, password = PASSWORD, from = '192.0.2.1') {
  return bench.http.post('/v1/session').set('x-forwarded-for', from).send({ name, password });
}

async function session(account?: object) {
  const { id, name } = await person(account);
  const cookie = cookieOf(await signIn(name));
  return { id, name, cookie, ask: page(bench, cookie) };
}

describe('a person with a password', () => {
  it('signs in, and is told who it is and until when', async () => {
    const { id, name } = await person();
    const answer = await signIn(name.toUpperCase());
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^tandem-session=tds_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/),
    ]);
    const told = { account: id, name, role: 'operator', side: 'PAK', by: 'session', hasPassword: true };
    expect(answer.body).toMatchObject(told);
    const { body } = await page(bench, cookieOf(answer))('get', '/v1/session');
    expect(body).toMatchObject(told);
    const hours = (until: string) => Math.round((Date.parse(until) - Date.now()) / 3_600_000);
    expect([hours(body.idleUntil), hours(body.expiresAt)]).toEqual([8, 12]);
  });

  it('has a cookie that TLS alone carries, where a trusted proxy says so', async () => {
    const { name } = await person();
    const answer = await signIn(name)
      .set('x-forwarded-proto', 'https')
      .set('origin', bench.url.replace('http', 'https'));
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-tandem-session=.*; Secure$/)]);
    const ask = (cookie: string, proto: string) =>
      bench.http.get('/v1/session').set('cookie', cookie).set('x-forwarded-proto', proto);
    const cookie = cookieOf(answer);
    expect((await ask(cookie, 'https')).status).toBe(200);
    expect((await ask(cookie, 'http')).status).toBe(401);
    // Another page of the host could have set this one.
    expect((await ask(cookie.replace('__Host-', ''), 'https')).status).toBe(401);
  });

  it('is refused in the same words for a wrong name and a wrong password', async () => {
    const { name } = await person();
    const [wrong, nobody] = [await signIn(name, 'not the password'), await signIn('Nobody Here')];
    expect([wrong.status, wrong.body.code, wrong.body.detail]).toEqual([401, 'SIGN_IN_FAILED', nobody.body.detail]);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('keeps no secret in the database', async () => {
    const { cookie } = await session();
    const [secret = ''] = /tds_.*/.exec(cookie) ?? [];
    const dump: { text: string }[] = await bench.dataSource.query(
      `SELECT s::text || a::text AS text FROM session s, account_password a`,
    );
    const text = dump.map((row) => row.text).join('\n');
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(PASSWORD);
  });

  it.each([
    ['too short', { password: 'short' }, 'password'],
    ['the name', { name: 'Somebody Long', password: 'somebody long' }, 'password'],
    ['for a name that cannot be told from another', { name: 'Аmina Khan' }, 'name'],
    ['for a program', { role: 'service', classes: ['JOINT'], side: undefined }, 'password'],
  ])('is not made with a password that is %s', async (_, change, path) => {
    const wanted = { name: 'Whoever It Is', role: 'observer', password: PASSWORD, ...change };
    const { status, body } = await control('post', '/v1/accounts', wanted);
    expect([status, body.errors?.[0].path]).toEqual([422, path]);
  });

  it('has a name that nobody else signs in by, nor one that looks like it', async () => {
    const { name } = await person();
    const again = { name: name.toUpperCase(), role: 'evaluator', password: PASSWORD };
    const { status, body } = await control('post', '/v1/accounts', again);
    expect([status, body.code]).toEqual([409, 'NAME_TAKEN']);
  });

  it('changes the password, which ends all other sessions', async () => {
    const { name, cookie, ask } = await session();
    const other = page(bench, cookieOf(await signIn(name)));
    const next = 'quite another password';
    const wrong = await ask('put', '/v1/session/password', { current: 'wrong', password: next });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'SIGN_IN_FAILED']);
    expect((await ask('put', '/v1/session/password', { current: PASSWORD, password: next })).status).toBe(204);
    expect((await other('get', '/v1/session')).status).toBe(401);
    expect((await page(bench, cookie)('get', '/v1/session')).status).toBe(200);
    expect([(await signIn(name)).status, (await signIn(name, next)).status]).toEqual([401, 200]);
  });

  it('gets another one by a controller, which ends all sessions', async () => {
    const { id, name, ask } = await session();
    expect((await control('put', `/v1/accounts/${id}/password`, { password: 'set by a controller' })).status).toBe(204);
    expect((await ask('get', '/v1/session')).status).toBe(401);
    expect((await signIn(name, 'set by a controller')).status).toBe(200);
  });

  it('that has none is told so', async () => {
    const ask = token(bench, await bench.token({ role: 'observer' }));
    const { status, body } = await ask('put', '/v1/session/password', { current: 'x', password: PASSWORD });
    expect([status, body.code]).toEqual([409, 'NO_PASSWORD']);
  });
});

describe('a cookie', () => {
  it('that was stolen is dead after sign-out', async () => {
    const { cookie, ask } = await session();
    const out = await ask('delete', '/v1/session');
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([204, expect.stringMatching(/=; .*Max-Age=0/)]);
    const { status, headers, body } = await page(bench, cookie)('get', '/v1/exercises');
    expect([status, body.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(String(headers['set-cookie'])).toContain('Max-Age=0');
  });

  it.each([
    ['of another site', 'https://evil.example'],
    ['of another port', 'http://127.0.0.1:1'],
    ['that hides itself', 'null'],
    ['that says nothing', undefined],
  ])('changes nothing for a page %s', async (_, origin) => {
    const { cookie } = await session({ role: 'controller' });
    const request = bench.http.post('/v1/accounts').set('cookie', cookie);
    const { status, body } = await (origin === undefined ? request : request.set('origin', origin)).send({
      name: 'x',
      role: 'observer',
    });
    expect([status, body.code]).toEqual([403, 'CROSS_SITE']);
  });

  it('is not read with by a page of another site, and none signs anybody in', async () => {
    const { cookie, name } = await session();
    const read = await bench.http.get('/v1/session').set('cookie', cookie).set('origin', 'https://evil.example');
    expect([read.status, read.body.code]).toEqual([403, 'CROSS_SITE']);
    const into = await signIn(name).set('origin', 'https://evil.example');
    expect([into.status, into.body.code]).toEqual([403, 'CROSS_SITE']);
  });

  it('opens a socket for a page of ours only, and streams for it', async () => {
    const exercise = await bench.exercise();
    const { cookie } = await session();
    const client = await socket(bench, { cookie, origin: bench.url });
    const answer = await client.emitWithAck('join', { exercise });
    expect(answer).toMatchObject({ ok: true });
    client.disconnect();
    await expect(socket(bench, { cookie, origin: 'https://evil.example' })).rejects.toThrow('websocket error');
    await expect(socket(bench, { cookie })).rejects.toThrow(/Origin/);
    await expect(socket(bench, { origin: bench.url })).rejects.toThrow(/token is needed/);
    const stop = new AbortController();
    const stream = await fetch(`${bench.url}/v1/exercises/${exercise}/events/stream`, {
      headers: { cookie },
      signal: stop.signal,
    });
    expect(stream.status).toBe(200);
    stop.abort();
  });

  it('gives way to a token that comes with it', async () => {
    const { cookie } = await session();
    const { body } = await control('get', '/v1/session').set('cookie', cookie);
    expect([body.role, body.by]).toEqual(['controller', 'token']);
  });
});

describe('a session', () => {
  /** As if so much time had gone by since its beginning, or its last use. */
  async function passed(id: string, minutes: number, idle = minutes): Promise<void> {
    await bench.dataSource.query(
      `UPDATE session SET created_at = created_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2),
         last_used_at = clock_timestamp() - make_interval(mins => $3) WHERE account_id = $1`,
      [id, minutes, idle],
    );
    // What was known of it a moment ago is forgotten, as it would be by then.
    await bench.dataSource.query(`SELECT pg_notify('tandem_people', $1)`, [JSON.stringify({ account: id })]);
  }

  it('ends after eight hours without use, and not before', async () => {
    const { id, ask } = await session();
    await passed(id, 479);
    expect((await ask('get', '/v1/session')).status).toBe(200);
    await passed(id, 0, 481);
    await eventually(async () => expect((await ask('get', '/v1/session')).status).toBe(401));
  });

  it('ends after twelve hours, however much it is used, and its socket with it', async () => {
    const { id, cookie, ask } = await session();
    const client = await socket(bench, { cookie, origin: bench.url });
    await passed(id, 719, 0);
    expect((await ask('get', '/v1/session')).status).toBe(200);
    expect(client.connected).toBe(true);
    const end = closed(client);
    await passed(id, 2, 0);
    expect(await end).toBe('io server disconnect');
    expect((await ask('get', '/v1/session')).status).toBe(401);
  });

  it('is listed to its owner and to controllers, who end it at once with its sockets and streams', async () => {
    const exercise = await bench.exercise();
    const { id, cookie, ask } = await session();
    const stranger = await session();
    const mine = (await ask('get', '/v1/sessions')).body.items;
    expect(mine).toEqual([expect.objectContaining({ account: id, how: 'password', current: true, from: '192.0.2.1' })]);
    expect((await stranger.ask('delete', `/v1/sessions/${mine[0].id}`)).status).toBe(404);
    const client = await socket(bench, { cookie, origin: bench.url });
    const goodbye = new Promise((resolve) => client.once('goodbye', resolve));
    const end = closed(client);
    const stream = await fetch(`${bench.url}/v1/exercises/${exercise}/events/stream`, { headers: { cookie } });
    const all = (await control('get', '/v1/sessions')).body.items as { id: string }[];
    expect(all.map((one) => one.id)).toContain(mine[0].id);
    const asked = performance.now();
    expect((await control('delete', `/v1/sessions/${mine[0].id}`)).status).toBe(204);
    expect(await goodbye).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await end).toBe('io server disconnect');
    await stream.text();
    // Well before anything is looked at again by itself.
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect((await page(bench, cookie)('get', '/v1/session')).status).toBe(401);
  });

  it('ends in other API processes, too', async () => {
    const { createApi } = await import('../../apps/api/src/create-api.js');
    const { loadConfig } = await import('#infra/config/config.js');
    const { createLogger } = await import('#infra/telemetry/logger.js');
    const { url: databaseUrl = '' } = bench.dataSource.options as { url?: string };
    const log = createLogger({ name: 'api', level: 'silent' });
    const other = await createApi({ ...loadConfig({}), port: 0, databaseUrl }, log);
    try {
      const url = `http://127.0.0.1:${await other.listen()}`;
      const { cookie, ask } = await session();
      const client = await socket({ url }, { cookie, origin: url });
      const end = closed(client);
      const asked = performance.now();
      await ask('delete', '/v1/session');
      expect(await end).toBe('io server disconnect');
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect((await fetch(`${url}/v1/session`, { headers: { cookie } })).status).toBe(401);
    } finally {
      await other.close();
    }
  });

  it.each([
    ['disabled', (id: string) => control('delete', `/v1/accounts/${id}`), 'UNAUTHENTICATED'],
    [
      'given another role',
      (id: string) => control('put', `/v1/accounts/${id}/role`, { role: 'observer' }),
      'ACCESS_CHANGED',
    ],
  ])('loses its socket at once when the account is %s', async (_, change, code) => {
    const { id, cookie } = await session();
    const client = await socket(bench, { cookie, origin: bench.url });
    const goodbye = new Promise((resolve) => client.once('goodbye', resolve));
    const end = closed(client);
    const asked = performance.now();
    expect((await change(id)).status).toBeLessThan(300);
    expect(await goodbye).toMatchObject({ code });
    await end;
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  it('of a token does not exist', async () => {
    const { status, body } = await control('delete', '/v1/session');
    expect([status, body.code]).toEqual([409, 'NO_SESSION']);
  });
});

it('a token that is revoked loses its socket at once', async () => {
  const account = await bench.accounts.createAccount({ name: 'x', role: 'observer' });
  const made = await bench.accounts.createToken(account.id);
  const client = await socket(bench, {}, { token: made.secret });
  const end = closed(client);
  const asked = performance.now();
  // By another process, such as the command line.
  await bench.accounts.revokeToken(made.token.id);
  expect(await end).toBe('io server disconnect');
  expect(performance.now() - asked).toBeLessThan(2_000);
});

describe('who tries passwords', () => {
  it('is slowed down, and locks nobody else out', async () => {
    const { name } = await person();
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn(name, 'wrong wrong', '198.51.100.7')));
    const statuses = tries.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const late = tries.find(({ status }) => status === 429);
    expect([late?.body.code, Number(late?.headers['retry-after'])]).toEqual(['TOO_MANY_TRIES', expect.any(Number)]);
    // Not even with the right one, from there.
    expect((await signIn(name, PASSWORD, '198.51.100.7')).status).toBe(429);
    // The owner sits elsewhere; and others sit where the attacker does.
    expect((await signIn(name, PASSWORD, '192.0.2.9')).status).toBe(200);
    const neighbour = await person();
    expect((await signIn(neighbour.name, PASSWORD, '198.51.100.7')).status).toBe(200);
  });

  it('may be right as often as he likes', async () => {
    const { name } = await person();
    for (let n = 0; n < 12; n += 1) expect((await signIn(name, PASSWORD, '198.51.100.8')).status).toBe(200);
  });
});

describe('a link that signs in once', () => {
  const redeem = (key: string) => bench.http.post('/v1/session/one-time').send({ key });

  async function link(account: object = { role: 'controller' }): Promise<{ key: string; id: string }> {
    const { body: made } = await control('post', '/v1/accounts', { name: 'by link', ...account });
    const { status, body } = await control('post', `/v1/accounts/${made.id}/links`);
    expect([status, body.path]).toEqual([201, `/#/welcome?key=${body.key}`]);
    return { key: body.key, id: made.id };
  }

  it('counts once, of two at the same moment for one', async () => {
    const { key, id } = await link();
    const both = await Promise.all([redeem(key), redeem(key)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const { body } = both.find(({ status }) => status === 200) ?? both[0];
    expect(body).toMatchObject({ account: id, role: 'controller', by: 'session' });
    const late = await redeem(key);
    expect([late.status, late.body.code]).toEqual([410, 'LINK_INVALID']);
  });

  it('ends with its time, and with its account', async () => {
    const [old, gone] = [await link(), await link()];
    await bench.dataSource.query(`UPDATE one_time_link SET expires_at = clock_timestamp() WHERE account_id = $1`, [
      old.id,
    ]);
    await control('delete', `/v1/accounts/${gone.id}`);
    for (const { key } of [old, gone]) expect((await redeem(key)).status).toBe(410);
    expect((await redeem('tdl_nothing')).status).toBe(410);
  });

  it('is not for programs', async () => {
    const { body } = await control('post', '/v1/accounts', { name: 's', role: 'service', classes: ['JOINT'] });
    expect((await control('post', `/v1/accounts/${body.id}/links`)).status).toBe(422);
  });
});

it('who signs in, out, and is refused is on record', async () => {
  const { id, name, ask } = await session();
  await signIn(name, 'wrong wrong');
  await ask('delete', '/v1/session');
  await eventually(async () => {
    const { body } = await control('get', `/v1/access-records?account=${id}`);
    const told = body.items.map(({ action, detail, by }: Record<string, string>) => [action, detail, by]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['signed-in', 'password', id],
        ['signed-out', undefined, id],
        ['refused', 'wrong password', undefined],
      ]),
    );
  });
});

it('a person who can sign in by a password is a way in for controllers', async () => {
  const own = await ApiBench.start();
  try {
    const first = token(own, await own.token({ role: 'controller' }));
    const id = (await first('get', '/v1/session')).body.account as string;
    expect((await first('delete', `/v1/accounts/${id}`)).status).toBe(409);
    expect((await first('put', `/v1/accounts/${id}/role`, { role: 'observer' })).body.code).toBe('LAST_CONTROLLER');
    await first('post', '/v1/accounts', { name: 'Second Controller', role: 'controller', password: PASSWORD });
    expect((await first('delete', `/v1/accounts/${id}`)).status).toBe(204);
  } finally {
    await own.stop();
  }
}, 60_000);
