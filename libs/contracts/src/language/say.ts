/** Says the messages of one language. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Part } from '../sentences/sentence.js';
import type { Catalogue, MessageKey } from './catalogue.js';
import type { Language } from './languages.js';

/** Text and numbers decide which form of a message is said; what is shown of a value is a part. */
export type MessageValues = Readonly<Record<string, Part | number | readonly Part[]>>;

export interface Say {
  /**
   * A message in parts, so that each reader shows values in its own way.
   *
   * @throws TypeError when the catalogue has no such message, or the message names a value that is not given
   */
  (key: MessageKey, values?: MessageValues): Part[];
  readonly language: Language;
  /** Whether there is a message for it: a newer server may send values that have no word here. */
  readonly has: (key: string) => key is MessageKey;
}

/** Messages are read when they are first said: a page says few of them. */
export function sayIn(language: Language, catalogue: Catalogue): Say {
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: MessageKey): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const message = messageAt(catalogue, key);
    if (message === undefined) throw new TypeError(`There is no message ${key} in the catalogue of "${language}".`);
    const format = new IntlMessageFormat(message, language);
    formats.set(key, format);
    return format;
  };

  const say = (key: MessageKey, values: MessageValues = {}): Part[] => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) throw new TypeError(`${key} lacks its value ${name}.`);
    }
    const parts = formatOf(key).formatToParts<Part | readonly Part[]>({ ...values, aside });
    return parts.flatMap(({ value }) => value).filter((part) => part !== '');
  };
  return Object.assign(say, {
    language,
    has: (key: string): key is MessageKey => messageAt(catalogue, key) !== undefined,
  });
}

/** `<aside>…</aside>` in a message. */
function aside(parts: (Part | readonly Part[])[]): Part {
  return { kind: 'aside', parts: parts.flat() };
}

/** Only its own keys: a key may be made of a value that somebody sent. */
function messageAt(catalogue: Catalogue, key: string): string | undefined {
  let node: unknown = catalogue;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Readonly<Record<string, unknown>>)[step];
  }
  return typeof node === 'string' ? node : undefined;
}
