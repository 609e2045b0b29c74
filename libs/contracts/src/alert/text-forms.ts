/** The forms that single values of an alert must have. Every pattern here runs in time linear in the text. */

/** RFC 3066, section 2.1; also what XML Schema's `language` takes. */
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
/** RFC 2046 with the tokens of RFC 2045, section 5.1; parameters may follow. */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(\s*;.*)?$/;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
/** The characters of RFC 3986, and non-ASCII letters as XML's anyURI has them; `%` only before two hex digits. */
const URI_TEXT =
  /^(?:[\w!$&'()*+,\-./:;=?@~\u00A1-\uFFFD\u{10000}-\u{10FFFF}]|%[0-9A-Fa-f]{2})*(?:#(?:[\w!$&'()*+,\-./:;=?@~\u00A1-\uFFFD\u{10000}-\u{10FFFF}]|%[0-9A-Fa-f]{2})*)?$/u;
const SCRIPT_SCHEMES = new Set(['javascript', 'vbscript', 'data', 'file', 'blob']);
const BASE64_TEXT = /^[A-Za-z0-9+/ \t\r\n]*(?:=[ \t\r\n]*){0,2}$/;

export function isLanguageTag(text: string): boolean {
  return LANGUAGE_TAG.test(text);
}

export function isMediaType(text: string): boolean {
  return MEDIA_TYPE.test(text);
}

/** A URI with a scheme and something after it. */
export function isAbsoluteUri(text: string): boolean {
  const scheme = SCHEME.exec(text);
  return scheme !== null && text.length > scheme[0].length;
}

/** A URI or relative reference that a console may show as a link without running anything. */
export function isSafeUri(text: string): boolean {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && SCRIPT_SCHEMES.has(scheme)) return false;
  // Before the first slash of a relative reference no colon may stand (RFC 3986, 4.2).
  if (scheme === undefined && /^[^/?#]*:/.test(text)) return false;
  return URI_TEXT.test(text);
}

/** RFC 4648, section 4, with its padding; line breaks inside are allowed, as XML's base64Binary does. */
export function isBase64(text: string): boolean {
  if (!BASE64_TEXT.test(text)) return false;
  let blanks = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= SPACE) blanks++;
  return (text.length - blanks) % 4 === 0;
}

const SPACE = 0x20;
