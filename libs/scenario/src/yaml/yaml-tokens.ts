/** Rejects YAML features on the tokens, before anything is built. It uses its own stack, so that deep nesting cannot overflow it. */
import { Lexer, Parser } from 'yaml';
import type { CST } from 'yaml';

export interface TokenFault {
  readonly code: 'TOO_LARGE' | 'YAML_FEATURE' | 'YAML_TOO_DEEP' | 'SEVERAL_DOCUMENTS';
  readonly offset: number;
  readonly message: string;
}

/** Deeper than any scenario within its bounds. */
export const MAX_DEPTH = 64;
const MAX_FAULTS = 100;

/** Lexemes of the text; a scenario of 300 injects has about 30,000. */
const MAX_LEXEMES = 250_000;

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Why the text was not read to its end. */
  readonly fault?: TokenFault;
}

/** Like the library's `parse`, but it stops at a text with too many lexemes, which would exhaust the memory. */
export function readTokens(text: string, onNewLine: (offset: number) => void): Tokens {
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  onNewLine(0);
  let count = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES) {
      const message = `The text has more than ${MAX_LEXEMES} words and signs up to here; move parts to included files, or shorten it.`;
      return { tokens: [], fault: { code: 'TOO_LARGE', offset, message } };
    }
    offset = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

interface Work {
  readonly token: CST.Token;
  readonly depth: number;
}

/** All faults in the order of the text, at most 100. */
export function checkTokens(tokens: readonly CST.Token[]): TokenFault[] {
  const faults: TokenFault[] = [];
  const stack: Work[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  let documents = 0;
  while (stack.length > 0 && faults.length < MAX_FAULTS) {
    const { token, depth } = stack.pop() as Work;
    if (depth > MAX_DEPTH) {
      const message = `This is nested deeper than ${MAX_DEPTH} levels, which is the limit.`;
      return [{ code: 'YAML_TOO_DEEP', offset: offsetOf(token), message }];
    }
    if (token.type === 'document' && ++documents > 1) {
      const message = 'A second document begins here (---); a file contains one scenario.';
      faults.push({ code: 'SEVERAL_DOCUMENTS', offset: offsetOf(token), message });
      break;
    }
    const message = refusal(token);
    if (message !== undefined) faults.push({ code: 'YAML_FEATURE', offset: offsetOf(token), message });
    pushInner(token, depth, stack);
  }
  return faults.sort((a, b) => a.offset - b.offset);
}

function offsetOf(token: CST.Token): number {
  return 'offset' in token ? token.offset : 0;
}

function refusal(token: CST.Token): string | undefined {
  switch (token.type) {
    case 'anchor':
    case 'alias':
      return `The ${token.type} ${shortened(token.source)} is not supported; write the part out, or move it to a file and include it.`;
    case 'tag':
    case 'directive':
      return `The ${token.type} ${shortened(token.source)} is not supported; remove it.`;
    case 'scalar':
      return token.source === '<<'
        ? 'The merge key << is not supported; write the part out, or include it.'
        : undefined;
    default:
      return undefined;
  }
}

function shortened(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return JSON.stringify(first.length > 40 ? `${first.slice(0, 39)}…` : first);
}

/**
 * Pushes the token's contents, last first. One by one: a spread with as many arguments as a hostile list has entries would
 * overflow the call stack.
 */
function pushInner(token: CST.Token, depth: number, stack: Work[]): void {
  switch (token.type) {
    case 'document':
      if (token.value) stack.push({ token: token.value, depth });
      return pushAll(token.start, depth, stack);
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      for (let index = token.items.length - 1; index >= 0; index--) {
        const { start, key, sep, value } = token.items[index] as (typeof token.items)[number];
        if (value) stack.push({ token: value, depth: depth + 1 });
        if (key) stack.push({ token: key, depth: depth + 1 });
        if (sep) pushAll(sep, depth, stack);
        pushAll(start, depth, stack);
      }
      return;
    case 'block-scalar':
      return pushAll(token.props, depth, stack);
    default:
  }
}

function pushAll(tokens: readonly CST.Token[], depth: number, stack: Work[]): void {
  for (let index = tokens.length - 1; index >= 0; index--) stack.push({ token: tokens[index] as CST.Token, depth });
}
