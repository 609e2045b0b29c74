/** Files that are given as arguments. */
import { readFile } from 'node:fs/promises';
import { explainFailure, unusable } from '../failure.js';
import { readingTrouble } from './file-trouble.js';

/** The bytes of a file; `-` is the standard input. @throws Failure that names the file. */
export async function readInput(file: string): Promise<Buffer> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unusable(`${nameOf(file)} cannot be read: ${readingTrouble(error)}`);
  }
}

/** Reads the bytes in some form. @throws Failure that names the file. */
export function naming<T>(file: string, read: (bytes: Buffer) => T, bytes: Buffer): T {
  try {
    return read(bytes);
  } catch (error) {
    throw unusable(`${nameOf(file)}: ${explainFailure(error).message}`);
  }
}

export function nameOf(file: string): string {
  return file === '-' ? 'The standard input' : file;
}

/** Whether it is XML: that begins with `<`, after a byte order mark and white space at most. */
export function looksLikeXml(bytes: Buffer): boolean {
  return /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?[\s\0]*</.test(bytes.subarray(0, 200).toString('latin1'));
}
