/** Every page of the documentation can be reached from the README, and no link between them is broken. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { API_CODES, PROBLEM_CODES } from '#contracts/http/problem-codes.js';
import { INPUT_CODES } from '#contracts/problem.js';
import { documentationFaults } from './pages.js';

const root = resolve(import.meta.dirname, '../..');

it('has no unreachable page and no broken link', () => {
  expect(documentationFaults(root)).toEqual([]);
});

it('reports an unreachable page, a missing file and a missing heading', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-pages-'));
  const pages = {
    'README.md': '# Start\n\n[all pages](docs/README.md) [gone](docs/gone.md) [away](https://example.org/x.md)\n',
    'docs/README.md': '[a page](how-to/page.md#a-heading-with-code) [no heading](how-to/page.md#nowhere)\n',
    'docs/how-to/page.md': '# A page\n\n## A heading with `code`\n\n```md\n[not a link](nowhere.md)\n```\n',
    'docs/lost.md': '[home](../README.md#start)\n',
  };
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  try {
    expect(documentationFaults(folder)).toEqual([
      'README.md: docs/gone.md leads to no file',
      'docs/README.md: how-to/page.md#nowhere leads to no heading',
      'docs/lost.md cannot be reached from README.md',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('says in Troubleshooting what to do about each error code of requests and rules', () => {
  const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
  const codes = Object.keys(PROBLEM_CODES).filter((code) => code in API_CODES || !(code in INPUT_CODES));
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
