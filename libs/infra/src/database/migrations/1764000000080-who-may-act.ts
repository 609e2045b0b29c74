/**
 * Accounts that act have a side, services have the classes that they may send, tokens expire, and what is done with access
 * is recorded.
 *
 * What was there before is decided on the safe side, and recorded (action `account-changed`, from `upgrade`):
 * - An operator without a side becomes an observer: it sees what it saw, and acts for nobody.
 * - A service of a side may send JOINT and its side's class, as it could; one without a side JOINT only.
 * - A token without an end expires 90 days after the upgrade.
 *
 * A state holds more than it did (who sends under which name), so snapshots are dropped; a worker makes the state from the log.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoMayAct1764000000080 implements MigrationInterface {
  name = 'WhoMayAct1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** Operators that became observers stay observers, and tokens keep their end. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `ALTER TABLE account ADD COLUMN classes text[], ADD COLUMN built_in boolean NOT NULL DEFAULT false`,

  // `period` is the hour in which uses and refusals are counted; other records have none, and are never updated.
  `CREATE TABLE access_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_at timestamptz,
    action text NOT NULL,
    account_id text COLLATE "C",
    token_id text COLLATE "C",
    by_account text COLLATE "C",
    exercise_id text COLLATE "C",
    address text COLLATE "C" NOT NULL,
    detail text,
    period timestamptz,
    count bigint NOT NULL DEFAULT 1
  )`,
  `CREATE UNIQUE INDEX access_record_period
    ON access_record (period, action, address, coalesce(token_id, ''), coalesce(detail, '')) WHERE period IS NOT NULL`,
  `CREATE INDEX access_record_account ON access_record (account_id, id)`,

  `WITH changed AS (
     UPDATE account SET role = 'observer' WHERE role = 'operator' AND side IS NULL RETURNING id, exercise_id
   ) INSERT INTO access_record (action, account_id, exercise_id, address, detail)
     SELECT 'account-changed', id, exercise_id, 'upgrade', 'an operator without a side became an observer' FROM changed`,
  `WITH changed AS (
     UPDATE account SET classes = CASE WHEN side IS NULL THEN ARRAY['JOINT'] ELSE ARRAY['JOINT', side] END
     WHERE role = 'service' RETURNING id, exercise_id, classes
   ) INSERT INTO access_record (action, account_id, exercise_id, address, detail)
     SELECT 'account-changed', id, exercise_id, 'upgrade', 'may send ' || array_to_string(classes, ', ') FROM changed`,
  `WITH changed AS (
     UPDATE token SET expires_at = clock_timestamp() + interval '90 days'
     WHERE expires_at IS NULL AND revoked_at IS NULL RETURNING id, account_id
   ) INSERT INTO access_record (action, account_id, token_id, exercise_id, address, detail)
     SELECT 'account-changed', account_id, changed.id, exercise_id, 'upgrade', 'the token expires in 90 days'
     FROM changed JOIN account ON account.id = account_id`,
  `UPDATE account SET built_in = true
     WHERE (name = 'tandem start' AND role = 'controller')
        OR (name = 'tandem start: demonstration feed' AND role = 'service')`,

  `ALTER TABLE account
     ADD CONSTRAINT account_operator_side CHECK (role <> 'operator' OR side IS NOT NULL),
     ADD CONSTRAINT account_service_classes CHECK ((role = 'service') = (classes IS NOT NULL)),
     ADD CONSTRAINT account_classes CHECK (classes <@ ARRAY['JOINT', 'PAK', 'CHN'] AND cardinality(classes) > 0)`,
  'DELETE FROM snapshot',
];

const DOWN: readonly string[] = [
  'DROP TABLE access_record',
  `ALTER TABLE account DROP CONSTRAINT account_operator_side, DROP CONSTRAINT account_service_classes,
     DROP CONSTRAINT account_classes, DROP COLUMN classes, DROP COLUMN built_in`,
  'DELETE FROM snapshot',
];
