/** The files that come with the program, wherever it was compiled to. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseJson } from '#contracts/json/strict-json.js';
import { Failure } from '../failure.js';

/** The folder of `package.json`, upwards from this file: it is the same from the sources and from `dist/`. */
function findRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Failure('The installation is not whole: there is no package.json');
    folder = above;
  }
  return folder;
}

const root = findRoot();

export function projectFile(...parts: readonly string[]): string {
  return join(root, ...parts);
}

export function readProjectJson(...parts: readonly string[]): unknown {
  const file = projectFile(...parts);
  try {
    return parseJson(readFileSync(file));
  } catch (error) {
    throw new Failure(`The installation is not whole: ${file} cannot be read (${(error as Error).message})`);
  }
}

/** Of `package.json`. */
export function programVersion(): string {
  const { version } = readProjectJson('package.json') as { version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
