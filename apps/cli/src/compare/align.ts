/**
 * Lays two sequences side by side. What only one of them holds, as a pause, moves all that follows by a place: going by
 * places alone, everything after it would be reported as different.
 */

export interface Alignable {
  /** Equal keys: the same thing. */
  readonly key: string;
  /** Of what is not the same, what may have come in the place of what. */
  readonly subject: string;
  readonly at: number;
}

export type Pair<T> = readonly [a: T, b: T] | readonly [a: T, b: undefined] | readonly [a: undefined, b: T];

/** So far apart the same thing is found again; beyond, it counts as another. Bounds memory and time. */
const WINDOW = 256;

/** In order; the same things are paired, and what came in the place of something else. */
export function* align<T extends Alignable>(a: Iterator<T>, b: Iterator<T>): Generator<Pair<T>> {
  const [ofA, ofB] = [new Window(a), new Window(b)];
  for (;;) {
    const [firstA, firstB] = [ofA.items[0], ofB.items[0]];
    if (firstA === undefined && firstB === undefined) return;
    if (firstA !== undefined && firstB !== undefined && firstA.key === firstB.key) {
      ofA.take(1);
      ofB.take(1);
      yield [firstA, firstB];
      continue;
    }
    const [goneA, goneB] = untilTheSame(ofA.items, ofB.items);
    yield* inPlaceOf(ofA.take(goneA), ofB.take(goneB));
  }
}

class Window<T> {
  readonly items: T[] = [];

  constructor(private readonly source: Iterator<T>) {
    this.fill();
  }

  take(count: number): T[] {
    const taken = this.items.splice(0, count);
    this.fill();
    return taken;
  }

  private fill(): void {
    while (this.items.length < WINDOW) {
      const { value, done } = this.source.next();
      if (done) return;
      this.items.push(value);
    }
  }
}

/** How many of each to leave behind so that both go on with the same thing; all where there is none. */
function untilTheSame(a: readonly Alignable[], b: readonly Alignable[]): [number, number] {
  const placeInB = new Map(b.map(({ key }, place) => [key, place] as const).toReversed());
  let nearest: [number, number] = [a.length, b.length];
  for (const [place, { key }] of a.entries()) {
    const other = placeInB.get(key);
    if (other !== undefined && place + other < nearest[0] + nearest[1]) nearest = [place, other];
  }
  return nearest;
}

function inPlaceOf<T extends Alignable>(a: readonly T[], b: readonly T[]): Pair<T>[] {
  const left = new Map<string, T[]>();
  for (const item of b) left.set(item.subject, [...(left.get(item.subject) ?? []), item]);
  const pairs: Pair<T>[] = a.map((item) => {
    const other = left.get(item.subject)?.shift();
    return other === undefined ? [item, undefined] : [item, other];
  });
  for (const item of [...left.values()].flat()) pairs.push([undefined, item]);
  return pairs.toSorted((one, other) => timeOf(one) - timeOf(other));
}

function timeOf([a, b]: Pair<Alignable>): number {
  return Math.min(a?.at ?? Infinity, b?.at ?? Infinity);
}
