/** A file in the form of scenario files that is sent to the API; errors that the API reports get their line and column. */
import { isUtf8 } from 'node:buffer';
import { parsePath } from '#scenario/check/problem-path.js';
import { MAX_FILE_BYTES, readDocument, type Path } from '#scenario/yaml/read-document.js';
import { ApiRefusal } from '../client/api-client.js';
import { Failure, unusable } from '../failure.js';
import { nameOf, readInput } from './input-file.js';
import { problemLine } from '../validate/validate.js';

export interface AuthoredFile {
  readonly value: Readonly<Record<string, unknown>>;
  /** Sends it, and gives the errors of a rejected file their line and column. @param root path of the sent part in the file */
  placing<T>(send: () => Promise<T>, root?: Path): Promise<T>;
}

/** YAML or JSON; `-` is the standard input. @throws Failure that lists every fault with its place */
export async function readAuthored(file: string): Promise<AuthoredFile> {
  const bytes = await readInput(file);
  if (bytes.length > MAX_FILE_BYTES) throw unusable(`${nameOf(file)} is larger than ${MAX_FILE_BYTES} bytes (1 MiB)`);
  if (!isUtf8(bytes)) throw unusable(`${nameOf(file)} is not UTF-8; save it as UTF-8`);
  const source = readDocument(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  const lines = source.faults.map((fault) => problemLine({ ...fault, file }));
  if (lines.length > 0) throw unusable([`${nameOf(file)} cannot be used:`, ...lines].join('\n'));
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unusable(`${nameOf(file)} must hold a map, as in a scenario file`);
  }
  return {
    value: value as Record<string, unknown>,
    placing: async (send, root = []) => {
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof ApiRefusal) || error.problems.length === 0) throw error;
        const placed = error.problems.map((problem) => {
          const position = source.positionOf([...root, ...parsePath(problem.path)]);
          return problemLine({ ...problem, ...position, file });
        });
        throw new Failure([`${nameOf(file)} cannot be used:`, ...placed].join('\n'), error.exitCode);
      }
    },
  };
}
