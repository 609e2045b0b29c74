/** Who may come in, and do what: every route of the table with every role. */
import { type Operation } from '#contracts/openapi/operation.js';
import { OPERATIONS } from '#contracts/openapi/operations.js';
import { ROLES, type Role } from '#domain/kernel/role.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise();
  for (const role of ROLES) {
    tokens[role] = await bench.token({ role, ...(role === 'liaison' && { exerciseId: exercise }) });
  }
}, 60_000);

afterAll(() => bench?.stop());

const ROUTES = Object.entries<Operation>(OPERATIONS).map(([id, entry]) => ({ id, ...entry }));
const CLOSED = ROUTES.filter(({ roles }) => roles !== 'public');

function call({ method, path }: Pick<Operation, 'method' | 'path'>, token?: string) {
  const url = path.replace('{exercise}', exercise).replace(/\{\w+\}/g, 'nothing');
  const name = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = bench.http[name](url);
  return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
}

describe('without a token', () => {
  it.each(ROUTES.filter(({ roles, method }) => roles === 'public' && method === 'GET'))(
    '$path is open',
    async (route) => {
      // There is no identity provider here: the routes to it do not exist, and ask for no token either.
      expect((await call(route)).status).toBe(route.path.includes('/oidc') ? 404 : 200);
    },
  );

  it.each(ROUTES.filter(({ roles, method }) => roles === 'public' && method !== 'GET'))(
    '$method $path is open to who has something to show',
    async (route) => {
      const { status, body } = await call(route).send({});
      // What a remote unit's program sends is signed: that is looked at before the body.
      const isSigned = route.path.endsWith('/answers');
      expect([status, body.code]).toEqual(isSigned ? [401, 'SIGNATURE_INVALID'] : [422, 'INPUT_INVALID']);
    },
  );

  it.each(CLOSED)('$method $path is not', async (route) => {
    const { status, headers, body } = await call(route);
    expect([status, body.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it.each(['Bearer nonsense', 'Bearer tdm_', `Bearer tdm_${'a'.repeat(43)}`, 'Basic dGRtOng=', ''])(
    'nor with %p',
    async (value) => {
      const { status } = await bench.http.get('/v1/exercises').set('authorization', value);
      expect(status).toBe(401);
    },
  );

  it('not even what does not exist is told', async () => {
    expect((await bench.http.get('/v1/nothing')).status).toBe(401);
    expect((await bench.http.patch('/v1/exercises')).status).toBe(401);
  });
});

describe('with a token', () => {
  const cases = CLOSED.flatMap((route) => ROLES.map((role) => ({ ...route, role })));
  const streaming = new Set(['streamEvents']);

  it.each(cases.filter(({ roles, role }) => !roles.includes(role as never)))(
    'a $role may not $method $path',
    async (route) => {
      const { status, body } = await call(route, tokens[route.role]);
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    },
  );

  it.each(cases.filter(({ roles, role, id }) => roles.includes(role as never) && !streaming.has(id)))(
    'a $role may $method $path',
    async (route) => {
      const request = call(route, tokens[route.role]).set('prefer', 'wait=0');
      const { status } = await request;
      expect([401, 403, 405, 500, 503]).not.toContain(status);
    },
  );

  it('a path that is no route is 404, a wrong method 405 with those that are allowed', async () => {
    const at = (method: 'get' | 'patch' | 'delete', path: string) =>
      bench.http[method](path).set('authorization', `Bearer ${tokens.controller}`);
    expect((await at('get', '/v1/nothing')).body.code).toBe('NOT_FOUND');
    expect((await at('get', '/v1/exercises//alerts')).status).toBe(404);
    const wrong = await at('patch', `/v1/exercises/${exercise}/alerts`);
    expect([wrong.status, wrong.body.code, wrong.headers['allow']]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'GET, HEAD, POST',
    ]);
    expect((await at('delete', `/v1/exercises/${exercise}/start`)).headers['allow']).toBe('POST');
  });

  it('HEAD answers like GET, without a body', async () => {
    const { status, headers, text } = await bench.http
      .head(`/v1/exercises/${exercise}`)
      .set('authorization', `Bearer ${tokens.observer}`);
    expect([status, headers['content-type'], text]).toEqual([200, 'application/json; charset=utf-8', undefined]);
  });
});

describe('a token that is bound to one exercise', () => {
  it('finds no other one, in the words in which what does not exist is not found', async () => {
    const mine = await bench.token({ role: 'controller', exerciseId: exercise });
    const other = await bench.exercise();
    const get = (id: string) => bench.http.get(`/v1/exercises/${id}`).set('authorization', `Bearer ${mine}`);
    expect((await get(exercise)).status).toBe(200);
    const [hidden, missing] = [await get(other), await get('EX-none')];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect({ ...hidden.body, requestId: '', instance: '' }).toEqual({
      ...missing.body,
      detail: missing.body.detail.replace('EX-none', other),
      requestId: '',
      instance: '',
    });
    const list = await bench.http.get('/v1/exercises').set('authorization', `Bearer ${mine}`);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([exercise]);
    const created = await bench.http
      .post('/v1/exercises')
      .set('authorization', `Bearer ${mine}`)
      .send({ scenario: {} });
    expect(created.status).toBe(403);
    expect((await bench.http.get('/metrics').set('authorization', `Bearer ${mine}`)).status).toBe(403);
  });

  it('lets others in to this one only', async () => {
    const mine = await bench.token({ role: 'controller', exerciseId: exercise });
    const create = (body: object) =>
      bench.http
        .post('/v1/accounts')
        .set('authorization', `Bearer ${mine}`)
        .send({ name: 'x', role: 'operator', side: 'PAK', ...body });
    expect((await create({})).body.exercise).toBe(exercise);
    expect((await create({ exercise: await bench.exercise() })).status).toBe(404);
  });
});

describe('accounts and tokens', () => {
  const as = (token: string) => ({
    post: (path: string, body: object = {}) => bench.http.post(path).set('authorization', `Bearer ${token}`).send(body),
    get: (path: string) => bench.http.get(path).set('authorization', `Bearer ${token}`),
    delete: (path: string) => bench.http.delete(path).set('authorization', `Bearer ${token}`),
  });

  it('are made, listed without secrets, and revoked, which counts at once', async () => {
    const controller = as(tokens.controller);
    const { body: account } = await controller.post('/v1/accounts', { name: 'desk', role: 'operator', side: 'CHN' });
    expect(account).toMatchObject({ name: 'desk', role: 'operator', side: 'CHN' });
    const tokensPath = `/v1/accounts/${account.id}/tokens`;
    const made = await controller.post(tokensPath);
    expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
    const { secret, id } = made.body;
    expect((await as(secret).get('/v1/exercises')).status).toBe(200);
    const listed = await controller.get(tokensPath);
    expect(listed.body.items).toEqual([expect.objectContaining({ id })]);
    expect(JSON.stringify(listed.body)).not.toContain(secret.slice(4));
    expect((await controller.delete(`${tokensPath}/${id}`)).status).toBe(204);
    expect((await as(secret).get('/v1/exercises')).status).toBe(401);
    expect((await controller.delete(`${tokensPath}/nothing`)).status).toBe(404);
  });

  it('stop working when the account is disabled, or the token expires', async () => {
    const controller = as(tokens.controller);
    const { body: account } = await controller.post('/v1/accounts', { name: 'x', role: 'observer' });
    const path = `/v1/accounts/${account.id}/tokens`;
    const { body: expired } = await controller.post(path, { expiresAt: '2020-01-01T00:00:00Z' });
    expect((await as(expired.secret).get('/v1/exercises')).status).toBe(401);
    const { body: beyond } = await controller.post(path, { expiresAt: '9999-12-31T23:59:59-23:59' });
    expect([beyond.code, beyond.errors[0].path]).toEqual(['INPUT_INVALID', 'expiresAt']);
    const { body: good } = await controller.post(path);
    expect((await as(good.secret).get('/v1/exercises')).status).toBe(200);
    await controller.delete(`/v1/accounts/${account.id}`);
    expect((await as(good.secret).get('/v1/exercises')).status).toBe(401);
    expect((await controller.post(path)).status).toBe(404);
  });

  it('of those who act have a side, and services a list of classes', async () => {
    const create = (body: object) => as(tokens.controller).post('/v1/accounts', { name: 'x', ...body });
    const wrong: [object, string][] = [
      [{ role: 'operator' }, 'side'],
      [{ role: 'evaluator', side: 'PAK' }, 'side'],
      [{ role: 'commander' }, 'side'],
      [{ role: 'releasing-authority' }, 'side'],
      [{ role: 'wall', side: 'PAK' }, 'side'],
      [{ role: 'liaison', side: 'PAK', exercise }, 'units'],
      [{ role: 'liaison', side: 'PAK', units: ['police-sindh'] }, 'units'],
      [{ role: 'liaison', side: 'CHN', units: ['police-sindh'], exercise }, 'units[0]'],
      [{ role: 'service' }, 'classes'],
      [{ role: 'service', side: 'PAK' }, 'classes'],
      [{ role: 'service', classes: [] }, 'classes'],
      [{ role: 'service', side: 'PAK', classes: ['JOINT', 'CHN'] }, 'classes'],
      [{ role: 'observer', classes: ['JOINT'] }, 'classes'],
    ];
    for (const [body, path] of wrong) {
      const { status, body: problem } = await create(body);
      expect([body, status, problem.errors?.[0].path]).toEqual([body, 422, path]);
    }
    const made = await create({ role: 'service', side: 'PAK', classes: ['JOINT', 'PAK'] });
    expect(made.body).toMatchObject({ role: 'service', side: 'PAK', classes: ['JOINT', 'PAK'] });
    await expect(bench.accounts.createAccount({ name: 'x', role: 'operator' })).rejects.toThrow('account_side');
    await expect(bench.accounts.createAccount({ name: 'x', role: 'service' })).rejects.toThrow(
      'account_service_classes',
    );
  });

  it('have tokens that expire: of people after 12 hours, of services after 90 days', async () => {
    const life = async (account: object) => {
      const { body } = await as(tokens.controller).post('/v1/accounts', { name: 'x', ...account });
      const { body: token } = await as(tokens.controller).post(`/v1/accounts/${body.id}/tokens`);
      return Math.round((Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 3_600_000);
    };
    expect(await life({ role: 'operator', side: 'CHN' })).toBe(12);
    expect(await life({ role: 'controller' })).toBe(12);
    expect(await life({ role: 'service', classes: ['JOINT'] })).toBe(90 * 24);
  });

  it('that are the last way in for a controller cannot be removed, by nobody', async () => {
    const own = await ApiBench.start();
    try {
      const [one, other] = await Promise.all(
        ['one', 'other'].map(async (name) => {
          const account = await own.accounts.createAccount({ name, role: 'controller' });
          return { account, ...(await own.accounts.createToken(account.id)) };
        }),
      );
      if (one === undefined || other === undefined) throw new Error('two controllers');
      // Neither a controller of one exercise nor one of the programs is a way in.
      await own.token({ role: 'controller', exerciseId: await own.exercise() });
      await own.token({ role: 'controller', builtIn: true });
      const removal = (path: string) => own.http.delete(path).set('authorization', `Bearer ${one.secret}`);
      const both = await Promise.all([
        removal(`/v1/accounts/${other.account.id}`),
        own.http.delete(`/v1/accounts/${one.account.id}`).set('authorization', `Bearer ${other.secret}`),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
      const left = both[0].status === 204 ? one : other;
      for (const path of [
        `/v1/accounts/${left.account.id}`,
        `/v1/accounts/${left.account.id}/tokens/${left.token.id}`,
      ]) {
        const { status, body } = await own.http.delete(path).set('authorization', `Bearer ${left.secret}`);
        expect([status, body.code]).toEqual([409, 'LAST_CONTROLLER']);
      }
      expect((await own.http.get('/v1/accounts').set('authorization', `Bearer ${left.secret}`)).status).toBe(200);
    } finally {
      await own.stop();
    }
  }, 60_000);

  it('tell what is wrong with a request', async () => {
    const { status, body } = await as(tokens.controller).post('/v1/accounts', { name: '', role: 'king', colour: 1 });
    expect([status, body.code]).toEqual([422, 'INPUT_INVALID']);
    expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(['colour', 'name', 'role']);
    expect(
      (await as(tokens.controller).post('/v1/accounts', { name: 'x', role: 'controller', side: 'PAK' })).status,
    ).toBe(422);
  });
});

describe('the documentation', () => {
  const basic = (token: string): string => `Basic ${Buffer.from(`anybody:${token}`).toString('base64')}`;

  it('has a browser ask, and takes the token as the password', async () => {
    for (const path of ['/docs', '/docs/', '/docs/openapi.json', '/docs/swagger-ui-bundle.js']) {
      const closed = await bench.http.get(path);
      expect([closed.status, closed.headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Basic /)]);
      expect((await bench.http.get(path).set('authorization', basic(tokens.observer))).status).toBe(200);
    }
    expect((await bench.http.get('/docs').set('authorization', basic('wrong'))).status).toBe(401);
  });

  it('takes nothing from elsewhere', async () => {
    const page = await bench.http.get('/docs').set('authorization', basic(tokens.observer));
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const { body } = await bench.http.get('/docs/openapi.json').set('authorization', `Bearer ${tokens.observer}`);
    expect([body.openapi, Object.keys(body.paths).length]).toEqual([
      '3.1.1',
      new Set(ROUTES.map(({ path }) => path)).size,
    ]);
  });
});

describe('request ids and metrics', () => {
  it('a sane X-Request-Id is kept, another one replaced', async () => {
    const ask = (id: string) => bench.http.get('/health/live').set('x-request-id', id);
    expect((await ask('abc-1.2:3')).headers['x-request-id']).toBe('abc-1.2:3');
    expect((await ask('a b"c')).headers['x-request-id']).toMatch(/^[\w-]+$/);
  });

  it("an id leads from the request through the API's log and the worker's to the events", async () => {
    const exercise = await bench.exercise();
    const as = { authorization: `Bearer ${tokens.controller}` };
    const alerts = Array.from({ length: 102 }, () => sampleAlert());
    await bench.http.post(`/v1/exercises/${exercise}/alerts`).set(as).set('x-request-id', 'lead-on').send(alerts);
    await bench.work(exercise);
    const told = (lines: readonly string[], word: string) =>
      JSON.parse(lines.find((line) => line.includes(word)) ?? '{}') as Record<string, unknown>;
    const stored = told(bench.logLines, 'lead-on');
    const [id] = stored['commandIds'] as string[];
    const applied = told(bench.workerLines, `"${id}"`);
    expect(applied).toMatchObject({ name: 'worker', msg: 'commands applied', exercise, refused: 0, more: 2 });
    expect(applied['commandIds']).toEqual(stored['commandIds']);
    const { firstSeq, lastSeq } = applied as { firstSeq: number; lastSeq: number };
    const { body } = await bench.http.get(`/v1/exercises/${exercise}/events?after=${firstSeq - 1}&limit=1`).set(as);
    expect(body.events[0]).toMatchObject({ seq: firstSeq, cause: { command: id } });
    expect(lastSeq - firstSeq).toBeGreaterThanOrEqual(101);
  });

  it('metrics count what was accepted', async () => {
    await bench.http
      .post(`/v1/exercises/${exercise}/alerts`)
      .set('authorization', `Bearer ${tokens.service}`)
      .send(sampleAlert());
    const { text, headers } = await bench.http.get('/metrics').set('authorization', `Bearer ${tokens.service}`);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(/tandem_commands_accepted_total\{type="SubmitAlert",status="accepted",process="api"\} 1/);
    const sided = await bench.token({ role: 'service', side: 'PAK' });
    expect((await bench.http.get('/metrics').set('authorization', `Bearer ${sided}`)).status).toBe(403);
  });

  it('the log names a refused request by its id and its account, and no token', async () => {
    await bench.http
      .get('/v1/accounts')
      .set('authorization', `Bearer ${tokens.observer}`)
      .set('x-request-id', 'find-me');
    const line = bench.logLines.find((text) => text.includes('find-me'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ requestId: 'find-me', status: 403, path: '/v1/accounts' });
    // More than a request id can hold by chance.
    expect(bench.logLines.join('')).not.toMatch(/tdm_[\w-]{13}/);
  });
});
