/** The row of an alert names the event that changed its label, as it names the event that accepted it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangedLabels1764000000180 implements MigrationInterface {
  name = 'ChangedLabels1764000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert ADD COLUMN label_seq bigint');
    // A state holds more than it did: whose alerts and messages are, and what notes and messages say.
    await runner.query('DELETE FROM snapshot');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert DROP COLUMN label_seq');
    await runner.query('DELETE FROM snapshot');
  }
}
