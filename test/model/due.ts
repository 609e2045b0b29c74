/** What is going to happen in the model, and in which order. */

/** The order at one millisecond. People's commands, which are first, are not in the list. */
export const RANK = {
  arrival: 1,
  inject: 2,
  conditional: 3,
  expiry: 4,
  silence: 5,
  review: 6,
  step: 7,
  reminder: 8,
  closing: 9,
  end: 10,
  halt: 11,
} as const;

export interface Due {
  readonly at: number;
  readonly rank: number;
  /** The incident whose expiries and lapses of one millisecond come together. */
  readonly incident?: string;
  /** Whether it would change nothing any more: then it has no place in the order. */
  isVoid?(): boolean;
  happen(): void;
}

/** Puts it behind all that comes before it or at the same time, and of these behind what was there first. */
export function insert(list: Due[], due: Due): void {
  const { at, rank } = due;
  let [first, end] = [0, list.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    const other = list[middle];
    if (!other || other.at > at || (other.at === at && other.rank > rank)) end = middle;
    else first = middle + 1;
  }
  list.splice(first, 0, due);
}

/** All that happens with the first one: what expires and lapses in one incident at one millisecond. */
export function together(list: readonly Due[], first: Due): readonly Due[] {
  if (first.rank !== RANK.expiry) return [first];
  const { at, rank, incident } = first;
  const end = list.findIndex((due) => due.at > at);
  return list
    .slice(0, end < 0 ? undefined : end)
    .filter((due) => due.at === at && due.rank === rank && due.incident === incident);
}

/** What was void at its time does not happen later either. @param until exercise time, ms; all that is due by then has happened */
export function forget(list: Due[], until: number): void {
  const end = list.findIndex(({ at }) => at > until);
  list.splice(0, end < 0 ? list.length : end);
}
