/** Finds the decisions on releases, which are few among many events, so that an incident can name its counterpart. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReleaseIndex1764000000160 implements MigrationInterface {
  name = 'ReleaseIndex1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX event_release ON event (exercise_id, seq) WHERE type = 'ReleaseDecided'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_release');
  }
}
