/** The places of a scenario that could not be read: no problem may be reported that depends on them. */
import { OTHER_KEYS } from '../yaml/read-document.js';

type Path = readonly PropertyKey[];

export class UnreadPlaces {
  private readonly places = new Set<string>();
  /** Values that contain an unread place. */
  private readonly around = new Set<string>();
  /** Maps that may have keys that could not be read, or that mix the keys of several variants. */
  private readonly uncertain = new Set<string>();
  /** Lists with an entry whose id was not read. */
  private readonly nameless = new Set<string>();

  constructor(paths: readonly Path[]) {
    for (const path of paths) this.add(path);
  }

  add(path: Path): void {
    this.places.add(keyOf(path));
    for (let length = 0; length < path.length; length++) this.around.add(keyOf(path.slice(0, length)));
    const parent = path.slice(0, -1);
    if (path.at(-1) === OTHER_KEYS) this.markUncertain(parent);
    if (typeof path.at(-1) === 'number') this.nameless.add(keyOf(parent));
    if (path.at(-1) === 'id' || path.at(-1) === OTHER_KEYS) this.nameless.add(keyOf(path.slice(0, -2)));
  }

  markUncertain(path: Path): void {
    this.uncertain.add(keyOf(path));
  }

  isUncertain(path: Path): boolean {
    return this.uncertain.has(keyOf(path));
  }

  has(path: Path): boolean {
    return this.places.has(keyOf(path));
  }

  /** Whether the value, or a value around it, was not read. */
  covers(path: Path): boolean {
    return this.has(path) || path.some((_, index) => this.has(path.slice(0, index)));
  }

  /** Whether the whole value was read. */
  spares(path: Path): boolean {
    return !this.covers(path) && !this.around.has(keyOf(path));
  }

  /** Whether this list or map may have an entry whose name was not read. */
  mayHideNamesIn(path: Path): boolean {
    return this.covers(path) || this.isUncertain(path) || this.nameless.has(keyOf(path));
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
