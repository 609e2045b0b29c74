/**
 * CAP 1.2 as XML: which element stands where, how often, and what its text is (the schema in CAP 1.2, section 3.4). The parser and the
 * emitter both follow these tables, so what one writes the other reads.
 */

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
export const CAP_1_1_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.1';
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** Namespaces of versions that we know and do not take. */
export const OTHER_CAP_VERSIONS: ReadonlyMap<string, string> = new Map([
  ['http://www.incident.com/cap/1.0', '1.0'],
  ['urn:oasis:names:tc:emergency:cap:1.0', '1.0'],
  [CAP_1_1_NAMESPACE, '1.1'],
]);

/**
 * What an element's text is. `text` is kept as it stands (XML Schema: white space preserved), the others lose white
 * space around it, a `word` with a warning since XML Schema would keep it; `references` and `incidents` are lists in one text.
 */
export type TextKind = 'text' | 'word' | 'collapsed' | 'time' | 'integer' | 'decimal' | 'references' | 'incidents';

export interface CapElement {
  readonly name: string;
  /** Whether it may stand more than once. */
  readonly many: boolean;
  readonly content: TextKind | readonly CapElement[];
  /** An optional element that says nothing when it is empty, and whose value cannot be empty: it is left out. */
  readonly dropEmpty: boolean;
}

function one(name: string, content: CapElement['content'] = 'text'): CapElement {
  return { name, many: false, content, dropEmpty: false };
}

function many(name: string, content: CapElement['content'] = 'text'): CapElement {
  return { name, many: true, content, dropEmpty: false };
}

function orEmpty(element: CapElement): CapElement {
  return { ...element, dropEmpty: true };
}

const PAIR = [one('valueName'), one('value')];

const RESOURCE = [
  one('resourceDesc'),
  one('mimeType', 'word'),
  orEmpty(one('size', 'integer')),
  orEmpty(one('uri', 'collapsed')),
  one('derefUri'),
  one('digest'),
];

const AREA = [
  one('areaDesc'),
  orEmpty(many('polygon')),
  orEmpty(many('circle')),
  many('geocode', PAIR),
  orEmpty(one('altitude', 'decimal')),
  orEmpty(one('ceiling', 'decimal')),
];

const INFO = [
  orEmpty(one('language', 'collapsed')),
  many('category', 'word'),
  one('event'),
  orEmpty(many('responseType', 'word')),
  one('urgency', 'word'),
  one('severity', 'word'),
  one('certainty', 'word'),
  one('audience'),
  many('eventCode', PAIR),
  orEmpty(one('effective', 'time')),
  orEmpty(one('onset', 'time')),
  orEmpty(one('expires', 'time')),
  one('senderName'),
  one('headline'),
  one('description'),
  one('instruction'),
  one('web', 'collapsed'),
  one('contact'),
  many('parameter', PAIR),
  many('resource', RESOURCE),
  many('area', AREA),
];

/** The children of `alert`, in their order. */
export const ALERT_ELEMENTS: readonly CapElement[] = [
  one('identifier', 'word'),
  one('sender', 'word'),
  one('sent', 'time'),
  one('status', 'word'),
  one('msgType', 'word'),
  one('source'),
  one('scope', 'word'),
  one('restriction'),
  one('addresses'),
  many('code'),
  one('note'),
  one('references', 'references'),
  one('incidents', 'incidents'),
  many('info', INFO),
];
