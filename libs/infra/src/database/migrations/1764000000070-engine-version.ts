/**
 * An exercise remembers which version of the engine's rules started it. Those that are there were started by the first. The
 * default stays, for it is what a process of that version writes.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EngineVersion1764000000070 implements MigrationInterface {
  name = 'EngineVersion1764000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE exercise ADD COLUMN engine integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE exercise DROP COLUMN engine');
  }
}
