/** The pictures of the report, each with the legend that says in words what it shows. */
import type { MarkKind, SpanKind, UnitTimeline } from '#domain/evaluation/unit-timeline.js';
import { MARK_KINDS, SPAN_KINDS } from '#domain/evaluation/unit-timeline.js';
import { SIDES } from '#domain/kernel/side.js';
import { endsChart, spreadChart, type Draw } from './charts.js';
import { END_COLOURS, INK, SIDE_COLOURS, SPAN_COLOURS } from './colours.js';
import { overallRows, timeText, type Facts } from '../words/facts.js';
import { timelineChart } from './timeline-chart.js';
import { html, raw, type Markup } from './markup.js';
import { END_NAMES, MARK_NAMES, SPAN_NAMES } from '../words/words.js';

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
  const ordered = SIDES.flatMap((side) => units.filter((unit) => unit.side === side));
  const rows = ordered.map(({ id, side }) => ({ unit: id, label: unitLabel(facts, id), colour: SIDE_COLOURS[side] }));
  const asked = rows.flatMap((row) => {
    const of = figures.units.find(({ unit }) => unit === row.unit);
    return of ? [{ ...row, spread: of.toAcknowledge, none: 'was not reached in time', ends: of.notifications }] : [];
  });
  const overall = overallRows(facts.report).map(({ label, side, spread }) => ({
    label: side === undefined ? label : `${side} ${label.toLowerCase()}`,
    colour: side === undefined ? INK : SIDE_COLOURS[side],
    spread,
  }));
  const kinds = SPAN_KINDS.filter((kind) => timeline.spans.some((span) => span.kind === kind));
  const marks = MARK_KINDS.filter(
    (kind) => kind !== 'acknowledged' && timeline.marks.some((mark) => mark.kind === kind),
  );
  return {
    timeline: figure(
      `Timeline of ${rows.length} units: what each did when, from STARTEX to ${timeText(log.until)}`,
      timelineChart(draw, rows, timeline, shownUntil(timeline, log.until)),
      html`${kinds.map((kind) => swatch(SPAN_COLOURS[kind], SPAN_NAMES[kind satisfies SpanKind]))}${marks.map(markLegend)}`,
      `Exercise time from left to right; the exercise lasted until ${timeText(log.until)}. What a unit did for several ` +
        'incidents at the same time lies beneath each other.',
    ),
    overall: figure(
      'Response times of the exercise: median, p90 and worst',
      spreadChart(draw, overall),
      SPREAD_LEGEND,
      'From the opening of the incidents, in exercise time.',
    ),
    units:
      asked.length === 0
        ? html`<p class="note">No unit was asked for anything.</p>`
        : figure(
            'Times to acknowledge, by unit: median, p90 and worst',
            spreadChart(draw, asked),
            SPREAD_LEGEND,
            'From the sending of a notification to its acknowledgement.',
          ),
    ends:
      asked.length === 0
        ? html``
        : figure(
            'How notifications ended, by unit and number',
            endsChart(draw, asked),
            html`${Object.entries(END_NAMES)
              .filter(([end]) => figures.overall.notifications[end as keyof typeof END_NAMES] > 0)
              .map(([end, name]) => swatch(END_COLOURS[end as keyof typeof END_NAMES], name))}`,
            'How each unit’s notifications ended, by number.',
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

/** @param name what a screen reader says instead of the picture; its figures stand in the tables beneath */
function figure(name: string, svg: string, legend: Markup, caption: string): Markup {
  const label = html`<svg aria-label="${name}" `.text;
  return html`<figure class="wide">
    <div class="legend">${legend}</div>
    ${raw(svg.replace('<svg ', () => label))}
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

function markLegend(kind: MarkKind): Markup {
  return html`<span><b>${SIGNS[kind]}</b>${MARK_NAMES[kind]}</span>`;
}

const SPREAD_LEGEND = html`<span><b>●</b>p50, the median</span><span><b>▌</b>p90</span><span><b>○</b>worst</span
  ><span>then how many of how many</span>`;
