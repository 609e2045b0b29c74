/** The pages for trainers name what is there: injects and units of the scenario that they load. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../../..');
const page = readFileSync(resolve(ROOT, 'docs/how-to/direct-an-exercise.md'), 'utf8');

function idsOf(file: string): string[] {
  const text = readFileSync(resolve(ROOT, file), 'utf8');
  const included = [...text.matchAll(/^ *- (shared\/[\w-]+\.yaml)$|include: \[([^\]]+)\]/gm)].flatMap(
    ([, one, several = '']) => (one === undefined ? several.split(',').map((part) => part.trim()) : [one]),
  );
  const own = [...text.matchAll(/^ *- id: ([\w-]+)$/gm)].map(([, id = '']) => id);
  return [...own, ...included.flatMap((part) => idsOf(`scenarios/${part}`))];
}

it('Direct an exercise', () => {
  const [, scenario = ''] = /exercise create (\S+)\)/.exec(page) ?? [];
  const known = new Set(idsOf(scenario));
  const named = [...page.matchAll(/^npx tandem (?:inject (?:fire|skip|delay)|unit (?:mode|duty|link)) ([\w-]+)/gm)]
    .map(([, id = '']) => id)
    .filter((id) => id !== 'CHN' && id !== 'PAK');
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
