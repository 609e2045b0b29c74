/**
 * Accounts may be commanders, releasing authorities and liaisons, who are of a side; and walls, which are of none. A liaison plays
 * units of one exercise. Accounts and invitations that there are stay what they are.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MoreRoles1764000000120 implements MigrationInterface {
  name = 'MoreRoles1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** Accounts of the new roles become observers: they see what they saw, and act for nobody. Their invitations are revoked. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP: readonly string[] = [
  `ALTER TABLE account
     DROP CONSTRAINT account_role_check,
     DROP CONSTRAINT account_operator_side,
     DROP CONSTRAINT account_units,
     ADD CONSTRAINT account_role_check CHECK (role IN ('controller', 'evaluator', 'commander', 'releasing-authority',
       'operator', 'liaison', 'observer', 'wall', 'service')),
     ADD CONSTRAINT account_side CHECK (CASE
       WHEN role IN ('commander', 'releasing-authority', 'operator', 'liaison') THEN side IS NOT NULL
       WHEN role = 'wall' THEN side IS NULL
       ELSE true END),
     ADD CONSTRAINT account_units CHECK (CASE
       WHEN units IS NULL THEN role <> 'liaison'
       WHEN role = 'liaison' THEN exercise_id IS NOT NULL AND cardinality(units) > 0
       ELSE role = 'operator' AND exercise_id IS NOT NULL END)`,
];

const IS_NEW = `role IN ('commander', 'releasing-authority', 'liaison', 'wall')`;

const DOWN: readonly string[] = [
  `UPDATE invitation SET role = 'observer', units = NULL, revoked_at = coalesce(revoked_at, clock_timestamp())
     WHERE ${IS_NEW}`,
  `UPDATE announcement SET role = 'observer' WHERE ${IS_NEW}`,
  `ALTER TABLE account
     DROP CONSTRAINT account_role_check, DROP CONSTRAINT account_side, DROP CONSTRAINT account_units`,
  `UPDATE account SET role = 'observer', units = NULL WHERE ${IS_NEW}`,
  `ALTER TABLE account
     ADD CONSTRAINT account_role_check
       CHECK (role IN ('controller', 'evaluator', 'operator', 'observer', 'service')),
     ADD CONSTRAINT account_operator_side CHECK (role <> 'operator' OR side IS NOT NULL),
     ADD CONSTRAINT account_units CHECK (units IS NULL OR (role = 'operator' AND exercise_id IS NOT NULL))`,
];
