/** Every recipe of the scenario cookbook is a scenario that loads, without warnings, and meets its expectations. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../files/project-files.js';
import { checkScenarioFile } from '../files/scenario-folder.js';

const page = readFileSync(projectFile('docs/how-to/scenario-cookbook.md'), 'utf8');
const recipes = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => ({
  id: /^id: (.*)$/m.exec(text)?.[1] ?? 'without id',
  text,
}));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-cookbook-'));
  cpSync(projectFile('scenarios/shared'), join(folder, 'shared'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('shows conditions, groups, repetition and release', () => {
  const all = recipes.map(({ text }) => text).join('\n');
  for (const key of ['when:', 'groups:', 'repeat: {', 'repeat: 2', 'releasability:']) expect(all).toContain(key);
});

it.each(recipes)('$id has no findings', ({ id, text }) => {
  const file = join(folder, `${id}.yaml`);
  writeFileSync(file, text);
  expect(checkScenarioFile(file)).toMatchObject({ problems: [] });
});
