/**
 * The elements of a CAP message, read into the JSON form of an alert. Elements are counted as their tags begin, before
 * anything is kept of them, so that a document of too many is refused in bounded memory.
 *
 * Signatures (XML-DSig) are kept as they stand and not verified; nothing else of another namespace is allowed (the schema has
 * one wildcard, for that namespace, at the end of `alert`). No document type declaration is taken, so there are no
 * entities to expand and nothing external to fetch.
 */
import { MAX_XML_ELEMENTS } from '../alert/alert-excess.js';
import type { FieldProblem, InputCode } from '../problem.js';
import { InputError, pathText, shown } from '../problem.js';
import {
  ALERT_ELEMENTS,
  CAP_1_1_NAMESPACE,
  CAP_NAMESPACE,
  OTHER_CAP_VERSIONS,
  SIGNATURE_NAMESPACE,
} from './cap-elements.js';
import type { CapElement } from './cap-elements.js';
import { readText, trimXml, type Place, type TextReport } from './cap-text.js';
import { XMLNS } from './xml-namespaces.js';
import { XmlScanner, type XmlHandler, type XmlTag } from './xml-scanner.js';

const MAX_XML_DEPTH = 32;
const MAX_XML_ATTRIBUTES = 32;
/** Faults of structure, and warnings; more of them are not reported. */
const MAX_PROBLEMS = 50;

const NO_PLACE = -1;

/** An element that is open. */
class Frame implements Place {
  /** Of a container: what it holds so far. */
  readonly fields: Record<string, unknown> = {};
  /** The last of its children's places in the order. */
  place = NO_PLACE;
  text = '';
  strayText = false;

  /** @param index of an element that may stand more than once: how many of its name stand before it */
  constructor(
    readonly element: CapElement,
    private readonly parent: Frame | undefined,
    private readonly index: number | undefined,
  ) {}

  /** Where it stands in the JSON form. Made when it is asked for: most elements have nothing to report. */
  path(): readonly PropertyKey[] {
    if (this.parent === undefined) return [];
    const own = [...this.parent.path(), this.element.name];
    return this.index === undefined ? own : [...own, this.index];
  }
}

const ROOT: CapElement = { name: 'alert', many: false, content: ALERT_ELEMENTS, dropEmpty: false };
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/** Reads the elements of one document, step by step: it stops at the first fatal fault, however much follows. */
export class CapReader implements XmlHandler {
  readonly problems: FieldProblem[] = [];
  readonly warnings: FieldProblem[] = [];
  private readonly scanner: XmlScanner;
  private readonly frames: Frame[] = [];
  private root: Frame | undefined;
  private depth = 0;
  private elements = 0;
  /** The depth of the element whose content is not read (a signature, or one that is not known); 0: none. */
  private skippingFrom = 0;
  private inSignature = false;
  private signatureStart = -1;
  private signatureEnd = -1;
  /** Of the root: CAP 1.2, or 1.1 where that is converted. */
  private namespace = CAP_NAMESPACE;
  private readonly report: TextReport;

  /**
   * @param lenient whether CAP 1.1, and times as it writes them, are converted with a warning
   * @throws InputError MALFORMED_XML
   */
  constructor(
    private readonly text: string,
    private readonly lenient: boolean,
  ) {
    this.report = {
      lenient,
      problem: (code, path, message) => this.problem(code, path, message),
      warning: (code, path, message) => this.warning(code, path, message),
    };
    this.scanner = new XmlScanner(text, this);
  }

  /** How many characters were read. */
  get position(): number {
    return this.scanner.position;
  }

  /** Reads up to this place, or a little beyond. @throws InputError at a fatal fault */
  readTo(end: number): void {
    const { scanner } = this;
    while (scanner.position < end && !scanner.done) scanner.step();
  }

  /** The JSON form of the message, of which all was read. @throws InputError at a fatal fault */
  end(): unknown {
    this.scanner.end();
    const fields = this.root?.fields ?? {};
    if (this.signatureStart >= 0) fields['signature'] = this.text.slice(this.signatureStart, this.signatureEnd);
    return fields;
  }

  onFault(what: string): never {
    throw InputError.of('MALFORMED_XML', '', `Not well-formed at ${this.where()}: ${shown(what)}.`);
  }

  onDoctype(): never {
    throw InputError.of('DTD_FORBIDDEN', '', `A document type declaration ends at ${this.where()}; leave it out.`);
  }

  onStart(depth: number): void {
    this.depth = depth;
    if (depth > MAX_XML_DEPTH) {
      throw InputError.of('XML_TOO_DEEP', '', `Nested deeper than ${MAX_XML_DEPTH} elements at ${this.where()}.`);
    }
    if (++this.elements > MAX_XML_ELEMENTS) {
      throw InputError.of('XML_TOO_MANY_ELEMENTS', '', `More than ${MAX_XML_ELEMENTS} elements at ${this.where()}.`);
    }
  }

  onAttribute(count: number): void {
    if (count <= MAX_XML_ATTRIBUTES) return;
    const message = `An element has more than ${MAX_XML_ATTRIBUTES} attributes at ${this.where()}.`;
    throw InputError.of('XML_TOO_MANY_ATTRIBUTES', '', message);
  }

  onOpen(tag: XmlTag): void {
    if (this.skippingFrom > 0) return;
    const parent = this.frames.at(-1);
    if (parent === undefined) return this.openRoot(tag);
    if (tag.uri === SIGNATURE_NAMESPACE && parent.element === ROOT) return this.openSignature(tag, parent);
    const { content } = parent.element;
    if (tag.uri !== this.namespace || typeof content === 'string') return this.unknown(tag, parent);
    const place = placeOf(content, tag.local);
    const element = content[place];
    if (element === undefined) return this.unknown(tag, parent);
    if (!element.many && Object.hasOwn(parent.fields, element.name)) {
      const message = `<${tag.local}> stands twice in <${parent.element.name}>; it may stand once.`;
      this.problem('REPEATED_ELEMENT', [...parent.path(), tag.local], message);
      this.skip();
      return;
    }
    if (place < parent.place) {
      const before = content[parent.place]?.name ?? 'the signature';
      const message = `<${tag.local}> stands after <${before}>; it must stand before it.`;
      this.problem('ELEMENT_ORDER', [...parent.path(), tag.local], message);
    } else parent.place = place;
    this.openFrame(element, tag, parent, element.many ? listOf(parent.fields, element.name).length : undefined);
  }

  private openRoot(tag: XmlTag): void {
    const version = OTHER_CAP_VERSIONS.get(tag.uri);
    if (this.lenient && tag.local === 'alert' && tag.uri === CAP_1_1_NAMESPACE) {
      this.namespace = tag.uri;
      this.warning('CAP_VERSION_CONVERTED', [], 'The alert is CAP 1.1; it is stored as CAP 1.2.');
      this.root = this.openFrame(ROOT, tag);
      return;
    }
    if (tag.local === 'alert' && version !== undefined) {
      const message = `The alert is CAP ${version} (${tag.uri}); CAP 1.2 is wanted (${CAP_NAMESPACE}).`;
      throw InputError.of('CAP_VERSION', '', message);
    }
    if (tag.local !== 'alert' || tag.uri !== CAP_NAMESPACE) {
      const message = `The document is <${shownName(tag.local)}> of namespace ${shown(tag.uri)}; it must be <alert> of ${CAP_NAMESPACE}.`;
      throw InputError.of('NOT_CAP', '', message);
    }
    this.root = this.openFrame(ROOT, tag);
  }

  private openSignature(tag: XmlTag, parent: Frame): void {
    if (this.signatureStart < 0) this.signatureStart = tag.start;
    parent.place = AFTER_ALL;
    this.inSignature = true;
    this.skip();
  }

  private unknown(tag: XmlTag, parent: Frame): void {
    const path = [...parent.path(), tag.local];
    const name = shownName(tag.local);
    if (tag.local === 'password' && tag.uri === this.namespace) {
      this.problem('CAP_1_0_ELEMENT', path, `<password> is of CAP 1.0; CAP 1.2 has none, so leave it out.`);
    } else {
      const whose = tag.uri === this.namespace ? '' : ` of namespace ${shown(tag.uri)}`;
      const message = `<${name}>${whose} is not known in <${parent.element.name}> of CAP 1.2; leave it out.`;
      this.problem('UNKNOWN_ELEMENT', path, message);
    }
    this.skip();
  }

  private skip(): void {
    this.skippingFrom = this.depth;
  }

  private openFrame(element: CapElement, tag: XmlTag, parent?: Frame, index?: number): Frame {
    const frame = new Frame(element, parent, index);
    for (const { name: written, uri } of tag.attributes) {
      if (uri === XMLNS || uri === XML_SCHEMA_INSTANCE) continue;
      const name = shownName(written);
      const message = `The attribute ${name} of <${element.name}> is not known; CAP has none.`;
      this.problem('UNKNOWN_ATTRIBUTE', frame.path(), message);
    }
    this.frames.push(frame);
    return frame;
  }

  onText(text: string): void {
    const frame = this.frames.at(-1);
    if (frame === undefined || this.skippingFrom > 0) return;
    if (typeof frame.element.content === 'string') frame.text += text;
    else if (!frame.strayText && /[^ \t\r\n]/.test(text)) {
      frame.strayText = true;
      const message = `${shown(text.trim())} stands in <${frame.element.name}> outside its elements; leave it out.`;
      this.problem('UNEXPECTED_TEXT', frame.path(), message);
    }
  }

  onClose(end: number): void {
    const depth = this.depth--;
    if (this.skippingFrom > 0) {
      if (depth > this.skippingFrom) return;
      this.skippingFrom = 0;
      if (this.inSignature) this.signatureEnd = end;
      this.inSignature = false;
      return;
    }
    const frame = this.frames.pop();
    const parent = this.frames.at(-1);
    if (frame === undefined || parent === undefined) return;
    const { element } = frame;
    if (element.dropEmpty && trimXml(frame.text) === '') {
      this.warning('EMPTY_ELEMENT', frame.path(), `<${element.name}> is empty; it was left out.`);
      // It has stood there once.
      if (!element.many) parent.fields[element.name] = undefined;
      return;
    }
    const value = this.valueOf(frame);
    if (element.many) listOf(parent.fields, element.name).push(value);
    else parent.fields[element.name] = value;
  }

  private valueOf(frame: Frame): unknown {
    const { element, text, fields } = frame;
    if (typeof element.content === 'string') {
      const value = readText(text, element.content, frame, this.report);
      if (!this.lenient || element.name !== 'certainty' || value !== 'Very Likely') return value;
      const path = frame.path();
      // CAP 1.1 and 1.2, 3.2.2: the value of CAP 1.0 is to be treated as Likely.
      this.warning(
        'CAP_VERSION_CONVERTED',
        path,
        `${pathText(path)} was "Very Likely", of CAP 1.0; it is stored as Likely.`,
      );
      return 'Likely';
    }
    if (element.name === 'resource' && this.namespace === CAP_1_1_NAMESPACE && fields['mimeType'] === undefined) {
      const path = frame.path();
      const message = `${pathText(path)} has no mimeType, which CAP 1.2 requires; it is stored as ${ANY_TYPE}.`;
      this.warning('CAP_VERSION_CONVERTED', [...path, 'mimeType'], message);
      fields['mimeType'] = ANY_TYPE;
    }
    return fields;
  }

  private problem(code: InputCode, path: readonly PropertyKey[], message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, path: pathText(path), message });
  }

  private warning(code: InputCode, path: readonly PropertyKey[], message: string): void {
    if (this.warnings.length >= MAX_PROBLEMS) return;
    this.warnings.push({ code, path: pathText(path), message, level: 'warning' });
  }

  /** Both from 1; the column in UTF-16 units. Counted when it is asked for. */
  private where(): string {
    const read = this.text.slice(0, this.scanner.position).replace(/\r\n?/g, '\n');
    const lineStart = read.lastIndexOf('\n') + 1;
    return `line ${read.split('\n').length}, column ${read.length - lineStart}`;
  }
}

/** RFC 2046, section 4.5.1: bytes of which nothing more is known. */
const ANY_TYPE = 'application/octet-stream';
const XML_SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

const PLACES = new WeakMap<readonly CapElement[], ReadonlyMap<string, number>>();

/** Where an element of this name stands in the order; -1: nowhere. */
function placeOf(content: readonly CapElement[], name: string): number {
  let places = PLACES.get(content);
  if (places === undefined) PLACES.set(content, (places = new Map(content.map((each, place) => [each.name, place]))));
  return places.get(name) ?? NO_PLACE;
}

/** Names are of the schema, so no key of an object's own comes here. */
function listOf(fields: Record<string, unknown>, name: string): unknown[] {
  const list = fields[name];
  if (Array.isArray(list)) return list as unknown[];
  const fresh: unknown[] = [];
  fields[name] = fresh;
  return fresh;
}

function shownName(name: string): string {
  return shown(name).slice(1, -1);
}
