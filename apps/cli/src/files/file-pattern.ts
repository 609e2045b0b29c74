/** Names of files with wildcards, for shells that leave them as they are, and for patterns in quotes. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';

const WILDCARD = /[*?[{]/;

/**
 * The files that are named: each once, those of a pattern in the order of their names. `*` and `?` match within a name, `**`
 * any folders, `[ab]` one character and `{a,b}` one of several texts. A name that begins with a dot must be named with it.
 * @throws Failure when no file matches a pattern
 */
export function filesNamed(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(matching))];
}

function matching(name: string): string[] {
  if (!WILDCARD.test(name) || existsSync(name)) return [name];
  const found = alternatives(name.split('\\').join('/'))
    .flatMap((pattern) => {
      const isAbsolute = pattern.startsWith('/');
      return filesIn(isAbsolute ? '/' : '', pattern.split('/').filter(Boolean));
    })
    .toSorted();
  if (found.length > 0) return found;
  throw unusable(harmless(`${name}: no file matches this pattern`));
}

/** A pattern without braces for each of their alternatives. */
function alternatives(pattern: string): string[] {
  const [whole, list] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || list === undefined) return [pattern];
  return list.split(',').flatMap((one) => alternatives(pattern.replace(whole, () => one)));
}

function filesIn(folder: string, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) return [];
  if (part === '**') {
    const below = namesIn(folder)
      .filter((name) => !name.startsWith('.') && isFolder(join(folder, name)))
      .flatMap((name) => filesIn(join(folder, name), ['**', ...rest]));
    return [...filesIn(folder, rest.length === 0 ? ['*'] : rest), ...below];
  }
  const found = (WILDCARD.test(part) ? namesLike(folder, part) : [part]).map((name) => join(folder, name));
  if (rest.length === 0) return found.filter((file) => existsSync(file) && !isFolder(file));
  return found.filter(isFolder).flatMap((one) => filesIn(one, rest));
}

function namesLike(folder: string, part: string): string[] {
  const text = part
    .replaceAll(/[.+^$()|{}\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('[!', '[^')
    .replace(/\[(?![^\]]+\])/g, String.raw`\[`);
  const pattern = new RegExp(`^${text}$`, 'su');
  return namesIn(folder).filter((name) => pattern.test(name) && (part.startsWith('.') || !name.startsWith('.')));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder === '' ? '.' : folder);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
