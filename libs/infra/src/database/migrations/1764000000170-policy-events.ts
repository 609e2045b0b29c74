/** Finds the events about policies without reading the log: they are few among many. Partial, so that all other events cost nothing. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PolicyEvents1764000000170 implements MigrationInterface {
  name = 'PolicyEvents1764000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX event_policy ON event (exercise_id, seq) WHERE type IN (
         'PolicyChanged', 'PolicyProposed', 'PolicyApproved', 'PolicyRejected', 'PolicyWithdrawn', 'PolicyDeadlocked',
         'OwnPolicyChanged')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_policy');
  }
}
