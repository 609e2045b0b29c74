/** The values that a schema allows at a path, from its JSON Schema: for messages about faults. */
import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

const guides = new WeakMap<z.ZodType, SchemaGuide>();

/** One for each schema; the schemas must live as long as the process. */
export function guideOf(schema: z.ZodType): SchemaGuide {
  let guide = guides.get(schema);
  if (guide === undefined) guides.set(schema, (guide = new SchemaGuide(schema)));
  return guide;
}

export class SchemaGuide {
  private made: Schema | undefined;

  constructor(private readonly zodSchema: z.ZodType) {}

  /** The keys of the variants that match the object's `kind` or `status`. Empty: any key is allowed. */
  knownKeys(path: readonly PropertyKey[], input: unknown): string[] {
    const variants = this.variantsOf(this.schemasAt(path, input), valueAt(input, path));
    return [...new Set(variants.flatMap((variant) => Object.keys(record(variant['properties']))))];
  }

  /** The schemas at the path, one for each variant of the values around it; empty: no such path. */
  schemasAt(path: readonly PropertyKey[], input: unknown): Schema[] {
    let variants: Schema[] = [this.schema()];
    for (const [depth, part] of path.entries()) {
      const value = valueAt(input, path.slice(0, depth));
      variants = this.variantsOf(variants, value).flatMap((variant) => step(variant, part));
    }
    return variants;
  }

  /** The target of a `$ref`. */
  definitionOf(reference: string): { readonly name: string; readonly definition: Schema } {
    const name = reference.replace(/^#\/\$defs\//, '');
    return { name, definition: record(record(this.schema()['$defs'])[name]) };
  }

  /** Describes a list or an object at the path: `a list of { sender, identifier, sent }`. */
  describe(path: readonly PropertyKey[], type: string): string | undefined {
    const found = this.variantsOf(this.schemasAt(path, undefined), undefined).find(
      (variant) => variant['type'] === type,
    );
    if (found === undefined) return undefined;
    if (type === 'object') return fieldsText(found);
    const [item] = this.variantsOf([record(found['items'])], undefined);
    const text = item?.['type'] === 'object' ? fieldsText(item) : item?.['type'] === 'string' ? 'texts' : undefined;
    return text === undefined ? undefined : `a list of ${text}`;
  }

  /** Created at the first fault: valid input does not need it. */
  private schema(): Schema {
    this.made ??= z.toJSONSchema(this.zodSchema, {
      target: 'draft-2020-12',
      io: 'input',
      unrepresentable: 'any',
    }) as Schema;
    return this.made;
  }

  /** References followed and unions opened. */
  private variantsOf(variants: readonly Schema[], value: unknown): Schema[] {
    return variants.flatMap((variant) => {
      const target = variant['$ref'];
      const found = typeof target === 'string' ? this.definitionOf(target).definition : variant;
      const union = found['anyOf'] ?? (found['properties'] === undefined ? found['oneOf'] : undefined);
      return Array.isArray(union)
        ? this.variantsOf(union as Schema[], value).filter((each) => fits(each, value))
        : [found];
    });
  }
}

const SHOWN_FIELDS = 8;

/** The required fields: `{ sender, identifier, sent }`. */
function fieldsText(variant: Schema): string | undefined {
  const required = variant['required'];
  if (!Array.isArray(required) || required.length === 0 || required.length > SHOWN_FIELDS) return undefined;
  return `{ ${required.join(', ')} }`;
}

export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function step(variant: Schema, part: PropertyKey): Schema[] {
  const next =
    typeof part === 'number'
      ? ((variant['prefixItems'] as Schema[] | undefined)?.[part] ?? variant['items'])
      : (record(variant['properties'])[String(part)] ?? variant['additionalProperties']);
  return typeof next === 'object' && next !== null ? [next as Schema] : [];
}

function fits(variant: Schema, value: unknown): boolean {
  return Object.entries(record(variant['properties'])).every(([key, property]) => {
    const { const: only } = record(property);
    const held = record(value)[key];
    return only === undefined || held === undefined || held === only;
  });
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
