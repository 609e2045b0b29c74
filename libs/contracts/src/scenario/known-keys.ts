/** Which keys an object of a scenario may hold, by its path: read off the JSON Schema, so that one list serves all. */
import { z } from 'zod';
import { scenarioShape } from './scenario-shape.js';

export type Schema = Readonly<Record<string, unknown>>;

let made: Schema | undefined;

/** Made when the first unknown key is found: a right scenario never needs it. */
function schema(): Schema {
  made ??= z.toJSONSchema(scenarioShape, { target: 'draft-2020-12', io: 'input' }) as Schema;
  return made;
}

/** Of the forms that the object may have, those that its `kind` or `status` fits. Empty: any key goes. */
export function knownKeys(path: readonly PropertyKey[], input: unknown): string[] {
  const forms = formsOf(schemasAt(path, input), valueAt(input, path));
  return [...new Set(forms.flatMap((form) => Object.keys(record(form['properties']))))];
}

/** The schemas of the place, by each form that what is around it may have; empty: no such place. */
export function schemasAt(path: readonly PropertyKey[], input: unknown): Schema[] {
  let forms: Schema[] = [schema()];
  for (const [depth, part] of path.entries()) {
    const value = valueAt(input, path.slice(0, depth));
    forms = formsOf(forms, value).flatMap((form) => step(form, part));
  }
  return forms;
}

/** What a `$ref` leads to. */
export function definitionOf(reference: string): { readonly name: string; readonly definition: Schema } {
  const name = reference.replace(/^#\/\$defs\//, '');
  return { name, definition: record(record(schema()['$defs'])[name]) };
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

/** References followed and unions opened. */
function formsOf(forms: readonly Schema[], value: unknown): Schema[] {
  return forms.flatMap((form) => {
    const target = form['$ref'];
    const found = typeof target === 'string' ? definitionOf(target).definition : form;
    const union = found['anyOf'] ?? (found['properties'] === undefined ? found['oneOf'] : undefined);
    return Array.isArray(union) ? formsOf(union as Schema[], value).filter((each) => fits(each, value)) : [found];
  });
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
