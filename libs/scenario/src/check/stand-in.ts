/** What may stand in a scenario where something cannot be read: the least that has the right shape, by the JSON Schema. */
import { guideOf, type Schema } from '#contracts/json/shape-guide.js';
import { scenarioShape } from '#contracts/scenario/scenario-shape.js';

/** Of several words these: no rule is broken by them, whatever stands around. */
const HARMLESS: ReadonlySet<unknown> = new Set(['PAK', 'consular', 'permitted', 'special-protection-unit']);

/** The parts that have a form which the schema tells as a pattern or a choice of keys only. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  ScenarioDuration: '1m',
  ScenarioTime: 'T+00:00',
  ScenarioCondition: { all: [] },
  ScenarioTarget: { action: 'consular', side: 'PAK' },
  ScenarioWhen: { fired: 'unread' },
};

export class StandIns {
  private made = 0;

  /** Undefined when nothing is known of this place. Ids are different ones each time. */
  at(path: readonly PropertyKey[], input: unknown): unknown {
    const [schema] = guideOf(scenarioShape).schemasAt(path, input);
    return schema && this.of(schema);
  }

  private of(schema: Schema): unknown {
    const { $ref: reference, const: only, enum: words, properties } = schema;
    if (typeof reference === 'string') {
      const { name, definition } = guideOf(scenarioShape).definitionOf(reference);
      return name in BY_NAME ? structuredClone(BY_NAME[name]) : this.of(definition);
    }
    if (only !== undefined) return only;
    if (Array.isArray(words)) return words.find((word) => HARMLESS.has(word)) ?? words[0];
    const forms = properties === undefined ? (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) : undefined;
    return Array.isArray(forms) ? this.of(forms[0] as Schema) : this.ofType(schema);
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
