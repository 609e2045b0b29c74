/** Alerts and incidents have TLP labels, which decide who of those that may know of them reads them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Labels1764000000130 implements MigrationInterface {
  name = 'Labels1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['alert', 'incident']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN tlp text COLLATE "C", ADD COLUMN readers text COLLATE "C"`);
    }
    // A state holds more than it did: tear lines, and the markings of incidents.
    await runner.query('DELETE FROM snapshot');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['alert', 'incident']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN tlp, DROP COLUMN readers`);
    }
    await runner.query('DELETE FROM snapshot');
  }
}
