/** Pictures as SVG text, drawn on the server. The same data gives the same text. */
import type { EChartsCoreOption } from 'echarts/core';
import type { CustomSeriesRenderItem } from 'echarts/types/dist/shared';
import type { Spread } from '#domain/evaluation/spread.js';
import { END_COLOURS, FAINT, INK, LINE } from './colours.js';
import { FONTS } from './fonts.js';
import { tickText, timeAxis } from './time-axis.js';
import type { End, Words } from '../words/words.js';

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
  readonly ends: Readonly<Record<End, number>>;
}

export interface Draw {
  (option: EChartsCoreOption, height: number): string;
  readonly words: Words;
}

const WIDTH = 1000;
const LABEL_WIDTH = 300;

/** Loads the charting library, which takes a moment, only when something is drawn. */
export async function loadCharts(words: Words): Promise<Draw> {
  const { blankChart } = await import('./charting.js');
  const draw = (option: EChartsCoreOption, height: number): string => {
    const chart = blankChart(WIDTH, height);
    try {
      chart.setOption({ animation: false, textStyle: { fontFamily: FONTS, color: INK }, ...option });
      return plain(chart.renderToSVGString());
    } finally {
      chart.dispose();
    }
  };
  return Object.assign(draw, { words });
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
export function frame({ words }: Draw, rows: readonly Row[], most: number): EChartsCoreOption {
  const { max, interval } = timeAxis(most);
  return {
    grid: grid(words),
    xAxis: {
      type: 'value',
      inverse: words.direction === 'rtl',
      min: 0,
      max,
      interval,
      axisLabel: { formatter: (ms: number) => bare(tickText(ms, words.text)), color: FAINT },
      splitLine: { lineStyle: { color: LINE } },
      axisLine: { show: true, lineStyle: { color: FAINT } },
    },
    yAxis: rowAxis(words, rows),
  };
}

/** The names of the rows stand where reading begins. */
function grid({ direction }: Words) {
  const [left, right] = direction === 'rtl' ? [64, LABEL_WIDTH] : [LABEL_WIDTH, 64];
  return { left, right, top: 8, bottom: 28 };
}

/** In a picture each label is a text of its own, so nothing in it has to be isolated. */
export function bare(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

function rowAxis({ direction }: Words, rows: readonly Row[]) {
  return {
    position: direction === 'rtl' ? 'right' : 'left',
    type: 'category',
    inverse: true,
    data: rows.map(({ label, colour }) => ({ value: bare(label), textStyle: { color: colour, fontWeight: 'bold' } })),
    axisLabel: { width: LABEL_WIDTH - 40, overflow: 'truncate', fontSize: 11.5, interval: 0 },
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: FAINT } },
    splitLine: { show: true, lineStyle: { color: LINE } },
  };
}

/** What the axis of {@link spreadChart} has to hold, in ms. */
export function worstOf(rows: readonly SpreadRow[]): number {
  return Math.max(1, ...rows.map(({ spread }) => spread.worst?.ms ?? 0));
}

/**
 * For each row the median as a filled dot, p90 as a bar across, and the worst as a ring, on one line.
 * @param most where the axis ends, in ms: the same for all parts of a picture
 */
export function spreadChart(draw: Draw, rows: readonly SpreadRow[], most: number): string {
  const { words } = draw;
  const [forward, textAlign] = words.direction === 'rtl' ? ([-1, 'right'] as const) : ([1, 'left'] as const);
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const row = rows[params.dataIndex];
    if (!row) return null;
    const { colour, spread, none = words.text('chart.notConcerned') } = row;
    const point = (ms: number) => api.coord([ms, params.dataIndex]);
    if (spread.p50 === undefined || spread.p90 === undefined || spread.worst === undefined) {
      const [x = 0, y = 0] = point(0);
      const text = spread.of === 0 ? none : words.text('chart.never', { of: String(spread.of) });
      return {
        type: 'text',
        style: {
          x: x + 6 * forward,
          y,
          text: bare(text),
          textAlign,
          fill: FAINT,
          font: `12px ${FONTS}`,
          verticalAlign: 'middle',
        },
      };
    }
    const [x50 = 0, y = 0] = point(spread.p50);
    const [x90 = 0] = point(spread.p90);
    const [x100 = 0] = point(spread.worst.ms);
    const count = words.text('times.countOf', { count: String(spread.count), of: String(spread.of) });
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
          style: {
            x: x100 + 10 * forward,
            y,
            text: bare(count),
            textAlign,
            fill: FAINT,
            font: `11px ${FONTS}`,
            verticalAlign: 'middle',
          },
        },
      ],
    };
  };
  return draw(
    { ...frame(draw, rows, most), series: [{ type: 'custom', renderItem, data: rows.map(() => 0) }] },
    44 + rows.length * 30,
  );
}

/** What the axis of {@link endsChart} has to hold. */
export function mostEnds(rows: readonly EndsRow[]): number {
  return Math.max(1, ...rows.map(({ ends }) => Object.values(ends).reduce((sum, count) => sum + count, 0)));
}

/**
 * How the notifications of each row ended: counts, stacked.
 * @param most where the axis ends: the same for all parts of a picture
 */
export function endsChart(draw: Draw, rows: readonly EndsRow[], most: number): string {
  const { words } = draw;
  const ends = (Object.keys(END_COLOURS) as End[]).filter((end) => rows.some((row) => row.ends[end] > 0));
  return draw(
    {
      grid: grid(words),
      xAxis: {
        type: 'value',
        inverse: words.direction === 'rtl',
        min: 0,
        max: most,
        minInterval: 1,
        axisLabel: { color: FAINT },
        splitLine: { lineStyle: { color: LINE } },
        axisLine: { show: true, lineStyle: { color: FAINT } },
      },
      yAxis: rowAxis(words, rows),
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
