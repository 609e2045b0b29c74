/**
 * What waits, and what became of it, is stored once for each commit and not once for each command. A crowd of fifty commands
 * costs two rows in place of a hundred:
 * - `pending_batch`: the commands of one exercise that one commit of the inbox stored. The coordinator deletes the row when
 *   it has applied all of them, and until then counts in it how many it has.
 * - `outcome_batch`: the commands that one transaction of the coordinator applied, in that order, without a gap.
 * `inbox_pending` and `inbox_outcome` are views of them, with a row for each command.
 *
 * Arrays stay in the row as long as a page holds it: a row that is read and deleted a moment later is not worth another table.
 *
 * What is due is found by way of the incidents that are open. An index over the time itself changed with each step, and an
 * update that changes an indexed value, or finds no room in its page, writes an entry into every index of its table.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Batches1764000000110 implements MigrationInterface {
  name = 'Batches1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Commands of an older version that share a row. */
const CARRIED_OVER = 250;

const UP: readonly string[] = [
  'ALTER TABLE inbox_pending RENAME TO old_pending',
  'ALTER TABLE inbox_outcome RENAME TO old_outcome',

  // `next_id` is the first that still waits: batches whose ids are interleaved are read in the order of the ids. `applied` are
  // no longer waiting, `waiting` are the others.
  `CREATE TABLE pending_batch (
    exercise_id text COLLATE "C" NOT NULL,
    next_id bigint NOT NULL,
    ids bigint[] NOT NULL,
    command_ids text[] COLLATE "C" NOT NULL,
    bytes integer[] NOT NULL,
    applied integer NOT NULL DEFAULT 0,
    waiting integer NOT NULL CHECK (waiting > 0),
    PRIMARY KEY (exercise_id, next_id)
  ) WITH (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
          autovacuum_vacuum_insert_scale_factor = 1, vacuum_truncate = false)`,
  `ALTER TABLE pending_batch ALTER ids SET STORAGE MAIN, ALTER command_ids SET STORAGE MAIN, ALTER bytes SET STORAGE MAIN`,
  // `last_inbox_id` is the highest of the ids. A command's outcome is in the first batch from its id on that holds it: nearly
  // always the very first, as commands are applied in the order of their ids among those that are visible.
  `CREATE TABLE outcome_batch (
    exercise_id text COLLATE "C" NOT NULL,
    first_order bigint NOT NULL,
    last_order bigint NOT NULL,
    last_inbox_id bigint NOT NULL,
    inbox_ids bigint[] NOT NULL,
    command_ids text[] COLLATE "C" NOT NULL,
    applied_at bigint[] NOT NULL,
    outcomes json[] NOT NULL,
    PRIMARY KEY (exercise_id, last_order),
    CHECK (cardinality(inbox_ids) = last_order - first_order + 1 AND cardinality(command_ids) = cardinality(inbox_ids)
      AND cardinality(applied_at) = cardinality(inbox_ids) AND cardinality(outcomes) = cardinality(inbox_ids))
  ) WITH (toast_tuple_target = 8160)`,
  `ALTER TABLE outcome_batch ALTER inbox_ids SET STORAGE MAIN, ALTER command_ids SET STORAGE MAIN,
     ALTER applied_at SET STORAGE MAIN, ALTER outcomes SET STORAGE MAIN`,

  `INSERT INTO pending_batch (exercise_id, next_id, ids, command_ids, bytes, waiting)
   SELECT exercise_id, min(id), array_agg(id ORDER BY id), array_agg(command_id ORDER BY id), array_agg(bytes ORDER BY id), count(*)
   FROM (SELECT *, (row_number() OVER (PARTITION BY exercise_id ORDER BY id) - 1) / ${CARRIED_OVER} AS part FROM old_pending) old
   GROUP BY exercise_id, part`,
  `INSERT INTO outcome_batch (exercise_id, first_order, last_order, last_inbox_id, inbox_ids, command_ids, applied_at, outcomes)
   SELECT exercise_id, min(applied_order), max(applied_order), max(inbox_id), array_agg(inbox_id ORDER BY applied_order),
     array_agg(command_id ORDER BY applied_order), array_agg(applied_at ORDER BY applied_order),
     array_agg(outcome ORDER BY applied_order)
   FROM (SELECT *, applied_order - row_number() OVER (PARTITION BY exercise_id ORDER BY applied_order) AS gaps FROM old_outcome) old
   GROUP BY exercise_id, gaps, (applied_order - 1) / ${CARRIED_OVER}`,
  'CREATE UNIQUE INDEX outcome_batch_inbox ON outcome_batch (exercise_id, last_inbox_id)',
  'DROP TABLE old_pending, old_outcome',

  `CREATE VIEW inbox_pending AS
   SELECT b.exercise_id, c.id, c.command_id, c.bytes
   FROM pending_batch b, unnest(b.ids, b.command_ids, b.bytes) WITH ORDINALITY AS c (id, command_id, bytes, ord)
   WHERE c.ord > b.applied`,
  `CREATE VIEW inbox_outcome AS
   SELECT b.exercise_id, c.inbox_id, c.command_id, c.applied_at, b.first_order + c.ord - 1 AS applied_order, c.outcome
   FROM outcome_batch b, unnest(b.inbox_ids, b.command_ids, b.applied_at, b.outcomes) WITH ORDINALITY
     AS c (inbox_id, command_id, applied_at, outcome, ord)`,

  'DROP INDEX notification_expires_at',
  'DROP INDEX incident_next_step_at',
  `ALTER TABLE incident ADD COLUMN open boolean NOT NULL GENERATED ALWAYS AS (status NOT IN ('closed', 'cancelled')) STORED`,
  'CREATE INDEX incident_open ON incident (exercise_id, id) WHERE open',
  // Room for a new version of every row of a page in one transaction.
  'ALTER TABLE incident SET (fillfactor = 45)',
  'ALTER TABLE notification SET (fillfactor = 45)',
];

const DOWN: readonly string[] = [
  'ALTER TABLE notification SET (fillfactor = 60)',
  'ALTER TABLE incident SET (fillfactor = 60)',
  'DROP INDEX incident_open',
  'ALTER TABLE incident DROP COLUMN open',
  'CREATE INDEX incident_next_step_at ON incident (exercise_id, next_step_at, id) WHERE next_step_at IS NOT NULL',
  'CREATE INDEX notification_expires_at ON notification (exercise_id, expires_at, id) WHERE expires_at IS NOT NULL',
  'ALTER VIEW inbox_pending RENAME TO new_pending',
  'ALTER VIEW inbox_outcome RENAME TO new_outcome',
  `CREATE TABLE inbox_pending (
    exercise_id text COLLATE "C" NOT NULL,
    id bigint NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    bytes integer NOT NULL DEFAULT 0,
    PRIMARY KEY (exercise_id, id)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
          autovacuum_vacuum_insert_scale_factor = 1, vacuum_truncate = false)`,
  `CREATE TABLE inbox_outcome (
    exercise_id text COLLATE "C" NOT NULL,
    inbox_id bigint NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    applied_at bigint NOT NULL,
    applied_order bigint NOT NULL,
    outcome json NOT NULL,
    PRIMARY KEY (exercise_id, inbox_id)
  )`,
  'INSERT INTO inbox_pending (exercise_id, id, command_id, bytes) SELECT exercise_id, id, command_id, bytes FROM new_pending',
  `INSERT INTO inbox_outcome (exercise_id, inbox_id, command_id, applied_at, applied_order, outcome)
   SELECT exercise_id, inbox_id, command_id, applied_at, applied_order, outcome FROM new_outcome`,
  'CREATE UNIQUE INDEX inbox_outcome_order ON inbox_outcome (exercise_id, applied_order)',
  'DROP VIEW new_pending, new_outcome',
  'DROP TABLE pending_batch, outcome_batch',
];
