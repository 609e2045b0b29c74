import { readFile, writeFile } from 'node:fs/promises';
import { selectedExercise, selectExercise, selectionPath } from './selected-exercise.js';
import { useOwnConfig } from './testing/own-config.js';

const HERE = 'http://127.0.0.1:3000';
const THERE = 'https://exercise.example';
useOwnConfig();

it('keeps one selection for each address of an API', async () => {
  expect(await selectedExercise(HERE)).toBeUndefined();
  await selectExercise(HERE, 'EX-1');
  await selectExercise(THERE, 'EX-2');
  await selectExercise(HERE, 'EX-3');
  expect([await selectedExercise(HERE), await selectedExercise(THERE)]).toEqual(['EX-3', 'EX-2']);
  await selectExercise(HERE, undefined);
  expect([await selectedExercise(HERE), await selectedExercise(THERE)]).toEqual([undefined, 'EX-2']);
});

it('ignores a damaged file, and replaces it', async () => {
  await selectExercise(HERE, 'EX-1');
  await writeFile(selectionPath(), '{"exercises": ');
  expect(await selectedExercise(HERE)).toBeUndefined();
  await selectExercise(HERE, 'EX-2');
  expect(JSON.parse(await readFile(selectionPath(), 'utf8'))).toEqual({ exercises: { [HERE]: 'EX-2' } });
});

it('lies in the folder for settings of the platform', () => {
  expect(selectionPath({}, 'linux', '/home/a')).toBe('/home/a/.config/tandem/use.json');
  expect(selectionPath({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/tandem/use.json');
  expect(selectionPath({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/tandem/use.json');
  expect(selectionPath({ APPDATA: '/roaming' }, 'win32', '/a')).toBe('/roaming/tandem/use.json');
});
