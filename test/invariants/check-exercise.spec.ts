/** The checker can fail: whatever is planted in a sound run is reported, by the invariant that it violates. */
import pg from 'pg';
import type { EventView } from '#contracts/http/events.js';
import { eventIn, type Showable } from '#domain/release/shown.js';
import { poolOf } from '#infra/database/data-source.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { checkExercise, reportText, type CheckInput, type CheckReport } from './check-exercise.js';
import { smallRun, type SmallRun } from './small-run.js';
import { StreamRecorder } from './stream-recorder.js';
import type { Invariant } from './violations.js';

/** For a machine that is busy with other things. */
const SLOW_MS = 60_000;

let postgres: TestDatabases;
let template: string;
let run: SmallRun;
let copies = 0;

beforeAll(async () => {
  postgres = await sharedPostgres();
  const dataSource = await postgres.migrated();
  run = await smallRun(dataSource);
  const streams = await run.streams();
  run = { ...run, streams: () => Promise.resolve(streams) };
  const { rows } = await poolOf(dataSource).query<{ name: string }>('SELECT current_database() AS name');
  template = rows[0]?.name ?? '';
  await dataSource.destroy();
}, SLOW_MS);

afterAll(() => postgres?.stop());

/** A copy of the run's database in which something was changed. */
async function copyWith(statement?: string): Promise<string> {
  const url = new URL(postgres.url);
  const name = `copy_${++copies}`;
  await execute(url.href, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  url.pathname = `/${name}`;
  if (statement !== undefined) await execute(url.href, statement);
  return url.href;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function check(databaseUrl: string, more: Partial<CheckInput> = {}): Promise<CheckReport> {
  const { exerciseId, acknowledged } = run;
  return checkExercise({ databaseUrl, exerciseId, acknowledged, streams: await run.streams(), pageSize: 37, ...more });
}

function violated(report: CheckReport): Invariant[] {
  return Object.keys(report.counts).toSorted() as Invariant[];
}

describe('the checker', () => {
  it('finds nothing wrong with a sound run, and has looked at something', async () => {
    const report = await check(await copyWith());
    expect(reportText(report)).toMatch(/all invariants hold$/);
    expect(report.events).toBeGreaterThan(200);
    expect(report).toMatchObject({
      acknowledged: run.acknowledged.length,
      commands: run.acknowledged.length,
      alerts: 20,
    });
    expect(report.incidents).toBeGreaterThan(5);
    expect(report.notifications).toBeGreaterThan(15);
  });

  /** Queues commands of the inbox again: the rest of the statement says which. */
  const WAITS = `INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
    SELECT exercise_id, id, ARRAY[id], ARRAY[command_id], ARRAY[0], 1`;
  /** Each command gets a row of outcomes of its own, but for the one of this number. */
  const without = (order: number): string => `CREATE TEMP TABLE kept AS SELECT * FROM inbox_outcome;
    DELETE FROM outcome_batch;
    INSERT INTO outcome_batch
    SELECT exercise_id, applied_order, applied_order, inbox_id, ARRAY[inbox_id], ARRAY[command_id], ARRAY[applied_at], ARRAY[outcome]
    FROM kept WHERE applied_order <> ${order}`;
  const lastOf = (type: string): string => `(SELECT max(seq) FROM event WHERE type = '${type}')`;
  const STEP_BEFORE_REST = `(SELECT max(s.seq) FROM event s JOIN event r ON r.seq > s.seq
    AND r.data->>'incident' = s.data->>'incident' AND r.type IN ('ChainHalted', 'EscalationExhausted', 'IncidentClosed')
    WHERE s.type = 'StepStarted')`;
  /** Puts a copy of an event after the end of the log. */
  const again = (seq: string): string =>
    `INSERT INTO event SELECT exercise_id, (SELECT max(seq) + 1 FROM event), seq_joint, seq_pak, seq_chn,
       (SELECT max(at) FROM event), wall, type, audience, data, cause, actor, hash FROM event WHERE seq = ${seq}`;

  it.each<[Invariant, string, string]>([
    ['I1', 'an incident that shows another status', `UPDATE incident SET status = 'open' WHERE id = 'INC-0001'`],
    ['I1', 'a notification without a row', `DELETE FROM notification WHERE id = 'INC-0001.N1'`],
    [
      'I1',
      'an alert that was never in the log',
      `INSERT INTO alert SELECT exercise_id, 'ALT-x', audience, incident,
       status, severity, msg_type, sender, at, seq FROM alert LIMIT 1`,
    ],
    [
      'I1',
      'a unit that shows another number of places',
      `UPDATE unit SET doc = jsonb_set(doc::jsonb, '{engaged}', '77')::json
       WHERE id = 'police'`,
    ],
    [
      'I1',
      'a snapshot that is not the log',
      `INSERT INTO snapshot SELECT id, 20, '{"status":"ended","alerts":{},"members":{}}' FROM exercise`,
    ],
    ['I1', 'an exercise whose status is not that of its log', `UPDATE exercise SET status = 'running'`],
    [
      'I2',
      'a command that was changed after it was applied',
      `UPDATE inbox SET data = '{"speed":999}'
       WHERE type = 'StartExercise'`,
    ],
    [
      'I2',
      'a command that was applied at another time',
      `UPDATE outcome_batch SET applied_at[14 - first_order + 1] = applied_at[14 - first_order + 1] + 5
       WHERE 14 BETWEEN first_order AND last_order`,
    ],
    [
      'I3',
      'a number that is missing',
      `UPDATE event SET seq = -seq - 1 WHERE seq > 150; UPDATE event SET seq = -seq WHERE seq < 0`,
    ],
    ['I3', "a side's number that is missing", `UPDATE event SET seq_pak = seq_pak + 1 WHERE seq > 100`],
    ['I3', 'an event that was changed after it was written', `UPDATE event SET data = '{}' WHERE seq = 3`],
    ['I3', 'an event that was lost at the end', 'DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)'],
    ['I4', 'a command that was lost with its wake-up', without(20)],
    [
      'I4',
      'a command that still waits',
      `INSERT INTO inbox (exercise_id, command_id, type, data, actor)
       SELECT id, 'late', 'PauseExercise', '{}', '{}' FROM exercise;
       ${WAITS} FROM inbox WHERE command_id = 'late'`,
    ],
    ['I4', 'a command that is applied and waits again', `${WAITS} FROM inbox WHERE type = 'PauseExercise'`],
    ['I4', 'an alert that was accepted twice', again(`(SELECT min(seq) FROM event WHERE type = 'AlertAccepted')`)],
    ['I5', 'a notification that ends twice', again(lastOf('NotificationAcknowledged'))],
    [
      'I5',
      'a notification that never ended',
      `UPDATE event SET type = 'CommandRefused' WHERE seq = ${lastOf('NotificationWithdrawn')}`,
    ],
    [
      'I6',
      'a timer that fired before it was due',
      `UPDATE event SET wall = wall - interval '1 s'
       WHERE seq = ${lastOf('NotificationExpired')}`,
    ],
    ['I6', 'a timer that fired while the clock stood', again(lastOf('NotificationReminded'))],
    ['I6', 'a chain that goes on after it has halted', again(STEP_BEFORE_REST)],
    [
      'I9',
      'a reminder that the rules ask for and that was not sent',
      `DELETE FROM event WHERE seq = ${lastOf('NotificationReminded')}`,
    ],
    [
      'I9',
      'a step that started for another reason',
      `UPDATE event SET data = jsonb_set(data::jsonb, '{reason}', '"manual"')::json
       WHERE seq = (SELECT min(seq) FROM event WHERE type = 'StepStarted')`,
    ],
    [
      'I9',
      'an alert that joined an incident by another way',
      `UPDATE event SET data = jsonb_set(data::jsonb, '{joined}', '"named"')::json
       WHERE seq = ${lastOf('AlertAccepted')}`,
    ],
    [
      'I9',
      'a refusal with another code',
      `UPDATE event SET data = jsonb_set(data::jsonb, '{code}', '"NOT_YOUR_SIDE"')::json
       WHERE seq = ${lastOf('CommandRefused')}`,
    ],
  ])('reports under %s %s', async (invariant, _what, statement) => {
    const report = await check(await copyWith(statement));
    expect(violated(report)).toContain(invariant);
  });

  it.each([
    [
      'an outcome from which nothing came',
      `UPDATE event SET cause = '{}'`,
      'has an outcome, but no event stems from it',
    ],
    ['an alert that the log lacks', `UPDATE event SET type = 'Lost' WHERE type = 'AlertAccepted'`, 'never accepted'],
  ])('reports %s', async (_what, statement, says) => {
    const report = await check(await copyWith(statement));
    expect(report.violations).toContainEqual({ invariant: 'I4', what: expect.stringContaining(says) });
  });

  it('compares the beginning of a long log with the model, and says how much of it', async () => {
    const databaseUrl = await copyWith();
    const report = await check(databaseUrl, { modelUpTo: 100 });
    expect(reportText(report)).toMatch(
      / and the first \d+ events alone against the model of the rules: all invariants hold$/,
    );
    expect(report.modelled).toBeGreaterThan(30);
    expect(report.modelled).toBeLessThan(100);
  });

  it('says where the log and the model of the rules begin to differ', async () => {
    const report = await check(await copyWith(`DELETE FROM event WHERE seq = ${lastOf('NotificationReminded')}`));
    const [found] = report.violations.filter((violation) => violation.invariant === 'I9');
    expect(found?.what).toMatch(
      /^the log and the model of the rules differ at [\d.]+ s:$[^]*- model only: .* is reminded$/m,
    );
  });

  it('reports acknowledged commands that are not there', async () => {
    const report = await check(await copyWith(), { acknowledged: [...run.acknowledged, 'ALT-lost'] });
    expect(report.violations).toEqual([{ invariant: 'I4', what: expect.stringContaining('ALT-lost') }]);
  });

  describe('of a client', () => {
    let events: EventView[];

    beforeAll(async () => {
      const client = new pg.Client(await copyWith());
      await client.connect();
      const { rows } = await client.query<EventView & { wall: Date }>(
        `SELECT seq_pak::int AS seq, at::int AS at, wall, type, data, cause, actor, audience FROM event
         WHERE audience IN ('JOINT', 'PAK') ORDER BY event.seq`,
      );
      await client.end();
      events = rows.map((row) => eventIn('pak', { ...row, wall: row.wall.toISOString() } as EventView & Showable));
    });

    async function reportOn(received: readonly EventView[]): Promise<CheckReport> {
      const recorder = new StreamRecorder('client', 'pak');
      recorder.receive(received);
      return check(await copyWith(), { streams: [recorder] });
    }

    it('finds nothing wrong with one that got events again after it came back', async () => {
      expect(violated(await reportOn([...events.slice(0, 50), ...events.slice(30)]))).toEqual([]);
    });

    it.each<[string, (all: readonly EventView[]) => readonly EventView[]]>([
      ['that missed an event', (all) => all.toSpliced(40, 1)],
      ['that missed the last one', (all) => all.slice(0, -1)],
      ['that got two in another order', (all) => all.toSpliced(40, 2, ...all.slice(40, 42).toReversed())],
      ['that got another text', (all) => all.with(40, { ...(all[40] as EventView), data: { incident: 'INC-0815' } })],
    ])('reports one %s', async (_what, change) => {
      expect(violated(await reportOn(change(events)))).toEqual(['I8']);
    });
  });
});
