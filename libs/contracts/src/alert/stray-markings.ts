/** Markings in a place where none is read: an event code, a geocode, a note. They are refused, never ignored. */
import type { FieldProblem } from '../problem.js';
import { pathText, shown } from '../problem.js';
import type { AlertInput } from './alert-shape.js';
import { containsMarking, looksLikeMarking, splitCode } from './marking.js';

/** Fields that identify or carry something, and hold no text of their author's choice. */
const NOT_READ: ReadonlySet<string> = new Set([
  'identifier',
  'sender',
  'references',
  'signature',
  'derefUri',
  'digest',
  'uri',
  'web',
  'polygon',
  'circle',
]);

/** One problem for each marking that stands elsewhere than in a code, a parameter or `exercise`. The shape is right. */
export function strayMarkings(alert: AlertInput): FieldProblem[] {
  const found: FieldProblem[] = [];
  search(alert, [], found);
  return found;
}

/** `path` is changed on the way, and as it was in the end. */
function search(value: unknown, path: PropertyKey[], found: FieldProblem[]): void {
  if (typeof value === 'string') {
    if (containsMarking(besideMarking(path, value))) found.push(misplaced(path, value));
  } else if (Array.isArray(value)) {
    value.forEach((each, index) => searchInner(each, index, path, found));
  } else if (isPair(value)) {
    searchPair(value, path, found);
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      if (!NOT_READ.has(key)) searchInner(fields[key], key, path, found);
    }
  }
}

function searchInner(value: unknown, part: PropertyKey, path: PropertyKey[], found: FieldProblem[]): void {
  path.push(part);
  search(value, path, found);
  path.pop();
}

/** The text without a marking that is read there; its value may contain another. */
function besideMarking(path: readonly PropertyKey[], text: string): string {
  const isCode = path.length === 2 && path[0] === 'code';
  return isCode && looksLikeMarking(text) ? (splitCode(text)?.value ?? '') : text;
}

/** A name and a value may be a marking only together: the name `tandem` with the value `class=PAK`. */
function searchPair({ valueName, value }: Pair, path: readonly PropertyKey[], found: FieldProblem[]): void {
  const together = `${valueName}=${value}`;
  const isRead = path.at(-2) === 'parameter' && looksLikeMarking(valueName);
  const holdsMarking = isRead
    ? containsMarking(value)
    : looksLikeMarking(valueName) || looksLikeMarking(value) || containsMarking(together);
  if (holdsMarking) found.push(misplaced(path, together));
}

function misplaced(path: readonly PropertyKey[], text: string): FieldProblem {
  const at = pathText(path);
  const right = 'a marking stands in a parameter of info, in a code of the alert, or in exercise';
  return { code: 'PARAMETER_MISPLACED', path: at, message: `${at} contains a marking: ${shown(text)}; ${right}.` };
}

interface Pair {
  readonly valueName: string;
  readonly value: string;
}

function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'valueName' in value;
}
