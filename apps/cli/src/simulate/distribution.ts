/**
 * Times counted in classes: 128 to each power of two, so that a percentile is right to 0.4 % and the memory is the same for
 * a thousand times and for a billion.
 */

const BITS = 7;
const PER_POWER = 1 << BITS;
/** For times up to 2³² ms, which is 49 days. */
const CLASSES = (32 - BITS + 1) * PER_POWER;

export class Distribution {
  readonly #counts: Uint32Array;

  /** @param counts of another one, as `counts` gives them */
  constructor(counts: Uint32Array = new Uint32Array(CLASSES)) {
    this.#counts = counts;
  }

  get counts(): Uint32Array {
    return this.#counts;
  }

  /** @param ms a whole number from 0 on */
  add(ms: number): void {
    const place = classOf(ms);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  merge(counts: Uint32Array): void {
    for (const [place, count] of counts.entries()) this.#counts[place] = (this.#counts[place] ?? 0) + count;
  }

  count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** Nearest rank: at least this part of all (0 to 1) is not above it. Undefined where nothing was counted. */
  percentile(part: number): number | undefined {
    const rank = Math.max(1, Math.ceil(part * this.count()));
    let seen = 0;
    for (const [place, count] of this.#counts.entries()) {
      seen += count;
      if (seen >= rank) return middleOf(place);
    }
    return undefined;
  }
}

/** Exact below 256; above, the first eight binary digits. */
function classOf(ms: number): number {
  const shift = Math.max(0, 31 - Math.clz32(ms) - BITS);
  return (shift << BITS) + (ms >>> shift);
}

function middleOf(place: number): number {
  const shift = Math.max(0, (place >> BITS) - 1);
  const digits = place - (shift << BITS);
  return Math.floor((digits + 0.5) * 2 ** shift);
}
