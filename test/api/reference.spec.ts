/** The reference that is kept as files says what the code says. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Parser } from '@asyncapi/parser';
import { asyncApiDocument } from '#contracts/openapi/asyncapi-document.js';
import { permissionsPage } from '#contracts/openapi/permissions-page.js';
import { errorCodesPage } from '#contracts/openapi/examples/error-codes-page.js';
import { apiExamplesPage } from '#contracts/openapi/examples/examples-page.js';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { VERSION } from '../../apps/api/src/docs/version.js';

it.each([
  ['openapi.json', openApiDocument(VERSION)],
  ['asyncapi.json', asyncApiDocument(VERSION)],
])('docs/reference/%s is up to date (else: npm run docs)', async (name, document) => {
  expect(JSON.parse(await readFile(`docs/reference/${name}`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
});

it.each([
  ['api-examples.md', apiExamplesPage()],
  ['errors.md', errorCodesPage()],
  ['permissions.md', permissionsPage()],
])('docs/reference/%s is up to date (else: npm run docs, npm run format)', async (name, page) => {
  expect(unformatted(await readFile(`docs/reference/${name}`, 'utf8'))).toBe(unformatted(page));
});

/** Without what the formatter changes: white space, and the dashes of tables. */
function unformatted(markdown: string): string {
  return markdown.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, '');
}

it('the types of the client are up to date (else: npm run docs)', async () => {
  await promisify(execFile)(process.execPath, ['tools/generate-client.mjs', '--check']);
});

it('the AsyncAPI document is one', async () => {
  const found = await new Parser().validate(JSON.stringify(asyncApiDocument(VERSION)));
  // 0: an error; remarks of style are no matter.
  expect(found.map(({ severity, message }) => ({ severity, message }))).not.toContainEqual(
    expect.objectContaining({ severity: 0 }),
  );
});
