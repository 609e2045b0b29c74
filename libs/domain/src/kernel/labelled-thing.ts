/** The things that have a label which can be changed, as commands, events and timers name them. */
import type { IncidentId } from './ids.js';

export const LABELLED_KINDS = ['alert', 'message', 'note', 'decision', 'observation'] as const;
export type LabelledKind = (typeof LABELLED_KINDS)[number];

export interface LabelledThing {
  readonly of: LabelledKind;
  readonly id: string;
  /** The incident that it belongs to, or that it speaks of. */
  readonly incident?: IncidentId;
}

/** `alert:ALT-…` */
export function thingKey({ of, id }: Pick<LabelledThing, 'of' | 'id'>): string {
  return `${of}:${id}`;
}
