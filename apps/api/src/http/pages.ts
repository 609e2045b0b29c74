/** Pages of lists that are sorted by a number. */
import { CursorInvalid, type PageCursors, type SortedList } from '#infra/read/page-cursor.js';

/** @param found one row more than the page takes, where there is one */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  cursorAfter: (last: T) => string,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorAfter(last) : undefined };
}

/** Where a page begins. @throws CursorInvalid */
export function placeIn(cursors: PageCursors, list: SortedList, cursor: string): { key: number; id: string } {
  const { key, id } = cursors.decode(list, cursor);
  if (typeof key !== 'number') throw new CursorInvalid();
  return { key, id };
}
