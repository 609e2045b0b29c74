/** The hash of an export for one side, which stands in its last line, while the file goes by in portions of any size. */

const BEGINNING = '{"kind":"side-export"';
/** The last line is shorter. */
const END_CHARACTERS = 500;
const HASH = /"hash":"([0-9a-f]{64})","seal":"[0-9a-f]{16}"\}\n$/;

export class EndOfExport {
  #beginning = '';
  #end = '';

  add(text: string): void {
    if (this.#beginning.length < BEGINNING.length) {
      this.#beginning = `${this.#beginning}${text.slice(0, BEGINNING.length)}`.slice(0, BEGINNING.length);
    }
    this.#end = `${this.#end}${text}`.slice(-END_CHARACTERS);
  }

  /** Undefined: it is no export for one side, or not all of it has come. */
  get hash(): string | undefined {
    return this.#beginning === BEGINNING ? HASH.exec(this.#end)?.[1] : undefined;
  }
}
