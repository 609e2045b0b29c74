/** Why a file cannot be read or written, in plain words: the system's own name a call, and files that the user never named. */
import { reasonOf } from '../failure.js';

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name a file',
};
const WRITING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder; name a file',
};
const EITHER: Readonly<Record<string, string>> = {
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the disk takes no writing',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
};

export function readingTrouble(error: unknown): string {
  return troubleOf(error, READING);
}

export function writingTrouble(error: unknown): string {
  return troubleOf(error, WRITING);
}

function troubleOf(error: unknown, words: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Of what has no words here, the system's description, without its call and its path.
  return words[code] ?? EITHER[code] ?? reasonOf(error).replace(/^[A-Z]+: (.+), \w+(?: '.*')?$/s, '$1');
}
