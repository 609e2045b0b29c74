/** `tandem docs`: writes the reference pages that are generated from the code. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { asyncApiDocument } from '#contracts/openapi/asyncapi-document.js';
import { apiExamplesPage } from '#contracts/openapi/examples/examples-page.js';
import { errorCodesPage } from '#contracts/openapi/examples/error-codes-page.js';
import { permissionsPage } from '#contracts/openapi/permissions-page.js';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { scenarioReferencePage } from '#scenario/reference-page.js';
import { scenarioJsonSchema, sharedPartsJsonSchema } from '#scenario/json-schema.js';
import { programVersion, projectFile } from '../files/project-files.js';
import { commandReferencePage } from '../reference/command-reference.js';

/** @param fullProgram every command, for the reference of the command line */
export function addDocs(program: Command, fullProgram: () => Promise<Command>): void {
  program
    .command('docs')
    .description(
      'write the reference pages that are generated from the code: OpenAPI, AsyncAPI, the schema of scenario files, and ' +
        'this command line',
    )
    .argument('[folder]', 'folder to write to (default: docs/reference)')
    .action(async (folder?: string) => writeDocs(await fullProgram(), folder));
}

async function writeDocs(program: Command, folder = projectFile('docs', 'reference')): Promise<void> {
  const version = programVersion();
  const documents = {
    'openapi.json': openApiDocument(version),
    'asyncapi.json': asyncApiDocument(version),
    'scenario.schema.json': scenarioJsonSchema(),
    'scenario-part.schema.json': sharedPartsJsonSchema(),
  };
  const pages = {
    ...Object.fromEntries(
      Object.entries(documents).map(([name, document]) => [name, `${JSON.stringify(document, undefined, 2)}\n`]),
    ),
    'scenario.md': scenarioReferencePage(),
    'api-examples.md': apiExamplesPage(),
    'errors.md': errorCodesPage(),
    'permissions.md': permissionsPage(),
    'cli.md': commandReferencePage(program),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(pages)) {
    await writeFile(join(folder, name), text);
    process.stdout.write(`${join(folder, name)}\n`);
  }
}
