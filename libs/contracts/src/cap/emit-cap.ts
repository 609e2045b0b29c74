/**
 * CAP 1.2 as XML, to outside. Whatever leaves is an exercise message: `status` is Exercise, and `note` names the
 * exercise (CAP 3.2.1: an exercise message identifies the exercise in its note).
 *
 * A signature that came with the alert is not sent on: it was made over other bytes, so it could only fail.
 */
import type { Alert } from '#domain/alert/alert.js';
import { LIMITS } from '../alert/alert-shape.js';
import { asCode, exerciseNameValues } from '../alert/exercise-parameters.js';
import { ALERT_ELEMENTS, CAP_NAMESPACE } from './cap-elements.js';
import type { CapElement } from './cap-elements.js';
import { writeText } from './cap-text.js';

/**
 * The alert as a CAP 1.2 document. `parseCap` reads the same alert from it, but for `status` (Exercise), `note`
 * ({@link exerciseNote}), `originalStatus` (written in the note) and `signature` (left out).
 */
export function emitCap(alert: Alert, exerciseId: string): string {
  const carried = exerciseNameValues(alert.exercise);
  const fields: Record<string, unknown> = { ...alert, status: 'Exercise', note: exerciseNote(alert, exerciseId) };
  const [first, ...others] = alert.info ?? [];
  if (carried.length > 0 && first === undefined) {
    fields['code'] = [...(alert.code ?? []), ...carried.map(asCode)];
  } else if (carried.length > 0) {
    fields['info'] = [{ ...first, parameter: [...(first?.parameter ?? []), ...carried] }, ...others];
  }
  const lines: string[] = [];
  for (const element of ALERT_ELEMENTS) emit(fields, element, 1, lines);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${CAP_NAMESPACE}">\n${lines.join('\n')}\n</alert>\n`;
}

/**
 * The note that leaves: the exercise first, then what the alert's own note says, as far as a note may be long. Emitting twice
 * says it once.
 */
export function exerciseNote(alert: Pick<Alert, 'note' | 'originalStatus'>, exerciseId: string): string {
  const mark = `EXERCISE ${exerciseId}.`;
  const own = alert.note ?? '';
  if (own.startsWith(mark)) return own;
  const origin = alert.originalStatus === undefined ? '' : ` Original status: ${alert.originalStatus}.`;
  return cut(own === '' ? `${mark}${origin}` : `${mark}${origin} ${own}`);
}

/** What a note says beside the mark of the exercise; undefined when that is all. */
export function ownNote(note: string | undefined, exerciseId: string): string | undefined {
  const mark = `EXERCISE ${exerciseId}.`;
  const own = note?.startsWith(mark) === true ? note.slice(mark.length).trim() : note;
  return own === '' ? undefined : own;
}

/** Never between the halves of a surrogate pair. */
function cut(note: string): string {
  return note.slice(0, LIMITS.note).replace(/[\uD800-\uDBFF]$/, '');
}

/** Adds the lines of an element, as often as it stands there. */
function emit(fields: Readonly<Record<string, unknown>>, element: CapElement, level: number, lines: string[]): void {
  const value = fields[element.name];
  if (value === undefined) return;
  if (!element.many) return emitOne(value, element, level, lines);
  for (const each of value as readonly unknown[]) emitOne(each, element, level, lines);
}

function emitOne(value: unknown, { name, content }: CapElement, level: number, lines: string[]): void {
  const indent = '  '.repeat(level);
  if (typeof content === 'string') {
    lines.push(`${indent}<${name}>${escapeXml(writeText(value, content))}</${name}>`);
    return;
  }
  lines.push(`${indent}<${name}>`);
  for (const child of content) emit(value as Record<string, unknown>, child, level + 1, lines);
  lines.push(`${indent}</${name}>`);
}

/** A raw carriage return would be read as a line feed (XML 1.0, 2.11); what XML cannot hold at all is replaced. */
function escapeXml(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? '\uFFFD');
}

// eslint-disable-next-line no-control-regex
const SPECIAL = /[&<>\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
