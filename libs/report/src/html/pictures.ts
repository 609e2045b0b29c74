/** The pictures of the report, each with the legend that says in words what it shows. */
import type { MarkKind, SpanKind, UnitTimeline } from '#domain/evaluation/unit-timeline.js';
import { MARK_KINDS, SPAN_KINDS } from '#domain/evaluation/unit-timeline.js';
import { SIDES } from '#domain/kernel/side.js';
import { bare, endsChart, mostEnds, spreadChart, worstOf, type Draw } from './charts.js';
import { END_COLOURS, INK, SIDE_COLOURS, SPAN_COLOURS } from './colours.js';
import { overallRows, timeText, type Facts } from '../words/facts.js';
import { timelineChart } from './timeline-chart.js';
import { html, raw, type Markup } from './markup.js';
import { ENDS, type Words } from '../words/words.js';

export interface Pictures {
  readonly timeline: Markup;
  readonly overall: Markup;
  readonly units: Markup;
  readonly ends: Markup;
}

/** A unit's row begins with its side: a colour alone says nothing to some. */
function unitLabel(facts: Facts, unit: string): string {
  return `${facts.sideOf(unit) ?? ''} ${facts.nameOf(unit)}`.trim();
}

export function pictures(draw: Draw, facts: Facts): Pictures {
  const { figures, timeline, units, log } = facts.report;
  const { words } = facts;
  const { text } = words;
  const legend = spreadLegend(words);
  const until = timeText(log.until);
  const ordered = SIDES.flatMap((side) => units.filter((unit) => unit.side === side));
  const rows = ordered.map(({ id, side }) => ({ unit: id, label: unitLabel(facts, id), colour: SIDE_COLOURS[side] }));
  const asked = rows.flatMap((row) => {
    const of = figures.units.find(({ unit }) => unit === row.unit);
    return of ? [{ ...row, spread: of.toAcknowledge, none: text('chart.notReached'), ends: of.notifications }] : [];
  });
  const overall = overallRows(facts).map(({ label, side, spread }) => ({
    label: side === undefined ? label : `${side} ${words.tag === 'en' ? label.toLowerCase() : label}`,
    colour: side === undefined ? INK : SIDE_COLOURS[side],
    spread,
  }));
  const kinds = SPAN_KINDS.filter((kind) => timeline.spans.some((span) => span.kind === kind));
  const marks = MARK_KINDS.filter(
    (kind) => kind !== 'acknowledged' && timeline.marks.some((mark) => mark.kind === kind),
  );
  return {
    timeline: figure(
      text('chart.timeline', { count: rows.length, until }),
      inStrips(rows).map((strip) => timelineChart(draw, strip, timeline, shownUntil(timeline, log.until))),
      html`${kinds.map((kind) => swatch(SPAN_COLOURS[kind], text(`span.${kind satisfies SpanKind}`)))}${marks.map((kind) => markLegend(words, kind))}`,
      text('chart.timelineNote', { until, direction: words.direction }),
    ),
    overall: figure(
      text('chart.overall'),
      [spreadChart(draw, overall, worstOf(overall))],
      legend,
      text('times.fromOpening'),
    ),
    units:
      asked.length === 0
        ? html`<p class="note">${text('chart.nothing')}</p>`
        : figure(
            text('chart.units'),
            inStrips(asked).map((strip) => spreadChart(draw, strip, worstOf(asked))),
            legend,
            text('times.fromSending'),
          ),
    ends:
      asked.length === 0
        ? html``
        : figure(
            text('chart.ends'),
            inStrips(asked).map((strip) => endsChart(draw, strip, mostEnds(asked))),
            html`${ENDS.filter((end) => figures.overall.notifications[end] > 0).map((end) =>
              swatch(END_COLOURS[end], text(`end.${end}`)),
            )}`,
            text('chart.ends'),
          ),
  };
}

/** Where nothing happened any more, the picture may end before the exercise does. */
function shownUntil({ spans, marks }: UnitTimeline, until: number): number {
  const last = Math.max(
    0,
    ...spans.filter(({ incident }) => incident).map(({ to }) => to),
    ...marks.map(({ at }) => at),
  );
  return last > 0 && last < until * 0.6 ? last * 1.1 : until;
}

const MOST_IN_STRIP = 8;

/** A picture of many rows in parts of about the same height: a page of paper ends between two of them, since none breaks in itself. */
function inStrips<T>(rows: readonly T[]): T[][] {
  const count = Math.max(1, Math.ceil(rows.length / MOST_IN_STRIP));
  const cut = (index: number): number => Math.round((index * rows.length) / count);
  return Array.from({ length: count }, (_, index) => rows.slice(cut(index), cut(index + 1)));
}

/** @param name what a screen reader says instead of the picture; its figures stand in the tables beneath */
function figure(name: string, strips: readonly string[], legend: Markup, caption: string): Markup {
  const named = strips.map((svg, index) => {
    const part = strips.length === 1 ? '' : ` (${index + 1}/${strips.length})`;
    const label = html`<svg aria-label="${bare(name)}${part}" `.text;
    return raw(svg.replace('<svg ', () => label));
  });
  return html`<figure class="wide">
    <div class="legend">${legend}</div>
    ${named}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function swatch(colour: string, name: string): Markup {
  return html`<span><i style="background:${colour}"></i>${name}</span>`;
}

const SIGNS: Readonly<Record<MarkKind, string>> = {
  acknowledged: '',
  late: '●',
  declined: '×',
  expired: '○',
  undeliverable: '☒',
};

function markLegend({ text }: Words, kind: MarkKind): Markup {
  return html`<span><b>${SIGNS[kind]}</b>${text(`mark.${kind}`)}</span>`;
}

function spreadLegend({ text }: Words): Markup {
  return html`<span><b>●</b>${text('chart.median')}</span><span><b>▌</b>${text('head.p90')}</span
    ><span><b>○</b>${text('head.worst')}</span><span>${text('chart.legend')}</span>`;
}
