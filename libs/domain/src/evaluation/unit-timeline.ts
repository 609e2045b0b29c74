/** What each unit did, as spans of exercise time: the picture of an exercise by unit. */
import { STARTEX, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, UnitId } from '../kernel/ids.js';
import type { EventOf, LoggedEvent } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Moment } from './figures.js';

/**
 * `sent`: a notification is under way to it. `asked`: it was reached, until it answers or the notification ends. `engaged`: acknowledged, not under way. `enRoute`, `onScene`: until
 * the next, or until it is released. `off-duty`, `degraded`, `down`: of no incident.
 */
export const SPAN_KINDS = ['sent', 'asked', 'engaged', 'enRoute', 'onScene', 'off-duty', 'degraded', 'down'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

export interface Span {
  readonly unit: UnitId;
  readonly kind: SpanKind;
  readonly incident?: IncidentId;
  readonly from: ExerciseTime;
  readonly to: ExerciseTime;
  /** The event that it begins with; absent where it holds from the start. */
  readonly seq?: number;
}

/** How a notification ended, on the unit's line. */
export const MARK_KINDS = ['acknowledged', 'late', 'declined', 'expired', 'undeliverable'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark extends Moment {
  readonly unit: UnitId;
  readonly kind: MarkKind;
  readonly incident: IncidentId;
}

export interface UnitTimeline {
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

type Open = Omit<Span, 'to'>;

export class TimelineTally {
  readonly #spans: Span[] = [];
  readonly #marks: Mark[] = [];
  /** By `unit|incident` for what it does there, by notification for what it is asked, by `unit|duty` and `unit|link`. */
  readonly #open = new Map<string, Open>();
  readonly #units: readonly { readonly id: UnitId; readonly side: Side }[];
  #last = STARTEX;

  constructor({ units, links = {} }: Scenario) {
    this.#units = units;
    for (const { id: unit, side, duty, link } of units) {
      if (duty === 'off') this.#open.set(`${unit}|duty`, { unit, kind: 'off-duty', from: STARTEX });
      for (const [key, own] of [
        [`${unit}|link`, link],
        [`${unit}|side-link`, links[side]],
      ] as const) {
        if (own && own.status !== 'up') this.#open.set(key, { unit, kind: own.status, from: STARTEX });
      }
    }
  }

  add(event: LoggedEvent): void {
    this.#last = laterOf(this.#last, event.at);
    switch (event.type) {
      case 'NotificationSent':
        return this.#begin(event.data.notification, event, { kind: 'sent', ...whose(event) });
      case 'NotificationDelivered':
        return this.#reached(event);
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
        this.#end(event.data.notification, event.at);
        this.#mark(event, event.type === 'LateAcknowledgement' ? 'late' : 'acknowledged');
        if (event.data.action !== 'inform') this.#engage(event);
        return;
      case 'NotificationDeclined':
        return this.#ended(event, 'declined');
      case 'NotificationExpired':
        return this.#ended(event, 'expired');
      case 'NotificationUndeliverable':
        return this.#ended(event, 'undeliverable');
      case 'NotificationWithdrawn':
        return this.#end(event.data.notification, event.at);
      case 'UnitProgressed':
        return this.#progress(event);
      case 'AcknowledgementLapsed':
        return this.#end(place(event), event.at);
      case 'IncidentResolved':
      case 'IncidentClosed':
      case 'IncidentCancelled':
        for (const { id } of this.#units) this.#end(`${id}|${event.data.incident}`, event.at);
        return;
      case 'UnitDutyChanged': {
        const key = `${event.data.unit}|duty`;
        this.#end(key, event.at);
        if (event.data.duty === 'off') this.#begin(key, event, { unit: event.data.unit, kind: 'off-duty' });
        return;
      }
      case 'LinkChanged':
        return this.#link(event);
      default:
    }
  }

  /** What is still going on at the end of the log ends there. */
  timeline(): UnitTimeline {
    const open = [...this.#open.values()].map((span) => ({ ...span, to: this.#last }));
    return { spans: [...this.#spans, ...open].toSorted((a, b) => a.from - b.from), marks: [...this.#marks] };
  }

  /** A reminder that gets through to a unit that had been reached changes nothing. */
  #reached(event: LoggedEvent & EventOf<'NotificationDelivered'>): void {
    const { notification } = event.data;
    if (this.#open.get(notification)?.kind !== 'sent') return;
    this.#end(notification, event.at);
    this.#begin(notification, event, { kind: 'asked', ...whose(event) });
  }

  #engage(event: LoggedEvent & EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>): void {
    if (!this.#open.has(place(event))) this.#begin(place(event), event, { kind: 'engaged', ...whose(event) });
  }

  #progress(event: LoggedEvent & EventOf<'UnitProgressed'>): void {
    const { progress } = event.data;
    this.#end(place(event), event.at);
    if (progress !== 'clear') this.#begin(place(event), event, { kind: progress, ...whose(event) });
  }

  #link({ seq, at, data }: LoggedEvent & EventOf<'LinkChanged'>): void {
    const units = this.#units.filter(({ id, side }) => id === data.unit || side === data.side);
    for (const { id: unit } of units) {
      const key = `${unit}|${data.unit === undefined ? 'side-link' : 'link'}`;
      this.#end(key, at);
      if (data.link.status !== 'up') this.#begin(key, { seq, at }, { unit, kind: data.link.status });
    }
  }

  #ended(
    event: LoggedEvent & EventOf<'NotificationDeclined' | 'NotificationExpired' | 'NotificationUndeliverable'>,
    kind: MarkKind,
  ): void {
    this.#end(event.data.notification, event.at);
    this.#mark(event, kind);
  }

  #mark({ at, seq, data }: LoggedEvent & { data: { unit: UnitId; incident: IncidentId } }, kind: MarkKind): void {
    this.#marks.push({ at, seq, kind, unit: data.unit, incident: data.incident });
  }

  #begin(key: string, { at, seq }: Moment, span: Pick<Span, 'unit' | 'kind' | 'incident'>): void {
    this.#open.set(key, { ...span, from: at, seq });
  }

  #end(key: string, at: ExerciseTime): void {
    const open = this.#open.get(key);
    this.#open.delete(key);
    if (open && at > open.from) this.#spans.push({ ...open, to: at });
  }
}

type OfUnit = { readonly data: { readonly unit: UnitId; readonly incident: IncidentId } };

function whose({ data }: OfUnit): { unit: UnitId; incident: IncidentId } {
  return { unit: data.unit, incident: data.incident };
}

function place({ data }: OfUnit): string {
  return `${data.unit}|${data.incident}`;
}
