/** Which events the feed shows. All of it stands in the URL. */
import { type EventGroup, groupOf, isDetail, isEventGroup } from '#contracts/events/event-groups.js';
import type { EventView } from '#contracts/http/events.js';
import type { Side } from '#domain/kernel/side.js';

export type FeedScope = 'all' | 'mine' | 'incident';

export interface FeedFilter {
  readonly scope: FeedScope;
  /** Of which the scope `incident` is. */
  readonly incident: string | undefined;
  /** Empty: of every group. */
  readonly groups: readonly EventGroup[];
  /** Trimmed, in lower case; empty: whatever they say. */
  readonly text: string;
  readonly withDetails: boolean;
}

/** Whose feed it is, and what the filter has to look up. */
export interface FeedReader {
  readonly account: string;
  readonly side: Side | undefined;
  readonly sideOfUnit: (unit: string) => Side | undefined;
  /** All that the event says to this reader, as text. */
  readonly textOf: (event: EventView) => string;
}

export function feedFilter(params: {
  readonly scope: string | undefined;
  readonly incident: string | undefined;
  readonly groups: string | undefined;
  readonly text: string | undefined;
  readonly details: string | undefined;
}): FeedFilter {
  const wanted = params.scope === 'mine' || params.scope === 'incident' ? params.scope : 'all';
  // Without a selection there is no "this incident".
  const scope = wanted === 'incident' && params.incident === undefined ? 'all' : wanted;
  return {
    scope,
    incident: scope === 'incident' ? params.incident : undefined,
    groups: (params.groups ?? '').split(',').filter(isEventGroup),
    text: (params.text ?? '').trim().toLowerCase(),
    withDetails: params.details !== undefined,
  };
}

/** A function that is cheap for most events: the text is read last. */
export function shownBy(filter: FeedFilter, reader: FeedReader): (event: EventView) => boolean {
  const { scope, incident, groups, text, withDetails } = filter;
  return (event) => {
    if (!withDetails && isDetail(event)) return false;
    if (groups.length > 0) {
      const group = groupOf(event.type);
      if (group === undefined || !groups.includes(group)) return false;
    }
    if (scope === 'incident' && incidentOf(event) !== incident) return false;
    if (scope === 'mine' && !isMine(event, reader)) return false;
    return text === '' || reader.textOf(event).toLowerCase().includes(text);
  };
}

/** The incident that an event is about. */
export function incidentOf({ data }: Pick<EventView, 'data'>): string | undefined {
  if (typeof data['incident'] === 'string') return data['incident'];
  // Notifications are named after their incident.
  const about = data['notification'] ?? data['update'];
  return typeof about === 'string' ? about.split('.')[0] : undefined;
}

/** The side whose doing, or whose unit, the event is about. */
function sideOfEvent(event: Pick<EventView, 'data' | 'actor'>, sideOfUnit: FeedReader['sideOfUnit']): Side | undefined {
  const { data, actor } = event;
  if (data['side'] === 'PAK' || data['side'] === 'CHN') return data['side'];
  if (typeof data['unit'] === 'string') return sideOfUnit(data['unit']);
  return actor.side;
}

/** What concerns the reader's side: its units, its people, its own incidents. Without a side: what the account did. */
function isMine(event: EventView, { account, side, sideOfUnit }: FeedReader): boolean {
  if (event.actor.kind === 'account' && event.actor.id === account) return true;
  if (side === undefined) return false;
  if (event.audience === side || event.actor.side === side) return true;
  if (sideOfEvent(event, sideOfUnit) === side) return true;
  const asked = event.data['addressees'] ?? event.data['updates'];
  return Array.isArray(asked) && asked.some((one: { readonly side?: unknown }) => one.side === side);
}
