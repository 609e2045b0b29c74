/** The one statement by which the coordinator writes a batch: events, inbox marks, read models, its own row. */
import type { QueryConfig } from 'pg';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { streamsOf } from '#domain/release/release.js';
import type { StreamSeqs } from '#domain/kernel/side.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { NULL_TEXT, nullableTextArray, numberColumn, textArray, textColumn } from '../database/text-columns.js';
import { HashChain } from '#log/hash-chain.js';
import { LedgerInconsistent } from './ledger-error.js';
import type { AlertStatusRow, AppliedEntry, ExerciseRow, LedgerBatch, ReadModelRows } from './rows.js';
import type { TakenBatches } from './waiting.js';

/** Collects the parts of a statement: common table expressions, and the parameters that they name. */
class Parts {
  readonly expressions: string[] = [];
  readonly values: unknown[] = [];
  /** Which parts are there: one prepared statement for each combination. */
  readonly names: string[] = [];

  text(values: readonly string[]): string {
    return textArray(this.values.push(textColumn(values)));
  }

  nullableText(values: readonly (string | null)[]): string {
    return nullableTextArray(this.values.push(textColumn(values.map((value) => value ?? NULL_TEXT))));
  }

  numbers(values: readonly (number | null)[]): string {
    return `$${this.values.push(numberColumn(values))}::bigint[]`;
  }

  one(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * The statement fails by a division by zero unless each of the commands was pending, and is not any more.
 * @param taken the batches of what waits that hold the applied commands
 * @returns the statement and the log's new hash
 * @throws LedgerInconsistent when the events do not follow the row, or the commands each other
 */
export function writeStatement(
  row: ExerciseRow,
  batch: LedgerBatch,
  taken: TakenBatches,
): { statement: QueryConfig; lastHash: string } {
  const parts = new Parts();
  const exercise = parts.one(row.id);
  const chain = new HashChain(row.lastHash);
  const seqs = events(parts, row, batch.events, chain);
  for (const stream of ['all', 'joint', 'pak', 'chn'] as const) {
    if (seqs[stream] !== batch.exercise.seqs[stream]) {
      throw new LedgerInconsistent(
        row.id,
        `stream ${stream} would end at ${seqs[stream]}, but the exercise says ${batch.exercise.seqs[stream]}`,
      );
    }
  }
  applied(parts, row, batch.applied, taken);
  readModels(parts, batch.rows);
  if (batch.snapshot !== undefined) {
    parts.names.push('s');
    parts.expressions.push(`snapshots AS (
      INSERT INTO snapshot (exercise_id, seq, state)
      VALUES (${exercise}, ${parts.one(batch.snapshot.seq)}::bigint, ${parts.one(batch.snapshot.state)}::text)
      ON CONFLICT (exercise_id) DO UPDATE SET seq = excluded.seq, state = excluded.state, created_at = clock_timestamp())`);
  }
  const e = batch.exercise;
  const text = `${parts.expressions.length > 0 ? `WITH ${parts.expressions.join(',\n')}` : ''}
    UPDATE exercise SET status = ${parts.one(e.status)}, engine = ${ENGINE_VERSION}, speed = ${parts.one(e.speed)}, generation = ${parts.one(e.generation)},
      anchor_wall = to_timestamp(${parts.one(e.anchorWall)}::float8 / 1000), anchor_time = ${parts.one(e.anchorTime)},
      advanced_to = ${parts.one(e.advancedTo)}, seq_all = ${parts.one(seqs.all)}, seq_joint = ${parts.one(seqs.joint)},
      seq_pak = ${parts.one(seqs.pak)}, seq_chn = ${parts.one(seqs.chn)}, last_hash = ${parts.one(chain.lastHash)},
      next_due = ${parts.one(e.nextDue)}, next_due_wall = to_timestamp(${parts.one(e.nextDueWall)}::float8 / 1000),
      applied_order = ${parts.one(e.appliedOrder)}
    WHERE id = ${exercise}
    ${batch.applied.length > 0 ? `RETURNING 1 / ((SELECT coalesce(sum(count), 0) FROM done) = ${parts.one(batch.applied.length)}::bigint)::int` : ''}`;
  return {
    statement: { name: `ledger-write-${parts.names.join('')}`, text, values: parts.values },
    lastHash: chain.lastHash,
  };
}

/** @returns the last number of each stream. */
function events(parts: Parts, row: ExerciseRow, list: readonly LoggedEvent[], chain: HashChain): StreamSeqs {
  const seqs = { ...row.seqs };
  if (list.length === 0) return seqs;
  const joint: number[] = [];
  const pak: number[] = [];
  const chn: number[] = [];
  const at: number[] = [];
  const type: string[] = [];
  const audience: string[] = [];
  const data: string[] = [];
  const cause: string[] = [];
  const actor: string[] = [];
  const hash: string[] = [];
  for (const event of list) {
    for (const stream of streamsOf(event.audience)) {
      seqs[stream] += 1;
      if (event.seqs[stream] !== seqs[stream]) {
        throw new LedgerInconsistent(
          row.id,
          `event ${event.seq} (${event.type}) has number ${event.seqs[stream]} in stream ${stream}, expected ${seqs[stream]}`,
        );
      }
    }
    if (event.seq !== seqs.all) {
      throw new LedgerInconsistent(row.id, `event ${event.seq} (${event.type}) stands at place ${seqs.all}`);
    }
    const chained = chain.add(event);
    joint.push(seqs.joint);
    pak.push(seqs.pak);
    chn.push(seqs.chn);
    at.push(event.at);
    type.push(event.type);
    audience.push(event.audience);
    data.push(chained.data);
    cause.push(chained.cause);
    actor.push(chained.actor);
    hash.push(chained.hash);
  }
  parts.names.push('e');
  parts.expressions.push(`events AS (
    INSERT INTO event (exercise_id, seq, seq_joint, seq_pak, seq_chn, at, wall, type, audience, data, cause, actor, hash)
    SELECT $1, ${parts.one(row.seqs.all)}::bigint + e.ord, e.joint, e.pak, e.chn, e.at, now.wall, e.type, e.audience,
      e.data::json, e.cause::json, e.actor::json, e.hash
    FROM unnest(${parts.numbers(joint)}, ${parts.numbers(pak)}, ${parts.numbers(chn)}, ${parts.numbers(at)},
        ${parts.text(type)}, ${parts.text(audience)}, ${parts.text(data)}, ${parts.text(cause)}, ${parts.text(actor)},
        ${parts.text(hash)}) WITH ORDINALITY
      AS e (joint, pak, chn, at, type, audience, data, cause, actor, hash, ord),
      (SELECT clock_timestamp() AS wall OFFSET 0) now)`);
  return seqs;
}

/**
 * One row says what became of all these commands. What waits for longer than this transaction is counted in its batch.
 * @throws LedgerInconsistent when they are not numbered one after the other
 */
function applied(parts: Parts, row: ExerciseRow, list: readonly AppliedEntry[], taken: TakenBatches): void {
  const first = list[0];
  const last = list.at(-1);
  if (first === undefined || last === undefined) return;
  list.forEach(({ inboxId, appliedOrder }, index) => {
    if (appliedOrder !== first.appliedOrder + index) {
      throw new LedgerInconsistent(
        row.id,
        `command ${inboxId} is number ${appliedOrder}, expected ${first.appliedOrder + index}`,
      );
    }
  });
  parts.names.push('a');
  const done: string[] = [];
  if (taken.whole.length > 0) {
    parts.names.push('w');
    done.push('SELECT waiting AS count FROM whole');
    parts.expressions.push(
      `whole AS (
        DELETE FROM pending_batch WHERE exercise_id = $1 AND next_id = ANY (${parts.numbers(taken.whole)}) RETURNING waiting)`,
    );
  }
  if (taken.parts.length > 0) {
    parts.names.push('p');
    done.push('SELECT count FROM part');
    parts.expressions.push(
      `part AS (
        UPDATE pending_batch b SET next_id = b.ids[b.applied + p.count + 1], applied = b.applied + p.count, waiting = b.waiting - p.count
        FROM unnest(${parts.numbers(taken.parts.map(({ batch }) => batch))},
            ${parts.numbers(taken.parts.map(({ count }) => count))}) AS p (next_id, count)
        WHERE b.exercise_id = $1 AND b.next_id = p.next_id AND b.waiting > p.count RETURNING p.count)`,
    );
  }
  const ids = list.map(({ inboxId }) => inboxId);
  parts.expressions.push(
    `done AS (${done.join(' UNION ALL ')})`,
    `outcomes AS (
      INSERT INTO outcome_batch (exercise_id, first_order, last_order, last_inbox_id, inbox_ids, command_ids, applied_at, outcomes)
      VALUES ($1, ${parts.one(first.appliedOrder)}::bigint, ${parts.one(last.appliedOrder)}::bigint,
        ${parts.one(Math.max(...ids))}::bigint, ${parts.numbers(ids)}, ${parts.text(taken.commandIds)},
        ${parts.numbers(list.map(({ appliedAt }) => appliedAt))},
        ${parts.text(list.map(({ outcome }) => JSON.stringify(outcome)))}::json[]))`,
  );
}

/** A column of a read model: its name, and how its values travel. */
interface ReadModelColumn<R> {
  readonly name: string;
  readonly sql: (parts: Parts, rows: readonly R[]) => string;
  readonly cast?: string;
}

type Models = { [M in keyof Omit<Required<ReadModelRows>, 'alertStatus'>]: NonNullable<ReadModelRows[M]>[number] };

function text<R>(name: string, of: (row: R) => string): ReadModelColumn<R> {
  return { name, sql: (parts, rows) => parts.text(rows.map(of)) };
}
function nullable<R>(name: string, of: (row: R) => string | null): ReadModelColumn<R> {
  return { name, sql: (parts, rows) => parts.nullableText(rows.map(of)) };
}
function number<R>(name: string, of: (row: R) => number | null): ReadModelColumn<R> {
  return { name, sql: (parts, rows) => parts.numbers(rows.map(of)) };
}
function document<R extends { readonly doc: unknown }>(): ReadModelColumn<R> {
  return { name: 'doc', sql: (parts, rows) => parts.text(rows.map((row) => JSON.stringify(row.doc))), cast: '::json' };
}

const ALERT: readonly ReadModelColumn<Models['alert']>[] = [
  text('id', (r) => r.id),
  text('audience', (r) => r.audience),
  nullable('incident', (r) => r.incident),
  text('status', (r) => r.status),
  text('severity', (r) => r.severity),
  text('msg_type', (r) => r.msgType),
  text('sender', (r) => r.sender),
  number('at', (r) => r.at),
  number('seq', (r) => r.seq),
  nullable('tlp', (r) => r.tlp),
  nullable('readers', (r) => r.readers),
  number('label_seq', (r) => r.labelSeq),
];
const INCIDENT: readonly ReadModelColumn<Models['incident']>[] = [
  text('id', (r) => r.id),
  text('audience', (r) => r.audience),
  text('status', (r) => r.status),
  text('severity', (r) => r.severity),
  nullable('site', (r) => r.site),
  text('joint', (r) => r.joint),
  number('opened_at', (r) => r.openedAt),
  number('next_step_at', (r) => r.nextStepAt),
  number('deadline', (r) => r.deadline),
  nullable('tlp', (r) => r.tlp),
  nullable('readers', (r) => r.readers),
  document(),
];
const NOTIFICATION: readonly ReadModelColumn<Models['notification']>[] = [
  text('id', (r) => r.id),
  text('audience', (r) => r.audience),
  text('incident', (r) => r.incident),
  text('unit', (r) => r.unit),
  text('side', (r) => r.side),
  text('action', (r) => r.action),
  text('status', (r) => r.status),
  number('queued_at', (r) => r.queuedAt),
  number('expires_at', (r) => r.expiresAt),
  document(),
];
const UNIT: readonly ReadModelColumn<Models['unit']>[] = [
  text('id', (r) => r.id),
  text('side', (r) => r.side),
  text('kind', (r) => r.kind),
  text('duty', (r) => r.duty),
  text('mode', (r) => r.mode),
  document(),
];

function readModels(parts: Parts, rows: ReadModelRows): void {
  upsert(parts, 'alert', ALERT, rows.alert);
  alertStatuses(parts, rows.alertStatus ?? []);
  upsert(parts, 'incident', INCIDENT, rows.incident);
  upsert(parts, 'notification', NOTIFICATION, rows.notification);
  upsert(parts, 'unit', UNIT, rows.unit);
}

function alertStatuses(parts: Parts, rows: readonly AlertStatusRow[]): void {
  if (rows.length === 0) return;
  parts.names.push('-status');
  parts.expressions.push(`alert_statuses AS (
    UPDATE alert SET status = coalesce(r.status, alert.status),
      tlp = CASE WHEN r.relabelled THEN r.tlp ELSE alert.tlp END,
      readers = CASE WHEN r.relabelled THEN r.readers ELSE alert.readers END,
      label_seq = coalesce(r.label_seq, alert.label_seq)
    FROM unnest(${parts.text(rows.map(({ id }) => id))}, ${parts.nullableText(rows.map(({ status }) => status))},
      ${parts.text(rows.map(({ label }) => (label ? 'true' : 'false')))}::boolean[],
      ${parts.nullableText(rows.map(({ label }) => label?.tlp ?? null))},
      ${parts.nullableText(rows.map(({ label }) => label?.readers ?? null))},
      ${parts.numbers(rows.map(({ label }) => label?.labelSeq ?? null))}) AS r (id, status, relabelled, tlp, readers, label_seq)
    WHERE alert.exercise_id = $1 AND alert.id = r.id)`);
}

function upsert<R extends { readonly id: string }>(
  parts: Parts,
  table: string,
  columns: readonly ReadModelColumn<R>[],
  given: readonly R[] | undefined,
): void {
  if (given === undefined || given.length === 0) return;
  const rows = [...new Map(given.map((row) => [row.id, row])).values()];
  const names = columns.map((column) => column.name);
  parts.names.push(`-${table}`);
  parts.expressions.push(`${table}_rows AS (
    INSERT INTO ${table} (exercise_id, ${names.join(', ')})
    SELECT $1, ${columns.map(({ name, cast }) => `r.${name}${cast ?? ''}`).join(', ')}
    FROM unnest(${columns.map((column) => column.sql(parts, rows)).join(', ')}) AS r (${names.join(', ')})
    ON CONFLICT (exercise_id, id) DO UPDATE SET
      ${names
        .slice(1)
        .map((name) => `${name} = excluded.${name}`)
        .join(', ')})`);
}

/** The statement that inserts read model rows alone: the units of an exercise that is being created. */
export function rowsStatement(exerciseId: string, rows: ReadModelRows): QueryConfig | undefined {
  const parts = new Parts();
  parts.one(exerciseId);
  readModels(parts, rows);
  if (parts.expressions.length === 0) return undefined;
  return { text: `WITH ${parts.expressions.join(',\n')} SELECT 1`, values: parts.values };
}
