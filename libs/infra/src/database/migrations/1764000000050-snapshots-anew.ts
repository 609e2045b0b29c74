/**
 * A state holds more of the script than it did: what an inject's incident had behind it, and whether it was resolved since. The
 * log tells it; a snapshot of before does not. Without one, a worker makes the state from the log, and keeps it anew.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SnapshotsAnew1764000000050 implements MigrationInterface {
  name = 'SnapshotsAnew1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM snapshot');
  }

  /** An older version, too, makes its own. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM snapshot');
  }
}
