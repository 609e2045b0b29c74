/** Parts as one text, for what has no markup: a report, a notice of the browser, a screen reader. */
import { formatExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Side } from '#domain/kernel/side.js';
import { DIRECTIONS } from '../language/languages.js';
import type { Say } from '../language/say.js';
import type { Part } from './sentence.js';

/** Units and sites by their names for people. */
export interface Names {
  readonly nameOf: (id: string) => string;
  readonly sideOf: (unit: string) => Side | undefined;
}

const BY_ID: Names = { nameOf: (id) => id, sideOf: () => undefined };

/** @param names absent: units and sites by their ids */
export function plainText(parts: readonly Part[], say: Say, names: Names = BY_ID): string {
  const among = DIRECTIONS[say.language] === 'rtl' ? isolated : same;
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'aside') return plainText(part.parts, say, names);
      return among(partText(part, say, names));
    })
    .join('');
}

type Valued = Exclude<Part, string | { readonly kind: 'aside' }>;

/** What one value is in words. The console shows the same, with its own markup. */
export function partText(part: Valued, say: Say, { nameOf, sideOf }: Names = BY_ID): string {
  switch (part.kind) {
    case 'side':
      return part.side;
    case 'unit': {
      const of = sideOf(part.id);
      return of === undefined ? nameOf(part.id) : `${of} ${nameOf(part.id)}`;
    }
    case 'site':
      return nameOf(part.id);
    case 'severity':
      return plainText(say(`word.severity.${part.severity}`), say);
    case 'rating':
      return part.rating;
    case 'value':
    case 'authored':
      return part.text;
    case 'time':
      return formatExerciseTime(part.ms);
    case 'duration':
      return durationText(part.ms, say);
    default:
      return part satisfies never;
  }
}

const UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** As people write it: `1h30m`. @param ms a whole number, not negative */
export function durationText(ms: number, say: Say): string {
  let rest = ms;
  const units = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0 ? [unitText(unit, count, say)] : [];
  });
  return units.length === 0 ? unitText('s', 0, say) : units.join(plainSeparator(say));
}

function unitText(unit: (typeof UNITS)[number][0], count: number, say: Say): string {
  return say(`phrase.duration.${unit}`, { count }).join('');
}

function plainSeparator(say: Say): string {
  return say('phrase.separator.duration').join('');
}

/** Between U+2068 and U+2069 a text keeps its own direction (Unicode Standard Annex 9, explicit directional isolates). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function same(text: string): string {
  return text;
}
