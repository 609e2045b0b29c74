/** The record of access: what is counted together, for how long it is kept, and what happens while PostgreSQL is away. */
import type { DataSource } from 'typeorm';
import { AccessLog } from '#infra/accounts/access-log.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { poolOf } from '#infra/database/data-source.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ACCOUNT = { id: 'acc_a', exerciseId: null };
const KNOWN = { tokenId: 'tok_a', accountId: 'acc_a', exerciseId: null };

let postgres: TestDatabases;
let dataSource: DataSource;
/** Epoch ms: what the log takes for now. */
let now: number;
let log: AccessLog;
const troubles: unknown[] = [];

beforeAll(async () => {
  postgres = await sharedPostgres();
  dataSource = await postgres.migrated();
}, 60_000);

beforeEach(async () => {
  await dataSource.query('TRUNCATE access_record');
  // The beginning of an hour: what follows within minutes is of the same one.
  now = Math.floor(Date.now() / HOUR) * HOUR;
  troubles.length = 0;
  log = new AccessLog(
    dataSource,
    (error) => troubles.push(error),
    () => now,
  );
});

afterAll(() => postgres?.stop());

/** Writes what is counted, and answers all that is on record, each as one text, sorted. */
async function told(): Promise<string[]> {
  await log.close();
  const records = await log.list({ limit: 100 });
  return records
    .map(({ action, tokenId, from, detail, count }) => `${action} ${tokenId} ${from} ${detail}: ${count}`)
    .toSorted();
}

it('names a use once for each token and address in an hour, whoever counts it', async () => {
  const other = new AccessLog(dataSource, undefined, () => now);
  for (const from of ['10.0.0.1', '10.0.0.1', '10.0.0.2']) log.used('tok_a', ACCOUNT, from);
  other.used('tok_a', ACCOUNT, '10.0.0.1');
  await other.close();
  expect(await told()).toEqual(['token-used tok_a 10.0.0.1 null: 1', 'token-used tok_a 10.0.0.2 null: 1']);
  now += HOUR;
  log.used('tok_a', ACCOUNT, '10.0.0.1');
  expect(await told()).toHaveLength(3);
});

it('counts refusals by address, reason and token', async () => {
  for (let n = 0; n < 3; n += 1) log.refused('unknown token', '10.0.0.1', undefined);
  log.refused('throttled', '10.0.0.1', undefined);
  log.refused('revoked token', '10.0.0.1', KNOWN);
  expect(await told()).toEqual([
    'refused null 10.0.0.1 throttled: 1',
    'refused null 10.0.0.1 unknown token: 3',
    'refused tok_a 10.0.0.1 revoked token: 1',
  ]);
  log.refused('unknown token', '10.0.0.1', undefined);
  expect(await told()).toContain('refused null 10.0.0.1 unknown token: 4');
});

it('is bounded, however many addresses try: beyond the bound they are counted as one', async () => {
  const tries = 5_100;
  for (let n = 0; n < tries; n += 1) log.refused('unknown token', `10.1.${n >> 8}.${n & 255}`, undefined);
  await log.close();
  const [{ entries, sum, others }] = await dataSource.query(
    `SELECT count(*)::int AS entries, sum(count)::int AS sum,
       (sum(count) FILTER (WHERE address = 'other addresses'))::int AS others FROM access_record`,
  );
  expect({ entries, sum, others }).toEqual({ entries: 5_001, sum: tries, others: 100 });
});

it('keeps uses and refusals for 90 days, and for ever who was given access', async () => {
  await new AccountStore(dataSource).createAccount({ name: 'x', role: 'observer' });
  await dataSource.query(`UPDATE access_record SET at = at - interval '2 years'`);
  const today = now;
  for (const daysAgo of [91, 89]) {
    now = today - daysAgo * DAY;
    log.used('tok_a', ACCOUNT, `${daysAgo} days ago`);
    log.refused('unknown token', `${daysAgo} days ago`, undefined);
  }
  await told();
  const records = await told();
  expect(records.map((record) => record.replace(/^account-created.*/, 'account-created'))).toEqual([
    'account-created',
    'refused null 89 days ago unknown token: 1',
    'token-used tok_a 89 days ago null: 1',
  ]);
});

it('loses nothing while it cannot be written, and says so', async () => {
  const pool = poolOf(dataSource);
  const query = pool.query.bind(pool);
  pool.query = () => Promise.reject(new Error('away'));
  log.refused('unknown token', '10.0.0.1', undefined);
  await log.close();
  pool.query = query;
  expect(troubles).toHaveLength(1);
  log.refused('unknown token', '10.0.0.1', undefined);
  expect(await told()).toEqual(['refused null 10.0.0.1 unknown token: 2']);
});
