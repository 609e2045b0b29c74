/** A list of what has happened, most of which is asked for one incident at a time. */
export class ByIncident<T extends { readonly incident: string }> {
  readonly all: T[] = [];
  readonly #lists = new Map<string, T[]>();

  push(one: T): void {
    this.all.push(one);
    const list = this.#lists.get(one.incident);
    if (list) list.push(one);
    else this.#lists.set(one.incident, [one]);
  }

  /** In the order in which they came. */
  of(incident: string): readonly T[] {
    return this.#lists.get(incident) ?? [];
  }
}
