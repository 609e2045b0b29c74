/**
 * Programs that play units: where they are reached, what is to be delivered to them, and what was sent. None of it is part of an
 * exercise's course. An endpoint's secret is not stored: it follows from `salt` and a secret of the installation.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemoteUnits1764000000140 implements MigrationInterface {
  name = 'RemoteUnits1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE remote_request, remote_attempt, remote_delivery, remote_endpoint');
    await runner.query(`DELETE FROM secret WHERE name = 'remote-unit'`);
  }
}

const UP: readonly string[] = [
  `INSERT INTO secret (name, value)
   VALUES ('remote-unit', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))`,

  // `read_to`: the log was searched for messages to the unit up to this number. `is_remote`: whether it was remote as of then.
  `CREATE TABLE remote_endpoint (
    exercise_id text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C" NOT NULL,
    url text NOT NULL,
    enabled boolean NOT NULL,
    salt bytea NOT NULL,
    set_by text COLLATE "C" NOT NULL,
    set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_to bigint NOT NULL,
    is_remote boolean NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    open_until timestamptz,
    probing_until timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_error text,
    PRIMARY KEY (exercise_id, unit_id)
  ) WITH (fillfactor = 50)`,

  // A message is found in the log once, by the event that it stems from and what it is about.
  `CREATE TABLE remote_delivery (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    exercise_id text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    subject text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    at bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    status text NOT NULL DEFAULT 'pending',
    reason text,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz DEFAULT clock_timestamp(),
    delivered_at timestamptz,
    UNIQUE (exercise_id, unit_id, subject, seq)
  )`,
  `CREATE INDEX remote_delivery_pending ON remote_delivery (next_attempt_at) WHERE status = 'pending'`,
  'CREATE INDEX remote_delivery_exercise ON remote_delivery (exercise_id, number)',

  `CREATE TABLE remote_attempt (
    delivery_id text COLLATE "C" NOT NULL REFERENCES remote_delivery (id) ON DELETE CASCADE,
    number integer NOT NULL,
    at timestamptz NOT NULL,
    latency_ms integer NOT NULL,
    status integer,
    error text,
    PRIMARY KEY (delivery_id, number)
  )`,

  // Ids and times of signed requests that came in, for as long as they could be sent again.
  `CREATE TABLE remote_request (
    exercise_id text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C" NOT NULL,
    request text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (exercise_id, unit_id, request)
  )`,
  'CREATE INDEX remote_request_at ON remote_request (at)',
];
