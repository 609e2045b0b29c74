/** HTTP requests made once and then only numbered: the load must cost little beside what it loads. */

/** Stands in a body where the number of the alert goes. */
export const NUMBER_MARK = '#########';
const DIGITS = NUMBER_MARK.length;
const ZERO = 0x30;

export interface RequestTarget {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request whose body holds one or several alerts, each with its own number. */
export class RequestTemplate {
  readonly #bytes: Buffer;
  /** Where the numbers go; an alert may bear its number more than once. */
  readonly #offsets: readonly (readonly number[])[];

  /** @param alerts the texts of the alerts, each with at least one mark @param joined the body that they make */
  constructor(target: RequestTarget, alerts: readonly string[], join: (alerts: readonly string[]) => string) {
    const body = join(alerts);
    const headers = Object.entries(target.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head =
      `POST ${target.path} HTTP/1.1\r\nhost: ${target.host}:${target.port}\r\n${headers.join('')}` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    this.#bytes = Buffer.from(head + body);
    const all = marksOf(this.#bytes);
    const perAlert = all.length / alerts.length;
    if (!Number.isInteger(perAlert) || perAlert === 0) throw new Error('each alert needs the same number of marks');
    this.#offsets = alerts.map((_, index) => all.slice(index * perAlert, (index + 1) * perAlert));
  }

  get alerts(): number {
    return this.#offsets.length;
  }

  /** The request whose alerts bear the numbers `first`, `first` + 1 … */
  numbered(first: number): Buffer {
    const bytes = Buffer.from(this.#bytes);
    for (let index = 0; index < this.#offsets.length; index++) {
      for (const offset of this.#offsets[index] as readonly number[]) writeNumber(bytes, offset, first + index);
    }
    return bytes;
  }
}

function marksOf(bytes: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf(NUMBER_MARK); at >= 0; at = bytes.indexOf(NUMBER_MARK, at + DIGITS)) offsets.push(at);
  return offsets;
}

function writeNumber(bytes: Buffer, offset: number, number: number): void {
  let rest = number;
  for (let place = offset + DIGITS - 1; place >= offset; place--) {
    bytes[place] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}
