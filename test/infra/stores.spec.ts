import type { Plain } from '#domain/kernel/brand.js';
import { unitId } from '#domain/kernel/ids.js';
import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { DomainEvent } from '#domain/kernel/event.js';
import type { Stream } from '#domain/kernel/side.js';
import type { AlertRow, NotificationRow } from '#infra/ledger/rows.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { poolOf } from '#infra/database/data-source.js';
import { DatabaseUnavailable } from '#infra/database/database-error.js';
import { AccessLog } from '#infra/accounts/access-log.js';
import { People1764000000100 } from '#infra/database/migrations/1764000000100-people.js';
import { MoreRoles1764000000120 } from '#infra/database/migrations/1764000000120-more-roles.js';
import { WhoMayAct1764000000080 } from '#infra/database/migrations/1764000000080-who-may-act.js';
import { EngagedByClass1764000000030 } from '#infra/database/migrations/1764000000030-engaged-by-class.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { CursorInvalid, PageCursors } from '#infra/read/page-cursor.js';
import { FILTERS, ReadModels, SORTS, type ListName, type Page } from '#infra/read/read-models.js';
import { anEvent, batchOf, EMPTY_SCENARIO } from '../support/log.js';
import { startPostgres, type TestPostgres } from '../support/services.js';
import { viewing } from '../support/viewing.js';

// Servers start and stop in here, maybe while all other suites keep the machine busy.
jest.setTimeout(60_000);

let postgres: TestPostgres;
let dataSource: DataSource;
/** Any will do: what one seals, the same opens. */
const CURSORS = new PageCursors(Buffer.alloc(32, 7));

beforeAll(async () => {
  postgres = await startPostgres();
  dataSource = await postgres.migrated();
});
afterAll(async () => {
  await postgres.stop();
});

describe('exercises', () => {
  it('are pinned to their scenario, created once, and listed newest first', async () => {
    const store = new ExerciseStore(dataSource);
    const ids = ['EX-a', 'EX-b', 'EX-c'];
    for (const id of ids) {
      const unit = {
        id: unitId('SPU'),
        side: 'PAK',
        kind: 'rescue-service',
        duty: 'on',
        mode: 'played',
        doc: { id: 'SPU', engaged: { JOINT: 1, CHN: 2 } },
      } as const;
      expect(await store.create({ id, scenario: EMPTY_SCENARIO, createdBy: 'acc', units: [unit] })).toMatchObject({
        id,
        title: { en: 'Stores' },
        status: 'planned',
        seqs: { all: 0, joint: 0, pak: 0, chn: 0 },
        createdBy: 'acc',
      });
    }
    expect(await store.create({ id: 'EX-a', scenario: EMPTY_SCENARIO, createdBy: 'acc' })).toBeNull();
    expect(await store.get('EX-nope')).toBeNull();
    expect(await store.scenario('EX-nope')).toBeNull();
    expect(await store.scenario('EX-a')).toEqual(EMPTY_SCENARIO);
    expect(await store.scenario('EX-a')).toBe(await store.scenario('EX-a'));
    const first = await store.list({ limit: 2 });
    expect(first.map((exercise) => exercise.id)).toEqual(['EX-c', 'EX-b']);
    expect((await store.list({ limit: 2, before: first[1] })).map((exercise) => exercise.id)).toEqual(['EX-a']);
    expect(await engagedOf('EX-a', 'all')).toBe(3);
  });

  it('of an older version, which counted places in one number, tell it to those who run them', async () => {
    const runner = dataSource.createQueryRunner();
    const migration = new EngagedByClass1764000000030();
    await migration.down(runner);
    const stored = await runner.query(`SELECT doc->>'engaged' AS engaged FROM unit WHERE exercise_id = 'EX-b'`);
    expect(stored).toEqual([{ engaged: '3' }]);
    await migration.up(runner);
    await runner.release();
    expect([await engagedOf('EX-b', 'all'), await engagedOf('EX-b', 'pak')]).toEqual([3, 0]);
  });

  async function engagedOf(exercise: string, stream: Stream): Promise<unknown> {
    const doc = await new ReadModels(dataSource, CURSORS).get('unit', exercise, 'SPU', viewing(stream));
    return (JSON.parse(doc ?? '{}') as { engaged?: number }).engaged;
  }
});

describe('lists', () => {
  const UNLABELLED = { seq: 0, tlp: null, readers: null, labelSeq: null };
  const exerciseId = 'EX-lists';
  const reader = (): ReadModels => new ReadModels(dataSource, CURSORS);
  const alert = (n: number, more: Partial<Plain<AlertRow>> = {}): Plain<AlertRow> => ({
    id: `ALT-${String((n * 37) % 101).padStart(3, '0')}`,
    audience: n % 5 === 0 ? 'PAK' : 'JOINT',
    incident: n % 3 === 0 ? null : `INC-000${n % 3}`,
    status: 'active',
    severity: (['Minor', 'Severe', 'Extreme', 'Unknown'] as const)[n % 4] ?? 'Minor',
    msgType: 'Alert',
    sender: `s${n}`,
    at: Math.floor(n / 4),
    ...UNLABELLED,
    ...more,
  });

  /** Alerts with the events that accepted them: what they say stands there. */
  const write = (rows: { alert?: Plain<AlertRow>[]; notification?: Plain<NotificationRow>[] }): Promise<void> =>
    new Ledger(dataSource).advance(exerciseId, (tx) => {
      const accepted = (rows.alert ?? []).map((row, index) => ({ ...row, seq: tx.row.seqs.all + index + 1 }));
      const events = accepted.map(({ id, sender }) => {
        const data = { alertId: id, alert: { identifier: sender } };
        return { ...anEvent('JOINT'), type: 'AlertAccepted', data } as unknown as DomainEvent;
      });
      tx.write(batchOf(tx.row, events, { rows: { ...rows, alert: accepted } }));
    });

  /** `n` travels in the sender's name. */
  const numbers = (page: Page): number[] =>
    page.items.map((item) =>
      Number((JSON.parse(item.doc) as { alert: { identifier: string } }).alert.identifier.slice(1)),
    );

  beforeAll(async () => {
    await new ExerciseStore(dataSource).create({ id: exerciseId, scenario: EMPTY_SCENARIO, createdBy: 'acc' });
    await write({ alert: Array.from({ length: 60 }, (_, n) => alert(n)) });
    const notification = (incident: string, n: number): Plain<NotificationRow> => ({
      id: `${incident}.N${n}`,
      audience: 'JOINT',
      incident,
      unit: 'SPU',
      side: 'PAK',
      action: 'respond',
      status: n % 2 === 0 ? 'sent' : 'delivered',
      queuedAt: n,
      expiresAt: n === 2 ? null : n,
      doc: { n },
    });
    const ids = ['INC-0001', 'INC-00010', 'INC-0002'];
    await write({ notification: ids.flatMap((id) => [1, 2, 3].map((n) => notification(id, n))) });
  });

  let added = 0;

  it.each(['-at', 'at', 'severity', '-severity', 'id', '-id'] as const)(
    'sorted by %s page by page show each row once, whatever is added meanwhile',
    async (sort) => {
      const whole = numbers(await reader().list('alert', { exerciseId, viewing: viewing('all'), sort, limit: 1_000 }));
      expect(new Set(whole).size).toBe(whole.length);
      const walked: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await reader().list('alert', { exerciseId, viewing: viewing('all'), sort, limit: 7, cursor });
        walked.push(...numbers(page));
        cursor = page.next ?? undefined;
        // Before what was shown already, in every one of these orders: it must shift nothing.
        added += 1;
        const down = sort.startsWith('-');
        const first = down
          ? { at: 1_000 + added, severity: 'Extreme' as const, id: `z${1_000 + added}` }
          : { at: -added, severity: 'Unknown' as const, id: `A${9_000 - added}` };
        await write({ alert: [alert(1_000 + added, first)] });
      } while (cursor !== undefined);
      expect(walked).toEqual(whole);
    },
  );

  it('puts the gravest first', async () => {
    const page = await reader().list('alert', { exerciseId, viewing: viewing('all'), sort: '-severity', limit: 1_000 });
    const severities = numbers(page)
      .filter((n) => n < 60)
      .map((n) => alert(n).severity);
    expect([...new Set(severities)]).toEqual(['Extreme', 'Severe', 'Minor', 'Unknown']);
  });

  it('show nothing outside the audience: no row, no count, no document', async () => {
    const stream = 'chn';
    const page = await reader().list('alert', { exerciseId, viewing: viewing(stream), limit: 1_000 });
    expect(numbers(page).filter((n) => n < 60 && n % 5 === 0)).toEqual([]);
    expect(await reader().get('alert', exerciseId, alert(5).id, viewing(stream))).toBeNull();
    expect(JSON.parse((await reader().get('alert', exerciseId, alert(5).id, viewing('all'))) ?? '')).toEqual({
      id: alert(5).id,
      audience: 'PAK',
      incident: 'INC-0002',
      acceptedAt: 1,
      status: 'active',
      alert: { identifier: 's5' },
    });
    expect((await reader().count('alert', exerciseId, viewing(stream)))['active']).toBe(page.items.length);
    expect(
      (await reader().list('alert', { exerciseId: 'EX-other', viewing: viewing('all'), limit: 10 })).items,
    ).toEqual([]);
  });

  it('filter by each field, several values at once, and all fields together', async () => {
    const list = async (filter: object) =>
      numbers(await reader().list('alert', { exerciseId, viewing: viewing('all'), filter, limit: 1_000 }));
    const original = (n: number): boolean => n < 60;
    expect(
      (await list({ incident: ['INC-0001'], severity: ['Severe', 'Extreme'] })).filter(original).toSorted(),
    ).toEqual(
      Array.from({ length: 60 }, (_, n) => n)
        .filter((n) => n % 3 === 1 && (n % 4 === 1 || n % 4 === 2))
        .toSorted(),
    );
    expect(await list({ status: [] })).toEqual([]);
    expect(await list({ sender: ["s' OR '1'='1"] })).toEqual([]);
    const filter = { incident: ['INC-0001'], status: ['delivered'] };
    const asked = { exerciseId, viewing: viewing('all'), filter, limit: 10 };
    const notifications = await reader().list('notification', asked);
    expect(notifications.items.map((item) => item.id)).toEqual(['INC-0001.N3', 'INC-0001.N1']);
  });

  it('can be sorted and filtered by every field that they name', async () => {
    for (const name of Object.keys(SORTS) as ListName[]) {
      for (const field of SORTS[name]) {
        for (const sort of [field, `-${field}`] as never[])
          await reader().list(name, { exerciseId, viewing: viewing('all'), sort, limit: 1 });
      }
      for (const field of FILTERS[name]) {
        await reader().list(name, { exerciseId, viewing: viewing('all'), filter: { [field]: ['x'] }, limit: 1 });
      }
    }
  });

  it('refuse a cursor that they did not give out', async () => {
    const own = { name: 'alert', exerciseId, sort: '-at' };
    const list = (cursor: string) => reader().list('alert', { exerciseId, viewing: viewing('all'), limit: 5, cursor });
    await list(CURSORS.encode(own, { key: 1, id: 'x' }));
    for (const cursor of [
      '',
      'x',
      CURSORS.encode({ ...own, sort: 'at' }, { key: 1, id: 'x' }),
      CURSORS.encode({ ...own, name: 'incident' }, { key: 1, id: 'x' }),
      CURSORS.encode({ ...own, exerciseId: 'EX-other' }, { key: 1, id: 'x' }),
      CURSORS.encode(own, { key: '1', id: 'x' }),
      CURSORS.encode(own, { key: 1.5, id: 'x' }),
      CURSORS.encode(own, { key: 1, id: 'x\0' }),
    ]) {
      await expect(list(cursor)).rejects.toThrow(CursorInvalid);
    }
  });
});

describe('accounts', () => {
  it('of an older version keep what is safe, and the record says what was decided', async () => {
    const own = await postgres.migrated();
    const runner = own.createQueryRunner();
    const [migration, later, latest] = [
      new WhoMayAct1764000000080(),
      new People1764000000100(),
      new MoreRoles1764000000120(),
    ];
    await latest.down(runner);
    await later.down(runner);
    await migration.down(runner);
    await runner.query(
      `INSERT INTO account (id, name, role, side) VALUES ('o', 'o', 'operator', NULL), ('p', 'p', 'operator', 'PAK'),
         ('s', 's', 'service', NULL), ('c', 'c', 'service', 'CHN'), ('t', 'tandem start', 'controller', NULL)`,
    );
    await runner.query(`UPDATE account SET exercise_id = 'EX-a' WHERE id = 'o'`);
    await runner.query(
      `INSERT INTO token (id, account_id, hash, expires_at, revoked_at) VALUES ('t1', 's', 'h1', NULL, NULL),
         ('t2', 's', 'h2', '2030-01-01T00:00:00Z', NULL), ('t3', 's', 'h3', NULL, '2026-01-01T00:00:00Z')`,
    );
    await migration.up(runner);
    await later.up(runner);
    await latest.up(runner);
    await runner.release();
    const accounts = (await new AccountStore(own).list()).map(({ account: { id, role, classes, builtIn } }) =>
      [id, role, classes?.join(',') ?? '-', builtIn].join(' '),
    );
    expect(accounts.toSorted()).toEqual([
      'c service JOINT,CHN false',
      'o observer - false',
      'p operator - false',
      's service JOINT false',
      't controller - true',
    ]);
    // An end that was given is kept; a token that lets nobody in needs none.
    const tokens = await own.query(
      `SELECT id, expires_at::text AS ends, round(extract(epoch FROM expires_at - clock_timestamp()) / 86400)::int AS days
       FROM token ORDER BY id`,
    );
    expect(tokens).toMatchObject([{ id: 't1', days: 90 }, { id: 't2' }, { id: 't3', ends: null }]);
    expect(Date.parse(tokens[1].ends)).toBe(Date.UTC(2030, 0, 1));
    const records = await new AccessLog(own).list({ limit: 10 });
    const told = records.map(({ action, accountId, from, detail }) => `${action} ${accountId} ${from}: ${detail}`);
    expect(told.toSorted()).toEqual([
      'account-changed c upgrade: may send JOINT, CHN',
      'account-changed o upgrade: an operator without a side became an observer',
      'account-changed s upgrade: may send JOINT',
      'account-changed s upgrade: the token expires in 90 days',
    ]);
    // Who is bound to an exercise sees what was decided of its accounts.
    const ofExercise = await new AccessLog(own).list({ limit: 10, exercise: 'EX-a' });
    expect(ofExercise.map(({ accountId }) => accountId)).toEqual(['o']);
    await own.destroy();
  });

  it('in roles that an older version does not know become observers there', async () => {
    const own = await postgres.migrated();
    const runner = own.createQueryRunner();
    const migration = new MoreRoles1764000000120();
    await runner.query(
      `INSERT INTO account (id, name, role, side, units, exercise_id) VALUES ('l', 'l', 'liaison', 'PAK', '{u}', 'EX-a'),
         ('c', 'c', 'commander', 'CHN', NULL, NULL), ('w', 'w', 'wall', NULL, NULL, NULL),
         ('o', 'o', 'operator', 'PAK', '{u}', 'EX-a')`,
    );
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const accounts = await new AccountStore(own).list();
    expect(accounts.map(({ account: { id, role, side, units } }) => [id, role, side, units]).toSorted()).toEqual([
      ['c', 'observer', 'CHN', null],
      ['l', 'observer', 'PAK', null],
      ['o', 'operator', 'PAK', ['u']],
      ['w', 'observer', null, null],
    ]);
    await own.destroy();
  });

  it.each([
    ['a liaison without units', `('x', 'x', 'liaison', 'PAK', NULL, 'EX-a')`],
    ['a liaison with no unit at all', `('x', 'x', 'liaison', 'PAK', '{}', 'EX-a')`],
    ['a liaison of no exercise', `('x', 'x', 'liaison', 'PAK', '{u}', NULL)`],
    ['a commander without a side', `('x', 'x', 'commander', NULL, NULL, NULL)`],
    ['a commander with units', `('x', 'x', 'commander', 'PAK', '{u}', 'EX-a')`],
    ['a releasing authority without a side', `('x', 'x', 'releasing-authority', NULL, NULL, NULL)`],
    ['a wall of a side', `('x', 'x', 'wall', 'CHN', NULL, NULL)`],
  ])('are refused by PostgreSQL itself: %s', async (_what, values) => {
    const insert = `INSERT INTO account (id, name, role, side, units, exercise_id) VALUES ${values}`;
    await expect(dataSource.query(insert)).rejects.toThrow(/violates check constraint "account_/);
  });

  it.each([
    ['an operator without a side', `('x', 'x', 'operator', NULL, NULL)`],
    ['a service without classes', `('x', 'x', 'service', 'PAK', NULL)`],
    ['a service with no class at all', `('x', 'x', 'service', 'PAK', '{}')`],
    ['a service with a class that there is not', `('x', 'x', 'service', 'PAK', '{SECRET}')`],
    ['classes of somebody who is no service', `('x', 'x', 'operator', 'PAK', '{JOINT}')`],
  ])('are refused by PostgreSQL itself: %s', async (_what, values) => {
    const insert = `INSERT INTO account (id, name, role, side, classes) VALUES ${values}`;
    await expect(dataSource.query(insert)).rejects.toThrow(/violates check constraint "account_/);
  });

  it('are known by a token whose secret is kept nowhere', async () => {
    const store = new AccountStore(dataSource);
    const account = await store.createAccount({ name: 'Op', role: 'operator', side: 'PAK', exerciseId: 'EX-a' });
    const { secret, token } = await store.createToken(account.id);
    expect(secret).toMatch(/^tdm_[\w-]{43}$/);
    expect(await store.authenticate(secret)).toMatchObject({
      id: account.id,
      role: 'operator',
      side: 'PAK',
      exerciseId: 'EX-a',
    });
    expect(await store.authenticate(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await store.authenticate("tdm_' OR 1=1")).toBeNull();
    const { rows } = await poolOf(dataSource).query('SELECT row_to_json(token)::text AS t FROM token');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(4));
    expect(JSON.stringify(await store.list())).not.toMatch(/hash/);
    expect(token).toMatchObject({ accountId: account.id, revokedAt: null });
  });

  it('lose their tokens by revocation, by expiry and by being disabled, within the time of trust', async () => {
    let now = 0;
    const store = new AccountStore(dataSource, { clock: () => now, trustMs: 1_000 });
    const elsewhere = new AccountStore(dataSource);
    const account = await store.createAccount({ name: 'C', role: 'controller' });
    const other = await store.createAccount({ name: 'D', role: 'controller' });
    await store.createToken(other.id);
    const { secret, token } = await store.createToken(account.id);
    const kept = await store.createToken(account.id);
    const expired = await store.createToken(account.id, new Date(Date.now() - 1_000));
    expect(await store.authenticate(expired.secret)).toBeNull();
    expect(await store.authenticate(secret)).not.toBeNull();
    expect(await elsewhere.revokeToken(token.id)).toBe(true);
    expect(await elsewhere.revokeToken(token.id)).toBe(false);
    expect(await store.authenticate(secret)).not.toBeNull();
    now = 1_001;
    expect(await store.authenticate(secret)).toBeNull();
    expect(await store.authenticate(kept.secret)).not.toBeNull();
    expect(await store.disableAccount(account.id)).toBe(true);
    expect(await store.authenticate(kept.secret)).toBeNull();
  });

  it('are answered from memory for a moment while PostgreSQL is away, and then not', async () => {
    let now = 0;
    const store = new AccountStore(dataSource, { clock: () => now, trustMs: 1_000 });
    const account = await store.createAccount({ name: 'S', role: 'service', classes: ['JOINT'] });
    const { secret } = await store.createToken(account.id);
    await store.authenticate(secret);
    await postgres.down('immediate');
    expect(await store.authenticate(secret)).toMatchObject({ id: account.id });
    now = 2_000;
    await expect(store.authenticate(secret)).rejects.toThrow(DatabaseUnavailable);
    await postgres.start();
    expect(await store.authenticate(secret)).toMatchObject({ id: account.id });
  });
});
