/** `nest-cli.json` is a real one: who knows Nest builds an application as Nest's own documentation says. Tried on a small house. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const nest = require.resolve('@nestjs/cli/bin/nest.js');

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'tandem-nest-'));
  for (const name of ['nest-cli.json', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(house, name));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
  plant('libs/domain/src/word.ts', "export const word = 'EXERCISE';\n");
  for (const app of ['api', 'worker', 'cli']) {
    plant(`apps/${app}/src/main.ts`, "import { word } from '#domain/word.js';\n\nconsole.log(word);\n");
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function plant(name: string, text: string): void {
  mkdirSync(dirname(join(house, name)), { recursive: true });
  writeFileSync(join(house, name), text);
}

it('`npx nest build api` writes a program that runs', () => {
  const built = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: house, encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  const run = spawnSync(process.execPath, ['dist/apps/api/src/main.js'], { cwd: house, encoding: 'utf8' });
  expect(run.stdout).toBe('EXERCISE\n');
});
