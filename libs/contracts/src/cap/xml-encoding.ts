/**
 * From bytes to text: UTF-8, UTF-16 with a byte order mark, ISO-8859-1 and US-ASCII. Which one follows RFC 7303, section 3: the
 * byte order mark, then the charset of the Content-Type, then the XML declaration, then UTF-8. Bytes that are not in their
 * encoding are refused, never replaced.
 */
import { isUtf8 } from 'node:buffer';
import { InputError, shown } from '../problem.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1' | 'us-ascii';

const NAMES: ReadonlyMap<string, readonly Encoding[]> = new Map<string, readonly Encoding[]>([
  ['utf-8', ['utf-8']],
  ['utf8', ['utf-8']],
  ['utf-16', ['utf-16le', 'utf-16be']],
  ['utf-16le', ['utf-16le']],
  ['utf-16be', ['utf-16be']],
  ['iso-8859-1', ['iso-8859-1']],
  ['latin1', ['iso-8859-1']],
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

function byteOrderMark(bytes: Buffer): { encoding: Encoding; bytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return undefined;
}

function encodingsOf(name: string): readonly Encoding[] {
  const encodings = NAMES.get(name.trim().toLowerCase());
  if (encodings === undefined) throw wrong(`The encoding ${shown(name)} is not known.`);
  return encodings;
}

/** `UTF-16` alone does not say which byte comes first: then a mark must. */
function unmarked(encodings: readonly Encoding[], name: string | undefined): Encoding {
  const [encoding] = encodings;
  if (encoding === undefined || encodings.length > 1) {
    throw wrong(`The encoding is said to be ${shown(name)}, but there is no byte order mark.`);
  }
  return encoding;
}

function decode(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      if (!isUtf8(bytes)) throw wrong('The bytes are not UTF-8.');
      return bytes.toString('utf8');
    case 'utf-16le':
      return decodeUtf16(bytes);
    case 'utf-16be':
      if (bytes.length % 2 !== 0) throw wrong('The bytes are not UTF-16: their number is odd.');
      return decodeUtf16(Buffer.from(bytes).swap16());
    case 'iso-8859-1': {
      const text = bytes.toString('latin1');
      const at = text.search(/[\x80-\x9F]/);
      if (at >= 0) throw wrong(`Byte ${at} is a control character in ISO-8859-1; it may be Windows-1252.`);
      return text;
    }
    case 'us-ascii':
      if (bytes.some((byte) => byte > 0x7f)) throw wrong('There are bytes beyond US-ASCII.');
      return bytes.toString('latin1');
    default:
      return encoding satisfies never;
  }
}

function decodeUtf16(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
  } catch {
    throw wrong('The bytes are not UTF-16.');
  }
}

function contradiction(claim: string, encoding: Encoding): InputError {
  return wrong(`The byte order mark says ${encoding}, the ${claim} says otherwise.`);
}

function wrong(what: string): InputError {
  return InputError.of(
    'WRONG_ENCODING',
    '',
    `${what} Send UTF-8, UTF-16 with a byte order mark, or ISO-8859-1, and say which.`,
  );
}
