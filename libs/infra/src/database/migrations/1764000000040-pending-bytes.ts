/**
 * A worker reads what waits up to so many bytes; how many a command has, it must know before it reads it. What waits since an
 * older version counts as none.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PendingBytes1764000000040 implements MigrationInterface {
  name = 'PendingBytes1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_pending ADD COLUMN bytes integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_pending DROP COLUMN bytes');
  }
}
