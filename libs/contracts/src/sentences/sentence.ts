/** What a sentence about an event is made of. The terminal and the report each render the parts in their own way. */
import type { Severity } from '#domain/alert/alert.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { Side } from '#domain/kernel/side.js';

/** How much a sentence matters: `bold` is a heading, `good`, `warn` and `bad` are an outcome. */
export type Tone = 'plain' | 'bold' | 'good' | 'warn' | 'bad';

export type Part =
  | string
  /** Of less importance than the rest. */
  | { readonly kind: 'aside'; readonly text: string }
  | { readonly kind: 'side'; readonly side: Side }
  /** By its id: the report shows the name. */
  | { readonly kind: 'unit' | 'site'; readonly id: string }
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'rating'; readonly rating: Rating };

export interface Sentence {
  /** One or two words, at most 11 columns: the feed shows them in a column of their own. */
  readonly label: string;
  readonly tone?: Tone;
  /** What the report says in the place of the label. Absent: the text is a sentence without it. */
  readonly lead?: string;
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

export function aside(text: string): Part {
  return { kind: 'aside', text };
}
