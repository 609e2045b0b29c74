import { DOMAIN_ERROR_CODES } from '#domain/kernel/domain-error.js';
import { EVENT_TYPES } from '../events/event-specs.js';
import { API_CODES, PROBLEM_CODES } from '../http/problem-codes.js';
import { INPUT_CODES } from '../problem.js';
import { asyncApiDocument } from './asyncapi-document.js';
import { openApiDocument } from './openapi-document.js';
import { OPERATIONS } from './operations.js';

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

function resolves(document: unknown, reference: string): boolean {
  let value: unknown = document;
  for (const part of reference.slice(2).split('/')) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return value !== undefined;
}

/** A schema that is nothing but a reference to itself leads somewhere, and says nothing. */
function selfReferences(schemas: Record<string, unknown>): string[] {
  return Object.entries(schemas)
    .filter(([name, schema]) => (schema as { $ref?: string }).$ref === `#/components/schemas/${name}`)
    .map(([name]) => name);
}

describe('the OpenAPI document', () => {
  const document = openApiDocument('1.2.3') as unknown as Document;

  it('holds every route of the table once', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((entry) => entry.operationId));
    expect(ids.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
  });

  it('has no reference that leads nowhere', () => {
    const all = references(document);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((reference) => !resolves(document, reference))).toEqual([]);
  });

  it('says of each named schema what it is', () => {
    expect(selfReferences(document.components.schemas)).toEqual([]);
  });

  it('asks for a token or a session everywhere but at the health routes, where people come in, and where requests are signed', () => {
    const open = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, entry]) => ('security' in entry ? [`${method} ${path}`] : [])),
    );
    expect(open).toEqual([
      'get /health/live',
      'get /health/ready',
      'post /v1/exercises/{exercise}/units/{unit}/answers',
      'post /v1/session',
      'get /v1/sign-in',
      'get /v1/sign-in/oidc',
      'get /v1/sign-in/oidc/callback',
      'post /v1/session/one-time',
      'post /v1/invitations/preview',
      'post /v1/invitations/redeem',
    ]);
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument('1.2.3') as unknown as Document;

  it('has no reference that leads nowhere', () => {
    expect(references(document).filter((reference) => !resolves(document, reference))).toEqual([]);
  });

  it('says of each named schema what it is', () => {
    expect(selfReferences(document.components.schemas)).toEqual([]);
  });
});

describe('the table of codes', () => {
  it('gives every code of the domain, of inputs and of the API one status', () => {
    const codes = [...DOMAIN_ERROR_CODES, ...Object.keys(INPUT_CODES), ...Object.keys(API_CODES)];
    expect(Object.keys(PROBLEM_CODES).toSorted()).toEqual([...new Set(codes)].toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe.each([
  ['OpenAPI', openApiDocument('1')],
  ['AsyncAPI', asyncApiDocument('1')],
])('the events of the %s document', (_, made) => {
  const { schemas } = (made as unknown as { components: { schemas: Record<string, Record<string, unknown>> } })
    .components;

  it('are a union of one schema for each type', () => {
    expect(schemas['Event']?.['oneOf']).toEqual(
      EVENT_TYPES.map((type) => ({ $ref: `#/components/schemas/${type}Event` })),
    );
    expect(schemas['IncidentRespondingEvent']).toMatchObject({
      properties: {
        type: { const: 'IncidentResponding' },
        data: { $ref: '#/components/schemas/IncidentRespondingData' },
      },
    });
    expect(schemas['IncidentRespondingData']).toMatchObject({
      properties: { incident: { type: 'string' }, unit: { type: 'string' } },
      required: ['incident', 'unit'],
      additionalProperties: false,
    });
  });
});
