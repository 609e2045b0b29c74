/** What the checker found. */

/** The invariants of docs and architecture that a finished run is checked for. I7 has suites of its own. */
export const INVARIANTS = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I8', 'I9'] as const;
export type Invariant = (typeof INVARIANTS)[number];

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** Keeps the first of each kind, and counts them all: one fault may show in every event after it. */
export class Violations {
  readonly #list: Violation[] = [];
  readonly #counts = new Map<Invariant, number>();

  constructor(private readonly kept = 20) {}

  add(invariant: Invariant, what: string): void {
    const count = (this.#counts.get(invariant) ?? 0) + 1;
    this.#counts.set(invariant, count);
    if (count <= this.kept) this.#list.push({ invariant, what });
  }

  get list(): readonly Violation[] {
    return this.#list;
  }

  /** How often each was violated; those that hold are left out. */
  get counts(): Readonly<Partial<Record<Invariant, number>>> {
    return Object.fromEntries(this.#counts);
  }
}
