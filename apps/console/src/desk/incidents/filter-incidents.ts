/** Which incidents are shown: the words of the filter box and the filters beside it, as the URL holds them. */
import type { IncidentView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import { isEscalated, isOpen, sidesOf } from '../../live/attention.js';

export const SHOWS = ['waits', 'escalated', 'unreached'] as const;
export type Show = (typeof SHOWS)[number];

export interface IncidentFilter {
  /** Words that must all occur in the id, the headline, the place or the chain. */
  readonly words?: string | undefined;
  readonly show?: string | undefined;
  /** Values separated by commas; any of them. */
  readonly status?: string | undefined;
  readonly severity?: string | undefined;
  /** A side that has not acknowledged. */
  readonly side?: string | undefined;
  readonly site?: string | undefined;
  /** Whether those that have ended are shown, too. */
  readonly ended: boolean;
}

/** What is known of an incident beyond its view. */
export interface FilterFacts {
  readonly waits: (incident: IncidentView) => boolean;
  readonly isUnreached: (incident: IncidentView) => boolean;
  /** Names in the reader's language, and ids. */
  readonly textOf: (incident: IncidentView) => string;
}

export function matchesFilter(incident: IncidentView, filter: IncidentFilter, facts: FilterFacts): boolean {
  const { words, show, status, severity, side, site, ended } = filter;
  if (!ended && status === undefined && !isOpen(incident)) return false;
  if (status !== undefined && !status.split(',').includes(incident.status)) return false;
  if (severity !== undefined && !severity.split(',').includes(incident.severity)) return false;
  if (site !== undefined && incident.site !== site) return false;
  if (side !== undefined && !isMissing(incident, side as Side)) return false;
  if (!isShown(incident, show, facts)) return false;
  return words === undefined || hasWords(facts.textOf(incident), words);
}

function isMissing(incident: IncidentView, side: Side): boolean {
  return sidesOf(incident).includes(side) && incident.acknowledgedBy[side] === undefined;
}

function isShown(incident: IncidentView, show: string | undefined, facts: FilterFacts): boolean {
  switch (show as Show | undefined) {
    case 'waits':
      return facts.waits(incident);
    case 'escalated':
      return isEscalated(incident);
    case 'unreached':
      return facts.isUnreached(incident);
    default:
      return true;
  }
}

function hasWords(text: string, words: string): boolean {
  const searched = text.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
