/** Every command has an example, and each example is what its route takes or returns. */
import { emptyBody } from '../../http/exercises.js';
import { PROBLEM_CODES } from '../../http/problem-codes.js';
import { scenarioSchema } from '../../scenario/scenario-schema.js';
import { openApiDocument } from '../openapi-document.js';
import type { Operation } from '../operation.js';
import { OPERATIONS, type OperationId } from '../operations.js';
import { ANSWER_EXAMPLES } from './answers.js';
import { BODY_EXAMPLES } from './bodies.js';
import { errorCodesPage } from './error-codes-page.js';
import { apiExamplesPage } from './examples-page.js';

const routes = Object.entries(OPERATIONS) as [OperationId, Operation][];
const withBody = routes.filter(([, { body }]) => body !== undefined && body.schema !== emptyBody);

/** The body of a successful answer, if there is one. */
function mainAnswer({ answers }: Operation) {
  return Object.entries(answers).find(([status, { schema }]) => Number(status) < 300 && schema !== undefined)?.[1];
}

describe('the examples of bodies', () => {
  it('cover every route that takes something', () => {
    expect(Object.keys(BODY_EXAMPLES).toSorted()).toEqual(withBody.map(([id]) => id).toSorted());
  });

  it.each(withBody)('%s fits its schema', (id, { body }) => {
    expect(body?.schema.safeParse(BODY_EXAMPLES[id])).toMatchObject({ success: true });
  });

  it('hold a whole scenario and a whole policy, where any value fits the schema', () => {
    const { scenario } = BODY_EXAMPLES.createExercise as { scenario: unknown };
    const { policy } = BODY_EXAMPLES.changePolicy as { policy: unknown };
    expect(scenarioSchema.safeParse(scenario)).toMatchObject({ success: true });
    expect(scenarioSchema.shape.policy.safeParse(policy)).toMatchObject({ success: true });
  });
});

describe('the examples of answers', () => {
  const answered = routes.filter(([, route]) => mainAnswer(route) !== undefined);

  it('cover every route that returns a body', () => {
    expect(Object.keys(ANSWER_EXAMPLES).toSorted()).toEqual(answered.map(([id]) => id).toSorted());
  });

  it.each(Object.keys(ANSWER_EXAMPLES) as OperationId[])('%s fits its schema, without unknown fields', (id) => {
    const answer = mainAnswer(OPERATIONS[id]);
    expect(answer?.schema?.parse(ANSWER_EXAMPLES[id])).toEqual(ANSWER_EXAMPLES[id]);
  });
});

it('the OpenAPI document holds the examples', () => {
  const { paths } = openApiDocument('1') as { paths: Record<string, Record<string, unknown>> };
  expect(paths['/v1/exercises/{exercise}/speed']?.['post']).toMatchObject({
    requestBody: { content: { 'application/json': { example: { speed: 2 } } } },
    responses: { 200: { content: { 'application/json': { example: ANSWER_EXAMPLES.setSpeed } } } },
  });
});

it('the page of examples shows each route once', () => {
  const page = apiExamplesPage();
  for (const [id] of routes) expect(page.split(`\n### ${id}\n`)).toHaveLength(2);
});

it('the page of error codes lists each code once', () => {
  const page = errorCodesPage();
  for (const code of Object.keys(PROBLEM_CODES)) expect(page.split(`| \`${code}\` |`)).toHaveLength(2);
});
