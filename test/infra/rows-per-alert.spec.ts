/** What an alert costs the database, in rows and index entries: figures that do not depend on the machine. */
import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Plain } from '#domain/kernel/brand.js';
import { createDataSource, poolOf } from '#infra/database/data-source.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { unitRows } from '../../apps/api/src/exercises/exercise-views.js';
import { ExerciseRunner } from '../../apps/worker/src/advance/exercise-runner.js';
import { NUMBER_MARK } from '../bench/load/request-template.js';
import { tandemAlerts } from '../bench/workload/alert-texts.js';
import { jointScenario } from '../cluster/joint-scenario.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';

// The machine may be busy with all other suites.
jest.setTimeout(60_000);

/** Of a table: rows written (a row that is updated is written anew) and deleted, and entries written into its indexes. */
interface Cost {
  readonly rows: number;
  readonly deleted: number;
  readonly entries: number;
}

const CROWD = 50;
const KINDS = tandemAlerts('bench');

let postgres: TestDatabases;
/** One connection: PostgreSQL counts what a connection writes only when it is told to. */
let dataSource: DataSource;
let runner: ExerciseRunner;
let alerts = 0;

beforeAll(async () => {
  postgres = await sharedPostgres();
  const { options } = await postgres.migrated();
  dataSource = await createDataSource({ url: (options as { url: string }).url, poolSize: 1 }).initialize();
  const nothing = (): void => undefined;
  const listener = { grown: nothing, due: nothing, advanced: nothing, leftAlone: nothing, gone: nothing };
  runner = new ExerciseRunner(new Ledger(dataSource), new ExerciseStore(dataSource), listener);
});

afterAll(async () => {
  await dataSource?.destroy();
  await postgres?.stop();
});

/** Started, and paused: no timer falls due on the way. */
async function exercise(policy: Partial<Plain<Policy>> = {}): Promise<string> {
  const scenario = jointScenario({ sites: 20, capacity: 1_000, policy: policy as Partial<Policy> });
  const units = unitRows(scenario, scenario.seed);
  const created = await new ExerciseStore(dataSource).create({ scenario, createdBy: 'test', units });
  if (created === null) throw new Error('no exercise');
  const actor = { kind: 'account', id: 'trainer', role: 'controller' } as const;
  const commands = [
    { commandId: 'start', type: 'StartExercise', data: { speed: 1 } },
    { commandId: 'pause', type: 'PauseExercise', data: {} },
  ] as const;
  await new InboxWriter(dataSource).submit({ exerciseId: created.id, commands, actor });
  await runner.run(created.id);
  return created.id;
}

/** So many alerts, of one kind or of each in turn, each in a request of its own, which share a commit of the inbox and a transaction of the worker. */
async function send(exerciseId: string, count: number, kind?: number): Promise<void> {
  const inbox = new InboxWriter(dataSource);
  const actor = { kind: 'account', id: 'desk', role: 'service' } as const;
  const submitted = Array.from({ length: count }, () => {
    const id = `ALT-${++alerts}`;
    const text = KINDS[kind ?? alerts % KINDS.length]?.replaceAll(NUMBER_MARK, String(alerts)) ?? '';
    const { alert } = parseAlert(JSON.parse(text), { asExercise: false });
    const data = { alertId: id, references: [], alert };
    return inbox.submit({ exerciseId, commands: [{ commandId: id, type: 'SubmitAlert', data }], actor });
  });
  await Promise.all(submitted);
  await runner.run(exerciseId);
}

/** What the work costs for each of so many alerts, by table. */
async function costOf(per: number, work: () => Promise<void>): Promise<Readonly<Record<string, Cost>>> {
  const before = await counted();
  await work();
  const after = await counted();
  const costs = Object.entries(after).map(([table, now]): [string, Cost] => {
    const since = (key: keyof Cost): number => (now[key] - (before[table]?.[key] ?? 0)) / per;
    return [table, { rows: since('rows'), deleted: since('deleted'), entries: since('entries') }];
  });
  return Object.fromEntries(costs.filter(([, { rows, deleted }]) => rows + deleted > 0));
}

/** An update that stays in its page writes no index entry. The partial indexes over its direction and policies hold no alert. */
async function counted(): Promise<Record<string, Cost>> {
  const pool = poolOf(dataSource);
  await pool.query('SELECT pg_stat_force_next_flush()');
  await pool.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await pool.query<Cost & { table: string }>(
    `SELECT relname AS table, n_tup_ins + n_tup_upd AS rows, n_tup_del AS deleted,
       (n_tup_ins + n_tup_upd - n_tup_hot_upd) * (SELECT count(*) FROM pg_index
         WHERE indrelid = relid AND indexrelid NOT IN ('event_direction'::regclass, 'event_policy'::regclass, 'event_release'::regclass)) AS entries
     FROM pg_stat_user_tables WHERE relname <> 'migration'`,
  );
  return Object.fromEntries(rows.map(({ table, ...cost }) => [table, cost]));
}

const sum = (costs: Readonly<Record<string, Cost>>, key: keyof Cost): number =>
  Object.values(costs).reduce((total, cost) => total + cost[key], 0);

describe('an alert that joins an incident', () => {
  let storm: string;

  beforeAll(async () => {
    storm = await exercise();
    // Opens the incident of each site and category.
    await send(storm, KINDS.length);
  });

  it('writes, in a crowd, a row of its own in inbox, log and alerts alone', async () => {
    const costs = await costOf(10 * CROWD, async () => {
      for (let i = 0; i < 10; i += 1) await send(storm, CROWD);
    });
    const share = { rows: 1 / CROWD, deleted: 0 };
    expect(costs).toEqual({
      inbox: { rows: 1, deleted: 0, entries: 1 },
      event: { rows: 1, deleted: 0, entries: 1 },
      alert: { rows: 1, deleted: 0, entries: 3 },
      pending_batch: { rows: 1 / CROWD, deleted: 1 / CROWD, entries: 1 / CROWD },
      outcome_batch: { ...share, entries: 2 / CROWD },
      exercise: { ...share, entries: expect.any(Number) },
      // Each of a crowd's alerts joins another incident here.
      incident: { rows: 1, deleted: 0, entries: expect.any(Number) },
    });
    // As docs/operations.md says.
    expect(sum(costs, 'rows')).toBeLessThanOrEqual(4.1);
    // Whether an update stays in its page depends on what else reads the database at that moment.
    const updated = (costs['incident']?.entries ?? 0) + (costs['exercise']?.entries ?? 0);
    expect(sum(costs, 'entries') - updated).toBeLessThanOrEqual(5.1);
  });

  it('writes the row of an incident once, however many alerts of a crowd join it', async () => {
    const costs = await costOf(CROWD, () => send(storm, CROWD, 7));
    expect(costs['incident']?.rows).toBe(1 / CROWD);
    expect(sum(costs, 'rows')).toBeLessThanOrEqual(3.1);
  });

  it('costs seven rows when it comes alone', async () => {
    const costs = await costOf(CROWD, async () => {
      for (let i = 0; i < CROWD; i += 1) await send(storm, 1);
    });
    expect(sum(costs, 'rows')).toBeLessThanOrEqual(7);
    expect(sum(costs, 'deleted')).toBe(1);
  });
});

it('an alert that opens an incident writes no row of a unit that is only asked', async () => {
  const own = await exercise({ correlationWindowMs: 0 });
  const costs = await costOf(4 * CROWD, async () => {
    for (let i = 0; i < 4; i += 1) await send(own, CROWD);
  });
  expect(Object.keys(costs).toSorted()).toEqual(
    ['alert', 'event', 'exercise', 'inbox', 'incident', 'notification', 'outcome_batch', 'pending_batch'].toSorted(),
  );
  expect(costs['incident']).toEqual({ rows: 1, deleted: 0, entries: 3 });
  const { rows: asked = 0, entries } = costs['notification'] ?? {};
  expect(entries).toBe(2 * asked);
  // As docs/operations.md says: all but the events and the notifications.
  expect(sum(costs, 'rows') - (costs['event']?.rows ?? 0) - asked).toBeLessThanOrEqual(3.1);
});
