/** The version that is served: the package's. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the `package.json` upwards from this file: it is the same one from the sources and from `dist/`. */
function rootFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('The installation is not whole: there is no package.json');
    folder = dirname(folder);
  }
  return folder;
}

/** Where the installation is. */
export const ROOT = rootFolder();

export const VERSION: string = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;
