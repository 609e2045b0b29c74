/** JSON Schema (2020-12) of scenario files, for editors and for the reference. */
import { z } from 'zod';
import { scenarioFileSchema, sharedPartsSchema } from '#contracts/scenario/scenario-schema.js';

export function scenarioJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(scenarioFileSchema, 'Tandem scenario');
}

export function sharedPartsJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(sharedPartsSchema, 'Tandem scenario, shared parts');
}

function jsonSchemaOf(schema: z.ZodType, title: string): Record<string, unknown> {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) };
}
