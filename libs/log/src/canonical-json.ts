/**
 * Canonical JSON (RFC 8785): keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes
 * them, no white space. A property whose value is undefined is left out, as JSON.stringify does. Faster than the
 * general library on our events, whose keys and texts are short; a property test holds it to the library's answer.
 */

/** @throws TypeError for what JSON cannot hold: numbers that are not finite, functions, symbols, big integers. */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
      return Object.is(value, -0) ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw new TypeError(`A ${typeof value} has no JSON form`);
  }
}

/** Printable ASCII without `"` and `\`: needs no escaping. */
const PLAIN = /^[ !#-[\]-~]*$/;

const LONE_SURROGATE = /\p{Surrogate}/u;

function canonicalString(text: string): string {
  if (text.length < 64 && PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError('A lone surrogate has no UTF-8 form');
  return JSON.stringify(text);
}

function canonicalArray(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  let text = `[${canonicalItem(items[0])}`;
  for (let i = 1; i < items.length; i += 1) text += `,${canonicalItem(items[i])}`;
  return `${text}]`;
}

function canonicalItem(item: unknown): string {
  return item === undefined ? 'null' : canonicalJson(item);
}

function canonicalObject(object: Record<string, unknown>): string {
  const keys = Object.keys(object);
  sortKeys(keys);
  let text = '';
  for (const key of keys) {
    const value = object[key];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}${canonicalString(key)}:${canonicalJson(value)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** Insertion sort: objects have few keys, mostly in order already. */
function sortKeys(keys: string[]): void {
  if (keys.length > 24) {
    keys.sort();
    return;
  }
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] as string;
    let j = i - 1;
    while (j >= 0 && (keys[j] as string) > key) {
      keys[j + 1] = keys[j] as string;
      j -= 1;
    }
    keys[j + 1] = key;
  }
}
