/** The rules of the house can fail: each violation, planted in an otherwise clean copy of the house, is reported by name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const settings = [
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  '.ci/module-resolution.cjs',
  'package.json',
  'tsconfig.json',
];

let house: string;

function plant(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
}

/** Runs a tool of the project in the planted house and answers its exit code and what it printed. */
function check(tool: string, ...args: string[]): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: house,
    encoding: 'utf8',
  });
  return { code: run.status, output: run.stdout + run.stderr };
}

const importRule = () =>
  check('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test');
/** As JSON: what is printed for people depends on the terminal and on CI. */
const lint = () => check('oxlint/bin/oxlint', '--disable-nested-config', '--format', 'json', 'apps', 'libs', 'test');

/** The names of the import rules that were broken, with the file that broke each. */
function broken(output: string): string[] {
  return [...output.matchAll(/error ([\w-]+): (\S+?)(?: |\n|$)/g)].map(([, rule, file]) => `${rule} in ${file}`).sort();
}

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'tandem-house-'));
  for (const name of settings) cpSync(join(root, name), join(house, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  plant({
    'libs/domain/src/alert/alert.ts': 'export const alert = 1;\n',
    'libs/contracts/src/shape.ts': "export { alert } from '#domain/alert/alert.js';\n",
    'libs/infra/src/store.ts': "export { alert } from '#contracts/shape.js';\n",
    'apps/api/src/main.ts': "export { alert } from '#infra/store.js';\n",
    'apps/worker/src/main.ts': "export { alert } from '#infra/store.js';\n",
    'test/empty.ts': 'export const nothing = 0;\n',
  });
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

describe('the import rule', () => {
  it('lets a clean house pass, without compiled files', () => {
    expect(importRule()).toMatchObject({ code: 0, output: expect.stringContaining('no dependency violations') });
  });

  it('reports each import that runs the wrong way', () => {
    plant({
      'libs/domain/src/clock.ts': "import { hrtime } from 'node:process';\nexport const now = hrtime;\n",
      'libs/domain/src/shape.ts': "import { z } from 'zod';\nexport const shape = z;\n",
      'libs/domain/src/upward.ts': "export { alert } from '#contracts/shape.js';\n",
      'libs/domain/src/one.ts': "import { two } from './two.js';\nexport const one = () => two;\n",
      'libs/domain/src/two.ts': "import { one } from './one.js';\nexport const two = () => one;\n",
      'libs/domain/src/unit/upward.ts': "export { alert } from '../alert/alert.js';\n",
      'libs/domain/src/lost.ts': "export { lost } from './nowhere.js';\n",
      'libs/domain/src/alert/alert.spec.ts': "import fc from 'fast-check';\nimport 'node:fs';\nexport default fc;\n",
      'libs/contracts/src/upward.ts': "export { alert } from '#infra/store.js';\n",
      'libs/contracts/src/reading.ts': "export { readFileSync } from 'node:fs';\n",
      'libs/report/src/sideways.ts': "export { store } from '#infra/store.js';\n",
      'libs/infra/src/upward.ts': "export { alert } from '../../../apps/api/src/main.js';\n",
      'libs/infra/src/sideways.ts': "export { alert } from '../../domain/src/alert/alert.js';\n",
      'libs/infra/src/helpers/drawer.ts': 'export const drawer = 1;\n',
      'libs/infra/src/utils/top.ts': "export { alert } from '../store.js';\n",
      'libs/infra/src/misc.ts': 'export const drawer = 1;\n',
      'libs/infra/src/drawn.ts': "export { drawer } from './misc.js';\n",
      'apps/api/src/neighbour.ts': "export { alert } from '../../worker/src/main.js';\n",
      'apps/api/src/tested.ts': "import '../../../test/empty.js';\nexport {};\n",
      'apps/api/src/development.ts': "import 'supertest';\nexport {};\n",
    });
    const { code, output } = importRule();
    expect(broken(output)).toEqual([
      'applications-apart in apps/api/src/neighbour.ts',
      'contracts-below-all-but-domain in libs/contracts/src/upward.ts',
      'core-has-no-circles in libs/domain/src/one.ts',
      'core-has-no-unlisted-room in libs/domain/src/one.ts',
      'core-has-no-unlisted-room in libs/domain/src/two.ts',
      'core-unit-imports-only-what-is-below in libs/domain/src/unit/upward.ts',
      'domain-imports-nothing-but-itself in libs/domain/src/clock.ts',
      'domain-imports-nothing-but-itself in libs/domain/src/lost.ts',
      'domain-imports-nothing-but-itself in libs/domain/src/shape.ts',
      'domain-imports-nothing-but-itself in libs/domain/src/upward.ts',
      'domain-specs-need-little in libs/domain/src/alert/alert.spec.ts',
      'infra-below-apps in libs/infra/src/upward.ts',
      'libraries-do-not-import-tests in apps/api/src/tested.ts',
      'libraries-through-their-door in libs/infra/src/sideways.ts',
      'no-cycles in libs/domain/src/one.ts',
      'no-development-packages-in-production in apps/api/src/development.ts',
      'no-drawer-folders in libs/infra/src/drawn.ts',
      'no-drawer-folders-apart in libs/infra/src/helpers/drawer.ts',
      'no-drawer-folders-at-the-top in libs/infra/src/utils/top.ts',
      'pure-libraries-do-no-io in libs/contracts/src/reading.ts',
      'report-knows-contracts-and-domain in libs/report/src/sideways.ts',
      'resolvable in libs/domain/src/lost.ts',
    ]);
    expect(code).not.toBe(0);
  });
});

describe('the lint rules', () => {
  it('let a clean house pass', () => {
    expect(lint()).toMatchObject({ code: 0 });
  });

  it('report what the manner of the house forbids', () => {
    plant({
      'apps/api/src/sloppy.ts': [
        'export function guess(value: any): number {',
        '  const unused = 1;',
        '  console.log(value);',
        '  // @ts-ignore',
        '  return value == 1 ? 1 : 2; // TODO later',
        '}',
        '',
      ].join('\n'),
      'apps/api/src/long.ts': 'export const start = 0;\n' + '\n'.repeat(400) + 'export const end = 1;\n',
      'apps/api/src/two-modules.ts': "import { forwardRef } from '@nestjs/common';\nexport const knot = forwardRef;\n",
      'libs/domain/src/impure.ts':
        'export const draw = () => Math.random() + Date.now();\nexport const wait = setTimeout;\n',
      'libs/domain/src/alert/alert.spec.ts': "it.only('is alone', () => expect(1).toBe(1));\n",
    });
    const { code, output } = lint();
    const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string }[] };
    expect(new Set(diagnostics.map((found) => found.code))).toEqual(
      new Set([
        'typescript(no-explicit-any)',
        'eslint(no-unused-vars)',
        'eslint(no-console)',
        'typescript(ban-ts-comment)',
        'eslint(eqeqeq)',
        'eslint(no-warning-comments)',
        'eslint(max-lines)',
        'eslint(no-restricted-imports)',
        'eslint(no-restricted-properties)',
        'eslint(no-restricted-globals)',
        'jest(no-focused-tests)',
      ]),
    );
    expect(code).not.toBe(0);
  });
});
