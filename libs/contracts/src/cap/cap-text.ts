/** The text of an element, to and from the value that the JSON form has. */
import type { MessageReference } from '#domain/alert/alert.js';
import { LIMITS } from '../alert/alert-shape.js';
import { isCapForm, readTime, toCapForm } from '../alert/cap-time.js';
import type { InputCode } from '../problem.js';
import { pathText, shown } from '../problem.js';
import type { TextKind } from './cap-elements.js';

/** As many digits as the largest safe integer; the shape check refuses what lies beyond it. */
const INTEGER = /^[+-]?\d{1,16}$/;
const DECIMAL = /^[+-]?(?:\d{1,15}(?:\.\d*)?|\.\d+)$/;

/** Where a text stands in the JSON form. */
export interface Place {
  path(): readonly PropertyKey[];
}

/** Where the reading of texts reports to. */
export interface TextReport {
  /** Whether times that CAP 1.2 forbids are converted (`lenient=true`). */
  readonly lenient: boolean;
  readonly problem: (code: InputCode, path: readonly PropertyKey[], message: string) => void;
  readonly warning: (code: InputCode, path: readonly PropertyKey[], message: string) => void;
}

/**
 * The value of an element's text. What is not in its form is reported, or returned as it stands for the check of
 * the JSON form to refuse.
 */
export function readText(text: string, kind: TextKind, place: Place, report: TextReport): unknown {
  const trimmed = kind === 'text' ? text : trimXml(text);
  switch (kind) {
    case 'text':
    case 'collapsed':
      return trimmed;
    case 'word':
      if (trimmed.length !== text.length) {
        const path = place.path();
        const message = `${pathText(path)} has white space around ${shown(trimmed)}; it was removed.`;
        report.warning('WHITE_SPACE_REMOVED', path, message);
      }
      return trimmed;
    case 'time':
      return readCapTime(trimmed, () => place.path(), report);
    case 'integer':
      return INTEGER.test(trimmed) ? Number(trimmed) : trimmed;
    case 'decimal':
      return DECIMAL.test(trimmed) ? Number(trimmed) : trimmed;
    case 'references':
      return readReferences(trimmed, place.path(), report);
    case 'incidents':
      return readIncidents(trimmed, place.path(), report);
    default:
      return kind satisfies never;
  }
}

/** The text of a value; `kind` is the element's. */
export function writeText(value: unknown, kind: TextKind): string {
  switch (kind) {
    case 'integer':
    case 'decimal':
      return writeDecimal(value as number);
    case 'references':
      return (value as readonly MessageReference[])
        .map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`)
        .join(' ');
    case 'incidents':
      return (value as readonly string[])
        .map((incident) => (/\s/.test(incident) ? `"${incident}"` : incident))
        .join(' ');
    case 'text':
    case 'word':
    case 'collapsed':
    case 'time':
      return value as string;
    default:
      return kind satisfies never;
  }
}

/** XML's white space only: a no-break space is text. */
export function trimXml(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** CAP 3.3.2: the calendar is checked later, for both forms. */
function readCapTime(text: string, pathOf: () => readonly PropertyKey[], report: TextReport): string {
  if (isCapForm(text)) return text;
  const path = pathOf();
  if (report.lenient && readTime(text) !== undefined) {
    const converted = toCapForm(text);
    report.warning('TIME_CONVERTED', path, `${pathText(path)} was ${shown(text)}; it is stored as ${converted}.`);
    return converted;
  }
  const utc = /[Zz]$/.test(text) ? ' UTC is written -00:00, not Z.' : '';
  const right = 'it must be as 2002-05-24T16:49:00-07:00, with an offset and no fraction of a second';
  report.problem('TIME_FORMAT', path, `${pathText(path)} is ${shown(text)}; ${right}.${utc}`);
  return text;
}

/** CAP 3.2.1: `sender,identifier,sent`, separated by white space. */
function readReferences(text: string, path: readonly PropertyKey[], report: TextReport): MessageReference[] {
  const references: MessageReference[] = [];
  // One more than allowed is enough to be refused for.
  const triples = text === '' ? [] : text.split(/\s+/, LIMITS.references + 1);
  triples.forEach((triple, i) => {
    const [sender, identifier, sent, ...rest] = triple.split(',');
    if (sender === undefined || identifier === undefined || sent === undefined || rest.length > 0) {
      const message = `${pathText([...path, i])} is ${shown(triple)}; it must be sender,identifier,sent.`;
      report.problem('REFERENCE_FORM', [...path, i], message);
      return;
    }
    references.push({ sender, identifier, sent: readCapTime(sent, () => [...path, i, 'sent'], report) });
  });
  return references;
}

/** CAP 3.2.1: separated by white space; a name that has some stands in double quotes. */
function readIncidents(text: string, path: readonly PropertyKey[], report: TextReport): string[] {
  const incidents: string[] = [];
  for (const [token, quoted] of text.matchAll(/"([^"]*)"|[^\s]+/g)) {
    const incident = quoted ?? token;
    if (incident.includes('"')) {
      const message = `incidents holds ${shown(token)}; a double quote may only stand around a whole name.`;
      report.problem('INCIDENTS_FORM', path, message);
    }
    if (incidents.push(incident) > LIMITS.incidents) break;
  }
  return incidents;
}

/** XML Schema's decimal has no exponent; JavaScript writes one for very large and very small numbers. */
function writeDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const text =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}${point < digits.length ? `.${digits.slice(point)}` : ''}`;
  return value < 0 ? `-${text}` : text;
}
