/** Wrong tokens are slowed down, and who was given access, used it or was refused is on record. */
import { ROLES, type Role } from '#domain/kernel/role.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';

let bench: ApiBench;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  bench = await ApiBench.start();
  for (const role of ROLES) tokens[role] = await bench.token({ role });
}, 60_000);

afterAll(() => bench?.stop());

describe('wrong tokens', () => {
  let own: ApiBench;
  let good: string;
  const ask = (token: string) => own.http.get('/v1/exercises').set('authorization', `Bearer ${token}`);
  const wrong = (n: number) => `tdm_${String(n).padStart(43, '0')}`;

  beforeAll(async () => {
    own = await ApiBench.start();
    good = await own.token({ role: 'observer' });
  }, 60_000);
  afterAll(() => own?.stop());

  it('are slowed down per address before the database is asked, also when they come at a time', async () => {
    const unused = await own.token({ role: 'observer' });
    expect((await ask(good)).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(wrong(n))));
    const codes = answers.map(({ body }) => body.code as string);
    const tried = codes.filter((code) => code === 'UNAUTHENTICATED').length;
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThanOrEqual(21);
    const refused = answers.find(({ body }) => body.code === 'TOO_MANY_WRONG_TOKENS');
    expect([refused?.status, Number(refused?.headers['retry-after']) > 0]).toEqual([429, true]);
    // Also a good one has to wait, unless it was good from here before.
    expect((await ask(unused)).status).toBe(429);
    expect((await ask(good)).status).toBe(200);
    expect((await own.http.get('/health/live')).status).toBe(200);
  });

  it('that expired say so to who has them', async () => {
    const fresh = await ApiBench.start();
    try {
      const account = await fresh.accounts.createAccount({ name: 'x', role: 'observer' });
      const expired = await fresh.accounts.createToken(account.id, new Date('2020-01-01T00:00:00Z'));
      const { status, body } = await fresh.http.get('/v1/exercises').set('authorization', `Bearer ${expired.secret}`);
      expect([status, body.detail]).toEqual([401, expect.stringContaining('expired at 2020-01-01T00:00:00.000Z')]);
    } finally {
      await fresh.stop();
    }
  });
});

describe('the record of access', () => {
  interface Entry {
    readonly id: string;
    readonly action: string;
    readonly account?: string;
    readonly token?: string;
    readonly by?: string;
    readonly from: string;
    readonly count: number;
    readonly detail?: string;
  }

  const records = async (query: string, token = tokens.controller) =>
    (await bench.http.get(`/v1/access-records${query}`).set('authorization', `Bearer ${token}`)).body as {
      items: Entry[];
      next?: string;
    };

  it('says who made, used and revoked an access, and from where', async () => {
    const controller = { authorization: `Bearer ${tokens.controller}` };
    const { body: account } = await bench.http
      .post('/v1/accounts')
      .set(controller)
      .send({ name: 'recorded', role: 'observer' });
    const path = `/v1/accounts/${account.id}`;
    const { body: token } = await bench.http.post(`${path}/tokens`).set(controller).send({});
    const use = () => bench.http.get('/v1/exercises').set('authorization', `Bearer ${token.secret}`);
    await use();
    await use();
    const used = await eventually(async () => {
      const { items } = await records(`?account=${account.id}&action=token-used`);
      expect(items).not.toEqual([]);
      return items;
    });
    expect(used).toMatchObject([{ token: token.id, from: '127.0.0.1', count: 1 }]);
    await bench.http.delete(`${path}/tokens/${token.id}`).set(controller);
    await use();
    await bench.http.delete(path).set(controller);
    await eventually(async () => {
      expect((await records(`?account=${account.id}&action=refused`)).items).not.toEqual([]);
    });
    const { items } = await records(`?account=${account.id}`);
    expect(items.map(({ action }) => action).toSorted()).toEqual([
      'account-created',
      'account-disabled',
      'refused',
      'token-created',
      'token-revoked',
      'token-used',
    ]);
    const made = items.filter(({ action }) => action.startsWith('account-') || action === 'token-revoked');
    const [by] = [...new Set(made.map((entry) => entry.by))];
    expect(by).toMatch(/^acc_/);
    expect(made.every((entry) => entry.by === by && entry.from === '127.0.0.1')).toBe(true);
    expect(items.find(({ action }) => action === 'refused')).toMatchObject({
      detail: 'revoked token',
      token: token.id,
    });
    expect(JSON.stringify(items)).not.toContain(token.secret.slice(4));
  });

  it('counts refused attempts in an hour in one entry for each address and reason', async () => {
    const count = async () =>
      (await records('?action=refused')).items
        .filter(({ detail }) => detail === 'unknown token')
        .reduce((sum, entry) => sum + entry.count, 0);
    const before = await count();
    for (let n = 0; n < 3; n += 1) {
      await bench.http.get('/v1/exercises').set('authorization', `Bearer tdm_${String(n).repeat(43)}`);
    }
    await eventually(async () => {
      expect(await count()).toBe(before + 3);
    });
    const { items } = await records('?action=refused');
    const hours = items.filter(({ detail, from }) => detail === 'unknown token' && from === '127.0.0.1');
    expect(hours.length).toBeLessThanOrEqual(2);
  });

  it('is for controllers, in pages, and of one exercise for who is bound to it', async () => {
    const seen: string[] = [];
    let query = '?limit=2';
    for (let page = 0; page < 3; page += 1) {
      const { items, next } = await records(query);
      seen.push(...items.map(({ id }) => id));
      query = `?limit=2&cursor=${next}`;
    }
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(seen).size).toBe(6);
    const bound = await bench.token({ role: 'controller', exerciseId: await bench.exercise() });
    const { items } = await records('', bound);
    expect(items.map(({ action }) => action).toSorted()).toEqual(
      expect.arrayContaining(['account-created', 'token-created']),
    );
    expect(new Set(items.map(({ account }) => account)).size).toBe(1);
    for (const role of ['operator', 'observer', 'evaluator', 'service'] as const) {
      const request = bench.http.get('/v1/access-records').set('authorization', `Bearer ${tokens[role]}`);
      expect((await request).status).toBe(403);
    }
  });
});
