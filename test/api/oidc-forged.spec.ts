/** What a provider answers is believed if and only if it is right: signature, issuer, audience, times, nonce. */
import { BrowserJar } from '../support/browser-jar.js';
import { type Forged, ForgingProvider } from '../support/forging-provider.js';
import { ApiBench } from './api-bench.js';
import { PASSWORD, token } from './people.js';

const SECRET = 'the secret of the client, which is long enough';

let provider: ForgingProvider;
let bench: ApiBench;

beforeAll(async () => {
  provider = await ForgingProvider.start();
  bench = await ApiBench.start({
    oidcIssuer: provider.issuer,
    oidcClientId: 'tandem',
    oidcClientSecret: SECRET,
    oidcGroups: [{ group: 'guests', role: 'observer' }],
    oidcRedirectUri: 'https://tandem.example.org/v1/sign-in/oidc/callback',
    passwordSignIn: false,
  });
}, 60_000);

afterAll(async () => {
  await bench?.stop();
  await provider?.stop();
});

/** @returns the code of the refusal, or `in` */
async function outcome(forged: (nonce: string) => Forged, iss?: string): Promise<string> {
  const browser = new BrowserJar('application/json');
  const begun = await browser.step(`${bench.url}/v1/sign-in/oidc`);
  const { searchParams } = new URL(begun.headers.get('location') ?? '');
  expect(searchParams.get('redirect_uri')).toBe('https://tandem.example.org/v1/sign-in/oidc/callback');
  provider.next = forged(searchParams.get('nonce') ?? '');
  const back = new URLSearchParams({
    code: 'a-code',
    state: searchParams.get('state') ?? '',
    ...(iss !== undefined && { iss }),
  });
  const answer = await browser.step(`${bench.url}/v1/sign-in/oidc/callback?${back}`);
  if (answer.status === 302) return browser.cookieOf(bench.url, 'tandem-session') === undefined ? 'out' : 'in';
  const { code } = (await answer.json()) as { code: string };
  expect(browser.cookieOf(bench.url, 'tandem-session')).toBeUndefined();
  return `${answer.status} ${code}`;
}

const seconds = (offset: number): number => Math.floor(Date.now() / 1_000) + offset;

describe('an ID token', () => {
  it.each<[string, (nonce: string) => Forged]>([
    ['that is right', (nonce) => ({ claims: { nonce } })],
    ['of a clock that is 20 s behind', (nonce) => ({ claims: { nonce, iat: seconds(-320), exp: seconds(-20) } })],
    ['of a clock that is 20 s ahead', (nonce) => ({ claims: { nonce, nbf: seconds(20), iat: seconds(20) } })],
    ['with groups as one text', (nonce) => ({ claims: { nonce, groups: 'guests' } })],
  ])('%s lets in', async (_, forged) => {
    expect(await outcome(forged)).toBe('in');
  });

  it.each<[string, (nonce: string) => Forged]>([
    ['for another client', (nonce) => ({ claims: { nonce, aud: 'another' } })],
    ['for several clients, of which another asked', (nonce) => ({ claims: { nonce, aud: ['tandem', 'x'], azp: 'x' } })],
    ['of another issuer', (nonce) => ({ claims: { nonce, iss: 'https://evil.example' } })],
    ['that has expired', (nonce) => ({ claims: { nonce, iat: seconds(-400), exp: seconds(-60) } })],
    ['that is not valid yet', (nonce) => ({ claims: { nonce, nbf: seconds(90) } })],
    ['without an end', (nonce) => ({ claims: { nonce, exp: undefined } })],
    ['of another sign-in', () => ({ claims: { nonce: 'another' } })],
    ['of no sign-in', () => ({})],
    ['of nobody', (nonce) => ({ claims: { nonce, sub: undefined } })],
    ['without a signature', (nonce) => ({ header: { alg: 'none', kid: undefined }, claims: { nonce }, key: 'none' })],
    ['whose signature was taken away', (nonce) => ({ claims: { nonce }, key: 'none' })],
    ['signed with another key', (nonce) => ({ claims: { nonce }, key: 'other' })],
    [
      'signed with the secret of the client',
      (nonce) => ({ header: { alg: 'HS256' }, claims: { nonce }, key: { secret: SECRET } }),
    ],
  ])('%s lets nobody in', async (_, forged) => {
    expect(await outcome(forged)).toBe('403 OIDC_ANSWER_INVALID');
  });

  it('that another provider sent the browser with lets nobody in', async () => {
    expect(await outcome((nonce) => ({ claims: { nonce } }), 'https://evil.example')).toBe('403 OIDC_ANSWER_INVALID');
  });

  it.each([500, 503, 401])('that does not come, but %i, is reported as the provider being away', async (status) => {
    provider.status = status;
    try {
      expect(await outcome((nonce) => ({ claims: { nonce } }))).toBe('503 OIDC_UNAVAILABLE');
    } finally {
      provider.status = 200;
    }
  });
});

describe('without passwords', () => {
  it('names and passwords are refused, the right ones, too, and the page knows it', async () => {
    const control = token(bench, await bench.token({ role: 'controller' }));
    await control('post', '/v1/accounts', { name: 'Local One', role: 'observer', password: PASSWORD });
    const { status, body } = await bench.http.post('/v1/session').send({ name: 'Local One', password: PASSWORD });
    expect([status, body.code]).toEqual([403, 'PASSWORD_SIGN_IN_OFF']);
    expect((await bench.http.get('/v1/sign-in')).body).toEqual({ password: false, oidc: { path: '/v1/sign-in/oidc' } });
  });

  it('links that sign in once, and invitations, work as before', async () => {
    const control = token(bench, await bench.token({ role: 'controller' }));
    const { body: made } = await control('post', '/v1/accounts', { name: 'First', role: 'controller' });
    const { body: link } = await control('post', `/v1/accounts/${made.id}/links`);
    expect((await bench.http.post('/v1/session/one-time').send({ key: link.key })).status).toBe(200);
    const { body: invitation } = await control('post', '/v1/invitations', { role: 'observer', uses: 1, minutes: 5 });
    const redeemed = await bench.http.post('/v1/invitations/redeem').send({ key: invitation.key, name: 'A Guest' });
    expect(redeemed.status).toBe(201);
  });
});

it('without an identity provider, the routes are not there', async () => {
  const plain = await ApiBench.start();
  try {
    expect((await plain.http.get('/v1/sign-in')).body).toEqual({ password: true });
    for (const path of ['/v1/sign-in/oidc', '/v1/sign-in/oidc/callback?code=a&state=b']) {
      const { status, body } = await plain.http.get(path);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    }
  } finally {
    await plain.stop();
  }
}, 60_000);
