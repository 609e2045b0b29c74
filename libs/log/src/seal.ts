/**
 * The seal of a line: a short hash over the line and the seal before it, as the line's last key. So a line that was
 * changed, taken out or put in shows, and where. It detects mistakes, not forgery: an attacker can
 * seal anew. Against them the head hash stands, which the report of the exercise names.
 */
import { hash } from 'node:crypto';

const SEAL_LENGTH = 16;
const SEALED = /,"seal":"([0-9a-f]{16})"\}$/;

/** @param before the seal of the line before; empty for the first */
export function sealOf(before: string, json: string): string {
  return hash('sha256', `${before}\n${json}`, 'hex').slice(0, SEAL_LENGTH);
}

/** The line as it stands in the file, without its line feed. `json`: an object with at least one key. */
export function sealed(json: string, seal: string): string {
  return `${json.slice(0, -1)},"seal":"${seal}"}`;
}

/** Undefined when the line bears no seal. */
export function unsealed(line: string): { readonly json: string; readonly seal: string } | undefined {
  const found = SEALED.exec(line);
  const seal = found?.[1];
  return found && seal !== undefined ? { json: `${line.slice(0, found.index)}}`, seal } : undefined;
}

/** The seals of the lines of a recording, one after the other. */
export class Seals {
  #last = '';

  /** The seal of the line that comes next. */
  next(json: string): string {
    return (this.#last = sealOf(this.#last, json));
  }
}

/**
 * The seals of the lines of an export for one side. Each covers the whole hash of the lines before, so that the last hash, stated
 * apart from the file, shows that every line is the one that was exported.
 */
export class HashedSeals {
  #hash = '';

  /** Of all lines so far, lower-case hex; empty: none. */
  get hash(): string {
    return this.#hash;
  }

  /** The seal of the line that comes next: the beginning of its hash. */
  next(json: string): string {
    this.#hash = hash('sha256', `${this.#hash}\n${json}`, 'hex');
    return this.#hash.slice(0, SEAL_LENGTH);
  }
}
