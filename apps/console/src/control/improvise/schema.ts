/** The form of an improvised inject, made from the JSON schema that the API publishes of it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** What one field asks for. */
export type Field =
  | { readonly kind: 'text' }
  /** Texts without spaces. */
  | { readonly kind: 'list' }
  | { readonly kind: 'time' | 'duration' }
  | { readonly kind: 'localized' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | {
      readonly kind: 'number';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      readonly isWhole: boolean;
    }
  /** Numbers by a key of the author's. */
  | { readonly kind: 'counts' }
  | { readonly kind: 'reference'; readonly to: 'unit' | 'site' | 'inject' }
  | { readonly kind: 'group'; readonly fields: readonly NamedField[] }
  /** One of several forms, distinguished by a constant. */
  | {
      readonly kind: 'variants';
      readonly tag: string;
      readonly variants: Readonly<Record<string, readonly NamedField[]>>;
    };

export interface NamedField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly field: Field;
}

const REFERENCES: Readonly<Record<string, 'unit' | 'site' | 'inject'>> = {
  unit: 'unit',
  site: 'site',
  updates: 'inject',
  cancels: 'inject',
};

/** Named shapes that are one input each. */
const NAMED: Readonly<Record<string, Field>> = {
  ScenarioText: { kind: 'localized' },
  ScenarioTime: { kind: 'time' },
  ScenarioDuration: { kind: 'duration' },
};

function fieldOf(name: string, schema: JsonSchema, schemas: Schemas): Field {
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined) {
    const known = NAMED[named];
    if (known !== undefined) return known;
    const meant = schemas[named];
    if (meant === undefined) throw new Error(`the document has no schema ${named}`);
    return fieldOf(name, meant, schemas);
  }
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum };
  if (schema.type === 'array' && schema.items?.enum !== undefined)
    return { kind: 'choices', options: schema.items.enum };
  if (schema.type === 'array' && schema.items?.type === 'string') return { kind: 'list' };
  const list = schema.anyOf?.find(({ type }) => type === 'array');
  if (list?.items?.enum !== undefined) return { kind: 'choices', options: list.items.enum };
  if (schema.properties !== undefined) return { kind: 'group', fields: fieldsOf(schema, schemas) };
  if (schema.oneOf !== undefined) return variantsOf(schema.oneOf, schemas);
  if (typeof schema.additionalProperties === 'object') {
    return { kind: schema.additionalProperties.type === 'integer' ? 'counts' : 'localized' };
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return { kind: 'number', min: schema.minimum, max: schema.maximum, isWhole: schema.type === 'integer' };
  }
  const to = REFERENCES[name];
  return to === undefined ? { kind: 'text' } : { kind: 'reference', to };
}

function fieldsOf(schema: JsonSchema, schemas: Schemas): NamedField[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    isRequired: schema.required?.includes(name) ?? false,
    field: fieldOf(name, property, schemas),
  }));
}

function variantsOf(forms: readonly JsonSchema[], schemas: Schemas): Field {
  const first = forms[0]?.properties ?? {};
  const tag = Object.keys(first).find((name) => first[name]?.const !== undefined) ?? '';
  const variants = forms.map((form): [string, NamedField[]] => [
    form.properties?.[tag]?.const ?? '',
    fieldsOf(form, schemas).filter(({ name }) => name !== tag),
  ]);
  return { kind: 'variants', tag, variants: Object.fromEntries(variants) };
}

/** What every inject has, and what each kind has of its own. */
export interface InjectForm {
  readonly frame: readonly NamedField[];
  readonly kinds: Readonly<Record<string, Field>>;
}

const FRAME = ['title', 'at'];

export function injectFormOf(schemas: Schemas): InjectForm {
  const fields = fieldsOf(schemas['ImproviseInject'] ?? {}, schemas);
  return {
    frame: fields.filter(({ name }) => FRAME.includes(name)),
    kinds: Object.fromEntries(
      fields.filter(({ name }) => name !== 'id' && !FRAME.includes(name)).map(({ name, field }) => [name, field]),
    ),
  };
}
