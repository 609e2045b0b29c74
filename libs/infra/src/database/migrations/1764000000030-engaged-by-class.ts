/**
 * Of a unit the places taken are told by the class of the incident. What an older version has counted in one number is known
 * to those who run the exercise only, until the unit changes next.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EngagedByClass1764000000030 implements MigrationInterface {
  name = 'EngagedByClass1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE unit SET doc = jsonb_set(doc::jsonb, '{engaged}',
         CASE WHEN doc->>'engaged' = '0' THEN '{}' ELSE jsonb_build_object('CONTROL', doc->'engaged') END)::json
       WHERE json_typeof(doc->'engaged') = 'number'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE unit SET doc = jsonb_set(doc::jsonb, '{engaged}',
         (SELECT to_jsonb(coalesce(sum(value::int), 0)) FROM json_each_text(doc->'engaged')))::json
       WHERE json_typeof(doc->'engaged') = 'object'`,
    );
  }
}
