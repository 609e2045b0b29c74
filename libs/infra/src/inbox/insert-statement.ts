/** The statement by which a group of submissions is stored: one round trip, one transaction. */
import type { QueryConfig } from 'pg';
import { textArray, textColumn } from '../database/text-columns.js';
import type { Submission } from './submission.js';

export interface InsertRow {
  readonly commandId: string;
  readonly type: string;
  readonly dataJson: string;
}

interface Group {
  readonly submission: Submission;
  readonly rows: readonly InsertRow[];
}

/**
 * The exercises of the group that exist, locked so that none is deleted before the commit; the lock does not stand in the way of
 * the worker's. Of an exercise that is gone nothing is stored, its request keys included.
 */
function existing(parameter: number): string {
  return `existing AS (SELECT id FROM exercise WHERE id = ANY (${textArray(parameter)}) ORDER BY id FOR KEY SHARE)`;
}

/** A row without an exercise comes of columns of unequal length: it must reach the NOT NULL constraint, which refuses them all. */
function isStored(alias: string): string {
  return `(${alias}.exercise_id IS NULL OR ${alias}.exercise_id IN (SELECT id FROM existing))`;
}

/** What came of it: a row with an id for each command that was stored, and one with the exercise alone for each that exists. */
const EXISTING_ROWS = `SELECT id, NULL, NULL, NULL, NULL, NULL FROM existing`;

/**
 * Commands whose waiting is one row, at most. Processes that store thousands at the same time get ids in turn; of up to twenty such
 * processes a worker reads a thousand commands in the order of the ids without reading all of them.
 */
const PENDING_BATCH = 100;

/** `received_at` comes from PostgreSQL's clock: one clock for all machines. */
const STORE = `stored AS (
    INSERT INTO inbox (exercise_id, command_id, type, data, actor)
    SELECT c.exercise_id, c.command_id, c.type, c.data::json, c.actor::json FROM command c ORDER BY c.ord
    ON CONFLICT (exercise_id, command_id) DO NOTHING
    RETURNING exercise_id, command_id, id, octet_length(data::text) AS bytes
  ), pending AS (
    INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
    SELECT exercise_id, min(id), array_agg(id ORDER BY id), array_agg(command_id ORDER BY id), array_agg(bytes ORDER BY id), count(*)
    FROM (SELECT *, (row_number() OVER (PARTITION BY exercise_id ORDER BY id) - 1) / ${PENDING_BATCH} AS part FROM stored) parts
    GROUP BY exercise_id, part
  )`;

const COLUMNS = `unnest(${[1, 2, 3, 4, 5].map(textArray).join(', ')}) WITH ORDINALITY
    AS c (exercise_id, command_id, type, data, actor, ord)`;

const WITHOUT_KEYS = `WITH ${existing(6)}, command AS (
    SELECT c.* FROM ${COLUMNS} WHERE ${isStored('c')}
  ), ${STORE}
  SELECT exercise_id, command_id, id, NULL AS account_id, NULL AS key, NULL AS fingerprint FROM stored
  UNION ALL ${EXISTING_ROWS}`;

/**
 * A key's row is updated to itself where it exists, so that the fingerprint which holds comes back even when another
 * process has just stored it. The commands of a key that is held by another fingerprint are left out.
 */
const WITH_KEYS = `WITH ${existing(12)}, request AS (
    INSERT INTO request_key AS known (exercise_id, account_id, key, fingerprint)
    SELECT k.* FROM unnest(${[7, 8, 9, 10].map(textArray).join(', ')}) AS k (exercise_id, account_id, key, fingerprint)
    WHERE ${isStored('k')}
    ON CONFLICT (exercise_id, account_id, key) DO UPDATE SET fingerprint = known.fingerprint
    RETURNING exercise_id, account_id, key, fingerprint
  ), refused AS (
    SELECT k.submission FROM unnest(${[7, 8, 9, 10].map(textArray).join(', ')}, $11::bigint[])
        AS k (exercise_id, account_id, key, fingerprint, submission)
      JOIN request r USING (exercise_id, account_id, key) WHERE r.fingerprint <> k.fingerprint
  ), command AS (
    SELECT c.* FROM unnest(${[1, 2, 3, 4, 5].map(textArray).join(', ')}, $6::bigint[]) WITH ORDINALITY
      AS c (exercise_id, command_id, type, data, actor, submission, ord)
    WHERE ${isStored('c')} AND c.submission NOT IN (SELECT submission FROM refused)
  ), ${STORE}
  SELECT exercise_id, command_id, id, NULL AS account_id, NULL AS key, NULL AS fingerprint FROM stored
  UNION ALL SELECT exercise_id, NULL, NULL, account_id, key, fingerprint FROM request
  UNION ALL ${EXISTING_ROWS}`;

export function insertStatement(group: readonly Group[]): QueryConfig {
  const columns: [string[], string[], string[], string[], string[]] = [[], [], [], [], []];
  const submissions: number[] = [];
  const keys: [string[], string[], string[], string[]] = [[], [], [], []];
  const keyed: number[] = [];
  group.forEach(({ submission, rows }, index) => {
    const actor = JSON.stringify(submission.actor);
    for (const row of rows) {
      columns[0].push(submission.exerciseId);
      columns[1].push(row.commandId);
      columns[2].push(row.type);
      columns[3].push(row.dataJson);
      columns[4].push(actor);
      submissions.push(index);
    }
    const { requestKey } = submission;
    if (requestKey !== undefined) {
      keys[0].push(submission.exerciseId);
      keys[1].push(requestKey.accountId);
      keys[2].push(requestKey.key);
      keys[3].push(requestKey.fingerprint);
      keyed.push(index);
    }
  });
  const values: unknown[] = columns.map(textColumn);
  const exercises = textColumn([...new Set(columns[0])]);
  if (keyed.length === 0) return { name: 'inbox-insert', text: WITHOUT_KEYS, values: [...values, exercises] };
  values.push(submissions, ...keys.map(textColumn), keyed, exercises);
  return { name: 'inbox-insert-keyed', text: WITH_KEYS, values };
}

export interface InsertResult {
  readonly stored: readonly { readonly exerciseId: string; readonly commandId: string; readonly id: number }[];
  /** The exercises of the group that exist. */
  readonly exercises: ReadonlySet<string>;
  /** The fingerprint that holds, by JSON of [exercise, account, key]. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

export function readInsertResult(rows: readonly Record<string, unknown>[]): InsertResult {
  const stored: { exerciseId: string; commandId: string; id: number }[] = [];
  const exercises = new Set<string>();
  const fingerprints = new Map<string, string>();
  for (const row of rows) {
    if (row['id'] === null && row['account_id'] === null) {
      exercises.add(String(row['exercise_id']));
    } else if (row['id'] === null) {
      fingerprints.set(JSON.stringify([row['exercise_id'], row['account_id'], row['key']]), String(row['fingerprint']));
    } else {
      stored.push({
        exerciseId: String(row['exercise_id']),
        commandId: String(row['command_id']),
        id: Number(row['id']),
      });
    }
  }
  return { stored, exercises, fingerprints };
}
