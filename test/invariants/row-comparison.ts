/** Rows of the read models against what they should be, a page at a time. */
import { canonicalJson } from '#log/canonical-json.js';
import type { StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

const TABLES = ['alert', 'incident', 'notification', 'unit'] as const;
type Table = (typeof TABLES)[number];

export interface ExpectedRow {
  readonly id: string;
  /** By the name of the column. */
  readonly columns: Readonly<Record<string, string | number | null>>;
  /** Alerts have none: what they say stands in the log. */
  readonly doc?: unknown;
}

/** Ids in one query. */
const CHUNK = 1_000;

export class RowComparison {
  /** Rows that there should be in all. */
  readonly expected: Record<Table, number> = { alert: 0, incident: 0, notification: 0, unit: 0 };
  readonly #waiting: Record<Table, ExpectedRow[]> = { alert: [], incident: [], notification: [], unit: [] };
  #statuses: { readonly id: string; readonly status: string }[] = [];

  constructor(
    private readonly stored: StoredExercise,
    private readonly violations: Violations,
  ) {}

  expect(table: Table, row: ExpectedRow): void {
    this.expected[table]++;
    this.#waiting[table].push(row);
  }

  expectStatus(alert: string, status: string): void {
    this.#statuses.push({ id: alert, status });
  }

  /** Compares all that was expected since the last time. */
  async compare(): Promise<void> {
    for (const table of TABLES) {
      for (const rows of chunks(this.#waiting[table])) await this.#compareRows(table, rows);
      this.#waiting[table] = [];
    }
    for (const statuses of chunks(this.#statuses)) await this.#compareStatuses(statuses);
    this.#statuses = [];
  }

  async compareCounts(): Promise<void> {
    for (const table of TABLES) {
      const [row] = await this.stored.rows<{ count: number }>(
        `SELECT count(*) AS count FROM ${table} WHERE exercise_id = $1`,
      );
      if (row?.count === this.expected[table]) continue;
      this.violations.add('I1', `table ${table} has ${row?.count} rows, the log gives ${this.expected[table]}`);
    }
  }

  async #compareRows(table: Table, expected: readonly ExpectedRow[]): Promise<void> {
    const rows = await this.stored.rows<{ id: string; doc: unknown } & Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE exercise_id = $1 AND id = ANY ($2)`,
      [expected.map(({ id }) => id)],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { id, columns, doc } of expected) {
      const row = byId.get(id);
      if (!row) {
        this.violations.add('I1', `table ${table} has no row ${id}`);
        continue;
      }
      for (const [name, value] of Object.entries(columns)) {
        if (row[name] === value) continue;
        this.violations.add('I1', `${table} ${id}: ${name} is ${String(row[name])}, the log gives ${value}`);
      }
      if (doc === undefined) continue;
      const stands = canonicalJson(row.doc);
      const given = canonicalJson(doc);
      if (stands !== given) this.violations.add('I1', `${table} ${id} shows ${stands}, the log gives ${given}`);
    }
  }

  async #compareStatuses(expected: readonly { readonly id: string; readonly status: string }[]): Promise<void> {
    const wrong = await this.stored.rows<{ id: string; stands: string | null; given: string }>(
      `SELECT g.id, a.status AS stands, g.status AS given
       FROM unnest($2::text[], $3::text[]) AS g (id, status) LEFT JOIN alert a ON a.exercise_id = $1 AND a.id = g.id
       WHERE a.status IS DISTINCT FROM g.status`,
      [expected.map(({ id }) => id), expected.map(({ status }) => status)],
    );
    for (const { id, stands, given } of wrong) {
      this.violations.add('I1', `alert ${id}: status is ${stands ?? 'not there'}, the log gives ${given}`);
    }
  }
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += CHUNK) yield list.slice(at, at + CHUNK);
}
