/**
 * What was wrong with an input, said so that its sender can put it right. Each code is stable: programs may rely on it,
 * the words of a message may change.
 */

/** One fault (or a warning, with level `warning`) at one place of the input. */
export interface FieldProblem {
  /** One of {@link INPUT_CODES}. */
  readonly code: string;
  /** Where: `info[0].severity`; empty for the whole. The same for the JSON and the XML form of a thing. */
  readonly path: string;
  /** What was wrong, with which value, and what would be right. */
  readonly message: string;
  /** Of an input that is a text: where in it, both from 1; the column in UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
  /** Absent: `error`. */
  readonly level?: 'error' | 'warning';
}

/** What stands behind a code. */
export interface ProblemEntry {
  /** The HTTP status (RFC 9110, section 15) of an answer of which this is the main code. */
  readonly status: number;
  readonly title: string;
}

/** Every code that the check of an input may give. */
export const INPUT_CODES = {
  // A whole input.
  TOO_LARGE: { status: 413, title: 'The input is too large' },
  ALERT_INVALID: { status: 422, title: 'The alert breaks rules of CAP 1.2 or of the exercise profile' },
  INPUT_INVALID: { status: 422, title: 'The input does not match its schema' },

  // JSON.
  MALFORMED_JSON: { status: 400, title: 'The text is not JSON (RFC 8259)' },
  JSON_TOO_MANY_VALUES: { status: 400, title: 'The JSON holds too many values' },
  JSON_TOO_DEEP: { status: 400, title: 'The JSON is nested too deep' },
  DUPLICATE_KEY: { status: 400, title: 'An object has the same key twice' },
  FORBIDDEN_KEY: { status: 400, title: 'An object has a key that is not allowed' },
  NUMBER_OUT_OF_RANGE: { status: 400, title: 'A number cannot be kept exactly' },
  FORBIDDEN_CHARACTER: { status: 400, title: 'A text holds a character that is not allowed' },
  LINE_TOO_LONG: { status: 413, title: 'A line is too long' },

  // XML.
  WRONG_ENCODING: { status: 400, title: 'The bytes are not in the encoding that they claim' },
  DTD_FORBIDDEN: { status: 400, title: 'A document type declaration is not allowed' },
  MALFORMED_XML: { status: 400, title: 'The text is not well-formed XML' },
  XML_TOO_DEEP: { status: 400, title: 'The XML is nested too deep' },
  XML_TOO_MANY_ELEMENTS: { status: 400, title: 'The XML has too many elements' },
  XML_TOO_MANY_ATTRIBUTES: { status: 400, title: 'An XML element has too many attributes' },
  NOT_CAP: { status: 422, title: 'The document is not a CAP alert' },
  CAP_VERSION: { status: 422, title: 'The alert is of another version of CAP' },

  // The shape of a field.
  MISSING_FIELD: { status: 422, title: 'A required field is missing' },
  UNKNOWN_FIELD: { status: 422, title: 'A field is not known' },
  WRONG_TYPE: { status: 422, title: 'A value is of the wrong type' },
  NOT_ONE_OF: { status: 422, title: 'A value is not one of those allowed' },
  TOO_LONG: { status: 422, title: 'A text is too long' },
  TOO_SHORT: { status: 422, title: 'A text is too short' },
  TOO_MANY: { status: 422, title: 'A list has too many entries' },
  TOO_FEW: { status: 422, title: 'A list has too few entries' },
  TOO_BIG: { status: 422, title: 'A number is too big' },
  TOO_SMALL: { status: 422, title: 'A number is too small' },
  INVALID_KEY: { status: 422, title: 'A key of a map is not allowed' },
  FORMAT: { status: 422, title: 'A value does not have the right form' },

  // The guard: nothing but exercise messages come in.
  ACTUAL_REFUSED: { status: 422, title: 'An actual alert is refused' },
  STATUS_REFUSED: { status: 422, title: 'An alert of this status is refused' },
  TAKEN_AS_EXERCISE: { status: 422, title: 'An actual alert was taken as an exercise message' },
  REFUSED_BEFORE: { status: 422, title: 'The message was refused when it came first, and a message counts once' },

  REPEAT_DIFFERS: { status: 422, title: 'The message was sent before with other content, and the first counts' },

  // Rules of CAP 1.2 beyond its schema.
  IDENTIFIER_CHARACTER: {
    status: 422,
    title: 'An identifier or sender has characters that look alike or cannot be seen',
  },
  RESERVED_CHARACTER: { status: 422, title: 'A space, comma, < or & in an identifier or sender' },
  TIME_FORMAT: { status: 422, title: 'A time is not as CAP writes it' },
  REFERENCE_FORM: { status: 422, title: 'References are not sender,identifier,sent' },
  REFERENCES_EMPTY: { status: 422, title: 'References are given but empty' },
  REFERENCE_REQUIRED: { status: 422, title: 'This type of message must reference another' },
  REFERENCE_SELF: { status: 422, title: 'The message references itself' },
  REFERENCE_LATER: { status: 422, title: 'A referenced message is later than this one' },
  INCIDENTS_FORM: { status: 422, title: 'The list of incidents cannot be read' },
  RESTRICTION_MISSING: { status: 422, title: 'A restricted alert needs a restriction' },
  RESTRICTION_NOT_ALLOWED: { status: 422, title: 'Only a restricted alert has a restriction' },
  ADDRESSES_MISSING: { status: 422, title: 'A private alert needs addresses' },
  POLYGON_FORM: { status: 422, title: 'A polygon cannot be read' },
  POLYGON_TOO_FEW_POINTS: { status: 422, title: 'A polygon has fewer than four points' },
  POLYGON_TOO_MANY_POINTS: { status: 422, title: 'A polygon has too many points' },
  POLYGON_NOT_CLOSED: { status: 422, title: 'A polygon does not end where it began' },
  POLYGON_CROSSES_ITSELF: { status: 422, title: 'A polygon crosses itself' },
  COORDINATE_OUT_OF_RANGE: { status: 422, title: 'A coordinate is not on the globe (WGS 84)' },
  CIRCLE_FORM: { status: 422, title: 'A circle cannot be read' },
  CEILING_WITHOUT_ALTITUDE: { status: 422, title: 'A ceiling needs an altitude' },
  CEILING_NOT_ABOVE_ALTITUDE: { status: 422, title: 'A ceiling must lie above its altitude' },
  LANGUAGE_FORM: { status: 422, title: 'A language is not a tag of RFC 3066' },
  MIME_TYPE_FORM: { status: 422, title: 'A media type is not as RFC 2046 writes it' },
  WEB_NOT_ABSOLUTE: { status: 422, title: 'A web address is not absolute' },
  URI_FORM: { status: 422, title: 'A URI cannot be read or is not safe to show' },
  DEREF_URI_MISSING: { status: 422, title: 'A relative URI needs its content in derefUri' },
  DEREF_URI_NOT_BASE64: { status: 422, title: 'derefUri is not base64' },
  CAP_1_0_VALUE: { status: 422, title: 'A value is of CAP 1.0' },
  CAP_1_0_ELEMENT: { status: 422, title: 'An element is of CAP 1.0' },
  EXPIRES_BEFORE_SENT: { status: 422, title: 'The alert expires before it was sent' },
  EXPIRES_BEFORE_EFFECTIVE: { status: 422, title: 'The alert expires before it is effective' },
  VALID_BEYOND_EXERCISE: { status: 422, title: 'The alert is valid for longer than the exercise lasts' },
  HTML_IN_TEXT: { status: 422, title: 'A text holds HTML' },
  SIGNATURE_NOT_VERIFIED: { status: 422, title: 'The signature was not verified' },
  CONTENT_NOT_STORED: { status: 422, title: 'The content of a resource was left out' },
  SAME_TEXT_TWO_LANGUAGES: { status: 422, title: 'The same text stands under two languages' },

  // The order and number of XML elements.
  ELEMENT_ORDER: { status: 422, title: 'An element stands in the wrong place' },
  UNKNOWN_ELEMENT: { status: 422, title: 'An element is not known' },
  REPEATED_ELEMENT: { status: 422, title: 'An element that may stand once stands twice' },
  UNKNOWN_ATTRIBUTE: { status: 422, title: 'An attribute is not known' },
  EMPTY_ELEMENT: { status: 422, title: 'An empty element was left out' },
  WHITE_SPACE_REMOVED: { status: 422, title: 'White space around a value was removed' },
  TIME_CONVERTED: { status: 422, title: 'A time was converted to the form of CAP 1.2' },
  CAP_VERSION_CONVERTED: { status: 422, title: 'Something of an earlier version of CAP was converted to CAP 1.2' },
  UNEXPECTED_TEXT: { status: 422, title: 'Text stands between elements' },

  // The exercise profile.
  UNKNOWN_PARAMETER: { status: 422, title: 'A parameter of the exercise profile is not known' },
  PARAMETER_CONFLICT: { status: 422, title: 'A parameter of the exercise profile is given twice, differently' },
  PARAMETER_FORM: { status: 422, title: 'A parameter of the exercise profile cannot be read' },
  PARAMETER_MISPLACED: { status: 422, title: 'A parameter of the exercise profile stands where none is read' },
} as const satisfies Record<string, ProblemEntry>;

export type InputCode = keyof typeof INPUT_CODES;

/**
 * An input that cannot be taken. Thrown at the edge only; `status` and `code` name the answer's main fault, `problems`
 * all that were found.
 */
export class InputError extends Error {
  readonly status: number;
  readonly code: InputCode;
  readonly problems: readonly FieldProblem[];

  constructor(code: InputCode, problems: readonly FieldProblem[], message?: string) {
    super(message ?? problems[0]?.message ?? INPUT_CODES[code].title);
    this.name = 'InputError';
    this.status = INPUT_CODES[code].status;
    this.code = code;
    this.problems = problems;
  }

  /** An input refused for one reason. */
  static of(code: InputCode, path: string, message: string): InputError {
    return new InputError(code, [{ code, path, message }]);
  }
}

const SHOWN_CHARACTERS = 80;

/** A value as it is shown in a message: JSON, shortened to 80 characters, no character that could upset a log. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value).slice(0, SHOWN_CHARACTERS);
  const characters = Array.from(value.slice(0, 2 * SHOWN_CHARACTERS + 2));
  const text =
    characters.length > SHOWN_CHARACTERS
      ? `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`
      : characters.join('');
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const UNPRINTABLE = /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFF]/g;

/** A path as {@link FieldProblem} writes it: `info[0].severity`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? shownKey(String(part)) : `.${shownKey(String(part))}`;
  }
  return text;
}

function shownKey(key: string): string {
  return /^[\w.:-]{1,80}$/.test(key) ? key : shown(key);
}
