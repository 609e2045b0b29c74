/** A place in a sorted list: which list, its sort, the key and the id of the last row shown. Opaque to clients. */

export class CursorInvalid extends Error {
  readonly code = 'CURSOR_INVALID';

  constructor() {
    super(
      'The cursor is not one that this list of this exercise gave out for this sort; leave it out to begin at the start',
    );
    this.name = 'CursorInvalid';
  }
}

/** A cursor of one list is none of another: the rows before it there were never shown. */
export interface SortedList {
  readonly name: string;
  /** Absent: of no one exercise. */
  readonly exerciseId?: string;
  readonly sort: string;
}

export interface PagePosition {
  readonly key: string | number;
  readonly id: string;
}

export function encodeCursor(list: SortedList, position: PagePosition): string {
  return Buffer.from(JSON.stringify([textOf(list), position.key, position.id])).toString('base64url');
}

/** @throws CursorInvalid */
export function decodeCursor(list: SortedList, cursor: string): PagePosition {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new CursorInvalid();
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== textOf(list)) throw new CursorInvalid();
  const [, key, id] = parts as unknown[];
  if (typeof id !== 'string' || id.includes('\0')) throw new CursorInvalid();
  if (typeof key === 'number' ? !isKey(key) : typeof key !== 'string' || key.includes('\0')) throw new CursorInvalid();
  return { key: key as string | number, id };
}

/** A key above each time in ms: no date can be later, and PostgreSQL can still hold it. */
export const LAST_KEY = 8.64e15;

/** A rank, or a time in ms. */
function isKey(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LAST_KEY;
}

function textOf({ name, exerciseId = '', sort }: SortedList): string {
  return `${name} ${exerciseId} ${sort}`;
}
