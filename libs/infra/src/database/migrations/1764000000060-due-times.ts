/**
 * Lists find what is due, and sort by it. The indexes are partial: what waits for nothing is not in them. They cost an update
 * its heap-only way when the time changes, which is about twice in the life of a notification.
 *
 * A state holds more than it did (who asked, which answers a chain counts), so snapshots of before are dropped; a worker makes
 * the state from the log, and keeps it anew. Rows that older versions wrote show no times until they change.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DueTimes1764000000060 implements MigrationInterface {
  name = 'DueTimes1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE incident ADD COLUMN next_step_at bigint, ADD COLUMN deadline bigint');
    await runner.query('ALTER TABLE notification ADD COLUMN expires_at bigint');
    await runner.query(
      'CREATE INDEX incident_next_step_at ON incident (exercise_id, next_step_at, id) WHERE next_step_at IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX notification_expires_at ON notification (exercise_id, expires_at, id) WHERE expires_at IS NOT NULL',
    );
    await runner.query('DELETE FROM snapshot');
  }

  /** An older version makes its own snapshots. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_expires_at');
    await runner.query('DROP INDEX incident_next_step_at');
    await runner.query('ALTER TABLE notification DROP COLUMN expires_at');
    await runner.query('ALTER TABLE incident DROP COLUMN next_step_at, DROP COLUMN deadline');
    await runner.query('DELETE FROM snapshot');
  }
}
