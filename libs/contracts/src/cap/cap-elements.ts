/**
 * CAP 1.2 as XML: which element stands where, how often, and what its text is (the schema in CAP 1.2, section 3.4). The parser and the
 * emitter both follow these tables, so what one writes the other reads.
 */

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** Namespaces of versions that we know and do not take. */
export const OTHER_CAP_VERSIONS: ReadonlyMap<string, string> = new Map([
  ['http://www.incident.com/cap/1.0', '1.0'],
  ['urn:oasis:names:tc:emergency:cap:1.0', '1.0'],
  ['urn:oasis:names:tc:emergency:cap:1.1', '1.1'],
]);

/**
 * What an element's text is. `text` is kept as it stands (XML Schema: white space preserved), the others lose white
 * space around it; `references` and `incidents` are lists in one text.
 */
export type TextKind = 'text' | 'collapsed' | 'time' | 'integer' | 'decimal' | 'references' | 'incidents';

export interface CapElement {
  readonly name: string;
  /** Whether it may stand more than once. */
  readonly many: boolean;
  readonly content: TextKind | readonly CapElement[];
}

function one(name: string, content: CapElement['content'] = 'text'): CapElement {
  return { name, many: false, content };
}

function many(name: string, content: CapElement['content'] = 'text'): CapElement {
  return { name, many: true, content };
}

const PAIR = [one('valueName'), one('value')];

const RESOURCE = [
  one('resourceDesc'),
  one('mimeType'),
  one('size', 'integer'),
  one('uri', 'collapsed'),
  one('derefUri'),
  one('digest'),
];

const AREA = [
  one('areaDesc'),
  many('polygon'),
  many('circle'),
  many('geocode', PAIR),
  one('altitude', 'decimal'),
  one('ceiling', 'decimal'),
];

const INFO = [
  one('language', 'collapsed'),
  many('category'),
  one('event'),
  many('responseType'),
  one('urgency'),
  one('severity'),
  one('certainty'),
  one('audience'),
  many('eventCode', PAIR),
  one('effective', 'time'),
  one('onset', 'time'),
  one('expires', 'time'),
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
  one('identifier'),
  one('sender'),
  one('sent', 'time'),
  one('status'),
  one('msgType'),
  one('source'),
  one('scope'),
  one('restriction'),
  one('addresses'),
  many('code'),
  one('note'),
  one('references', 'references'),
  one('incidents', 'incidents'),
  many('info', INFO),
];
