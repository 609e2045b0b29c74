/** Accounts may be evaluators: they see everything and put on record what they make of it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EvaluatorRole1764000000010 implements MigrationInterface {
  name = 'EvaluatorRole1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account DROP CONSTRAINT account_role_check,
      ADD CONSTRAINT account_role_check
        CHECK (role IN ('controller', 'evaluator', 'operator', 'observer', 'service'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM token WHERE account_id IN (SELECT id FROM account WHERE role = 'evaluator')`);
    await runner.query(`DELETE FROM account WHERE role = 'evaluator'`);
    await runner.query(`ALTER TABLE account DROP CONSTRAINT account_role_check,
      ADD CONSTRAINT account_role_check CHECK (role IN ('controller', 'operator', 'observer', 'service'))`);
  }
}
