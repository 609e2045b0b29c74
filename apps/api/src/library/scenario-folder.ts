/** The scenario files of the library, as texts. No name comes from a request: all that lies in the folder is read, and nothing else. */
import { isUtf8 } from 'node:buffer';
import { readFile, readdir, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '#scenario/yaml/read-document.js';

/** Files and folders that are looked at, at most. */
const MOST_ENTRIES = 1_000;
/** The folder itself, and the parts that are shared below it. */
const DEPTH = 3;
const SCENARIO_FILE = /\.(?:ya?ml|json)$/;

export interface FolderFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Changes with the file: its size and the time of its last change. */
  readonly mark: string;
}

/** In the order of their names. Links, pipes, hidden files and what is too large are left out. */
export async function listFolder(folder: string): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  await walk(folder, '', DEPTH, found);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(folder: string, below: string, depth: number, found: FolderFile[]): Promise<void> {
  for (const name of (await readdir(join(folder, below))).toSorted()) {
    if (name.startsWith('.') || found.length >= MOST_ENTRIES) continue;
    const path = below === '' ? name : `${below}/${name}`;
    const stat = await lstat(join(folder, path)).catch(() => undefined);
    if (stat?.isDirectory() === true && depth > 1) await walk(folder, path, depth - 1, found);
    else if (stat?.isFile() === true && SCENARIO_FILE.test(name) && stat.size <= MAX_FILE_BYTES) {
      found.push({ path, mark: `${stat.size} ${stat.mtimeMs}` });
    }
  }
}

/** By path; without what is not UTF-8 or has gone meanwhile. */
export async function readFolder(folder: string, files: readonly FolderFile[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { path } of files) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined || bytes.length > MAX_FILE_BYTES || !isUtf8(bytes)) continue;
    texts[path] = bytes.toString('utf8').replace(/^\uFEFF/, '');
  }
  return texts;
}

/** A scenario's own file lies in the folder itself; what lies below is shared by several. */
export function isScenarioFile({ path }: FolderFile): boolean {
  return !path.includes('/');
}
