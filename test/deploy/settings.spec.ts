/** The table of settings in the README is the configuration: each setting once, its default as the code has it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig, SETTING_NAMES } from '#infra/config/config.js';

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
const [, section = ''] = readme.split('<!-- settings:');
const [table = ''] = section.split('\n## ');

/** Rows of `| name | default | meaning |`. */
const rows = [...table.matchAll(/^\| `(\w+)` +\| (?:`([^`]*)`)? *\| (.+?) *\|$/gm)].map(
  ([, name = '', fallback, meaning = '']) => ({ name, fallback, meaning }),
);

describe('the README’s table of settings', () => {
  it('names each setting that the code reads, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual([...SETTING_NAMES]);
  });

  it('gives the defaults of the code', () => {
    const nothingSet = loadConfig({});
    const given = rows.filter(({ fallback }) => fallback !== undefined);
    for (const { name, fallback } of given)
      expect([name, loadConfig({ [name]: fallback })]).toEqual([name, nothingSet]);
    const optional = Object.values(nothingSet).filter((value) => value === undefined).length;
    // A file gives another setting its value.
    const files = rows.filter(({ name }) => name.endsWith('_FILE')).length;
    expect(rows.length - given.length - files).toBe(optional);
  });

  it('says what each is for', () => {
    for (const { meaning } of rows) expect(meaning.length).toBeGreaterThan(10);
  });
});
