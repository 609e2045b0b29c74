/** The reference page that shows every route with an example, made from the route table and the examples. */
import type { Operation } from '../operation.js';
import { OPERATIONS, type OperationId } from '../operations.js';
import { ANSWER_EXAMPLES } from './answers.js';
import { BODY_EXAMPLES } from './bodies.js';

const INTRODUCTION = `# API by example

Made from the code by \`tandem docs\`; do not edit. EXERCISE: nothing in it is real.

Every route of the API with a request that you can copy. Set \`TANDEM\` to the address of the server, \`TOKEN\` to a token and
\`EXERCISE\` to the id of an exercise. Replace the other ids by your own. [API clients](../how-to/api-clients.md) explains how to sign
in, send alerts and follow the stream; [openapi.json](openapi.json) holds all schemas.
`;

/** Values of path parameters; what is missing here keeps its name in capitals. */
const PARAMETERS: Readonly<Record<string, string>> = {
  exercise: '$EXERCISE',
  incident: 'INC-0001',
  notification: 'INC-0001.N2',
  chain: 'both',
  unit: 'embassy',
  side: 'CHN',
  inject: 'rumour',
  seq: '12',
  account: 'acc_ebhn2ex3tbb9',
  token: 'tok_949xga9vn3hy',
  session: 'ses_k2v9dq7m3x8a',
  invitation: 'inv_qwz9takwmqbn',
  announcement: 'ann_b4d5r4fecdqw',
  alert: 'ALT-drahsrvwkkardlrkbw2gpy5qsq',
  command: 'CMD-01a222e41928-f07b414481fb571a3d02',
  scenario: 'convoy',
};

/** The page, as Markdown: routes by tag, in the order of the table. */
export function apiExamplesPage(): string {
  const routes = Object.entries(OPERATIONS) as [OperationId, Operation][];
  const tags = [...new Set(routes.map(([, { tag }]) => tag))];
  const sections = tags.map((tag) => {
    const own = routes.filter(([, route]) => route.tag === tag);
    return [`## ${tag}`, ...own.map(([id, route]) => routeSection(id, route))].join('\n\n');
  });
  return `${[INTRODUCTION.trim(), ...sections].join('\n\n')}\n`;
}

function routeSection(id: OperationId, route: Operation): string {
  const roles = route.roles === 'public' ? 'No sign-in needed.' : `Roles: ${route.roles.join(', ')}.`;
  const answer = ANSWER_EXAMPLES[id];
  return [
    `### ${id}`,
    `${route.summary}. ${roles}`,
    fenced('sh', curl(route, BODY_EXAMPLES[id])),
    ...(answer === undefined ? [] : [fenced('json', JSON.stringify(answer, undefined, 2))]),
  ].join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function curl(route: Operation, body: unknown): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name] ?? name.toUpperCase());
  const method = route.method === 'GET' ? '' : `-X ${route.method} `;
  const lines = [`curl ${method}"$TANDEM${path}"`];
  if (route.roles !== 'public') lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (body !== undefined) lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body)}'`);
  return lines.join(' \\\n  ');
}
