/** Each recipe of the scenario cookbook loads without warnings, runs to its end and meets its expectations. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../files/project-files.js';
import { checkScenarioFile } from '../files/scenario-folder.js';
import { replayFile, type RunFile } from '../replay/replay-file.js';

const page = readFileSync(projectFile('docs/how-to/scenario-cookbook.md'), 'utf8');
const recipes = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => ({
  id: /^id: (.*)$/m.exec(text)?.[1] ?? 'without id',
  text,
}));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-cookbook-'));
  cpSync(projectFile('scenarios/shared'), join(folder, 'shared'), { recursive: true });
  for (const { id, text } of recipes) writeFileSync(join(folder, `${id}.yaml`), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('shows conditions, groups, repetition and release', () => {
  const all = recipes.map(({ text }) => text).join('\n');
  for (const key of ['when:', 'groups:', 'repeat: {', 'repeat: 2', 'releasability:']) expect(all).toContain(key);
});

describe.each(recipes)('$id', ({ id }) => {
  it('has no findings', () => {
    expect(checkScenarioFile(join(folder, `${id}.yaml`))).toMatchObject({ problems: [] });
  });

  it('runs to its end and meets its expectations', () => {
    const run = replayFile(join(folder, `${id}.yaml`), {});
    expect(run).not.toHaveProperty('failure');
    const { verdicts } = (run as RunFile).replayed;
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ judgement }) => judgement !== 'met')).toEqual([]);
  });
});
