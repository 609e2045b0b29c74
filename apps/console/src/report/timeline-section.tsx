/** What each unit did over time, as a picture; and as a table, each row of which opens the replay at its moment. */
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { MARK_KINDS, SPAN_KINDS } from '#domain/evaluation/unit-timeline.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText, durationText } from '../parts/time-text.js';
import { useText } from '../parts/use-text.js';
import { MomentLink } from './evidence.js';
import type { Report, ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import { isBackground, lanesOf } from './timeline-lanes.js';
import styles from './timeline.module.css';

const MARK_SIGNS = { acknowledged: '✓', late: '!', declined: '✕', expired: '○', undeliverable: '–' } as const;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Height of a lane, px. */
const LANE = 9;

export function TimelineSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const [isOpen, setOpen] = useState(false);
  const { timeline, units, log } = facts.report;
  const end = Math.max(1, log.until);
  const shown = units.filter(({ id }) => [...timeline.spans, ...timeline.marks].some(({ unit }) => unit === id));
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>{t('timeline')}</h3>
      <ul className={styles['legend']}>
        {SPAN_KINDS.map((kind) => (
          <li key={kind}>
            <i className={styles['swatch']} data-kind={kind} aria-hidden /> {t(`span.${kind}`)}
          </li>
        ))}
        {MARK_KINDS.map((kind) => (
          <li key={kind}>
            <b className={styles['mark']} data-kind={kind} aria-hidden>
              {MARK_SIGNS[kind]}
            </b>{' '}
            {t(`mark.${kind}`)}
          </li>
        ))}
      </ul>
      <div className={styles['chart']}>
        <div className={styles['axis']} aria-hidden>
          {TICKS.map((share) => (
            <span key={share} style={{ insetInlineStart: `${share * 100}%` }} data-share={share}>
              <bdi>{clockText(share * end)}</bdi>
            </span>
          ))}
        </div>
        {shown.map((unit) => (
          <UnitLine key={unit.id} unit={unit} timeline={timeline} end={end} />
        ))}
      </div>
      <details className={styles['table']} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('asTable')}</summary>
        {isOpen && <TimelineTable facts={facts} />}
      </details>
    </section>
  );
}

interface LineProps {
  readonly unit: Report['units'][number];
  readonly timeline: Report['timeline'];
  readonly end: number;
}

function UnitLine({ unit, timeline, end }: LineProps) {
  const { t } = useTranslation('report');
  const text = useText();
  const own = timeline.spans.filter((span) => span.unit === unit.id);
  const behind = own.filter(isBackground);
  const spans = own.filter((span) => !isBackground(span));
  const marks = timeline.marks.filter((mark) => mark.unit === unit.id);
  const lanes = lanesOf(spans);
  const height = Math.max(2, ...lanes.map((lane) => lane + 1)) * LANE;
  const place = (from: number, to: number) => ({
    insetInlineStart: `${(from / end) * 100}%`,
    inlineSize: `max(2px, ${((to - from) / end) * 100}%)`,
  });
  return (
    <div className={styles['line']}>
      <span className={`${styles['unit']} ellipsis`}>
        <SideBadge side={unit.side} /> <bdi>{text(unit.name)}</bdi>
      </span>
      <div
        className={styles['track']}
        style={{ blockSize: height + 4 }}
        role="img"
        aria-label={t('lineOf', { unit: text(unit.name), spans: own.length, marks: marks.length })}
      >
        {behind.map((span) => (
          <i
            key={`${span.kind} ${span.from}`}
            className={styles['band']}
            data-kind={span.kind}
            style={place(span.from, span.to)}
          />
        ))}
        {spans.map((span, index) => (
          <i
            key={`${span.kind} ${span.incident} ${span.from}`}
            className={styles['span']}
            data-kind={span.kind}
            title={`${span.incident ?? ''} ${t(`span.${span.kind}`)} ${clockText(span.from)}–${clockText(span.to)}`}
            style={{ ...place(span.from, span.to), insetBlockStart: 2 + (lanes[index] ?? 0) * LANE }}
          />
        ))}
        {marks.map((mark) => (
          <b
            key={mark.seq}
            className={styles['mark']}
            data-kind={mark.kind}
            title={`${mark.incident} ${t(`mark.${mark.kind}`)} ${clockText(mark.at)}`}
            style={{ insetInlineStart: `${(mark.at / end) * 100}%` }}
          >
            {MARK_SIGNS[mark.kind]}
          </b>
        ))}
      </div>
    </div>
  );
}

function TimelineTable({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const text = useText();
  const { spans } = facts.report.timeline;
  return (
    <TableFrame label={t('timeline')} heads={['unit', 'what', 'incident', 'from', 'length']}>
      {spans.map(({ unit, kind, incident, from, to, seq }) => (
        <tr key={`${unit} ${kind} ${incident} ${from}`}>
          <th scope="row">
            <bdi>{text(facts.unit(unit)?.name) || unit}</bdi>
          </th>
          <td>{t(`span.${kind}`)}</td>
          <td>
            <bdi>{incident}</bdi>
          </td>
          <td>
            <MomentLink exercise={facts.exercise} at={from} incident={incident} seq={seq} />
          </td>
          <td>
            <bdi>{durationText(to - from)}</bdi>
          </td>
        </tr>
      ))}
    </TableFrame>
  );
}
