/**
 * Secrets that all processes of an installation share. The one with which the cursors of lists are sealed: 32 bytes, of which 244
 * bits come from PostgreSQL's strong random source.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CursorSecret1764000000090 implements MigrationInterface {
  name = 'CursorSecret1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE secret (name text PRIMARY KEY, value bytea NOT NULL)');
    await runner.query(`INSERT INTO secret (name, value)
      VALUES ('page-cursor', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE secret');
  }
}
