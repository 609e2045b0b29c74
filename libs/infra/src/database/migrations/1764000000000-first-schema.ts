import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the architecture. What is particular:
 * - Ids compare bytewise (`COLLATE "C"`): the order is the same on every machine, and cheaper.
 * - Documents are `json`, not `jsonb`: kept letter by letter as they were hashed, never searched inside.
 * - `inbox` is only ever inserted into. What is still to be applied stands in `inbox_pending`, what came of it in
 *   `inbox_outcome`; so no wide row is rewritten, and the index over the (random) command ids is touched once.
 * - No foreign key leads to `exercise`: its check would lock the row that the one writer holds.
 * - `event.seq_joint`, `seq_pak`, `seq_chn` are the last number given in that stream as of the event, also where the
 *   event itself is not in it. They never fall along `seq`, so a stream's cursor is found by bisection over the primary
 *   key, and three indexes are saved on the hottest table.
 * - An alert's text stands once, in the event that accepted it; `alert.seq` says where.
 * - Read models are updated in place often: no index covers a column that changes, so that updates stay heap-only.
 */
export class FirstSchema1764000000000 implements MigrationInterface {
  name = 'FirstSchema1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION event_position(text, text, bigint)');
    await runner.query(
      `DROP TABLE token, account, unit, notification, incident, alert, snapshot, event, request_key, inbox_outcome,
       inbox_pending, inbox, exercise`,
    );
  }
}

const STATEMENTS: readonly string[] = [
  `CREATE TABLE exercise (
    id text COLLATE "C" PRIMARY KEY,
    title json NOT NULL,
    status text NOT NULL,
    scenario json NOT NULL,
    seed text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by text NOT NULL,
    speed float8 NOT NULL,
    generation integer NOT NULL,
    anchor_wall timestamptz,
    anchor_time bigint NOT NULL,
    advanced_to bigint NOT NULL DEFAULT -1,
    seq_all bigint NOT NULL DEFAULT 0,
    seq_joint bigint NOT NULL DEFAULT 0,
    seq_pak bigint NOT NULL DEFAULT 0,
    seq_chn bigint NOT NULL DEFAULT 0,
    last_hash text NOT NULL,
    next_due bigint,
    next_due_wall timestamptz,
    applied_order bigint NOT NULL DEFAULT 0
  ) WITH (fillfactor = 40)`,

  `CREATE TABLE inbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    exercise_id text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    type text NOT NULL,
    data json NOT NULL,
    actor json NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (exercise_id, command_id)
  )`,
  `CREATE TABLE inbox_pending (
    exercise_id text COLLATE "C" NOT NULL,
    id bigint NOT NULL,
    command_id text COLLATE "C" NOT NULL,
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
  `CREATE UNIQUE INDEX inbox_outcome_order ON inbox_outcome (exercise_id, applied_order)`,
  `CREATE TABLE request_key (
    exercise_id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    fingerprint text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (exercise_id, account_id, key)
  )`,

  `CREATE TABLE event (
    exercise_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    seq_joint bigint NOT NULL,
    seq_pak bigint NOT NULL,
    seq_chn bigint NOT NULL,
    at bigint NOT NULL,
    wall timestamptz NOT NULL,
    type text NOT NULL,
    audience text NOT NULL,
    data json NOT NULL,
    cause json NOT NULL,
    actor json NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (exercise_id, seq)
  )`,
  `CREATE TABLE snapshot (
    exercise_id text COLLATE "C" PRIMARY KEY,
    seq bigint NOT NULL,
    state text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,

  `CREATE TABLE alert (
    exercise_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    audience text NOT NULL,
    incident text COLLATE "C",
    status text NOT NULL,
    severity text NOT NULL,
    msg_type text NOT NULL,
    sender text NOT NULL,
    at bigint NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (exercise_id, id)
  ) WITH (fillfactor = 90)`,
  `CREATE INDEX alert_at ON alert (exercise_id, at, id)`,
  `CREATE INDEX alert_incident ON alert (exercise_id, incident)`,
  `CREATE TABLE incident (
    exercise_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    audience text NOT NULL,
    status text NOT NULL,
    severity text NOT NULL,
    site text,
    joint text NOT NULL,
    opened_at bigint NOT NULL,
    doc json NOT NULL,
    PRIMARY KEY (exercise_id, id)
  ) WITH (fillfactor = 60)`,
  `CREATE INDEX incident_opened_at ON incident (exercise_id, opened_at, id)`,
  `CREATE TABLE notification (
    exercise_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    audience text NOT NULL,
    incident text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    side text NOT NULL,
    action text NOT NULL,
    status text NOT NULL,
    queued_at bigint NOT NULL,
    doc json NOT NULL,
    PRIMARY KEY (exercise_id, id)
  ) WITH (fillfactor = 60)`,
  `CREATE INDEX notification_queued_at ON notification (exercise_id, queued_at, id)`,
  `CREATE TABLE unit (
    exercise_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    side text NOT NULL,
    kind text NOT NULL,
    duty text NOT NULL,
    mode text NOT NULL,
    doc json NOT NULL,
    PRIMARY KEY (exercise_id, id)
  ) WITH (fillfactor = 40)`,

  `CREATE TABLE account (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('controller', 'operator', 'observer', 'service')),
    side text CHECK (side IN ('PAK', 'CHN')),
    exercise_id text COLLATE "C",
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    disabled_at timestamptz
  )`,
  `CREATE TABLE token (
    id text COLLATE "C" PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account (id),
    hash text COLLATE "C" NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz,
    revoked_at timestamptz
  )`,

  // The last `seq` up to which a reader of a stream, whose own number is `p_cursor`, has seen everything.
  `CREATE FUNCTION event_position(p_exercise text, p_stream text, p_cursor bigint) RETURNS bigint
   LANGUAGE plpgsql STABLE AS $$
   DECLARE
     low bigint := 0;
     high bigint;
     middle bigint;
     number bigint;
   BEGIN
     SELECT seq_all INTO high FROM exercise WHERE id = p_exercise;
     WHILE low < high LOOP
       middle := (low + high + 1) / 2;
       SELECT CASE p_stream WHEN 'joint' THEN seq_joint WHEN 'pak' THEN seq_pak WHEN 'chn' THEN seq_chn ELSE seq END
         INTO number FROM event WHERE exercise_id = p_exercise AND seq = middle;
       IF number <= p_cursor THEN low := middle; ELSE high := middle - 1; END IF;
     END LOOP;
     RETURN low;
   END $$`,
];
