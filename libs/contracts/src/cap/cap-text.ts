/** The text of an element, to and from the value that the JSON form has. */
import type { MessageReference } from '#domain/alert/alert.js';
import { LIMITS } from '../alert/alert-shape.js';
import { isCapForm } from '../alert/cap-time.js';
import type { FieldProblem, InputCode } from '../problem.js';
import { pathText, shown } from '../problem.js';
import type { TextKind } from './cap-elements.js';

/** As many digits as the largest safe integer; the shape check refuses what lies beyond it. */
const INTEGER = /^[+-]?\d{1,16}$/;
const DECIMAL = /^[+-]?(?:\d{1,15}(?:\.\d*)?|\.\d+)$/;

/**
 * The value of an element's text. What is not in its form is told to `problems`, or given as it stands for the check of
 * the JSON form to refuse.
 */
export function readText(
  text: string,
  kind: TextKind,
  path: readonly PropertyKey[],
  problems: FieldProblem[],
): unknown {
  const trimmed = kind === 'text' ? text : trimXml(text);
  switch (kind) {
    case 'text':
    case 'collapsed':
      return trimmed;
    case 'time':
      checkTime(trimmed, path, problems);
      return trimmed;
    case 'integer':
      return INTEGER.test(trimmed) ? Number(trimmed) : trimmed;
    case 'decimal':
      return DECIMAL.test(trimmed) ? Number(trimmed) : trimmed;
    case 'references':
      return readReferences(trimmed, path, problems);
    case 'incidents':
      return readIncidents(trimmed, path, problems);
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
    case 'collapsed':
    case 'time':
      return value as string;
    default:
      return kind satisfies never;
  }
}

/** XML's white space only: a no-break space is text. */
function trimXml(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function tell(problems: FieldProblem[], code: InputCode, path: readonly PropertyKey[], message: string): void {
  problems.push({ code, path: pathText(path), message });
}

/** CAP 3.3.2: the calendar is checked later, for both forms. */
function checkTime(text: string, path: readonly PropertyKey[], problems: FieldProblem[]): void {
  if (isCapForm(text)) return;
  const utc = /[Zz]$/.test(text) ? ' UTC is written -00:00, not Z.' : '';
  const right = 'it must be as 2002-05-24T16:49:00-07:00, with an offset and no fraction of a second';
  tell(problems, 'TIME_FORMAT', path, `${pathText(path)} is ${shown(text)}; ${right}.${utc}`);
}

/** CAP 3.2.1: `sender,identifier,sent`, separated by white space. */
function readReferences(text: string, path: readonly PropertyKey[], problems: FieldProblem[]): MessageReference[] {
  const references: MessageReference[] = [];
  // One more than allowed is enough to be refused for.
  const triples = text === '' ? [] : text.split(/\s+/, LIMITS.references + 1);
  triples.forEach((triple, i) => {
    const [sender, identifier, sent, ...rest] = triple.split(',');
    if (sender === undefined || identifier === undefined || sent === undefined || rest.length > 0) {
      const message = `${pathText([...path, i])} is ${shown(triple)}; it must be sender,identifier,sent.`;
      tell(problems, 'REFERENCE_FORM', [...path, i], message);
      return;
    }
    checkTime(sent, [...path, i, 'sent'], problems);
    references.push({ sender, identifier, sent });
  });
  return references;
}

/** CAP 3.2.1: separated by white space; a name that has some stands in double quotes. */
function readIncidents(text: string, path: readonly PropertyKey[], problems: FieldProblem[]): string[] {
  const incidents: string[] = [];
  for (const [token, quoted] of text.matchAll(/"([^"]*)"|[^\s]+/g)) {
    const incident = quoted ?? token;
    if (incident.includes('"')) {
      const message = `incidents holds ${shown(token)}; a double quote may only stand around a whole name.`;
      tell(problems, 'INCIDENTS_FORM', path, message);
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
