/** The timeline by unit: exercise time from left to right, a row for each unit. */
import type { CustomSeriesRenderItem, CustomSeriesRenderItemReturn } from 'echarts/types/dist/shared';
import type { Mark, Span, UnitTimeline } from '#domain/evaluation/unit-timeline.js';
import { frame, type Draw, type Row } from './charts.js';
import { MARK_COLOURS, SPAN_COLOURS } from './colours.js';

export interface UnitRow extends Row {
  readonly unit: string;
}

const MOST_LANES = 6;
const ROW_HEIGHT = 20;
const ROW_GAP = 8;
const LEAST_LANE = 5;
const MOST_LANE = 12;
const SIGN = 3.5;

/** What holds of a unit whatever it does lies behind that, over the whole height of its row. */
const BEHIND: ReadonlySet<Span['kind']> = new Set(['off-duty', 'degraded', 'down']);

/** What a unit does at the same time for several incidents lies in lanes beneath each other. */
export function timelineChart(
  draw: Draw,
  rows: readonly UnitRow[],
  { spans, marks }: UnitTimeline,
  until: number,
): string {
  const rowOf = new Map(rows.map(({ unit }, index) => [unit, index]));
  const behind = spans.filter(({ kind }) => BEHIND.has(kind));
  const deeds = spans.filter(({ kind }) => !BEHIND.has(kind));
  const drawn = [...behind, ...deeds];
  const lanes = laneOf(deeds);
  const laneCount = Math.max(1, ...[...lanes.values()].map((lane) => lane + 1));
  const laneHeight = Math.min(MOST_LANE, Math.max(LEAST_LANE, ROW_HEIGHT / laneCount));
  const height = Math.max(ROW_HEIGHT, laneHeight * laneCount);
  const firstLane = (height - laneHeight * laneCount) / 2;
  const signs = signLanes(marks, lanes);

  const renderSpan: CustomSeriesRenderItem = (params, api) => {
    const span = drawn[params.dataIndex];
    const row = span && rowOf.get(span.unit);
    if (!span || row === undefined) return null;
    const [x1 = 0, y = 0] = api.coord([span.from, row]);
    const [x2 = 0] = api.coord([Math.min(span.to, until), row]);
    const isBehind = BEHIND.has(span.kind);
    const top = y - height / 2 + (isBehind ? 0 : firstLane + (lanes.get(span) ?? 0) * laneHeight);
    return {
      type: 'rect',
      shape: {
        x: Math.min(x1, x2),
        y: top,
        width: Math.max(1.5, Math.abs(x2 - x1)),
        height: isBehind ? height : laneHeight - 1,
      },
      style: { fill: SPAN_COLOURS[span.kind] },
    };
  };
  const renderMark: CustomSeriesRenderItem = (params, api) => {
    const mark = marks[params.dataIndex];
    const row = mark && rowOf.get(mark.unit);
    if (!mark || row === undefined || mark.kind === 'acknowledged') return null;
    const [x = 0, y = 0] = api.coord([mark.at, row]);
    return sign(mark, x, y - height / 2 + firstLane + ((signs.get(mark) ?? 0) + 0.5) * laneHeight);
  };
  return draw(
    {
      ...frame(draw, rows, Math.max(1, until)),
      series: [
        { type: 'custom', renderItem: renderSpan, data: drawn.map(() => 0) },
        { type: 'custom', renderItem: renderMark, data: marks.map(() => 0) },
      ],
    },
    44 + rows.length * (height + ROW_GAP),
  );
}

/** A shape of its own for each end: a cross, a cross in a box, a ring, a disc. */
function sign({ kind }: Mark, x: number, y: number): CustomSeriesRenderItemReturn {
  const stroke = MARK_COLOURS[kind];
  const style = { stroke, lineWidth: 1.6 };
  const line = (y1: number, y2: number) =>
    ({ type: 'line', shape: { x1: x - SIGN, y1, x2: x + SIGN, y2 }, style }) as const;
  const cross = [line(y - SIGN, y + SIGN), line(y + SIGN, y - SIGN)];
  const size = 2 * SIGN + 3;
  const box = {
    type: 'rect',
    shape: { x: x - size / 2, y: y - size / 2, width: size, height: size },
    style: { fill: '#fff', stroke, lineWidth: 1.2 },
  } as const;
  switch (kind) {
    case 'declined':
      return { type: 'group', children: cross };
    case 'undeliverable':
      return { type: 'group', children: [box, ...cross] };
    case 'late':
    case 'acknowledged':
      return { type: 'circle', shape: { cx: x, cy: y, r: SIGN }, style: { fill: stroke } };
    case 'expired':
      return { type: 'circle', shape: { cx: x, cy: y, r: SIGN }, style: { fill: '#fff', ...style } };
    default:
      return kind satisfies never;
  }
}

/** For each span a lane of its unit that is free; what a unit does for one incident stays in one lane while it lasts. */
function laneOf(spans: readonly Span[]): Map<Span, number> {
  const lanes = new Map<Span, number>();
  const busy = new Map<string, { until: number; incident?: string | undefined }[]>();
  for (const span of spans) {
    const own = busy.get(span.unit) ?? [];
    busy.set(span.unit, own);
    const before = own.findIndex(({ until, incident }) => incident === span.incident && until === span.from);
    const free = before >= 0 ? before : own.findIndex(({ until }) => until <= span.from);
    const lane = free >= 0 ? free : Math.min(own.length, MOST_LANES - 1);
    own[lane] = { until: Math.max(span.to, own[lane]?.until ?? 0), incident: span.incident };
    lanes.set(span, lane);
  }
  return lanes;
}

/** A sign stands at the end of the bar that it ends; what was never sent has none. */
function signLanes(marks: readonly Mark[], lanes: ReadonlyMap<Span, number>): Map<Mark, number> {
  const ends = new Map([...lanes].map(([{ unit, incident, to }, lane]) => [`${unit}|${incident}|${to}`, lane]));
  return new Map(marks.map((mark) => [mark, ends.get(`${mark.unit}|${mark.incident}|${mark.at}`) ?? 0]));
}
