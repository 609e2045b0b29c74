/** The features of the format, read off its JSON Schema, and those that the shipped scenarios use. */
import { readdirSync, readFileSync } from 'node:fs';
import { scenarioJsonSchema } from '#scenario/json-schema.js';
import { readDocument } from '#scenario/yaml/read-document.js';
import { projectFile } from '../files/project-files.js';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

const root = scenarioJsonSchema() as Schema;

/** Each named part under its own name, wherever it is used; what is written in place under that of its place. */
function named(schema: Schema, place: string): { readonly name: string; readonly schema: Schema } {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? { name: place, schema } : named(root.$defs?.[name] ?? {}, name);
}

/** The forms that the value may have; where an object's keys stand beside, `oneOf` only says which of them go together. */
function formsOf(schema: Schema): readonly Schema[] {
  return schema.anyOf ?? (schema.properties === undefined ? (schema.oneOf ?? []) : []);
}

/** `ScenarioInject.when`, `ScenarioUnit.mode=played` …: each key, and each value of those that are listed. */
function allFeatures(schema: Schema, place: string, found = new Set<string>(), seen = new Set<string>()): Set<string> {
  const { name, schema: part } = named(schema, place);
  if (seen.has(name)) return found;
  seen.add(name);
  for (const value of part.enum ?? []) found.add(`${name}=${String(value)}`);
  if (part.const !== undefined) found.add(`${name}=${String(part.const)}`);
  for (const [key, inner] of Object.entries(part.properties ?? {})) {
    found.add(`${name}.${key}`);
    allFeatures(inner, `${name}.${key}`, found, seen);
  }
  for (const [index, form] of formsOf(part).entries()) allFeatures(form, `${name}|${index}`, found, seen);
  if (part.items) allFeatures(part.items, `${name}[]`, found, seen);
  if (typeof part.additionalProperties === 'object') allFeatures(part.additionalProperties, `${name}{}`, found, seen);
  return found;
}

function usedFeatures(schema: Schema, value: unknown, place: string, found: Set<string>): void {
  const { name, schema: part } = named(schema, place);
  if (part.enum?.includes(value) === true || part.const === value) found.add(`${name}=${String(value)}`);
  for (const [index, form] of formsOf(part).entries()) {
    if (fits(form, value)) usedFeatures(form, value, `${name}|${index}`, found);
  }
  if (Array.isArray(value)) {
    for (const item of value) if (part.items) usedFeatures(part.items, item, `${name}[]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const property = part.properties?.[key];
      if (property) {
        found.add(`${name}.${key}`);
        usedFeatures(property, inner, `${name}.${key}`, found);
      } else if (typeof part.additionalProperties === 'object') {
        usedFeatures(part.additionalProperties, inner, `${name}{}`, found);
      }
    }
  }
}

function fits(schema: Schema, value: unknown): boolean {
  const { schema: part } = named(schema, '');
  if (part.const !== undefined) return part.const === value;
  if (part.enum) return part.enum.includes(value);
  if (formsOf(part).length > 0) return formsOf(part).some((form) => fits(form, value));
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (part.type !== undefined && part.type !== type && !(part.type === 'integer' && type === 'number')) return false;
  if (type !== 'object' || part.properties === undefined) return true;
  return Object.entries(value as object).every(([key, inner]) => {
    const property = part.properties?.[key];
    return property !== undefined && (property.const === undefined || property.const === inner);
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(projectFile(folder)).flatMap((name) => (name.endsWith('.yaml') ? [`${folder}/${name}`] : []));
}

/** CAP's own words are not features of our format; `$schema` is for editors, which our files tell by a comment. */
const NOT_OURS =
  /^ScenarioAlert\.(category|urgency|severity|certainty|responseType)\b.*=|^ScenarioAnswer\.about\.category=|^file\.\$schema$/;

describe('the scenarios that ship', () => {
  it('use every feature of the format together: each key, kind of inject, condition and expectation, each listed value', () => {
    const used = new Set<string>();
    for (const file of [...filesOf('scenarios'), ...filesOf('scenarios/shared')]) {
      usedFeatures(root, readDocument(readFileSync(projectFile(file), 'utf8')).value, 'file', used);
    }
    const features = [...allFeatures(root, 'file')].filter((feature) => !NOT_OURS.test(feature));
    expect(features.length).toBeGreaterThan(200);
    expect(features.filter((feature) => !used.has(feature))).toEqual([]);
  });
});
