/** The reference of scenario files for people (Markdown), made from the JSON Schema that editors get. */
import { scenarioJsonSchema } from './check/check-scenario.js';
import { SHARED_PARTS } from '#contracts/scenario/scenario-shape.js';
import { MAX_FILE_BYTES } from './yaml/parse-yaml.js';

type Schema = Readonly<Record<string, unknown>>;

const INTRODUCTION = `# Scenario files

Made from the code by \`tandem docs\`; do not edit. EXERCISE: scenarios are fictional, and nothing in them is real.

A scenario is one YAML 1.2 or JSON file of at most ${MAX_FILE_BYTES / 1024 / 1024} MiB that begins with \`tandem: 1\`. Check it with
\`tandem validate FILE\` (\`--strict\`: warnings, too, make the exit code 1), run it with \`tandem replay FILE\`. This first line lets an editor complete and check it:

\`\`\`yaml
# yaml-language-server: $schema=../docs/reference/scenario.schema.json
\`\`\`

Anchors, aliases, merge keys and tags are not taken. Share parts between files by \`include\` instead: an included file
begins with \`tandem: 1\`, too, and may hold ${[...SHARED_PARTS].map((part) => `\`${part}\``).join(', ')} and \`include\`. Lists of
sites and units are joined, included ones first; the other parts may be given once. Included files lie within the folder of
the scenario. \`tandem validate\` also checks a file of shared parts, or of a policy alone, by itself; it does not judge what such
a file refers to in other files.
`;

/** The whole page. */
export function scenarioReferencePage(): string {
  const schema = scenarioJsonSchema();
  const definitions = Object.entries(record(schema['$defs']));
  const sections = definitions.map(([name, definition]) => section(titleOf(name), record(definition)));
  return [INTRODUCTION, section('The file', schema), ...sections].join('\n');
}

function section(title: string, schema: Schema): string {
  const description = textOf(schema['description']);
  const forms = schema['properties'] === undefined ? unionOf(schema) : [schema];
  const tables = forms.filter((form) => form['properties'] !== undefined).map(table);
  const { pattern: written } = schema;
  // A longer one is for editors; the description says it better.
  const pattern = typeof written === 'string' && written.length <= 80 ? [`Pattern: \`${written}\``] : [];
  return [`## ${title}`, ...(description === '' ? [] : [description]), ...pattern, ...tables].join('\n\n') + '\n';
}

function table(schema: Schema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const rows = Object.entries(record(schema['properties']))
    .filter(([key]) => !key.startsWith('$'))
    .map(([key, value]) => {
      const property = record(value);
      const cells = [
        `\`${key}\``,
        required.includes(key) ? 'yes' : '',
        kindOf(property),
        textOf(property['description']),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return ['| key | required | value | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What a value may be, in few words. */
function kindOf(schema: Schema): string {
  const { $ref: reference, const: only, enum: values, type } = schema;
  if (typeof reference === 'string') return linkTo(reference);
  if (only !== undefined) return `\`${typeof only === 'string' ? only : JSON.stringify(only)}\``;
  if (Array.isArray(values)) return values.map((value) => `\`${String(value)}\``).join(', ');
  const forms = unionOf(schema);
  if (forms.length > 0 && schema['properties'] === undefined) return [...new Set(forms.map(kindOf))].join(' or ');
  if (Array.isArray(schema['allOf'])) return (schema['allOf'] as Schema[]).map(kindOf).join(' ');
  if (type === 'array') return `list of: ${kindOf(record(schema['items']))}`;
  if (type !== 'object') return WORDS[String(type)] ?? '';
  const keys = Object.entries(record(schema['properties']));
  if (keys.length === 0) return `map of: ${kindOf(record(schema['additionalProperties']))}`;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const parts = keys.map(([key, value]) => `\`${key}\`${required.includes(key) ? '' : '?'}: ${kindOf(record(value))}`);
  return `{ ${parts.join(', ')} }`;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
};

function unionOf(schema: Schema): Schema[] {
  const union = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(union) ? (union as Schema[]) : [];
}

function linkTo(reference: string): string {
  const title = titleOf(reference.replace(/^#\/\$defs\//, ''));
  return reference === '#' ? 'the same' : `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`;
}

/** `ScenarioRoute` is read as "Route". */
function titleOf(name: string): string {
  const words = name.replace(/^Scenario/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

function textOf(description: unknown): string {
  return typeof description === 'string' ? description.replaceAll('|', '\\|') : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
