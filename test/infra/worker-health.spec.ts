/** What a worker answers at its small door. */
import type { DataSource } from 'typeorm';
import { problemDocument } from '#contracts/http/problem-document.js';
import type { AccessLog } from '#infra/accounts/access-log.js';
import type { Account, AccountStore } from '#infra/accounts/account-store.js';
import { TokenDoor } from '#infra/accounts/token-door.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';
import { DatabaseUnavailable } from '#infra/database/database-error.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { createRegistry } from '#infra/telemetry/metrics.js';
import { HealthServer } from '../../apps/worker/src/health/health-server.js';

const lines: Record<string, unknown>[] = [];
const log = createLogger({
  name: 'worker',
  level: 'info',
  destination: { write: (line: string) => void lines.push(JSON.parse(line)) },
});
const away = () => Promise.reject(new DatabaseUnavailable(undefined));
const dataSource = { query: away } as unknown as DataSource;
/** By token: accounts as the store gives them. */
const ACCOUNTS: Readonly<Record<string, Pick<Account, 'role' | 'side' | 'exerciseId'>>> = {
  controller: { role: 'controller', side: null, exerciseId: null },
  service: { role: 'service', side: null, exerciseId: null },
  observer: { role: 'observer', side: null, exerciseId: null },
  evaluator: { role: 'evaluator', side: null, exerciseId: null },
  'service-of-a-side': { role: 'service', side: 'CHN', exerciseId: null },
  late: { role: 'service', side: null, exerciseId: null },
  'controller-of-an-exercise': { role: 'controller', side: null, exerciseId: 'exr_1' },
};
let asked = 0;
const accounts = {
  check: (token: string) => {
    asked += 1;
    if (token === 'away') return away();
    const account = ACCOUNTS[token];
    return Promise.resolve(account ? { account, tokenId: token } : { refusal: 'unknown token' });
  },
} as unknown as AccountStore;
/** What goes on record: the kind, and from where. */
const recorded: string[] = [];
const record: Pick<AccessLog, 'used' | 'refused'> = {
  used: (token, _account, from) => void recorded.push(`used ${token} ${from}`),
  refused: (reason, from) => void recorded.push(`${reason} ${from}`),
};
const door = new TokenDoor({ accounts, wrongTokens: new WrongTokens(undefined, () => 0), record });

const server = new HealthServer(dataSource, door, createRegistry('worker'), log, {
  host: '127.0.0.1',
  workerMetricsPort: 0,
});
let url: string;

beforeAll(async () => {
  await server.onApplicationBootstrap();
  url = `http://127.0.0.1:${String(lines.find(({ port }) => port !== undefined)?.['port'])}`;
});
afterAll(() => server.beforeApplicationShutdown());

it.each([
  ['/nothing?secret=1', '', 404, 'NOT_FOUND', '/nothing'],
  ['/metrics', '', 401, 'UNAUTHENTICATED', '/metrics'],
  ['/metrics', 'Bearer observer', 403, 'FORBIDDEN', '/metrics'],
  ['/metrics', 'Bearer evaluator', 403, 'FORBIDDEN', '/metrics'],
  ['/metrics', 'Bearer service-of-a-side', 403, 'FORBIDDEN', '/metrics'],
  ['/metrics', 'Bearer controller-of-an-exercise', 403, 'FORBIDDEN', '/metrics'],
  ['/metrics', 'Bearer away', 503, 'DATABASE_UNAVAILABLE', '/metrics'],
])(
  'refuses %s (%s) with a whole problem, whose id is in the log',
  async (path, authorization, status, code, instance) => {
    const answer = await fetch(url + path, { headers: { authorization } });
    const problem = problemDocument.parse(await answer.json());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      code,
      instance,
      detail: expect.stringMatching(/\.$/),
    });
    expect(answer.headers.get('x-request-id')).toBe(problem.requestId);
    expect(lines).toContainEqual(expect.objectContaining({ requestId: problem.requestId, path: instance, status }));
  },
);

it('says in plain JSON that it is not ready, as the API does', async () => {
  const answer = await fetch(`${url}/health/ready`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/json']);
});

it.each(['controller', 'service'])('shows its metrics to a %s of no side and no exercise', async (token) => {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('process="worker"');
});

it('throttles wrong tokens by their address before the store is asked, and records uses and refusals', async () => {
  const ask = async (token: string) => {
    const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return { code: answer.ok ? 'OK' : problemDocument.parse(await answer.json()).code, headers: answer.headers };
  };
  expect((await ask('controller')).code).toBe('OK');
  const before = asked;
  recorded.length = 0;
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(`wrong-${n}`)));
  const throttled = answers.filter(({ code }) => code === 'TOO_MANY_WRONG_TOKENS');
  expect(throttled).toHaveLength(20);
  expect(Number(throttled[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(asked - before).toBe(20);
  // One that was good from here before is not held up.
  expect((await ask('controller')).code).toBe('OK');
  expect((await ask('late')).code).toBe('TOO_MANY_WRONG_TOKENS');
  expect(new Set(recorded)).toEqual(
    new Set(['unknown token 127.0.0.1', 'throttled 127.0.0.1', 'used controller 127.0.0.1']),
  );
});
