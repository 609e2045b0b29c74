/** How the API serves the console: without a token, under a strict policy, from files that never change. */
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { ApiBench } from './api-bench.js';

const assets = readdirSync(resolve(import.meta.dirname, '../../dist/console/assets'));

let bench: ApiBench;
beforeAll(async () => {
  bench = await ApiBench.start();
}, 60_000);
afterAll(() => bench?.stop());

function directives(response: Response): Map<string, string[]> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1)]));
}

/** As it stands: `fetch` would resolve the dots itself. */
async function statusOf(path: string): Promise<number> {
  return new Promise((settle, fail) => {
    request(bench.url, { path }, (answer) => {
      answer.resume();
      settle(answer.statusCode ?? 0);
    })
      .once('error', fail)
      .end();
  });
}

describe('the page', () => {
  it.each(['/', '/library', '/library/first-ten-minutes', '/x/EX-anything/desk?incident=INC-0001'])(
    'is at %s for everybody, is never kept, and holds nothing of an exercise',
    async (path) => {
      const response = await fetch(bench.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(await response.text()).not.toMatch(/EX-|tdm_|INC-|%CSP_NONCE%/);
    },
  );

  it('allows scripts, connections and workers of its own origin only, nothing inline, and no frame around it', async () => {
    const policy = directives(await fetch(bench.url));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'connect-src', 'worker-src', 'font-src', 'form-action']) {
      expect([name, policy.get(name)]).toEqual([name, ["'self'"]]);
    }
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('has no inline script, and another nonce for its styles each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(bench.url);
        const page = await response.text();
        expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/);
        const [, nonce] = /nonce="([^"]+)"/.exec(page) ?? [];
        expect(directives(response).get('style-src')).toEqual(["'self'", `'nonce-${nonce}'`]);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('its files', () => {
  const script = assets.find((name) => name.endsWith('.js') && assets.includes(`${name}.br`)) ?? '';

  it('have names with a hash, never change, and come compressed', async () => {
    for (const name of assets) expect(name).toMatch(/-[\w-]{8}\.\w+(\.br)?$/);
    const response = await fetch(`${bench.url}/assets/${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
  });

  it.each([
    '/assets/../index.html',
    '/assets/%2e%2e/%2e%2e/bin/api.js',
    '/assets/..%2f..%2fbin%2fapi.js',
    '/assets/..%5c..%5cpackage.json',
    '/assets//etc/passwd',
    '/assets/',
    '/assets/nothing.js',
  ])('are all that lies there: %s is refused', async (path) => {
    const status = await statusOf(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

it('opens no other door: without a token, what belongs to an exercise stays closed', async () => {
  for (const path of ['/v1/exercises', '/v1/session', '/docs', '/metrics']) {
    expect([path, (await fetch(bench.url + path)).status]).toEqual([path, 401]);
  }
  expect((await fetch(`${bench.url}/anything`)).status).not.toBe(200);
});
