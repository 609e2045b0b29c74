/** What may stand at a place of an input, for whoever got it wrong: read off the JSON Schema of its shape. */
import { z } from 'zod';

export type Schema = Readonly<Record<string, unknown>>;

const guides = new WeakMap<z.ZodType, ShapeGuide>();

/** One for each shape, which must live as long as the process. */
export function guideOf(shape: z.ZodType): ShapeGuide {
  let guide = guides.get(shape);
  if (guide === undefined) guides.set(shape, (guide = new ShapeGuide(shape)));
  return guide;
}

export class ShapeGuide {
  private made: Schema | undefined;

  constructor(private readonly shape: z.ZodType) {}

  /** Of the forms that the object may have, those that its `kind` or `status` fits. Empty: any key goes. */
  knownKeys(path: readonly PropertyKey[], input: unknown): string[] {
    const forms = this.formsOf(this.schemasAt(path, input), valueAt(input, path));
    return [...new Set(forms.flatMap((form) => Object.keys(record(form['properties']))))];
  }

  /** The schemas of the place, by each form that what is around it may have; empty: no such place. */
  schemasAt(path: readonly PropertyKey[], input: unknown): Schema[] {
    let forms: Schema[] = [this.schema()];
    for (const [depth, part] of path.entries()) {
      const value = valueAt(input, path.slice(0, depth));
      forms = this.formsOf(forms, value).flatMap((form) => step(form, part));
    }
    return forms;
  }

  /** What a `$ref` leads to. */
  definitionOf(reference: string): { readonly name: string; readonly definition: Schema } {
    const name = reference.replace(/^#\/\$defs\//, '');
    return { name, definition: record(record(this.schema()['$defs'])[name]) };
  }

  /** What a list, or an object, of the place holds, in words: `a list of { sender, identifier, sent }`. */
  form(path: readonly PropertyKey[], type: string): string | undefined {
    const found = this.formsOf(this.schemasAt(path, undefined), undefined).find((form) => form['type'] === type);
    if (found === undefined) return undefined;
    if (type === 'object') return fieldsText(found);
    const [item] = this.formsOf([record(found['items'])], undefined);
    const text = item?.['type'] === 'object' ? fieldsText(item) : item?.['type'] === 'string' ? 'texts' : undefined;
    return text === undefined ? undefined : `a list of ${text}`;
  }

  /** Made when the first fault is found: a right input never needs it. */
  private schema(): Schema {
    this.made ??= z.toJSONSchema(this.shape, {
      target: 'draft-2020-12',
      io: 'input',
      unrepresentable: 'any',
    }) as Schema;
    return this.made;
  }

  /** References followed and unions opened. */
  private formsOf(forms: readonly Schema[], value: unknown): Schema[] {
    return forms.flatMap((form) => {
      const target = form['$ref'];
      const found = typeof target === 'string' ? this.definitionOf(target).definition : form;
      const union = found['anyOf'] ?? (found['properties'] === undefined ? found['oneOf'] : undefined);
      return Array.isArray(union)
        ? this.formsOf(union as Schema[], value).filter((each) => fits(each, value))
        : [found];
    });
  }
}

const SHOWN_FIELDS = 8;

/** `{ sender, identifier, sent }`: what must be there. */
function fieldsText(form: Schema): string | undefined {
  const required = form['required'];
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

function step(form: Schema, part: PropertyKey): Schema[] {
  const next =
    typeof part === 'number'
      ? ((form['prefixItems'] as Schema[] | undefined)?.[part] ?? form['items'])
      : (record(form['properties'])[String(part)] ?? form['additionalProperties']);
  return typeof next === 'object' && next !== null ? [next as Schema] : [];
}

function fits(form: Schema, value: unknown): boolean {
  return Object.entries(record(form['properties'])).every(([key, property]) => {
    const { const: only } = record(property);
    const held = record(value)[key];
    return only === undefined || held === undefined || held === only;
  });
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
