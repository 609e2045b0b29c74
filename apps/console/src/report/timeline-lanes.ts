/** The spans of one unit's time, in as few lanes as let none lie over another. */
import type { SpanKind } from '#domain/evaluation/unit-timeline.js';

export interface SpanOfTime {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
}

/** What holds of a unit by itself, not of what it does: it lies behind the rest. */
const BACKGROUND: ReadonlySet<SpanKind> = new Set<SpanKind>(['off-duty', 'degraded', 'down']);

export function isBackground({ kind }: Pick<SpanOfTime, 'kind'>): boolean {
  return BACKGROUND.has(kind);
}

/** The lane of each span, in the order of the spans, from 0. */
export function lanesOf(spans: readonly SpanOfTime[]): readonly number[] {
  /** When the latest span of each lane ends. */
  const ends: number[] = [];
  const lanes = new Map<SpanOfTime, number>();
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    lanes.set(span, lane);
  }
  return spans.map((span) => lanes.get(span) ?? 0);
}
