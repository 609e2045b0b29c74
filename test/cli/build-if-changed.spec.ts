/** When `npm start` builds, and when it does not. The build is a script of the test's own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Tool {
  buildIfChanged(settings: { root: string; parts: object[]; say: (line: string) => void }): Promise<boolean>;
}

/** Empties its folder, as both builds do, and copies the source. */
const BUILD = `
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
rmSync('out', { recursive: true, force: true });
mkdirSync('out');
const source = readFileSync('src/a.ts', 'utf8');
writeFileSync('out/main.js', source);
if (source === 'edited meanwhile') writeFileSync('src/b.ts', 'new');
if (source === 'broken') { console.error('it is broken'); process.exit(3); }
`;

let root: string;
let lines: string[];
let tool: Tool;

beforeAll(async () => {
  tool = (await import(pathToFileURL(resolve(import.meta.dirname, '../../tools/build-if-changed.mjs')).href)) as Tool;
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-build-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'build.mjs'), BUILD);
  write('a.ts', 'one');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(root, 'src', name), text);
}

/** @returns whether it is built, and whether that took a build */
async function start(): Promise<[isBuilt: boolean, hasRun: boolean]> {
  lines = [];
  const part = { name: 'part', folder: 'out', inputs: ['src', 'lock'], outputs: ['main.js'], command: ['build.mjs'] };
  const isBuilt = await tool.buildIfChanged({ root, parts: [part], say: (line) => lines.push(line) });
  return [isBuilt, lines.length > 0];
}

const built = (): string => readFileSync(join(root, 'out/main.js'), 'utf8');

it('builds the first time and when a source changes, appears or goes, by content and not by time', async () => {
  expect(await start()).toEqual([true, true]);
  expect(await start()).toEqual([true, false]);
  utimesSync(join(root, 'src/a.ts'), 1, 1);
  write('a.spec.ts', 'a test');
  expect(await start()).toEqual([true, false]);
  write('a.ts', 'two');
  utimesSync(join(root, 'src/a.ts'), 1, 1);
  expect([await start(), built()]).toEqual([[true, true], 'two']);
  write('b.ts', 'more');
  expect(await start()).toEqual([true, true]);
  rmSync(join(root, 'src/b.ts'));
  expect(await start()).toEqual([true, true]);
  writeFileSync(join(root, 'lock'), 'other versions');
  expect(await start()).toEqual([true, true]);
  expect(await start()).toEqual([true, false]);
});

it('does not take a broken build for a good one, nor one of other sources', async () => {
  await start();
  write('a.ts', 'broken');
  expect(await start()).toEqual([false, true]);
  expect(lines.join('\n')).toMatch(/it is broken[\s\S]*could not be built/);
  expect(await start()).toEqual([false, true]);
  write('a.ts', 'one');
  expect([await start(), built()]).toEqual([[true, true], 'one']);
  // Somebody else builds other sources, and goes back to these.
  rmSync(join(root, 'out'), { recursive: true });
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'out/main.js'), 'other');
  expect([await start(), built()]).toEqual([[true, true], 'one']);
});

it('builds again when a source was edited while it was built', async () => {
  write('a.ts', 'edited meanwhile');
  expect(await start()).toEqual([true, true]);
  expect(await start()).toEqual([true, true]);
  expect(await start()).toEqual([true, false]);
});
