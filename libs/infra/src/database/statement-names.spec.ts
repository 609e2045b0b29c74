/** A connection prepares a statement once by its name: two statements of one name fail on each connection that has met the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../..');
/** The name of a query, as it stands before its text or its values. */
const STATEMENT = /\bname: '([a-z-]+)',\s*(?:text|values):/g;

function namesIn(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(STATEMENT)])
    .map(([, name = '']) => name);
}

it('no two prepared statements have the same name', () => {
  const names = ['libs/infra/src', 'apps/api/src', 'apps/worker/src', 'apps/cli/src'].flatMap(namesIn);
  expect(names).toContain('exercise-get');
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
