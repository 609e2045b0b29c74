/**
 * First stage: from text to a document, that is, plain data with the position of every value. The text is YAML 1.2, of which
 * JSON is a subset. Only maps, lists and plain values are accepted. Anchors, aliases, merge keys and tags are rejected before
 * anything is built from them: they are how a small file becomes a huge value ("billion laughs"), and a scenario does not need them.
 */
import { Composer, isAlias, isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';
import type { CST, Node, Pair, YAMLMap, YAMLParseError } from 'yaml';
import { ALLOWED_CHARACTERS, hasForbiddenCharacter } from '#contracts/json/characters.js';
import { pathText, shown } from '#contracts/problem.js';
import { adviceFor, isDerailing, isTab } from './yaml-advice.js';
import { checkTokens, readTokens, type TokenFault } from './yaml-tokens.js';

export const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FAULTS = 100;
/** Syntax errors that are reported: later ones mostly follow from earlier ones. */
const MAX_SYNTAX_FAULTS = 10;

/** Last in a path: keys of the map that could not be read. */
export const OTHER_KEYS = '<<';

/** Both from 1; the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** A fault of the text itself. */
export interface DocumentFault extends Position {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export interface YamlDocument {
  /** Plain data, as JSON would have given it; undefined when nothing can be read because of the faults. */
  readonly value: unknown;
  /** At most 100. */
  readonly faults: readonly DocumentFault[];
  /** Where a fault makes `value` differ from what the author meant. A path that ends in OTHER_KEYS: the map may have further keys. */
  readonly unread: readonly Path[];
  /** The position of the value (or its key) at this path; where there is none, of the nearest value around it. */
  positionOf(path: Path, what?: 'key' | 'value'): Position;
}

/** Reads the text and reports all faults that can be found at once. */
export function readDocument(text: string): YamlDocument {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placed = ({ code, message, offset }: TokenFault) => ({ code, path: '', message, ...place(offset) });
  const { tokens, fault } = readTokens(text, lines.addNewLine);
  if (fault) return unreadable([placed(fault)]);
  const rejected = checkTokens(tokens).map(placed);
  // After an anchor, an alias or a tag the rest can still be read; aliases are not resolved.
  const isReadable = rejected.every(({ code }) => code === 'YAML_FEATURE') && rejected.length < MAX_FAULTS;
  if (!isReadable || tokens.some(({ type }) => type === 'directive')) return unreadable(rejected);
  return compose(tokens, place, rejected);
}

function unreadable(faults: readonly DocumentFault[]): YamlDocument {
  const { line, column } = faults[0] ?? { line: 1, column: 1 };
  return { value: undefined, unread: [], faults: faults.slice(0, MAX_FAULTS), positionOf: () => ({ line, column }) };
}

type Place = (offset: number) => Position;

function compose(tokens: readonly CST.Token[], place: Place, rejected: readonly DocumentFault[]): YamlDocument {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, merge: false, stringKeys: false });
  const [document] = composer.compose(tokens, true);
  const syntax = firstCauses(document?.errors ?? []).map(({ message, pos }) => ({
    code: 'MALFORMED_YAML',
    path: '',
    message: `This is not YAML: ${adviceFor(message)}`,
    ...place(pos[0]),
  }));
  if (syntax.length > 0) return unreadable([...rejected, ...syntax.slice(0, MAX_SYNTAX_FAULTS)]);
  const root = document?.contents ?? null;
  if (root === null || isAlias(root) || (isScalar(root) && root.value === null)) {
    const empty = { code: 'EMPTY_FILE', path: '', message: 'The file is empty.', line: 1, column: 1 };
    return unreadable(rejected.length > 0 ? rejected : [empty]);
  }
  const builder = new ValueBuilder(place);
  const value = builder.valueOf(root, []);
  return {
    value,
    faults: [...rejected, ...builder.faults].slice(0, MAX_FAULTS),
    unread: builder.unread,
    positionOf: (path, what = 'value') => place(offsetOf(root, path, what)),
  };
}

/** In the order of the text, without errors that follow from earlier ones: one tab, and nothing after a missing bracket. */
function firstCauses(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const own = errors
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos }, index, all) => all[index - 1]?.pos[0] !== pos[0]);
  const firstTab = own.findIndex(({ message }) => isTab(message));
  // Without its indentation a line fits nowhere, so much of what is reported after a tab follows from it.
  const causes = own.filter(({ message }, index) => firstTab < 0 || index <= firstTab || isDerailing(message));
  const derailed = causes.findIndex(({ message }) => isDerailing(message));
  return derailed < 0 ? causes : causes.slice(0, derailed + 1);
}

/** Keys that reach an object's prototype in careless code further on. */
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Builds plain data from nodes. Their depth is bounded: `checkTokens` has checked it. */
class ValueBuilder {
  readonly faults: DocumentFault[] = [];
  readonly unread: Path[] = [];

  constructor(private readonly place: Place) {}

  /** @param path of the node; changed during the call and restored at its end */
  valueOf(node: unknown, path: (string | number)[]): unknown {
    // Already rejected by its token.
    if (isAlias(node) || (isNode(node) && node.tag !== undefined)) this.unread.push([...path]);
    if (isMap(node)) return this.mapOf(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.innerValueOf(item, path, index));
    if (!isScalar(node)) return null;
    const { value } = node;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.fault('NUMBER_OUT_OF_RANGE', node, path, `${name(path)} is ${value}; a number must be finite.`);
      this.unread.push([...path]);
    }
    if (typeof value === 'string' && hasForbiddenCharacter(value)) {
      const message = `${name(path)} contains a forbidden character: ${shown(value)}; ${ALLOWED_CHARACTERS}.`;
      this.fault('FORBIDDEN_CHARACTER', node, path, message);
      this.unread.push([...path]);
    }
    return value;
  }

  private innerValueOf(node: unknown, path: (string | number)[], part: string | number): unknown {
    path.push(part);
    const value = this.valueOf(node, path);
    path.pop();
    return value;
  }

  private mapOf(map: YAMLMap, path: (string | number)[]): Record<string, unknown> {
    const found = new Map<string, Node>();
    const value: Record<string, unknown> = {};
    for (const pair of map.items) {
      const key = this.keyOf(pair, map, path);
      if (key === undefined) {
        this.unread.push([...path, OTHER_KEYS]);
        continue;
      }
      const keyNode = pair.key as Node;
      const before = found.get(key);
      if (before !== undefined) {
        const inner = [...path, key];
        const { line } = this.place(before.range?.[0] ?? 0);
        this.fault('DUPLICATE_KEY', keyNode, inner, `${name(inner)} occurs twice; the first is in line ${line}.`);
        this.unread.push(inner);
      }
      found.set(key, keyNode);
      value[key] = this.innerValueOf(pair.value, path, key);
    }
    return value;
  }

  private keyOf({ key }: Pair, map: YAMLMap, path: Path): string | undefined {
    if (isAlias(key) || (isScalar(key) && key.type === 'PLAIN' && key.source === '<<')) return undefined;
    // A country, a language or an id may look like another type: `no:` is Norwegian, not false, and 7 is a name.
    const text = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
    const node = isScalar(key) ? key : map;
    if (text === undefined || text === '') {
      this.fault('INVALID_KEY', node, path, `${name(path)} has a key that is not plain text; a key is one word.`);
      return undefined;
    }
    if (FORBIDDEN_KEYS.includes(text) || hasForbiddenCharacter(text)) {
      this.fault('FORBIDDEN_KEY', node, [...path, text], `The key ${shown(text)} is not allowed; choose another.`);
      return undefined;
    }
    return text;
  }

  private fault(code: string, node: Node, path: Path, message: string): void {
    if (this.faults.length >= MAX_FAULTS) return;
    this.faults.push({ code, path: pathText(path), message, ...this.place(node.range?.[0] ?? 0) });
  }
}

function name(path: Path): string {
  return path.length === 0 ? 'The file' : pathText(path);
}

function offsetOf(root: Node, path: Path, what: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const [depth, part] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        ({ key }) => isScalar(key) && (key.source ?? String(key.value)) === part,
      );
      if (pair === undefined) return offset;
      const at = last && what === 'value' && startOf(pair.value) !== undefined ? pair.value : pair.key;
      offset = startOf(at) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = typeof part === 'number' ? node.items[part] : undefined;
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
