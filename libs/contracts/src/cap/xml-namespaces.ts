/** Names and namespaces (Namespaces in XML 1.0): what a prefix stands for where it is used. */

export const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The declarations of one element, and of those around it. */
export class NamespaceScope {
  private readonly declared = new Map<string, string>();

  constructor(private readonly outer: NamespaceScope | undefined) {}

  /**
   * @param prefix empty: the default namespace
   * @returns what is wrong with the declaration; undefined when nothing is
   */
  declare(prefix: string, uri: string): string | undefined {
    if (prefix === 'xmlns' || uri === XMLNS) return 'the prefix xmlns and its namespace cannot be declared';
    if ((prefix === 'xml') !== (uri === XML)) return 'the prefix xml and its namespace belong together';
    if (prefix !== '' && uri === '') return `the prefix ${prefix} is declared for no namespace`;
    this.declared.set(prefix, uri);
    return undefined;
  }

  /** The namespace of a prefix; of the empty one the default; undefined when it is not declared. */
  resolve(prefix: string): string | undefined {
    const own = this.declared.get(prefix);
    if (own !== undefined) return own;
    if (this.outer !== undefined) return this.outer.resolve(prefix);
    if (prefix === 'xml') return XML;
    return prefix === '' ? '' : undefined;
  }
}

/** A name as it is written, and its parts; `prefix` is empty where there is none. Undefined when it has too many colons. */
export function splitName(name: string): { readonly prefix: string; readonly local: string } | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return { prefix: '', local: name };
  const prefix = name.slice(0, colon);
  const local = name.slice(colon + 1);
  if (prefix === '' || !NC_NAME.test(local)) return undefined;
  return { prefix, local };
}

const START = String.raw`A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const REST = String.raw`${START}\-.0-9\xB7\u0300-\u036F\u203F\u2040`;
const NC_NAME = new RegExp(`^[${START}][${REST}]*$`, 'u');
/** A name (XML 1.0, 2.3) from a place on. */
export const NAME = new RegExp(`[${START}:][${REST}:]*`, 'uy');
