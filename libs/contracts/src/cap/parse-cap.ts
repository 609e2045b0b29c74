/**
 * CAP 1.2 as XML, from outside. The elements are read into the JSON form of an alert (cap-reader.ts); whether that is a good
 * alert is decided by the same check as for JSON (alert/alert-schema.ts).
 */
import { MAX_XML_ELEMENTS } from '../alert/alert-excess.js';
import { alertError, checkAlert } from '../alert/alert-schema.js';
import type { ParseAlertOptions, ParsedAlert } from '../alert/alert-schema.js';
import type { FieldProblem } from '../problem.js';
import { InputError } from '../problem.js';
import { CapReader } from './cap-reader.js';
import { decodeXml } from './xml-encoding.js';

/** Room for 8 MiB of content in base64, and for the longest alert that is stored. */
export const MAX_XML_BYTES = 16 * 1024 * 1024;

export interface ParseCapOptions extends ParseAlertOptions {
  /** The charset of the Content-Type, if it names one. */
  readonly charset?: string;
  /** Convert CAP 1.1, and times with `Z` or fractions of a second, with a warning for each change. Default: refuse them. */
  readonly lenient?: boolean;
}

/**
 * Reads a CAP 1.2 message.
 *
 * @throws InputError TOO_LARGE; WRONG_ENCODING; MALFORMED_XML (with line and column), DTD_FORBIDDEN, XML_TOO_DEEP,
 *   XML_TOO_MANY_ELEMENTS, XML_TOO_MANY_ATTRIBUTES, NOT_CAP, CAP_VERSION, each at the first such fault; else as
 *   `parseAlert`, with the faults of structure (ELEMENT_ORDER, UNKNOWN_ELEMENT, REPEATED_ELEMENT …) among the problems.
 */
export function parseCap(bytes: Buffer, options: ParseCapOptions): ParsedAlert {
  const text = textOf(bytes, options);
  const reader = new CapReader(text, options.lenient === true);
  reader.readTo(text.length);
  return checked(reader, options);
}

function textOf(bytes: Buffer, { charset }: ParseCapOptions): string {
  if (bytes.length > MAX_XML_BYTES) {
    throw InputError.of('TOO_LARGE', '', `The document has ${bytes.length} bytes; ${MAX_XML_BYTES} are allowed.`);
  }
  return decodeXml(bytes, charset);
}

function checked(reader: CapReader, options: ParseCapOptions): ParsedAlert {
  const { alert, problems, warnings } = checkAlert(reader.end(), options, MAX_XML_ELEMENTS);
  const all = [...reader.problems, ...problems.filter((problem) => !isReported(problem, reader.problems))];
  if (alert === undefined || all.length > 0) throw alertError(all);
  return { alert, warnings: [...reader.warnings, ...warnings] };
}

/** Whether the reading has reported this fault before, in better words. */
function isReported({ path }: FieldProblem, reported: readonly FieldProblem[]): boolean {
  const inReferences = path.startsWith('references');
  return reported.some(({ path: at }) => at === path || (inReferences && at.startsWith('references')));
}
