/** The exercise that `tandem use` selects, for each API, in a small file of the user. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { unusable } from '../failure.js';
import { writingTrouble } from '../files/file-trouble.js';

interface SelectionFile {
  /** Id of the exercise by address of the API, without a slash at the end. */
  readonly exercises: Readonly<Record<string, string>>;
}

/**
 * `$XDG_CONFIG_HOME/tandem/use.json` where that is set; otherwise in the platform's folder for settings: `~/.config`,
 * `~/Library/Application Support` (macOS) or `%APPDATA%` (Windows).
 */
export function selectionPath(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const { XDG_CONFIG_HOME: xdg = '', APPDATA: appData = '' } = env;
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library', 'Application Support'),
    win32: appData === '' ? join(home, 'AppData', 'Roaming') : appData,
  };
  const folder = xdg === '' ? (folders[platform] ?? join(home, '.config')) : xdg;
  return join(folder, 'tandem', 'use.json');
}

/** Id of the selected exercise of the API at this address; undefined when none is selected. */
export async function selectedExercise(url: string): Promise<string | undefined> {
  return (await readSelection()).exercises[url];
}

/** @param exercise undefined clears the selection @throws Failure when the file cannot be written */
export async function selectExercise(url: string, exercise: string | undefined): Promise<void> {
  const { [url]: _replaced, ...others } = (await readSelection()).exercises;
  const exercises = exercise === undefined ? others : { ...others, [url]: exercise };
  const path = selectionPath();
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, `${JSON.stringify({ exercises }, undefined, 2)}\n`, { mode: 0o600 });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw unusable(`${path} cannot be written: ${writingTrouble(error)}`);
  }
}

/** A missing or damaged file selects nothing: `tandem use` replaces it. */
async function readSelection(): Promise<SelectionFile> {
  const text = await readFile(selectionPath(), 'utf8').catch(() => '{}');
  try {
    const value = JSON.parse(text) as Partial<SelectionFile> | null;
    const entries = Object.entries(value?.exercises ?? {}).filter(([, id]) => typeof id === 'string' && id !== '');
    return { exercises: Object.fromEntries(entries) };
  } catch {
    return { exercises: {} };
  }
}
