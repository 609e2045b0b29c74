/** The version that is served: the package's. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** That of `package.json`, upwards from this file: it is the same one from the sources and from `dist/`. */
function findFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('The installation is not whole: there is no package.json');
    folder = dirname(folder);
  }
  return folder;
}

/** Where what comes with the program lies. */
export const PACKAGE_FOLDER = findFolder();

export const VERSION: string = (
  JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as { version: string }
).version;
