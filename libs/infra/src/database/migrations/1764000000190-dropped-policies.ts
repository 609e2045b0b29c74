/** The index of the events about policies holds those by which a side drops its own, too. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'PolicyChanged', 'PolicyProposed', 'PolicyApproved', 'PolicyRejected', 'PolicyWithdrawn', 'PolicyDeadlocked',
         'OwnPolicyChanged'`;

export class DroppedPolicies1764000000190 implements MigrationInterface {
  name = 'DroppedPolicies1764000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_policy');
    await runner.query(
      `CREATE INDEX event_policy ON event (exercise_id, seq) WHERE type IN (${BEFORE}, 'OwnPolicyDropped')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_policy');
    await runner.query(`CREATE INDEX event_policy ON event (exercise_id, seq) WHERE type IN (${BEFORE})`);
  }
}
