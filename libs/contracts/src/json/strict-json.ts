/**
 * JSON as we take it from outside: RFC 8259, and of what it leaves open (section 4: duplicate names; section 6: numbers
 * beyond a double; section 8.2: lone surrogates) the safe half. The happy path is one scan of the text, `JSON.parse`, and one
 * walk of the value; only when something is wrong is it asked where.
 */
import { isUtf8 } from 'node:buffer';
import { InputError, pathText, shown } from '../problem.js';
import { ALLOWED_CHARACTERS, findForbiddenCharacter } from './characters.js';
import { findJsonFault } from './json-fault.js';

export interface JsonLimits {
  /** How deep arrays and objects may nest; default 32. */
  readonly maxDepth?: number;
  /** The text is one line of many: the caller adds its number. */
  readonly isLine?: boolean;
}

const MAX_JSON_DEPTH = 32;
/** Values of one text, counted before any is made: a value costs many times the two bytes that it may be written in. */
const MAX_JSON_VALUES = 1_000_000;

/** Keys that reach an object's prototype in careless code further on. */
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'] as const;

/**
 * Parses JSON.
 *
 * @throws InputError MALFORMED_JSON, JSON_TOO_DEEP, JSON_TOO_MANY_VALUES, DUPLICATE_KEY, FORBIDDEN_KEY, NUMBER_OUT_OF_RANGE,
 *   FORBIDDEN_CHARACTER; WRONG_ENCODING for bytes that are not UTF-8.
 */
export function parseJson(input: string | Buffer, limits: JsonLimits = {}): unknown {
  const text = textOf(input);
  const maxDepth = limits.maxDepth ?? MAX_JSON_DEPTH;
  const scan = scanText(text, maxDepth);
  if (scan.tooDeep >= 0) {
    throw InputError.of(
      'JSON_TOO_DEEP',
      '',
      `Nested deeper than ${maxDepth} at ${positionText(text, scan.tooDeep, limits)}; ${maxDepth} levels are allowed.`,
    );
  }
  if (scan.commas > MAX_JSON_VALUES) {
    const message = `There are more than ${MAX_JSON_VALUES} values; send fewer at a time.`;
    throw InputError.of('JSON_TOO_MANY_VALUES', '', message);
  }

  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(text, maxDepth, limits);
  }

  const walk: Walk = { members: 0, checkText: scan.hasEscape || findForbiddenCharacter(text) !== undefined, path: [] };
  walkValue(value, walk);
  if (walk.members !== scan.colons) throw duplicate(text, maxDepth, limits);
  return value;
}

function textOf(input: string | Buffer): string {
  if (typeof input !== 'string' && !isUtf8(input)) {
    throw InputError.of(
      'WRONG_ENCODING',
      '',
      'The bytes are not UTF-8; JSON is sent as UTF-8 (RFC 8259, section 8.1).',
    );
  }
  const text = typeof input === 'string' ? input : input.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

interface Scan {
  /** Colons outside strings: as many as members were written. */
  readonly colons: number;
  /** Commas outside strings, up to the first too many: one less than values in their list or object. */
  readonly commas: number;
  /** Whether an escape may have brought in a character that the text itself does not show. */
  readonly hasEscape: boolean;
  /** Offset of the bracket that goes too deep, or -1. */
  readonly tooDeep: number;
}

const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function scanText(text: string, maxDepth: number): Scan {
  let colons = 0;
  let commas = 0;
  let depth = 0;
  let hasEscape = false;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === QUOTE) inString = false;
      else if (code === BACKSLASH) {
        hasEscape = true;
        i++;
      }
      continue;
    }
    if (code === QUOTE) inString = true;
    else if (code === COLON) colons++;
    else if (code === COMMA) {
      if (++commas > MAX_JSON_VALUES) break;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > maxDepth) return { colons, commas, hasEscape, tooDeep: i };
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return { colons, commas, hasEscape, tooDeep: -1 };
}

interface Walk {
  members: number;
  readonly checkText: boolean;
  readonly path: (string | number)[];
}

/** Counts members and refuses what `JSON.parse` lets through. Recursion is bounded by the depth that the scan allowed. */
function walkValue(value: unknown, walk: Walk): void {
  if (typeof value === 'string') {
    if (walk.checkText) checkText(value, walk);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) outOfRange(value, walk);
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      walk.path.push(i);
      walkValue(value[i], walk);
      walk.path.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>;
    for (const key in members) {
      walk.members++;
      walk.path.push(key);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') forbiddenKey(key, walk);
      if (walk.checkText) checkText(key, walk);
      walkValue(members[key], walk);
      walk.path.pop();
    }
  }
}

function checkText(text: string, walk: Walk): void {
  const character = findForbiddenCharacter(text);
  if (character === undefined) return;
  throw InputError.of(
    'FORBIDDEN_CHARACTER',
    pathText(walk.path),
    `${character} stands in ${shown(text)}; ${ALLOWED_CHARACTERS}.`,
  );
}

function outOfRange(value: number, walk: Walk): never {
  const what = Number.isFinite(value) ? `The integer ${value} is beyond` : 'The number is beyond';
  const most = Number.isFinite(value) ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  throw InputError.of('NUMBER_OUT_OF_RANGE', pathText(walk.path), `${what} ±${most}; send a smaller one, or a string.`);
}

function forbiddenKey(key: string, walk: Walk): never {
  throw InputError.of(
    'FORBIDDEN_KEY',
    pathText(walk.path),
    `The key ${shown(key)} is not allowed; no object of ours has ${FORBIDDEN_KEYS.join(', ')}.`,
  );
}

function duplicate(text: string, maxDepth: number, limits: JsonLimits): InputError {
  const fault = findJsonFault(text, maxDepth);
  return InputError.of(
    'DUPLICATE_KEY',
    fault === undefined ? '' : pathText(fault.path),
    `A key stands twice in one object${fault === undefined ? '' : `, at ${positionText(text, fault.offset, limits)}`}; ` +
      'which one counts would be a guess, so leave one out.',
  );
}

function malformed(text: string, maxDepth: number, limits: JsonLimits): InputError {
  const fault = findJsonFault(text, maxDepth);
  const offset = fault?.offset ?? text.length;
  const found = offset >= text.length ? 'the text ended' : `found ${shown(text.slice(offset, offset + 20))}`;
  return InputError.of(
    'MALFORMED_JSON',
    fault === undefined ? '' : pathText(fault.path),
    `Not JSON at ${positionText(text, offset, limits)}: ${found}; wanted ${fault?.wanted ?? 'JSON (RFC 8259)'}.`,
  );
}

/** Line and column count from 1, columns in UTF-16 units. */
function positionText(text: string, offset: number, { isLine = false }: JsonLimits): string {
  if (isLine) return `column ${offset + 1}`;
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')} (position ${offset})`;
}
