/**
 * What a sentence about an event is made of. The terminal, the report and the console each render the parts in their own way. A
 * string is text of the catalogue; whatever comes from the event is a part of its own, so that a page can isolate it among text that
 * runs the other way.
 */
import type { Severity } from '#domain/alert/alert.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { Side } from '#domain/kernel/side.js';

/** How much a sentence matters: `bold` is a heading, `good`, `warn` and `bad` are an outcome. */
export type Tone = 'plain' | 'bold' | 'good' | 'warn' | 'bad';

export type Part =
  | string
  /** Of less importance than the rest. */
  | { readonly kind: 'aside'; readonly parts: readonly Part[] }
  | { readonly kind: 'side'; readonly side: Side }
  /** By its id: the report and the console show the name. */
  | { readonly kind: 'unit' | 'site'; readonly id: string }
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'rating'; readonly rating: Rating }
  /** An id, a code or a number: the same in every language. */
  | { readonly kind: 'value'; readonly text: string }
  /** In the words of a person, or of a scenario. `language`: a BCP 47 tag; absent: not known. */
  | { readonly kind: 'authored'; readonly text: string; readonly language?: string }
  /** Exercise time, ms since STARTEX. */
  | { readonly kind: 'time'; readonly ms: number }
  /** Of exercise time, ms. */
  | { readonly kind: 'duration'; readonly ms: number };

export interface Sentence {
  /** One or two words; in English at most 11 columns: the feed in the terminal shows them in a column of their own. */
  readonly label: string;
  readonly tone?: Tone;
  /** What is said before the text in the place of the label. Empty: the text is a sentence without it. */
  readonly lead: readonly Part[];
  readonly text: readonly Part[];
}

export function side(of: Side): Part {
  return { kind: 'side', side: of };
}

export function unit(id: string): Part {
  return { kind: 'unit', id };
}

export function site(id: string): Part {
  return { kind: 'site', id };
}

export function severity(of: Severity): Part {
  return { kind: 'severity', severity: of };
}

export function value(of: string | number): Part {
  return { kind: 'value', text: typeof of === 'number' ? String(of) : of };
}

export function authored(text: string, language?: string): Part {
  return { kind: 'authored', text, ...(language !== undefined && { language }) };
}

/** @param ms exercise time */
export function time(ms: number): Part {
  return { kind: 'time', ms };
}

/** @param ms of exercise time */
export function duration(ms: number): Part {
  return { kind: 'duration', ms };
}
