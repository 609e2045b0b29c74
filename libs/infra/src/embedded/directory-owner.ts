/** One process at a time runs the database in a folder. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { birthMark } from './processes.js';

export class DataDirectoryInUse extends Error {
  constructor(directory: string, pid: number) {
    super(
      `The data folder ${directory} is in use by process ${pid}: stop it first, ` +
        'or set TANDEM_DATA_DIR to another folder',
    );
    this.name = 'DataDirectoryInUse';
  }
}

/**
 * Takes the folder. An owner that died without giving it back does not count.
 * @throws DataDirectoryInUse
 */
export async function takeDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'owner');
  const [pid, birth] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  const owner = Number(pid);
  if (owner > 0 && birth !== undefined && (await birthMark(owner)) === birth && owner !== process.pid) {
    throw new DataDirectoryInUse(directory, owner);
  }
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${process.pid} ${(await birthMark(process.pid)) ?? ''}`);
  await rename(draft, file);
  return () => rm(file, { force: true });
}
