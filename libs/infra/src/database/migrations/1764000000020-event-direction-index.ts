/**
 * Finds the events by which an exercise is directed, its injects, its policy and its links, without reading the log: they
 * are few among many. Partial, so that all other events cost nothing.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EventDirectionIndex1764000000020 implements MigrationInterface {
  name = 'EventDirectionIndex1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX event_direction ON event (exercise_id, seq) WHERE type IN (
         'InjectScheduled', 'InjectFired', 'InjectSkipped', 'InjectDelayed', 'InjectImprovised', 'PolicyChanged',
         'LinkChanged')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_direction');
  }
}
