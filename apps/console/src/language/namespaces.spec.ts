/** Each part of the page that is fetched by itself names the texts that it says. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SOURCES = resolve('apps/console/src');

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => join(SOURCES, name));
const code = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

function resolved(from: string, specifier: string): string | undefined {
  const path = join(dirname(from), specifier).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].find((one) => code.has(one));
}

/** The file, and all that is loaded with it. */
function withImports(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, specifier = ''] of (code.get(path) ?? '').matchAll(/from '(\.[^']+)'/g)) {
    const next = resolved(path, specifier);
    if (next !== undefined) withImports(next, found);
  }
  return found;
}

/** The namespaces of what these files say. */
function saidBy(paths: Iterable<string>): readonly string[] {
  const said = new Set<string>();
  for (const path of paths) {
    for (const [, own, named] of (code.get(path) ?? '').matchAll(
      /useTranslation\('(\w+)'\)|['`]([a-z]+):(?=[\w.]+['`]|[\w.]*\$\{)/g,
    )) {
      const namespace = own ?? named ?? '';
      if (namespace !== 'frame' && NAMESPACES.has(namespace)) said.add(namespace);
    }
  }
  return [...said].toSorted();
}

const NAMESPACES = new Set(readdirSync(join(SOURCES, 'language/en')).map((name) => name.replace('.json', '')));

const parts = files.flatMap((path) =>
  [...(code.get(path) ?? '').matchAll(/lazyPage\(\s*\[([^\]]*)\],\s*async \(\) => \(await import\('([^']+)'\)\)/g)].map(
    ([, list = '', specifier = '']) => ({
      part: specifier,
      path: resolved(path, specifier) ?? '',
      named: [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name).toSorted(),
    }),
  ),
);

describe('the texts of a part of the page', () => {
  it('are found for every part that is fetched by itself', () => {
    const all = [...code.values()].join('\n');
    // `map-view` is its panel's own, and draws from the namespace of the panel.
    expect(parts.length).toBe([...all.matchAll(/await import\('\.[^']*'\)\)\.[A-Z]/g)].length);
    expect(parts.length).toBeGreaterThan(20);
  });

  it.each(parts)('are named by $part: those that it says, and no others', ({ path, named }) => {
    expect(named).toEqual(saidBy(withImports(path)));
  });

  it('are those of the frame for what is always there', () => {
    expect(saidBy(withImports(join(SOURCES, 'main.tsx')))).toEqual([]);
  });
});
