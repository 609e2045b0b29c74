import { injectFormOf, type JsonSchema } from './schema.js';

const text = { $ref: '#/components/schemas/ScenarioText' };
const schemas: Record<string, JsonSchema> = {
  ScenarioText: { anyOf: [{ type: 'string' }] },
  Link: {
    oneOf: [
      { properties: { status: { const: 'up' } }, required: ['status'] },
      {
        properties: { status: { const: 'degraded' }, loss: { type: 'number', minimum: 0, maximum: 1 } },
        required: ['status', 'loss'],
      },
    ],
  },
  Alert: {
    properties: {
      headline: text,
      site: { type: 'string' },
      source: { type: 'string' },
      severity: { type: 'string', enum: ['Severe', 'Minor'] },
      category: {
        anyOf: [
          { type: 'string', enum: ['Fire'] },
          { type: 'array', items: { enum: ['Fire', 'Rescue'] } },
        ],
      },
      nationals: { type: 'object', additionalProperties: { type: 'integer' } },
    },
    required: ['headline', 'severity'],
  },
  ImproviseInject: {
    properties: {
      id: { type: 'string' },
      title: text,
      at: { $ref: '#/components/schemas/ScenarioTime' },
      alert: { $ref: '#/components/schemas/Alert' },
      link: { properties: { state: { $ref: '#/components/schemas/Link' } }, required: ['state'] },
      note: text,
    },
  },
};

describe('the form of an improvised inject', () => {
  const form = injectFormOf(schemas);
  it('takes each content of the schema as a kind', () => {
    expect(Object.keys(form.kinds)).toEqual(['alert', 'link', 'note']);
    expect(form.frame.map(({ name }) => name)).toEqual(['title', 'at']);
  });
  it('makes a field of each property, by what it may hold', () => {
    const { alert } = form.kinds;
    if (alert?.kind !== 'group') throw new Error('no group');
    expect(alert.fields.map(({ name, field, isRequired }) => [name, field.kind, isRequired])).toEqual([
      ['headline', 'localized', true],
      ['site', 'reference', false],
      ['source', 'text', false],
      ['severity', 'choice', true],
      ['category', 'choices', false],
      ['nationals', 'counts', false],
    ]);
  });
  it('shows the forms of a choice apart by their constant', () => {
    const { link } = form.kinds;
    if (link?.kind !== 'group') throw new Error('no group');
    expect(link.fields[0]?.field).toMatchObject({
      kind: 'variants',
      tag: 'status',
      variants: { up: [], degraded: [{ name: 'loss', field: { kind: 'number', min: 0, max: 1 } }] },
    });
  });
});
