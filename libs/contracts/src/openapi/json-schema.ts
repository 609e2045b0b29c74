/** JSON Schema (2020-12) of our shapes, with those that have a name collected once as components. */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

export class SchemaComponents {
  readonly schemas: Record<string, JsonSchema> = {};
  /** Many routes answer with events, whose schemas are many. */
  private readonly done = { input: new Map<z.ZodType, JsonSchema>(), output: new Map<z.ZodType, JsonSchema>() };

  /** A reference to the shape if it has a name, else the shape itself. `input`: what is sent to us. */
  use(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const done = this.done[io].get(schema);
    if (done !== undefined) return done;
    const result = this.convert(schema, io);
    this.done[io].set(schema, result);
    return result;
  }

  private convert(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _dialect,
      $defs,
      ...root
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => dropSafeIntegerBounds(jsonSchema),
    }) as JsonSchema;
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      this.add(name, definition);
    }
    const name = z.globalRegistry.get(schema)?.id;
    if (name === undefined) return relink(root) as JsonSchema;
    // A shape with a name may already be among its own definitions; the root is then only a reference to it.
    if (!Object.hasOwn($defs ?? {}, name)) this.add(name, root);
    return { $ref: `#/components/schemas/${name}` };
  }

  private add(name: string, definition: JsonSchema): void {
    const { id: _id, ...rest } = definition;
    this.schemas[name] = relink(rest) as JsonSchema;
  }

  /** By name, so that the document does not depend on the order of the routes. */
  sorted(): Record<string, JsonSchema> {
    return Object.fromEntries(Object.entries(this.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace(/^#\/\$defs\//, '#/components/schemas/')
        : relink(inner),
    ]),
  );
}

/** Every whole number bears the bounds of a double's safe integers: true, and noise. */
function dropSafeIntegerBounds(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
