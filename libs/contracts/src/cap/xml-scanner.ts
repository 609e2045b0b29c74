/**
 * Reads the markup of an XML 1.0 document with namespaces, well-formedness checked, and hands on its elements and texts. No document
 * type declaration is taken, so there are no entities but the five of XML, and nothing external to fetch.
 *
 * Written for speed: it works on the whole text with native searches instead of character by character. Each step is linear in
 * what it reads.
 */
import { NAME, NamespaceScope, splitName, XMLNS } from './xml-namespaces.js';

/** What the document holds, in its order. Offsets are UTF-16 units of the text. */
export interface XmlHandler {
  /** Before anything is kept of an element. @param depth 1: the root */
  onStart(depth: number): void;
  /** Before anything is kept of an attribute. @param count of this element so far */
  onAttribute(count: number): void;
  onOpen(tag: XmlTag): void;
  onText(text: string): void;
  /** @param end after its last character */
  onClose(end: number): void;
  onDoctype(): never;
  /** Not well-formed. */
  onFault(what: string): never;
}

export interface XmlTag {
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  /** Where the tag begins. */
  readonly start: number;
}

export interface XmlAttribute {
  /** As it is written. */
  readonly name: string;
  readonly uri: string;
  readonly local: string;
}

interface OpenElement {
  readonly name: string;
  readonly scope: NamespaceScope;
}

const SPACE = '[ \\t\\r\\n]';
const quoted = (text: string): string => `(?:"${text}"|'${text}')`;
const field = (name: string, value: string): string => `${SPACE}+${name}${SPACE}*=${SPACE}*${quoted(value)}`;
const DECLARATION = new RegExp(
  `<\\?xml${field('version', '1\\.[0-9]+')}(?:${field('encoding', '[A-Za-z][A-Za-z0-9._-]*')})?` +
    `(?:${field('standalone', '(?:yes|no)')})?${SPACE}*\\?>`,
  'y',
);
const BLANKS = /[ \t\r\n]*/y;
/** The usual name: followed by a character that ends it, so that no other could be longer. */
const PLAIN_NAME = /[A-Za-z_][\w.-]*(?=[ \t\r\n/>=])/y;
const REFERENCE = /&(?:#(\d+);|#x([0-9A-Fa-f]+);|(amp|lt|gt|quot|apos);)?/g;
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What no document may hold (XML 1.0, 2.2), halves of surrogate pairs included. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]/u;

export class XmlScanner {
  /** How far the text was read. */
  position = 0;
  private readonly open: OpenElement[] = [];
  private readonly outermost = new NamespaceScope(undefined);
  private rootSeen = false;
  /** Where the first character stands that no document may hold; its length when there is none. */
  private readonly invalidAt: number;
  private readonly hasReturns: boolean;

  constructor(
    private readonly text: string,
    private readonly handler: XmlHandler,
  ) {
    const invalid = text.search(NOT_XML);
    this.invalidAt = invalid < 0 ? text.length : invalid;
    this.hasReturns = text.includes('\r');
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(text)) this.moveTo(DECLARATION.lastIndex);
  }

  get done(): boolean {
    return this.position >= this.text.length;
  }

  /** Reads the next tag, text, comment or instruction. @throws what the handler throws */
  step(): void {
    const { text, position } = this;
    if (text.charCodeAt(position) !== LESS) return this.readText();
    switch (text.charCodeAt(position + 1)) {
      case SLASH:
        return this.readClose();
      case EXCLAMATION:
        return this.readDeclaration();
      case QUESTION:
        return this.readInstruction();
      default:
        return this.readOpen();
    }
  }

  /** All of the text was read. @throws what the handler throws when something is missing */
  end(): void {
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) this.fault(`unclosed tag: ${unclosed.name}`);
    if (!this.rootSeen) this.fault('the document has no element');
  }

  /** Ends a construct. @throws when a character before its end cannot stand in XML */
  private moveTo(end: number): void {
    if (end > this.invalidAt) this.fault('disallowed character', this.invalidAt + 1);
    this.position = end;
  }

  /** @param at how far was read when the fault was seen */
  private fault(what: string, at = this.position): never {
    this.position = Math.min(at, this.text.length);
    return this.handler.onFault(what);
  }

  /** The index of a text from a place on. @throws when it is not there */
  private find(what: string, from: number, construct: string): number {
    const at = this.text.indexOf(what, from);
    return at < 0 ? this.fault(`unclosed ${construct}`, this.text.length) : at;
  }

  private readText(): void {
    const { text, position } = this;
    const next = text.indexOf('<', position);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(position, end);
    this.moveTo(end);
    if (this.open.length === 0) {
      if (!/^[ \t\r\n]*$/.test(raw)) this.fault('text data outside of root node', position + 1);
      return;
    }
    if (raw.includes(']]>')) this.fault('"]]>" stands in a text', position + raw.indexOf(']]>') + 3);
    this.handler.onText(this.resolved(this.withLineFeeds(raw)));
  }

  /** XML 1.0, 2.11. */
  private withLineFeeds(raw: string): string {
    return this.hasReturns ? raw.replace(/\r\n?/g, '\n') : raw;
  }

  /** A text with its references replaced. */
  private resolved(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return PREDEFINED[name] ?? '';
      if (decimal === undefined && hex === undefined)
        return this.fault('an entity that is not of XML, or "&" by itself');
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
      return NOT_XML.test(character) ? this.fault('a reference to a character that XML does not allow') : character;
    });
  }

  private readClose(): void {
    const { text, position } = this;
    const name = this.open.at(-1)?.name ?? '';
    let end = position + 2 + name.length;
    if (name === '' || !text.startsWith(name, position + 2)) return this.unexpectedClose();
    if (text.charCodeAt(end) !== GREATER) {
      end = this.afterBlanks(end);
      if (text.charCodeAt(end) !== GREATER) return this.unexpectedClose();
    }
    this.moveTo(end + 1);
    this.open.pop();
    this.handler.onClose(end + 1);
  }

  private unexpectedClose(): never {
    const end = this.find('>', this.position, 'tag');
    return this.fault('unexpected close tag', end + 1);
  }

  private readDeclaration(): void {
    const { text, position } = this;
    if (text.startsWith('<!--', position)) {
      const end = this.find('--', position + 4, 'comment');
      if (text.charCodeAt(end + 2) !== GREATER) this.fault('"--" stands in a comment', end + 2);
      return this.moveTo(end + 3);
    }
    if (text.startsWith('<![CDATA[', position)) {
      if (this.open.length === 0) this.fault('text data outside of root node', position + 9);
      const end = this.find(']]>', position + 9, 'CDATA section');
      this.moveTo(end + 3);
      return this.handler.onText(this.withLineFeeds(text.slice(position + 9, end)));
    }
    if (text.startsWith('<!DOCTYPE', position)) {
      this.position = this.afterDoctype();
      return this.handler.onDoctype();
    }
    return this.fault('"<!" begins neither a comment nor a CDATA section', position + 2);
  }

  /** Where a document type declaration ends. @throws when it does not */
  private afterDoctype(): number {
    const subset = this.text.indexOf('[', this.position);
    const end = this.find('>', this.position, 'document type declaration');
    if (subset < 0 || subset > end) return end + 1;
    return this.find('>', this.find(']', subset, 'document type declaration'), 'document type declaration') + 1;
  }

  private readInstruction(): void {
    const { position } = this;
    const target = this.nameAt(position + 2) ?? this.fault('an instruction without a name', position + 2);
    if (target.toLowerCase() === 'xml' || target.includes(':')) this.fault('an instruction of this name', position + 5);
    const end = this.find('?>', position + 2 + target.length, 'instruction');
    const after = position + 2 + target.length;
    if (end !== after && this.afterBlanks(after) === after) this.fault('a name that XML does not allow', after + 1);
    this.moveTo(end + 2);
  }

  private readOpen(): void {
    const { position, handler } = this;
    const name = this.nameAt(position + 1) ?? this.fault('disallowed character in tag name', position + 2);
    if (this.open.length === 0 && this.rootSeen) this.fault('a second root', position + 1);
    this.rootSeen = true;
    handler.onStart(this.open.length + 1);
    const outer = this.open.at(-1)?.scope ?? this.outermost;
    const after = position + 1 + name.length;
    const written: WrittenAttribute[] = [];
    const close = this.text.charCodeAt(after) === GREATER ? after : this.readAttributes(after, written);
    const scope = written.length === 0 ? outer : this.declareIn(outer, written);
    const isEmpty = this.text.charCodeAt(close) === SLASH;
    const end = isEmpty ? close + 2 : close + 1;
    const { prefix, local } = splitName(name) ?? this.fault(`malformed name: ${name}`, end);
    const uri = prefix === 'xmlns' ? undefined : scope.resolve(prefix);
    if (uri === undefined) this.fault(`unbound namespace prefix: "${prefix}"`, end);
    const attributes = written.length === 0 ? NO_ATTRIBUTES : this.namespaced(written, scope, end);
    this.moveTo(end);
    handler.onOpen({ local, uri, attributes, start: position });
    if (isEmpty) handler.onClose(end);
    else this.open.push({ name, scope });
  }

  /** Reads attributes up to the end of the tag. @returns where `>` or `/>` stands */
  private readAttributes(from: number, written: WrittenAttribute[]): number {
    const { text } = this;
    const names = new Set<string>();
    for (let at = from; ;) {
      const next = this.afterBlanks(at);
      const code = text.charCodeAt(next);
      if (code === GREATER) return next;
      if (code === SLASH) return text.charCodeAt(next + 1) === GREATER ? next : this.fault('"/" in a tag', next + 1);
      if (next >= text.length) this.fault('unclosed tag', next);
      if (next === at) this.fault('no white space before an attribute', next + 1);
      const name = this.nameAt(next) ?? this.fault('disallowed character in attribute name', next + 1);
      this.handler.onAttribute(written.length + 1);
      if (names.has(name)) this.fault(`duplicate attribute: ${name}`, next + name.length);
      names.add(name);
      const equals = this.afterBlanks(next + name.length);
      if (text[equals] !== '=') this.fault('attribute without value', equals + 1);
      const start = this.afterBlanks(equals + 1);
      const quote = text[start];
      if (quote !== '"' && quote !== "'") this.fault('unquoted attribute value', start + 1);
      const end = this.find(quote, start + 1, 'attribute value');
      const raw = text.slice(start + 1, end);
      if (raw.includes('<')) this.fault('"<" in an attribute value', start + 2 + raw.indexOf('<'));
      written.push({ name, value: this.resolved(raw.replace(/\r\n|[\r\n\t]/g, ' ')) });
      at = end + 1;
    }
  }

  private declareIn(outer: NamespaceScope, written: readonly WrittenAttribute[]): NamespaceScope {
    let scope = outer;
    for (const { name, value } of written) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      if (scope === outer) scope = new NamespaceScope(outer);
      const wrong = scope.declare(name.slice('xmlns:'.length), value);
      if (wrong !== undefined) this.fault(wrong);
    }
    return scope;
  }

  private namespaced(written: readonly WrittenAttribute[], scope: NamespaceScope, end: number): XmlAttribute[] {
    const seen = new Set<string>();
    return written.map(({ name }): XmlAttribute => {
      const { prefix, local } = splitName(name) ?? this.fault(`malformed name: ${name}`, end);
      const isDeclaration = prefix === 'xmlns' || name === 'xmlns';
      const uri = isDeclaration ? XMLNS : prefix === '' ? '' : scope.resolve(prefix);
      if (uri === undefined) this.fault(`unbound namespace prefix: "${prefix}"`, end);
      const key = `${uri} ${local}`;
      if (prefix !== '' && seen.has(key)) this.fault(`duplicate attribute: ${name}`, end);
      if (prefix !== '') seen.add(key);
      return { name, uri, local };
    });
  }

  private nameAt(at: number): string | undefined {
    PLAIN_NAME.lastIndex = at;
    const plain = PLAIN_NAME.exec(this.text);
    if (plain !== null) return plain[0];
    NAME.lastIndex = at;
    return NAME.exec(this.text)?.[0];
  }

  private afterBlanks(at: number): number {
    BLANKS.lastIndex = at;
    BLANKS.test(this.text);
    return BLANKS.lastIndex;
  }
}

interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
