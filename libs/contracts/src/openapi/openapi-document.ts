/** The OpenAPI 3.1 document, made from the route table. */
import type { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, problemDocument } from '../http/problem-document.js';
import type { ProblemCode } from '../http/problem-codes.js';
import { PROBLEM_CODES } from '../http/problem-codes.js';
import { SESSION_COOKIE } from '../http/sessions.js';
import { ANSWER_EXAMPLES } from './examples/answers.js';
import { BODY_EXAMPLES } from './examples/bodies.js';
import { type JsonSchema, SchemaComponents } from './json-schema.js';
import type { Operation } from './operation.js';
import { BODY_PROBLEMS, COMMAND_BYTES, PUBLIC_PROBLEMS, USUAL_PROBLEMS } from './operation.js';
import { OPERATIONS, type OperationId } from './operations.js';

export const EXERCISE_NOTICE =
  'Tandem is an exercise system. Everything that it stores, shows or sends is marked EXERCISE; nothing in it is real.';

export function openApiDocument(version: string): JsonSchema {
  const components = new SchemaComponents();
  const problem = components.use(problemDocument, 'output');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [id, entry] of Object.entries(OPERATIONS) as [OperationId, Operation][]) {
    const path = (paths[entry.path] ??= {});
    path[entry.method.toLowerCase()] = operationObject(id, entry, components, problem);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tandem',
      version,
      description: `${EXERCISE_NOTICE}\n\nTimes named \`at\` or \`…At\` without a date are exercise time: ms since STARTEX.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(Object.values<Operation>(OPERATIONS).map((entry) => entry.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of an account.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'The session of a person, for pages of this origin; over TLS the name begins with `__Host-`. A token beside it counts first.',
        },
      },
      schemas: withDiscriminators(components.sorted()),
    },
  };
}

/** Names the field by which the members of a union are distinguished: generators of clients do not find it by themselves. */
function withDiscriminators(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const typeOf = (reference: string): unknown => {
    const properties = schemas[reference.replace(/^.*\//, '')]?.['properties'] as
      | Record<string, JsonSchema>
      | undefined;
    return properties?.['type']?.['const'];
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const members = (schema['oneOf'] ?? []) as readonly { readonly $ref?: string }[];
      const mapping = members.map(({ $ref = '' }) => [typeOf($ref), $ref] as const);
      if (mapping.length === 0 || mapping.some(([type]) => typeof type !== 'string')) return [name, schema];
      return [name, { ...schema, discriminator: { propertyName: 'type', mapping: Object.fromEntries(mapping) } }];
    }),
  );
}

function operationObject(
  id: OperationId,
  entry: Operation,
  components: SchemaComponents,
  problem: JsonSchema,
): JsonSchema {
  return {
    operationId: id,
    tags: [entry.tag],
    summary: entry.summary,
    description: [entry.description, rolesText(entry)].filter((text) => text !== undefined).join('\n\n'),
    ...(entry.roles === 'public' && { security: [] }),
    parameters: [...pathParameters(entry.path), ...queryParameters(entry.query, components), ...headers(entry.headers)],
    ...(entry.body !== undefined && { requestBody: requestBody(entry.body, BODY_EXAMPLES[id], components) }),
    responses: { ...answers(entry, ANSWER_EXAMPLES[id], components), ...problems(entry, problem) },
  };
}

function rolesText(entry: Operation): string {
  if (entry.roles === 'public') return 'Public.';
  return `Roles: ${entry.roles.join(', ')}.`;
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodObject | undefined, components: SchemaComponents): JsonSchema[] {
  if (query === undefined) return [];
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = components.use(schema as z.ZodType, 'input');
    return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema: rest };
  });
}

function headers(names: Readonly<Record<string, string>> | undefined): JsonSchema[] {
  return Object.entries(names ?? {}).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }));
}

function requestBody(body: NonNullable<Operation['body']>, example: unknown, components: SchemaComponents): JsonSchema {
  return {
    required: body.optional !== true,
    description: `At most ${(body.maxBytes ?? COMMAND_BYTES) / 1024} KiB, after decompression.`,
    content: {
      'application/json': { schema: components.use(body.schema, 'input'), ...(example !== undefined && { example }) },
      ...texts(body.also),
    },
  };
}

/** What is no JSON, in OpenAPI's eyes a text. */
function texts(types: Readonly<Record<string, string>> = {}): JsonSchema {
  return Object.fromEntries(
    Object.entries(types).map(([type, description]) => [type, { schema: { type: 'string', description } }]),
  );
}

/** The example is that of the first answer with a body: the others say that there was nothing to do, or not yet. */
function answers(entry: Operation, example: unknown, components: SchemaComponents): JsonSchema {
  const main = Object.values(entry.answers).find(({ schema }) => schema !== undefined);
  return Object.fromEntries(
    Object.entries(entry.answers).map(([status, answer]) => [
      status,
      {
        description: answer.description,
        ...(answer.schema !== undefined && {
          content: {
            [answer.mediaType ?? 'application/json']: {
              schema: components.use(answer.schema, 'output'),
              ...(answer === main && example !== undefined && { example }),
            },
            ...texts(answer.also),
          },
        }),
      },
    ]),
  );
}

/** One answer per status, with the codes that it may bear. */
function problems(entry: Operation, problem: JsonSchema): JsonSchema {
  // Of the routes of health, all answers are said already.
  if (entry.roles === 'public' && entry.problems === undefined) return {};
  const usual = entry.roles === 'public' ? PUBLIC_PROBLEMS : USUAL_PROBLEMS;
  const ofBody = entry.body === undefined ? [] : BODY_PROBLEMS;
  const ofQuery = entry.query === undefined ? [] : (['QUERY_INVALID'] as const);
  const codes = [...new Set<ProblemCode>([...usual, ...ofQuery, ...ofBody, ...(entry.problems ?? [])])];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEM_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, its]) => [
        status,
        {
          description: its.map((code) => `\`${code}\`: ${PROBLEM_CODES[code].title}.`).join(' '),
          content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } },
          ...(status === 429 || status === 503
            ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } }
            : {}),
        },
      ]),
  );
}
