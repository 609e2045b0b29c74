/**
 * People beside programs: passwords, sessions, links that sign in once, invitations, who is present, and messages over the
 * screen. None of it is part of an exercise's course: the log, its hashes and its replay know nothing of these tables.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764000000100 implements MigrationInterface {
  name = 'People1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  // `name_key`: what names of people are compared by. Accounts of before have none, and cannot sign in by name until they get a
  // password.
  `ALTER TABLE account
     ADD COLUMN name_key text COLLATE "C",
     ADD COLUMN units text[],
     ADD COLUMN language text,
     ADD COLUMN invitation_id text COLLATE "C",
     ADD CONSTRAINT account_units CHECK (units IS NULL OR (role = 'operator' AND exercise_id IS NOT NULL))`,
  'CREATE INDEX account_name_key ON account (name_key) WHERE name_key IS NOT NULL',

  // Apart from the account, so that what reads accounts never holds a hash.
  `CREATE TABLE account_password (
    account_id text COLLATE "C" PRIMARY KEY REFERENCES account (id),
    name_key text COLLATE "C" NOT NULL UNIQUE,
    hash text NOT NULL,
    set_at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,

  `CREATE TABLE session (
    id text COLLATE "C" PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account (id),
    hash text NOT NULL UNIQUE,
    how text NOT NULL,
    address text COLLATE "C" NOT NULL,
    program text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  )`,
  'CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL',

  `CREATE TABLE one_time_link (
    id text COLLATE "C" PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL REFERENCES account (id),
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,

  `CREATE TABLE invitation (
    id text COLLATE "C" PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE,
    hash text NOT NULL UNIQUE,
    pin_hash text NOT NULL,
    role text NOT NULL,
    side text,
    units text[],
    exercise_id text COLLATE "C" REFERENCES exercise (id),
    note text,
    max_uses integer NOT NULL CHECK (max_uses > 0),
    uses integer NOT NULL DEFAULT 0 CHECK (uses <= max_uses),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by text COLLATE "C",
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,

  // One row for each person who was ever in an exercise, and one for each whose socket a process holds now.
  `CREATE TABLE presence (
    exercise_id text COLLATE "C" NOT NULL REFERENCES exercise (id),
    account_id text COLLATE "C" NOT NULL REFERENCES account (id),
    state text NOT NULL CHECK (state IN ('here', 'away')),
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    left_at timestamptz,
    PRIMARY KEY (exercise_id, account_id)
  )`,
  `CREATE UNLOGGED TABLE presence_socket (
    process text COLLATE "C" NOT NULL,
    exercise_id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    away boolean NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (exercise_id, account_id, process)
  )`,

  `CREATE TABLE announcement (
    id text COLLATE "C" PRIMARY KEY,
    exercise_id text COLLATE "C" NOT NULL REFERENCES exercise (id),
    text jsonb NOT NULL,
    side text,
    role text,
    note text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by text COLLATE "C" NOT NULL REFERENCES account (id),
    withdrawn_at timestamptz
  )`,
  'CREATE INDEX announcement_exercise ON announcement (exercise_id, created_at)',
  `CREATE TABLE announcement_read (
    announcement_id text COLLATE "C" NOT NULL REFERENCES announcement (id),
    account_id text COLLATE "C" NOT NULL REFERENCES account (id),
    read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (announcement_id, account_id)
  )`,

  'ALTER TABLE access_record ADD COLUMN session_id text COLLATE "C", ADD COLUMN invitation_id text COLLATE "C"',
  // A wrong password is counted for each account, too.
  'DROP INDEX access_record_period',
  `CREATE UNIQUE INDEX access_record_period ON access_record
     (period, action, address, coalesce(token_id, ''), coalesce(account_id, ''), coalesce(detail, '')) WHERE period IS NOT NULL`,
];

const DOWN: readonly string[] = [
  'DROP INDEX access_record_period',
  `DELETE FROM access_record WHERE period IS NOT NULL AND token_id IS NULL`,
  `CREATE UNIQUE INDEX access_record_period
     ON access_record (period, action, address, coalesce(token_id, ''), coalesce(detail, '')) WHERE period IS NOT NULL`,
  'ALTER TABLE access_record DROP COLUMN session_id, DROP COLUMN invitation_id',
  'DROP TABLE announcement_read, announcement, presence_socket, presence, invitation, one_time_link, session, account_password',
  `ALTER TABLE account DROP CONSTRAINT account_units, DROP COLUMN name_key, DROP COLUMN units, DROP COLUMN language,
     DROP COLUMN invitation_id`,
];
