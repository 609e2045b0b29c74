/**
 * From bytes to text, in any encoding that `TextDecoder` knows (WHATWG Encoding). Which one follows RFC 7303, section 3: the
 * byte order mark, then the charset of the Content-Type, then the XML declaration, then UTF-8. Bytes that are not in their
 * encoding are refused, never replaced.
 */
import { isUtf8 } from 'node:buffer';
import { InputError, shown } from '../problem.js';

/** Names that WHATWG reads as something wider, or that need a byte order mark. Others are labels of `TextDecoder`. */
const STRICT_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['utf-16', ['utf-16le', 'utf-16be']],
  ['us-ascii', ['us-ascii']],
  ['ascii', ['us-ascii']],
]);

/**
 * The document's text, without a byte order mark.
 *
 * @param charset of the Content-Type, if it names one.
 * @throws InputError WRONG_ENCODING for an unknown encoding, or bytes that are not in the one that they claim.
 */
export function decodeXml(bytes: Buffer, charset?: string): string {
  const mark = byteOrderMark(bytes);
  const named = charset === undefined ? undefined : encodingsOf(charset);
  if (mark !== undefined) {
    if (named !== undefined && !named.includes(mark.encoding))
      throw contradiction(`charset ${shown(charset)}`, mark.encoding);
    const text = decode(bytes.subarray(mark.bytes), mark.encoding);
    const declared = declaredEncoding(text);
    if (declared !== undefined && named === undefined && !encodingsOf(declared).includes(mark.encoding)) {
      throw contradiction(`encoding ${shown(declared)}`, mark.encoding);
    }
    return text;
  }
  if (named !== undefined) return decode(bytes, unmarked(named, charset));
  if (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0))
    throw wrong('It looks like UTF-16 without a byte order mark.');
  const declared = declaredEncoding(bytes.toString('latin1', 0, DECLARATION_BYTES));
  return decode(bytes, declared === undefined ? 'utf-8' : unmarked(encodingsOf(declared), declared));
}

const DECLARATION_BYTES = 200;
const DECLARATION = /^<\?xml\s[^>]{0,100}?\sencoding\s*=\s*["']([^"'>]{0,60})["']/;

function declaredEncoding(text: string): string | undefined {
  return DECLARATION.exec(text.slice(0, DECLARATION_BYTES))?.[1];
}

function byteOrderMark(bytes: Buffer): { encoding: string; bytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return undefined;
}

/** The encodings that a name may stand for, each under the name that WHATWG gives it. */
function encodingsOf(name: string): readonly string[] {
  const label = name.trim().toLowerCase();
  const strict = STRICT_NAMES.get(label);
  if (strict !== undefined) return strict;
  try {
    return [new TextDecoder(label).encoding];
  } catch {
    throw wrong(`The encoding ${shown(name)} is not known.`);
  }
}

/** `UTF-16` alone does not say which byte comes first: then a mark must. */
function unmarked(encodings: readonly string[], name: string | undefined): string {
  const [encoding] = encodings;
  if (encoding === undefined || encodings.length > 1) {
    throw wrong(`The encoding is said to be ${shown(name)}, but there is no byte order mark.`);
  }
  return encoding;
}

function decode(bytes: Buffer, encoding: string): string {
  switch (encoding) {
    case 'utf-8':
      if (!isUtf8(bytes)) throw wrong('The bytes are not UTF-8.');
      return bytes.toString('utf8');
    case 'us-ascii':
      if (bytes.some((byte) => byte > 0x7f)) throw wrong('There are bytes beyond US-ASCII.');
      return bytes.toString('latin1');
    case 'windows-1252':
      return decodeWindows1252(bytes);
    default:
      return decodeOther(bytes, encoding);
  }
}

/** What the bytes 0x80 to 0x9F are in Windows-1252; those that it leaves open stay control characters (WHATWG). */
const WINDOWS_1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/**
 * Also of ISO-8859-1, which WHATWG reads as Windows-1252. Some versions of Node.js decode it as Latin-1 instead, so the table
 * stands here.
 */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function decodeOther(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrong(`The bytes are not ${encoding}.`);
  }
}

function contradiction(claim: string, encoding: string): InputError {
  return wrong(`The byte order mark says ${encoding}, the ${claim} says otherwise.`);
}

function wrong(what: string): InputError {
  return InputError.of(
    'WRONG_ENCODING',
    '',
    `${what} Send UTF-8, or an encoding of the WHATWG Encoding standard that the XML declaration or the charset names.`,
  );
}
