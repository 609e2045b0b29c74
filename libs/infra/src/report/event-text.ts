/** What an event says in a report: a short sentence without its time and its incident, which stand beside it. */
import type { Part } from '#contracts/sentences/sentence.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import { unreachedParts } from '#contracts/sentences/words.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Unreached } from '#domain/policy/resolve-targets.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { Side } from '#domain/kernel/side.js';

/** Units and sites by their names for people. */
export interface Names {
  readonly nameOf: (id: string) => string;
  readonly sideOf: (unit: string) => Side | undefined;
}

/** An event of a newer version, which has no sentence here, is shown by its data. */
export function eventText(event: LoggedEvent, names: Names, context?: EventContext): string {
  const sentence = sentenceOf(event, context);
  if (!sentence) return dataText(event.data);
  const { lead = '', text } = sentence;
  const [first = '', ...rest] = [lead, ...text].filter((part) => part !== '');
  const beginning = typeof first === 'string' ? `${first.slice(0, 1).toUpperCase()}${first.slice(1)}` : first;
  return [beginning, ...rest].map((part) => partText(part, names)).join('');
}

/** Whom a step would have asked, and why that was nobody. */
export function unreachedText(unreached: readonly Unreached[], names: Names): string {
  return unreachedParts(unreached)
    .map((part) => partText(part, names))
    .join('');
}

function partText(part: Part, { nameOf, sideOf }: Names): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'aside':
      return part.text;
    case 'side':
      return part.side;
    case 'unit': {
      const side = sideOf(part.id);
      return side === undefined ? nameOf(part.id) : `${side} ${nameOf(part.id)}`;
    }
    case 'site':
      return nameOf(part.id);
    case 'severity':
      return part.severity;
    case 'rating':
      return part.rating;
    default:
      return part satisfies never;
  }
}

function dataText(data: object): string {
  return Object.entries(data)
    .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}
