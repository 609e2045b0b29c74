import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesNamed } from './file-pattern.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-pattern-'));
  mkdirSync(join(folder, 'sub', 'deep'), { recursive: true });
  for (const name of ['b.yaml', 'a.yaml', 'c.json', '.hidden.yaml', 'x[1].yaml', 'sub/d.yaml', 'sub/deep/e.yaml']) {
    writeFileSync(join(folder, name), '');
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const named = (...patterns: string[]): string[] =>
  filesNamed(patterns.map((pattern) => join(folder, pattern))).map((file) => file.slice(folder.length + 1));

it.each([
  ['[ab].yaml', ['a.yaml', 'b.yaml']],
  ['[!a].yaml', ['b.yaml']],
  ['?.{json,yaml}', ['c.json', 'a.yaml', 'b.yaml'].toSorted()],
  ['.*.yaml', ['.hidden.yaml']],
  ['*/*.yaml', ['sub/d.yaml']],
  ['**/*.yaml', ['a.yaml', 'b.yaml', 'sub/d.yaml', 'sub/deep/e.yaml', 'x[1].yaml']],
  ['sub/**', ['sub/d.yaml', 'sub/deep/e.yaml']],
  ['x[1].yaml', ['x[1].yaml']],
])('%s', (pattern, files) => {
  expect(named(pattern)).toEqual(files);
});

it('names each file once, and leaves a name without a wildcard as it is', () => {
  expect(named('a.yaml', '[ab].yaml')).toEqual(['a.yaml', 'b.yaml']);
  expect(filesNamed(['-', 'absent.yaml'])).toEqual(['-', 'absent.yaml']);
});

it('refuses a pattern that nothing matches', () => {
  expect(() => filesNamed([join(folder, '*.txt')])).toThrow(/\*\.txt: no file matches/);
});
