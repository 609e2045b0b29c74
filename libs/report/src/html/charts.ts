/** Pictures as SVG text, drawn on the server. The same data gives the same text. */
import type { EChartsCoreOption } from 'echarts/core';
import type { CustomSeriesRenderItem } from 'echarts/types/dist/shared';
import type { Spread } from '#domain/evaluation/spread.js';
import { END_COLOURS, FAINT, INK, LINE } from './colours.js';
import { FONTS } from './fonts.js';
import { tickText, timeAxis } from './time-axis.js';
import type { END_NAMES } from '../words/words.js';

/** A row of a picture. */
export interface Row {
  readonly label: string;
  readonly colour: string;
}

export interface SpreadRow extends Row {
  readonly spread: Spread;
  /** What stands in the place of the picture where nothing could be measured. */
  readonly none?: string;
}

export interface EndsRow extends Row {
  readonly ends: Readonly<Record<keyof typeof END_NAMES, number>>;
}

export type Draw = (option: EChartsCoreOption, height: number) => string;

const WIDTH = 1000;
const LABEL_WIDTH = 300;

/** Loads the charting library, which takes a moment, only when something is drawn. */
export async function loadCharts(): Promise<Draw> {
  const { blankChart } = await import('./charting.js');
  return (option, height) => {
    const chart = blankChart(WIDTH, height);
    try {
      chart.setOption({ animation: false, textStyle: { fontFamily: FONTS, color: INK }, ...option });
      return plain(chart.renderToSVGString());
    } finally {
      chart.dispose();
    }
  };
}

/** Without what only a browser's script would use, and what differs from one drawing to the next. */
function plain(svg: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/^<svg width="\d+" height="\d+"/, '<svg')
    .replace('<svg ', '<svg role="img" ');
}

/** Rows from top to bottom, exercise time from left to right. */
export function frame(rows: readonly Row[], most: number): EChartsCoreOption {
  const { max, interval } = timeAxis(most);
  return {
    grid: { left: LABEL_WIDTH, right: 64, top: 8, bottom: 28 },
    xAxis: {
      type: 'value',
      min: 0,
      max,
      interval,
      axisLabel: { formatter: tickText, color: FAINT },
      splitLine: { lineStyle: { color: LINE } },
      axisLine: { show: true, lineStyle: { color: FAINT } },
    },
    yAxis: rowAxis(rows),
  };
}

function rowAxis(rows: readonly Row[]) {
  return {
    type: 'category',
    inverse: true,
    data: rows.map(({ label, colour }) => ({ value: label, textStyle: { color: colour, fontWeight: 'bold' } })),
    axisLabel: { width: LABEL_WIDTH - 40, overflow: 'truncate', fontSize: 11.5, interval: 0 },
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: FAINT } },
    splitLine: { show: true, lineStyle: { color: LINE } },
  };
}

/** For each row the median as a filled dot, p90 as a bar across, and the worst as a ring, on one line. */
export function spreadChart(draw: Draw, rows: readonly SpreadRow[]): string {
  const most = Math.max(1, ...rows.map(({ spread }) => spread.worst?.ms ?? 0));
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const row = rows[params.dataIndex];
    if (!row) return null;
    const { colour, spread, none = 'did not concern it' } = row;
    const point = (ms: number) => api.coord([ms, params.dataIndex]);
    if (spread.p50 === undefined || spread.p90 === undefined || spread.worst === undefined) {
      const [x = 0, y = 0] = point(0);
      const text = spread.of === 0 ? none : `never (0 of ${spread.of})`;
      return {
        type: 'text',
        style: { x: x + 6, y, text, fill: FAINT, font: `12px ${FONTS}`, verticalAlign: 'middle' },
      };
    }
    const [x50 = 0, y = 0] = point(spread.p50);
    const [x90 = 0] = point(spread.p90);
    const [x100 = 0] = point(spread.worst.ms);
    const count = `${spread.count} of ${spread.of}`;
    return {
      type: 'group',
      children: [
        {
          type: 'line',
          shape: { x1: x50, y1: y, x2: x100, y2: y },
          style: { stroke: colour, lineWidth: 3, opacity: 0.45 },
        },
        { type: 'circle', shape: { cx: x100, cy: y, r: 5 }, style: { fill: '#fff', stroke: colour, lineWidth: 2 } },
        { type: 'rect', shape: { x: x90 - 2, y: y - 8, width: 4, height: 16 }, style: { fill: colour } },
        { type: 'circle', shape: { cx: x50, cy: y, r: 6 }, style: { fill: colour } },
        {
          type: 'text',
          style: { x: x100 + 10, y, text: count, fill: FAINT, font: `11px ${FONTS}`, verticalAlign: 'middle' },
        },
      ],
    };
  };
  return draw(
    { ...frame(rows, most), series: [{ type: 'custom', renderItem, data: rows.map(() => 0) }] },
    44 + rows.length * 30,
  );
}

/** How the notifications of each row ended: counts, stacked. */
export function endsChart(draw: Draw, rows: readonly EndsRow[]): string {
  const ends = (Object.keys(END_COLOURS) as (keyof typeof END_NAMES)[]).filter((end) =>
    rows.some((row) => row.ends[end] > 0),
  );
  return draw(
    {
      grid: { left: LABEL_WIDTH, right: 64, top: 8, bottom: 28 },
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: FAINT },
        splitLine: { lineStyle: { color: LINE } },
        axisLine: { show: true, lineStyle: { color: FAINT } },
      },
      yAxis: rowAxis(rows),
      series: ends.map((end) => ({
        type: 'bar',
        stack: 'ends',
        barWidth: 16,
        itemStyle: { color: END_COLOURS[end], borderColor: '#fff', borderWidth: 1 },
        data: rows.map((row) => row.ends[end]),
      })),
    },
    44 + rows.length * 26,
  );
}
