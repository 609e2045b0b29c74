/**
 * A scenario file as text: YAML 1.2 (of which JSON is a subset), read with the position of every value. Of YAML we take
 * maps, lists and plain values. Anchors, aliases, merge keys and tags are refused before anything is built of them:
 * they are how a small file becomes a huge value ("billion laughs"), and a reader of a script should not need them.
 */
import { Composer, isAlias, isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';
import type { CST, Node, Pair, YAMLMap, YAMLParseError } from 'yaml';
import { ALLOWED_CHARACTERS, hasForbiddenCharacter } from '#contracts/json/characters.js';
import { pathText, shown } from '#contracts/problem.js';
import { OTHER_KEYS } from './unreadable.js';
import { adviceFor, isDerailing, isTab } from './yaml-advice.js';
import { checkTokens, readTokens } from './yaml-tokens.js';

/** Larger than any scenario that a person could overlook. */
export const MAX_FILE_BYTES = 1024 * 1024;
/** More than these nobody reads. */
const MAX_FAULTS = 100;
/** Of what is no YAML, the first few: what follows is mostly their echo. */
const MAX_SYNTAX_FAULTS = 10;

/** Both from 1; the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** A fault of the text itself. */
export interface SourceFault extends Position {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export interface ScenarioSource {
  /** Plain data, as JSON would have given it; undefined when the faults are such that nothing can be read. */
  readonly value: unknown;
  readonly faults: readonly SourceFault[];
  /** Where `value` does not hold what was meant, because of a fault; OTHER_KEYS last: the map may be meant to hold more. */
  readonly unread: readonly Path[];
  /** Where the value at this path stands, or the nearest thing around it that is there. */
  positionOf(path: Path, what?: 'key' | 'value'): Position;
}

/** Reads the text; all faults that can be told at once. */
export function readSource(text: string): ScenarioSource {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const { tokens, fault } = readTokens(text, lines.addNewLine);
  if (fault) return faulty([{ ...fault, ...place(fault.offset), path: '' }]);
  const refused = checkTokens(tokens).map((fault) => ({ ...fault, ...place(fault.offset), path: '' }));
  // After an anchor, an alias or a tag the rest can still be read; aliases stay closed.
  const isReadable = refused.every(({ code }) => code === 'YAML_FEATURE') && refused.length < MAX_FAULTS;
  if (!isReadable || tokens.some(({ type }) => type === 'directive')) return faulty(refused);
  return compose(tokens, place, refused);
}

function faulty(faults: readonly SourceFault[]): ScenarioSource {
  const [first] = faults;
  const at = first ?? { line: 1, column: 1 };
  return {
    value: undefined,
    unread: [],
    faults: faults.slice(0, MAX_FAULTS).map(({ code, path, message, line, column }) => ({
      code,
      path,
      message,
      line,
      column,
    })),
    positionOf: () => ({ line: at.line, column: at.column }),
  };
}

type Place = (offset: number) => Position;

function compose(tokens: readonly CST.Token[], place: Place, refused: readonly SourceFault[]): ScenarioSource {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, merge: false, stringKeys: false });
  const [document] = composer.compose(tokens, true);
  if (document === undefined) return faulty([]);
  const errors = firstCauses(document.errors);
  const syntax = errors.slice(0, MAX_SYNTAX_FAULTS).map(({ message, pos }) => ({
    code: 'MALFORMED_YAML',
    path: '',
    message: `This is not YAML: ${adviceFor(message)}`,
    ...place(pos[0]),
  }));
  if (syntax.length > 0) return faulty([...refused, ...syntax]);
  const root = document.contents;
  if (root === null || isAlias(root) || (isScalar(root) && root.value === null)) {
    if (refused.length > 0) return faulty(refused);
    return faulty([{ code: 'EMPTY_FILE', path: '', message: 'The file holds nothing.', line: 1, column: 1 }]);
  }
  const build = new Build(place);
  const value = build.valueOf(root, []);
  const faults = [...refused, ...build.faults].slice(0, MAX_FAULTS);
  const positionOf = (path: Path, what: 'key' | 'value' = 'value'): Position => place(offsetOf(root, path, what));
  return { value, faults, unread: build.unread, positionOf };
}

/** In the order of the text, without what only follows from an error before: one tab, and nothing after a missing bracket. */
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

/** Plain data out of nodes. Depth is bounded: `checkTokens` has seen to it. */
class Build {
  readonly faults: SourceFault[] = [];
  readonly unread: Path[] = [];

  constructor(private readonly place: Place) {}

  /** `path` is that of the node; it is changed on the way, and as it was in the end. */
  valueOf(node: unknown, path: (string | number)[]): unknown {
    // Refused by its token: what was meant is not looked for.
    if (isAlias(node) || (isNode(node) && node.tag !== undefined)) this.unread.push([...path]);
    if (isMap(node)) return this.mapOf(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.innerValueOf(item, path, index));
    if (!isScalar(node)) return null;
    const { value } = node;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.fault('NUMBER_OUT_OF_RANGE', node, path, `${name(path)} is ${value}; a number must be finite.`);
      this.unread.push(path);
    }
    if (typeof value === 'string' && hasForbiddenCharacter(value)) {
      const message = `${name(path)} holds a forbidden character: ${shown(value)}; ${ALLOWED_CHARACTERS}.`;
      this.fault('FORBIDDEN_CHARACTER', node, path, message);
      this.unread.push(path);
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
        this.fault(
          'DUPLICATE_KEY',
          keyNode,
          inner,
          `${name(inner)} is there twice; it was given in line ${line} before.`,
        );
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
      this.fault('INVALID_KEY', node, path, `${name(path)} has a key that is not a plain text; a key is one word.`);
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
