/** The report uses every text of its catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '..');
const catalogue = JSON.parse(
  readFileSync(resolve(folder, '../../contracts/src/language/report/en.json'), 'utf8'),
) as object;
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const literals = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, text]) => text));
/** Of keys that the code completes: `head.${name}`. */
const prefixes = [...code.matchAll(/`([\w-]+\.(?:[\w-]+\.)*)\$\{/g)].map(([, prefix = '']) => prefix);

function keysOf(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`),
  );
}

it('uses each of its texts', () => {
  const unused = keysOf(catalogue).filter(
    (key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
