/**
 * Where a JSON text is wrong. Asked only once it is known that it is: slower than `JSON.parse`, but it names the offset, the
 * path, and a key that stands twice.
 */

export interface JsonFault {
  /** Offset in UTF-16 units; the text's length if it ends too early. */
  readonly offset: number;
  readonly path: readonly (string | number)[];
  /** What would have been right there. */
  readonly wanted: string;
}

/**
 * The first syntax error or, in well-formed JSON, the first duplicate key; undefined if there is neither.
 *
 * @param maxDepth bounds the recursion; the caller has checked that the text nests no deeper.
 */
export function findJsonFault(text: string, maxDepth: number): JsonFault | undefined {
  const finder = new FaultFinder(text, maxDepth);
  return finder.find();
}

class Stop {
  constructor(readonly fault: JsonFault) {}
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class FaultFinder {
  private at = 0;
  private readonly path: (string | number)[] = [];
  private duplicate: JsonFault | undefined;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  find(): JsonFault | undefined {
    try {
      this.value(0);
      this.space();
      if (this.at < this.text.length) this.fail('nothing after the value');
      return this.duplicate;
    } catch (stop) {
      if (stop instanceof Stop) return stop.fault;
      throw stop;
    }
  }

  private value(depth: number): void {
    this.space();
    if (depth > this.maxDepth) this.fail('less nesting');
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        this.string();
        return;
      case 't':
        return this.word('true');
      case 'f':
        return this.word('false');
      case 'n':
        return this.word('null');
      default:
        this.number();
    }
  }

  private object(depth: number): void {
    this.at++;
    this.space();
    if (this.take('}')) return;
    const keys = new Set<string>();
    do {
      this.space();
      const start = this.at;
      if (this.text[this.at] !== '"') this.fail('a key in double quotes');
      const key = this.string();
      this.path.push(key);
      if (keys.has(key)) this.duplicate ??= { offset: start, path: [...this.path], wanted: 'another key' };
      keys.add(key);
      this.space();
      if (!this.take(':')) this.fail("':'");
      this.value(depth + 1);
      this.path.pop();
      this.space();
    } while (this.take(','));
    if (!this.take('}')) this.fail("',' or '}'");
  }

  private array(depth: number): void {
    this.at++;
    this.space();
    if (this.take(']')) return;
    let index = 0;
    do {
      this.path.push(index++);
      this.value(depth + 1);
      this.path.pop();
      this.space();
    } while (this.take(','));
    if (!this.take(']')) this.fail("',' or ']'");
  }

  /** By hand and not by a pattern: a pattern's stack grows with a long string. */
  private string(): string {
    const start = this.at++;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (!(code >= 0x20)) this.fail('a string closed by a double quote on the same line');
      if (code === 0x22) break;
      if (code === 0x5c) this.escape();
      else this.at++;
    }
    this.at++;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private escape(): void {
    if (this.match(ESCAPE) === undefined)
      this.fail('an escape: \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hex digits');
  }

  private number(): void {
    if (this.match(NUMBER) === undefined) this.fail('a value');
  }

  private word(word: string): void {
    if (!this.text.startsWith(word, this.at)) this.fail(word);
    this.at += word.length;
  }

  private space(): void {
    this.match(SPACE);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private fail(wanted: string): never {
    throw new Stop({ offset: this.at, path: [...this.path], wanted });
  }
}
