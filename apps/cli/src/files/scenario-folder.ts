/** The files of a scenario on the disk: nothing outside its folder, nothing too large, nothing that is no plain file. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { CheckedFile, LoadedScenario } from '#scenario/files/load-scenario.js';
import type { ScenarioFiles } from '#scenario/files/scenario-files.js';
import { checkFile, loadScenario } from '#scenario/files/load-scenario.js';
import { UnreadableFile } from '#scenario/files/scenario-files.js';
import { MAX_FILE_BYTES } from '#scenario/yaml/read-document.js';

/**
 * Loads a scenario and what it includes.
 *
 * @throws UnreadableFile when the file itself cannot be read: absent, a folder, above 1 MiB, not UTF-8.
 */
export function loadScenarioFile(file: string): LoadedScenario {
  const name = basename(file);
  return loadScenario(new ScenarioFolder(dirname(file), name), name);
}

/**
 * Checks a scenario, a file of shared parts or a policy.
 *
 * @throws UnreadableFile as `loadScenarioFile`
 */
export function checkScenarioFile(file: string): CheckedFile {
  const name = basename(file);
  return checkFile(new ScenarioFolder(dirname(file), name), name);
}

/** Loads a scenario from its text. What it includes lies in the working directory. @throws UnreadableFile as `loadScenarioFile` */
export function loadScenarioBytes(bytes: Buffer, name: string): LoadedScenario {
  return loadScenario(new ScenarioText(bytes, name), name);
}

/** The text of one file, with the limits of scenario files. @throws UnreadableFile */
export function readScenarioPart(file: string): string {
  const name = basename(file);
  return new ScenarioFolder(dirname(file), name).read(name);
}

class ScenarioFolder implements ScenarioFiles {
  constructor(
    private readonly folder: string,
    private readonly own: string,
  ) {}

  read(path: string): string {
    try {
      return readText(this.resolve(path), path);
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw new UnreadableFile('FILE_UNREADABLE', `${path} cannot be read: ${reason(error)}.`);
    }
  }

  private resolve(path: string): string {
    const root = realpathSync(this.folder);
    const real = realpathSync(join(root, path));
    // The scenario's own file may be a link: naming it on the command line means its target.
    if (path === this.own || real.startsWith(root.endsWith(sep) ? root : root + sep)) return real;
    throw outside(path);
  }
}

/** A scenario that did not come from a file. */
class ScenarioText extends ScenarioFolder {
  constructor(
    private readonly bytes: Buffer,
    private readonly name: string,
  ) {
    super('.', name);
  }

  override read(path: string): string {
    return path === this.name ? textIn(this.bytes, path) : super.read(path);
  }
}

function outside(path: string): UnreadableFile {
  return new UnreadableFile(
    'INCLUDE_OUTSIDE',
    `${path} is a link that leads out of the scenario's folder; copy the file.`,
  );
}

/** By its size first, so that a huge file costs nothing; not blocking, so that a pipe is refused instead of waited for. */
function readText(real: string, shownAs: string): string {
  const descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new UnreadableFile('FILE_UNREADABLE', `${shownAs} is no file; name a file.`);
    if (stat.size > MAX_FILE_BYTES) throw tooLarge(shownAs, stat.size);
    const bytes = Buffer.alloc(MAX_FILE_BYTES + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length;) {
      count = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += count;
    }
    return textIn(bytes.subarray(0, length), shownAs);
  } finally {
    closeSync(descriptor);
  }
}

/** @throws UnreadableFile above 1 MiB, or when it is not UTF-8 */
function textIn(bytes: Buffer, shownAs: string): string {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(shownAs, bytes.length);
  if (!isUtf8(bytes)) throw new UnreadableFile('WRONG_ENCODING', `${shownAs} is not UTF-8; save it as UTF-8.`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function tooLarge(shownAs: string, bytes: number): UnreadableFile {
  const message = `${shownAs} has ${bytes} bytes; at most ${MAX_FILE_BYTES} (1 MiB) are read. Share parts by include.`;
  return new UnreadableFile('TOO_LARGE', message);
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? 'there is no such file'
    : code === 'EACCES'
      ? 'access is denied'
      : (error as Error).message;
}
