/**
 * Writes the types of the API's client, libs/contracts/src/client/api-types.ts, from docs/reference/openapi.json.
 * With `--check` it writes nothing, and fails when the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../docs/reference/openapi.json', import.meta.url);
const TYPES = new URL('../libs/contracts/src/client/api-types.ts', import.meta.url);

const HEAD = `/**
 * The paths and shapes of Tandem's API, made from docs/reference/openapi.json by \`npm run docs\`. Do not change it by hand.
 */

`;

/** All refusals have one shape: once as the default answer instead of once for each status, or the types are five times as long. */
function withOneRefusal(document) {
  const isRefusal = (status) => Number(status) >= 400;
  const asDefault = (operation) => {
    const answers = Object.entries(operation.responses);
    const refusal = answers.find(([status, { content }]) => isRefusal(status) && content?.['application/problem+json']);
    const others = answers.filter(
      ([status, { content }]) => !isRefusal(status) || !content?.['application/problem+json'],
    );
    return {
      ...operation,
      responses: Object.fromEntries([
        ...others,
        ...(refusal ? [['default', { description: 'Refused.', content: refusal[1].content }]] : []),
      ]),
    };
  };
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, asDefault(operation)])),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Examples are for readers of the document; in the types they would only be long comments. */
const withoutExamples = (key, value) => (key === 'example' ? undefined : value);

const document = withOneRefusal(JSON.parse(await readFile(DOCUMENT, 'utf8'), withoutExamples));
const text = HEAD + astToString(await openapiTS(document, { alphabetize: false, silent: true }));

if (!process.argv.includes('--check')) {
  await writeFile(TYPES, text);
  process.stdout.write(`${fileURLToPath(TYPES)}\n`);
} else if ((await readFile(TYPES, 'utf8')) !== text) {
  process.stderr.write('libs/contracts/src/client/api-types.ts is not up to date; run: npm run docs\n');
  process.exitCode = 1;
}
