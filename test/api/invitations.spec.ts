/** People come in by a link, or a code and a PIN, and choose their names. */
import { ApiBench } from './api-bench.js';
import { eventually } from '../support/eventually.js';
import { closed, cookieOf, page, socket, token } from './people.js';

let bench: ApiBench;
let exercise: string;
let control: ReturnType<typeof token>;

interface Invitation {
  readonly id: string;
  readonly code: string;
  readonly key: string;
  readonly pin: string;
}

beforeAll(async () => {
  bench = await ApiBench.start({ trustedProxies: ['127.0.0.1'] });
  exercise = await bench.exercise();
  control = token(bench, await bench.token({ role: 'controller' }));
}, 60_000);

afterAll(() => bench?.stop());

async function invite(body: object = {}): Promise<Invitation> {
  const wanted = { role: 'operator', side: 'PAK', exercise, ...body };
  const answer = await control('post', '/v1/invitations', wanted);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body as Invitation;
}

function redeem(shown: object, name: string, from = '192.0.2.1') {
  return bench.http
    .post('/v1/invitations/redeem')
    .set('x-forwarded-for', from)
    .send({ ...shown, name });
}

describe('an invitation', () => {
  it('lets in who has the link, for its role, side, units and exercise', async () => {
    const { key, id } = await invite({ units: ['spu'] });
    const preview = await bench.http.post('/v1/invitations/preview').send({ key });
    expect(preview.body).toMatchObject({
      role: 'operator',
      side: 'PAK',
      exercise: { id: exercise },
      units: [{ id: 'spu' }],
    });
    const answer = await bench.http.post('/v1/invitations/redeem').send({ key, name: 'آمنہ خان', language: 'ur' });
    expect([answer.status, answer.body]).toEqual([
      201,
      expect.objectContaining({
        name: 'آمنہ خان',
        role: 'operator',
        side: 'PAK',
        units: ['spu'],
        exercise,
        language: 'ur',
      }),
    ]);
    const ask = page(bench, cookieOf(answer));
    expect((await ask('get', `/v1/exercises/${exercise}`)).status).toBe(200);
    expect((await ask('get', `/v1/exercises/${await bench.exercise()}`)).status).toBe(404);
    expect((await ask('get', '/v1/sessions')).body.items).toEqual([
      expect.objectContaining({ how: 'invitation', invitation: id }),
    ]);
  });

  it('lets in by code and PIN, however they are typed', async () => {
    const { code, pin } = await invite({ uses: 3 });
    expect([code, pin]).toEqual([expect.stringMatching(/^[a-z2-9]{5}$/), expect.stringMatching(/^\d{8}$/)]);
    expect(
      (await redeem({ code: ` ${code.toUpperCase()}`, pin: `${pin.slice(0, 4)} ${pin.slice(4)}` }, 'By Pin')).status,
    ).toBe(201);
    const inUrdu = Array.from(pin, (digit) => String.fromCodePoint(0x06f0 + Number(digit))).join('');
    expect((await redeem({ code, pin: inUrdu }, 'By Another Keyboard')).status).toBe(201);
    const wrong = pin.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    const refused = await redeem({ code, pin: wrong }, 'By Wrong Pin');
    expect([refused.status, refused.body.code]).toEqual([410, 'INVITATION_INVALID']);
    const unknown = await redeem({ code: 'zzzzz', pin }, 'By Wrong Code');
    expect([unknown.status, unknown.body.detail]).toEqual([410, refused.body.detail]);
  });

  it('has a PIN that cannot be tried for long, while the link goes on', async () => {
    const { code, pin, key } = await invite({ uses: 3 });
    const from = '198.51.100.20';
    const tries = await Promise.all(Array.from({ length: 7 }, () => redeem({ code, pin: '00000000' }, 'Guess', from)));
    expect(tries.map(({ status }) => status).toSorted()).toEqual([410, 410, 410, 410, 410, 429, 429]);
    expect((await redeem({ code, pin }, 'Guess', from)).status).toBe(429);
    expect((await redeem({ key }, 'By Link', from)).status).toBe(201);
    expect((await redeem({ code, pin }, 'From Elsewhere')).status).toBe(201);
  });

  it('counts as often as it says: of two for the last place, one gets it', async () => {
    const { key } = await invite({ uses: 2 });
    expect((await redeem({ key }, 'First One')).status).toBe(201);
    const both = await Promise.all([redeem({ key }, 'Second One'), redeem({ key }, 'Third One')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 410]);
    const late = await redeem({ key }, 'Late One');
    expect([late.body.code, late.body.detail]).toEqual(['INVITATION_INVALID', expect.stringContaining('used up')]);
  });

  it('is not used up by a name that is taken', async () => {
    const { key } = await invite({ uses: 2 });
    expect((await redeem({ key }, 'Zeb One')).status).toBe(201);
    // The same, and what looks the same.
    for (const name of ['zeb one', 'Zeb 0ne']) {
      const { status, body } = await redeem({ key }, name);
      expect([name, status, body.code]).toEqual([name, 409, 'NAME_TAKEN']);
    }
    expect((await redeem({ key }, 'Zeb Two')).status).toBe(201);
  });

  it('tells nobody of the other side how people are called', async () => {
    const [pak, chn] = [await invite(), await invite({ side: 'CHN' })];
    expect((await redeem({ key: pak.key }, 'Same Name')).status).toBe(201);
    expect((await redeem({ key: chn.key }, 'Same Name')).status).toBe(201);
  });

  it.each([
    ['two writings', 'Аli'],
    ['what is not seen', 'A\u200Bli'],
    ['a bidi control', 'A\u202Eli'],
    ['no letter', '7'],
  ])('takes no name with %s', async (_, name) => {
    const { key } = await invite();
    const { status, body } = await redeem({ key }, name);
    expect([[400, 422].includes(status), body.errors[0].path]).toEqual([true, 'name']);
  });

  it('ends with its time', async () => {
    const { id, key } = await invite();
    await bench.dataSource.query('UPDATE invitation SET expires_at = clock_timestamp() WHERE id = $1', [id]);
    expect((await redeem({ key }, 'Too Late')).body.detail).toContain('expired');
  });

  it('is listed without its secrets, and revoked', async () => {
    const { id, key, pin } = await invite({ note: 'for the desk' });
    const list = await control('get', '/v1/invitations');
    expect(list.text).not.toContain(key);
    expect(list.text).not.toContain(pin);
    const find = (items: { id: string }[]) => items.find((one) => one.id === id);
    expect(find(list.body.items)).toMatchObject({ state: 'open', uses: 0, maxUses: 1, note: 'for the desk' });
    expect((await control('delete', `/v1/invitations/${id}`)).status).toBe(204);
    expect((await redeem({ key }, 'Not Any More')).body.detail).toContain('revoked');
    expect(find((await control('get', '/v1/invitations')).body.items)).toMatchObject({ state: 'revoked' });
  });

  it('takes those who came by it out at once, if it is to', async () => {
    const [kept, removed] = [await invite(), await invite()];
    const [stays, goes] = [
      await redeem({ key: kept.key }, 'Who Stays'),
      await redeem({ key: removed.key }, 'Who Goes'),
    ];
    const client = await socket(bench, { cookie: cookieOf(goes), origin: bench.url });
    const end = closed(client);
    await control('delete', `/v1/invitations/${kept.id}`);
    await control('delete', `/v1/invitations/${removed.id}?people=remove`);
    expect(await end).toBe('io server disconnect');
    expect((await page(bench, cookieOf(stays))('get', '/v1/session')).status).toBe(200);
    expect((await page(bench, cookieOf(goes))('get', '/v1/session')).status).toBe(401);
  });

  it.each([
    ['an operator without a side', { side: undefined }, 'side'],
    ['a controller of a side', { role: 'controller' }, 'side'],
    ['a program', { role: 'service' }, 'role'],
    ["a unit of the other side's", { units: ['desk'] }, 'units[0]'],
    ['units of no exercise', { exercise: undefined, units: ['spu'] }, 'units'],
    ['an exercise that there is not', { exercise: 'EX-none' }, 'exercise'],
    ['no use', { uses: 0 }, 'uses'],
  ])('is not made for %s', async (_, body, path) => {
    const { status, body: problem } = await control('post', '/v1/invitations', {
      role: 'operator',
      side: 'PAK',
      exercise,
      ...body,
    });
    expect([status === 422 || status === 404, problem.errors[0].path]).toEqual([true, path]);
  });

  it('is either a key, or a code with a PIN', async () => {
    const { key, code } = await invite();
    for (const shown of [{}, { code }, { key, code, pin: '1' }])
      expect((await redeem(shown, 'Whoever')).status).toBe(422);
  });

  it('of a controller of one exercise is for this one, and others are not seen', async () => {
    const other = await bench.exercise();
    const bound = token(bench, await bench.token({ role: 'controller', exerciseId: other }));
    const { body } = await bound('post', '/v1/invitations', { role: 'evaluator' });
    expect(body.exercise).toBe(other);
    const { id } = await invite();
    expect((await bound('delete', `/v1/invitations/${id}`)).status).toBe(404);
    const ids = (await bound('get', '/v1/invitations')).body.items.map((one: Invitation) => one.id);
    expect(ids).toEqual([body.id]);
  });

  it('is on record when it is made, used, tried and revoked', async () => {
    const { id, key } = await invite();
    const { account } = (await redeem({ key }, 'On Record')).body;
    await redeem({ key: 'tdi_wrong' }, 'Wrong Key');
    await control('delete', `/v1/invitations/${id}`);
    await eventually(async () => {
      const { body } = await control('get', '/v1/access-records?limit=200');
      const its = body.items.filter(({ invitation }: Record<string, string>) => invitation === id);
      expect(its.map(({ action }: Record<string, string>) => action)).toEqual([
        'invitation-revoked',
        'signed-in',
        'invitation-used',
        'invitation-created',
      ]);
      expect(its[2].account).toBe(account);
      expect(body.items).toContainEqual(expect.objectContaining({ action: 'refused', detail: 'wrong invitation' }));
    });
  });
});
