/** Placeholders for values that cannot be read: the smallest value that matches the JSON Schema of its place. */
import { guideOf, type Schema } from '#contracts/json/schema-guide.js';
import { scenarioSchema } from '#contracts/scenario/scenario-schema.js';

/** Preferred among several words: these break no rule, whatever the other values are. */
const HARMLESS: ReadonlySet<unknown> = new Set(['PAK', 'consular', 'permitted', 'special-protection-unit']);

/** Definitions that the schema describes only by a pattern or by a choice of keys. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  ScenarioDuration: '1m',
  ScenarioTime: 'T+00:00',
  ScenarioAddress: 'control',
  ScenarioCondition: { all: [] },
  ScenarioTarget: { action: 'consular', side: 'PAK' },
  ScenarioWhen: { fired: 'unread' },
};

export class Placeholders {
  private made = 0;

  /** Undefined for an unknown place. Each generated id is unique. */
  at(path: readonly PropertyKey[], input: unknown): unknown {
    const [schema] = guideOf(scenarioSchema).schemasAt(path, input);
    return schema && this.of(schema);
  }

  private of(schema: Schema): unknown {
    const { $ref: reference, const: only, enum: words, properties } = schema;
    if (typeof reference === 'string') {
      const { name, definition } = guideOf(scenarioSchema).definitionOf(reference);
      return name in BY_NAME ? structuredClone(BY_NAME[name]) : this.of(definition);
    }
    if (only !== undefined) return only;
    if (Array.isArray(words)) return words.find((word) => HARMLESS.has(word)) ?? words[0];
    const variants = properties === undefined ? (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) : undefined;
    return Array.isArray(variants) ? this.of(variants[0] as Schema) : this.ofType(schema);
  }

  private ofType(schema: Schema): unknown {
    switch (schema['type']) {
      case 'object': {
        const required = (schema['required'] ?? []) as string[];
        const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
        return Object.fromEntries(required.map((key) => [key, this.of(properties[key] ?? {})]));
      }
      case 'array': {
        const places = (schema['prefixItems'] ?? []) as Schema[];
        const least = Array.from({ length: Number(schema['minItems'] ?? 0) }, () => schema['items'] as Schema);
        return [...(places.length > 0 ? places : least)].map((place) => this.of(place));
      }
      case 'string':
        return `unread-${++this.made}`;
      case 'number':
      case 'integer':
        return 1;
      case 'boolean':
        return false;
      default:
        return undefined;
    }
  }
}
