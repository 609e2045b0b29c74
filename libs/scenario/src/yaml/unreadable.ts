/** The places of a scenario that could not be read: nothing may be said that rests on them. */
type Path = readonly PropertyKey[];

/** Stands in a path for the keys that a map may hold besides those that could be read. */
export const OTHER_KEYS = '<<';

export class Holes {
  private readonly places = new Set<string>();
  /** What is around a hole. */
  private readonly around = new Set<string>();
  /** Maps that may hold other keys than could be read, or that are of more forms than one. */
  private readonly blurred = new Set<string>();
  /** Lists of which an entry's id was not read. */
  private readonly nameless = new Set<string>();

  constructor(paths: readonly Path[]) {
    for (const path of paths) this.add(path);
  }

  add(path: Path): void {
    this.places.add(keyOf(path));
    for (let length = 0; length < path.length; length++) this.around.add(keyOf(path.slice(0, length)));
    const parent = path.slice(0, -1);
    if (path.at(-1) === OTHER_KEYS) this.blur(parent);
    if (typeof path.at(-1) === 'number') this.nameless.add(keyOf(parent));
    if (path.at(-1) === 'id' || path.at(-1) === OTHER_KEYS) this.nameless.add(keyOf(path.slice(0, -2)));
  }

  blur(path: Path): void {
    this.blurred.add(keyOf(path));
  }

  isBlurred(path: Path): boolean {
    return this.blurred.has(keyOf(path));
  }

  has(path: Path): boolean {
    return this.places.has(keyOf(path));
  }

  /** Whether the value was not read, or something around it. */
  cover(path: Path): boolean {
    return this.has(path) || path.some((_, index) => this.has(path.slice(0, index)));
  }

  /** Whether all of the value was read. */
  spare(path: Path): boolean {
    return !this.cover(path) && !this.around.has(keyOf(path));
  }

  /** Whether a thing of this list or map may bear a name that was not read. */
  hideNamesIn(home: Path): boolean {
    return this.cover(home) || this.isBlurred(home) || this.nameless.has(keyOf(home));
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
