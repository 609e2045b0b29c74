/** Requests of every route, made of the OpenAPI document: most as it says, and something wrong in every few of them. */
import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

interface Documented {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface AnyRequest {
  readonly operation: string;
  readonly method: string;
  /** With names in braces for what exists only when it is sent, see {@link pathOf}. */
  readonly path: string;
  /** One number for each name: which of those that there are, or none. */
  readonly choices: readonly number[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const NOBODYS = ['__proto__', 'INC-0000', '0', '-1', 'é', ' ', 'x'.repeat(300), '%', '..%2F..'];
const WORDS = ['plant', 'road', 'pak-1', 'chn-1', 'PAK', 'T+01:00', '10m', 'a text', ''];
const JUNK = [null, true, 0, -1, 1.5, 1e21, [], {}, [[]], { a: 1 }, 'x'.repeat(3_000), '\u0000', '\u202E', ...WORDS];

const HEADERS = fc.record(
  {
    prefer: fc.constantFrom('wait=0', 'wait=1', 'respond-async', 'wait=abc'),
    'idempotency-key': fc.constantFrom('k1', '"k2"', ' ', 'x'.repeat(250)),
  },
  { requiredKeys: [] },
);

export function anyRequest(document: object, operations: (id: string) => boolean): fc.Arbitrary<AnyRequest> {
  const { paths, components } = document as Document;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => operations(operationId))
      .map(([method, entry]) => ({ method: method.toUpperCase(), path, entry })),
  );
  const values = new Values(components.schemas);
  return fc.constantFrom(...routes).chain(({ method, path, entry }) => {
    const inQuery = (entry.parameters ?? []).filter((parameter) => parameter.in === 'query');
    const [mediaType, content] = Object.entries(entry.requestBody?.content ?? {})[0] ?? [];
    const body = values.of(content?.schema ?? {}).map((value) => JSON.stringify(value));
    return fc.record({
      operation: fc.constant(entry.operationId),
      method: fc.constant(method),
      path: fc.constant(path),
      choices: fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 }),
      query: fc.record(Object.fromEntries(inQuery.map(({ name, schema: its }) => [name, values.of(its)])), {
        requiredKeys: [],
      }),
      headers: fc
        .oneof({ weight: 5, arbitrary: fc.constant({}) }, HEADERS)
        .map((some) => (mediaType === undefined ? some : { ...some, 'content-type': mediaType })),
      body: mediaType === undefined ? fc.constant(undefined) : fc.oneof({ weight: 20, arbitrary: body }, broken(body)),
    });
  });
}

/** Bodies that the document allows for an operation; mostly objects. */
export function bodiesOf(document: object, operation: string): fc.Arbitrary<object | undefined> {
  const { paths, components } = document as Document;
  const entry = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === operation);
  const [content] = Object.values(entry?.requestBody?.content ?? {});
  return new Values(components.schemas).of(content?.schema ?? {}) as fc.Arbitrary<object | undefined>;
}

/** The path as it is sent: with things that there are, for the most part. */
export function pathOf({ path, choices }: AnyRequest, known: Readonly<Record<string, readonly string[]>>): string {
  let n = 0;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const choice = choices[n++] ?? 0;
    const names = known[name] ?? [];
    const from = names.length === 0 || choice % 20 === 0 ? NOBODYS : names;
    return encodeURIComponent(from[choice % from.length] ?? '');
  });
}

function broken(body: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(body, fc.nat(50)).map(([text, length]) => text.slice(0, length));
}

/** A schema's values, of the parts of JSON Schema that our documents use. */
class Values {
  constructor(private readonly schemas: Readonly<Record<string, Schema>>) {}

  of(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
    if (depth > 8) return fc.constant(null);
    const right = fc.constant(undefined).chain(() => this.right(schema, depth));
    return fc.oneof({ weight: 80, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom<unknown>(...JUNK) });
  }

  private right(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const { $ref, enum: listed, const: only, anyOf, oneOf, type } = schema;
    if (typeof $ref === 'string') return this.of(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    if (only !== undefined) return fc.constant(only);
    if (Array.isArray(listed)) return fc.constantFrom(...(listed as unknown[]));
    const either = (anyOf ?? oneOf) as readonly Schema[] | undefined;
    if (either !== undefined) return fc.oneof(...either.map((one) => this.of(one, depth + 1)));
    switch (type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return fc.array(this.of((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 });
      case 'integer':
        return fc.oneof(fc.nat(100), fc.integer());
      case 'number':
        return fc.double({ min: 0, max: 2_000, noNaN: true });
      case 'boolean':
        return fc.boolean();
      default:
        return fc.oneof(
          fc.constantFrom(...WORDS),
          fc
            .date({ min: new Date(0), max: new Date('2040-01-01'), noInvalidDate: true })
            .map((date) => date.toISOString()),
          fc.string(),
        );
    }
  }

  private object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<object> {
    const parts = Object.entries(properties as Record<string, Schema>);
    return fc.record(Object.fromEntries(parts.map(([name, part]) => [name, this.of(part, depth + 1)])), {
      requiredKeys: required as string[],
    });
  }
}
