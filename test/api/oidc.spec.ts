/** People sign in at a real OpenID provider; the groups that it names decide what they may do. */
import type { GroupRule } from '#infra/config/oidc-groups.js';
import { OIDC_CALLBACK_PATH } from '#contracts/http/sign-in.js';
import { BrowserJar } from '../support/browser-jar.js';
import { eventually } from '../support/eventually.js';
import { CLIENT_ID, CLIENT_SECRET, IdentityProviderServer, type ProviderPerson } from '../support/identity-provider.js';
import { ApiBench } from './api-bench.js';
import { page, PASSWORD, token } from './people.js';

const GROUPS: GroupRule[] = [
  { group: 'leads', role: 'controller' },
  { group: 'pak-desk', role: 'operator', side: 'PAK' },
  { group: 'chn-desk', role: 'operator', side: 'CHN' },
  { group: 'guests', role: 'observer' },
];

let provider: IdentityProviderServer;
let bench: ApiBench;
let control: ReturnType<typeof token>;
let subjects = 0;

beforeAll(async () => {
  provider = await IdentityProviderServer.start();
  bench = await ApiBench.start({
    oidcIssuer: provider.issuer,
    oidcClientId: CLIENT_ID,
    oidcClientSecret: CLIENT_SECRET,
    oidcScopes: 'openid profile groups',
    oidcGroups: GROUPS,
    oidcLabel: 'Staff college account',
  });
  control = token(bench, await bench.token({ role: 'controller' }));
}, 60_000);

afterAll(async () => {
  await bench?.stop();
  await provider?.stop();
});

/** Somebody whom nobody has seen before. */
function stranger(groups: readonly string[] | undefined, more: Partial<ProviderPerson> = {}): ProviderPerson {
  subjects += 1;
  return { sub: `subject-${subjects}`, name: 'Amina Khan', ...(groups !== undefined && { groups }), ...more };
}

async function signIn(person: ProviderPerson | undefined, browser = new BrowserJar(), query = '') {
  provider.person = person;
  const arrived = await browser.go(`${bench.url}/v1/sign-in/oidc${query}`);
  const cookie = browser.cookieOf(bench.url, 'tandem-session');
  return { arrived, browser, cookie };
}

/** What the page of the session asks, and who it is. */
async function signedIn(person: ProviderPerson) {
  const { cookie, browser, arrived } = await signIn(person);
  expect(cookie).toBeDefined();
  const ask = page(bench, `tandem-session=${cookie}`);
  const { status, body } = await ask('get', '/v1/session');
  expect([status, arrived.url]).toEqual([200, `${bench.url}/`]);
  return { ask, session: body, browser };
}

/** Follows until the browser is to come back, and stops there. */
async function upToCallback(person: ProviderPerson, browser = new BrowserJar()): Promise<string> {
  provider.person = person;
  const { url } = await browser.go(`${bench.url}/v1/sign-in/oidc`, new RegExp(OIDC_CALLBACK_PATH));
  return url;
}

const refusedWith = (code: string) => `${bench.url}/#/sign-in?refused=${code}`;

async function records(account: string): Promise<[string, string | undefined][]> {
  const { body } = await control('get', `/v1/access-records?account=${account}`);
  return body.items.map(({ action, detail }: Record<string, string>) => [action, detail]);
}

describe('a provider that is away at the start', () => {
  it('does not keep the API from starting; signing in is refused in a page and as a problem', async () => {
    expect((await bench.http.get('/health/ready')).status).toBe(200);
    const { arrived, cookie } = await signIn(stranger(['leads']));
    expect([arrived.url, cookie]).toEqual([refusedWith('OIDC_UNAVAILABLE'), undefined]);
    const { status, body, headers } = await bench.http.get('/v1/sign-in/oidc');
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'OIDC_UNAVAILABLE', '30']);
    expect(bench.logLines.join('')).toContain('the identity provider cannot be reached');
  });

  it('is found when it is there', async () => {
    provider.serve(`${bench.url}${OIDC_CALLBACK_PATH}`);
    const { session } = await signedIn(stranger(['leads']));
    expect(session).toMatchObject({ role: 'controller', by: 'session', hasPassword: false });
  });
});

describe('a person who signs in at the provider', () => {
  it('finds the way on the page before', async () => {
    const { status, body } = await bench.http.get('/v1/sign-in');
    const oidc = { label: 'Staff college account', path: '/v1/sign-in/oidc' };
    expect([status, body]).toEqual([200, { password: true, oidc }]);
  });

  it('is sent there with PKCE, state and nonce, bound to the browser for ten minutes', async () => {
    const browser = new BrowserJar();
    const answer = await browser.step(`${bench.url}/v1/sign-in/oidc`);
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    const form = /^[\w-]{43}$/;
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: `${bench.url}${OIDC_CALLBACK_PATH}`,
      scope: 'openid profile groups',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(form),
      state: expect.stringMatching(form),
      nonce: expect.stringMatching(form),
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tandem-oidc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/),
    ]);
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ]);
  });

  it('gets an account with the role of the group, and the same one again', async () => {
    const person = stranger(['somewhere-else', 'pak-desk']);
    const first = await signedIn(person);
    expect(first.session).toMatchObject({ name: expect.stringMatching(/^Amina Khan/), role: 'operator', side: 'PAK' });
    const again = await signedIn({ ...person, name: 'Another Name' });
    expect(again.session.account).toBe(first.session.account);
    expect(again.session.name).toBe(first.session.name);
    // The session before it goes on: nothing has changed.
    expect((await first.ask('get', '/v1/session')).status).toBe(200);
    const { items } = (await again.ask('get', '/v1/sessions')).body;
    expect(items.map(({ how }: { how: string }) => how)).toEqual(['OpenID Connect', 'OpenID Connect']);
    expect(await records(first.session.account)).toEqual(
      expect.arrayContaining([
        ['account-created', 'operator of PAK, by the group pak-desk'],
        ['signed-in', 'OpenID Connect'],
      ]),
    );
  });

  it('is who the subject says: the same name or e-mail is another person, with a name that differs', async () => {
    const name = 'Bilal Ahmed';
    const one = await signedIn(stranger(['guests'], { name, email: 'b@example.org' }));
    const other = await signedIn(stranger(['guests'], { name, email: 'b@example.org' }));
    expect(other.session.account).not.toBe(one.session.account);
    expect([one.session.name, other.session.name]).toEqual([name, `${name} 2`]);
  });

  it('never gets the account of somebody who has the name by a password', async () => {
    const name = 'Chen Wei';
    const { body } = await control('post', '/v1/accounts', { name, role: 'controller', password: PASSWORD });
    const { session } = await signedIn(stranger(['guests'], { name, preferred_username: body.id }));
    expect(session.account).not.toBe(body.id);
    expect(session.role).toBe('observer');
  });

  it.each([
    [{ name: 'Sаna Malik', preferred_username: 'sana.malik@example.org' }, /^sana malik$/],
    [{ name: '<b>' }, /^Person [a-z0-9]+$/],
  ])('whose name %j could deceive gets another one', async (names, expected) => {
    const { session } = await signedIn(stranger(['guests'], names));
    expect(session.name).toMatch(expected);
  });

  it('goes on to the page that was asked for', async () => {
    const path = '/x/EX-1/desk?incident=INC-0001';
    const { arrived } = await signIn(stranger(['guests']), new BrowserJar(), `?return=${encodeURIComponent(path)}`);
    expect(arrived.url).toBe(`${bench.url}${path}`);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/..//evil.example'])(
    'never goes on to %s',
    async (path) => {
      const { status, body } = await bench.http.get('/v1/sign-in/oidc').query({ return: path });
      expect([status, body.code, body.errors[0].path]).toEqual([400, 'QUERY_INVALID', 'return']);
    },
  );
});

describe('groups', () => {
  it('of which several have a role: the first one of the configuration counts, whatever their order', async () => {
    const { session } = await signedIn(stranger(['guests', 'chn-desk', 'leads']));
    expect(session.role).toBe('controller');
    const other = await signedIn(stranger(['guests', 'chn-desk']));
    expect(other.session).toMatchObject({ role: 'operator', side: 'CHN' });
  });

  it.each([
    ['none', []],
    ['others', ['canteen', 'LEADS']],
    ['nothing about them', undefined],
  ])('%s of which has a role: the person is refused', async (_, groups) => {
    const { arrived, cookie } = await signIn(stranger(groups));
    expect([arrived.url, cookie]).toEqual([refusedWith('OIDC_NO_GROUP'), undefined]);
  });

  it('that change between two sign-ins change the role, end the other sessions, and are on record', async () => {
    const person = stranger(['pak-desk']);
    const before = await signedIn(person);
    const after = await signedIn({ ...person, groups: ['chn-desk'] });
    expect(after.session).toMatchObject({ account: before.session.account, role: 'operator', side: 'CHN' });
    expect((await before.ask('get', '/v1/session')).status).toBe(401);
    expect(await records(before.session.account)).toContainEqual([
      'account-changed',
      'operator of PAK became operator of CHN, by the group chn-desk',
    ]);
  });

  it('that a person has lost end the sessions and the tokens', async () => {
    const person = stranger(['leads']);
    const { ask, session } = await signedIn(person);
    const { body: made } = await ask('post', `/v1/accounts/${session.account}/tokens`);
    const asToken = token(bench, made.secret);
    expect((await asToken('get', '/v1/session')).status).toBe(200);
    const { arrived } = await signIn({ ...person, groups: [] });
    expect(arrived.url).toBe(refusedWith('OIDC_NO_GROUP'));
    expect((await ask('get', '/v1/session')).status).toBe(401);
    expect((await asToken('get', '/v1/session')).status).toBe(401);
    await eventually(async () =>
      expect(await records(session.account)).toEqual(expect.arrayContaining([['refused', 'no group']])),
    );
  });

  it('are bound to an exercise and its units; if they are not there, the log says so', async () => {
    const exercise = await bench.exercise();
    GROUPS.unshift(
      { group: 'liaisons', role: 'liaison', side: 'PAK', exercise, units: ['police-sindh'] },
      { group: 'gone', role: 'observer', exercise: 'EX-GONE' },
      { group: 'wrong-units', role: 'liaison', side: 'CHN', exercise, units: ['police-sindh'] },
    );
    const { session } = await signedIn(stranger(['liaisons']));
    expect(session).toMatchObject({ role: 'liaison', exercise, units: ['police-sindh'] });
    for (const group of ['gone', 'wrong-units']) {
      const { arrived, cookie } = await signIn(stranger([group]));
      expect([arrived.url, cookie]).toEqual([refusedWith('OIDC_GROUP_UNUSABLE'), undefined]);
    }
    expect(bench.logLines.join('')).toContain('"group":"wrong-units"');
  });

  it('are asked for at the user info endpoint when the ID token has none', async () => {
    provider.serve(`${bench.url}${OIDC_CALLBACK_PATH}`, 'userinfo');
    const { session } = await signedIn(stranger(['pak-desk'], { name: 'Dilnoza' }));
    expect(session).toMatchObject({ name: 'Dilnoza', role: 'operator', side: 'PAK' });
    provider.serve(`${bench.url}${OIDC_CALLBACK_PATH}`);
  });
});

describe('nobody comes in', () => {
  it('by an account that a controller has disabled', async () => {
    const person = stranger(['guests']);
    const { session } = await signedIn(person);
    expect((await control('delete', `/v1/accounts/${session.account}`)).status).toBe(204);
    const { arrived, cookie } = await signIn(person);
    expect([arrived.url, cookie]).toEqual([refusedWith('ACCOUNT_DISABLED'), undefined]);
  });

  it('who cancels at the provider', async () => {
    const { arrived, cookie } = await signIn(undefined);
    expect([arrived.url, cookie]).toEqual([refusedWith('OIDC_DENIED'), undefined]);
  });

  it('by an address that was used already', async () => {
    const browser = new BrowserJar();
    const address = await upToCallback(stranger(['leads']), browser);
    expect((await browser.go(address)).url).toBe(`${bench.url}/`);
    expect((await browser.go(address)).url).toBe(refusedWith('OIDC_STATE_INVALID'));
  });

  it('by an address that another browser was sent to', async () => {
    const [own, other] = [new BrowserJar(), new BrowserJar()];
    const address = await upToCallback(stranger(['leads']), own);
    expect((await other.go(address)).url).toBe(refusedWith('OIDC_STATE_INVALID'));
    // Not even one that has begun a sign-in of its own.
    await upToCallback(stranger(['guests']), other);
    expect((await other.go(address)).url).toBe(refusedWith('OIDC_STATE_INVALID'));
    expect(other.cookieOf(bench.url, 'tandem-session')).toBeUndefined();
    expect((await own.go(address)).url).toBe(`${bench.url}/`);
  });

  it('with the code of another sign-in of the same browser, or with a code that was used', async () => {
    const browser = new BrowserJar();
    const person = stranger(['leads']);
    const other = new URL(await upToCallback(person, browser));
    const used = new URL(await upToCallback(person, browser));
    const code = used.searchParams.get('code') ?? '';
    other.searchParams.set('code', code);
    expect((await browser.go(other.href)).url).toBe(refusedWith('OIDC_ANSWER_INVALID'));
    expect(browser.cookieOf(bench.url, 'tandem-session')).toBeUndefined();
    expect((await browser.go(used.href)).url).toBe(`${bench.url}/`);
    const last = new URL(await upToCallback(person, browser));
    last.searchParams.set('code', code);
    expect((await browser.go(last.href)).url).toBe(refusedWith('OIDC_ANSWER_INVALID'));
  });

  it('after ten minutes', async () => {
    const browser = new BrowserJar();
    const address = await upToCallback(stranger(['leads']), browser);
    await bench.dataSource.query(`UPDATE oidc_sign_in SET expires_at = clock_timestamp()`);
    expect((await browser.go(address)).url).toBe(refusedWith('OIDC_STATE_INVALID'));
  });

  it.each(['', '?state=x', '?code=x', '?error=access_denied', '?code=a&state=b&state=c'])(
    'at the callback with %j',
    async (query) => {
      const { status, body } = await bench.http.get(`${OIDC_CALLBACK_PATH}${query}`);
      expect([status, body.code]).toEqual([400, query.includes('&state=c') ? 'QUERY_INVALID' : 'OIDC_STATE_INVALID']);
    },
  );
});

it('a provider that goes away later is reported, and others still come in', async () => {
  const browser = new BrowserJar();
  const address = await upToCallback(stranger(['leads']), browser);
  await provider.stop();
  try {
    expect((await browser.go(address)).url).toBe(refusedWith('OIDC_UNAVAILABLE'));
    const { body } = await control('post', '/v1/accounts', { name: 'Local One', role: 'observer', password: PASSWORD });
    const local = await bench.http.post('/v1/session').send({ name: body.name, password: PASSWORD });
    expect(local.status).toBe(200);
  } finally {
    await provider.startAgain();
  }
  await signedIn(stranger(['guests']));
});

it('what the provider and the browser hand each other is in no log', async () => {
  const browser = new BrowserJar();
  const address = new URL(await upToCallback(stranger(['leads']), browser));
  await browser.go(address.href);
  await browser.go(address.href);
  const lines = bench.logLines.join('');
  for (const name of ['code', 'state']) expect(lines).not.toContain(address.searchParams.get(name));
  expect(lines).not.toContain(CLIENT_SECRET);
});
