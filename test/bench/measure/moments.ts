/** Moments by the number of an alert: when it should have been sent, was answered, arrived. Epoch ms with fractions. */
import { readFile, writeFile } from 'node:fs/promises';

/** Epoch ms with fractions. All processes of a machine share the clock; each is off by far less than a millisecond. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** NaN where nothing was noted. The numbers begin at `first`. */
export class Moments {
  #values: Float64Array;

  constructor(
    readonly first: number,
    capacity = 1 << 16,
  ) {
    this.#values = new Float64Array(capacity).fill(Number.NaN);
  }

  static async read(file: string, first: number): Promise<Moments> {
    const bytes = await readFile(file);
    const moments = new Moments(first, 0);
    moments.#values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    return moments;
  }

  get(number: number): number {
    return this.#values[number - this.first] ?? Number.NaN;
  }

  set(number: number, moment: number): void {
    const index = number - this.first;
    if (index < 0) return;
    if (index >= this.#values.length) {
      const larger = new Float64Array(Math.max(index + 1, this.#values.length * 2)).fill(Number.NaN);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = moment;
  }

  /** Notes the first moment only. */
  setOnce(number: number, moment: number): void {
    if (Number.isNaN(this.get(number))) this.set(number, moment);
  }

  async write(file: string, count: number): Promise<void> {
    const kept = new Float64Array(count).fill(Number.NaN);
    kept.set(this.#values.subarray(0, count));
    await writeFile(file, Buffer.from(kept.buffer));
  }
}
