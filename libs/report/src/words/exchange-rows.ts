/** What passes between the sides, in rows that the page and the Markdown text have in common. */
import type { ReportCatalogue } from '#contracts/language/report-language.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import type { Spread } from '#domain/evaluation/spread.js';
import type { Facts } from './facts.js';

export interface ExchangeRow {
  readonly side?: Side;
  readonly cells: readonly string[];
}

export interface ExchangeTable {
  readonly title: string;
  /** Without the side. */
  readonly heads: readonly (keyof ReportCatalogue['head'])[];
  readonly rows: readonly ExchangeRow[];
}

/** Decisions and policies of both sides, then requests for information and releases by side; those of which there is nothing are left out. */
export function exchangeTables(facts: Facts): ExchangeTable[] {
  const { overall, policies, messages, releases } = facts.report.figures;
  const decided =
    overall.decisionLag.count + overall.deadlocks + overall.decisionsWithdrawn + overall.decisionsOverridden;
  return [
    ...(decided + policies.proposed > 0 ? [ofBoth(facts)] : []),
    ...(messages.requests.length > 0 ? [requestTable(facts)] : []),
    ...(releases.cases.length > 0 ? [releaseTable(facts)] : []),
  ];
}

function ofBoth(facts: Facts): ExchangeTable {
  const { overall, policies } = facts.report.figures;
  const { text } = facts.words;
  const row = (label: string, lag: Spread, counts: readonly (number | undefined)[]): ExchangeRow => {
    const [median, p90, worst, count] = facts.spreadCells(lag);
    return {
      cells: [label, count, median, p90, worst, ...counts.map((one) => (one === undefined ? '–' : String(one)))],
    };
  };
  return {
    title: text('exchange.both'),
    heads: ['what', 'agreed', 'median', 'p90', 'worst', 'deadlocks', 'rejected', 'withdrawn', 'overridden'],
    rows: [
      row(text('exchange.decisions'), overall.decisionLag, [
        overall.deadlocks,
        undefined,
        overall.decisionsWithdrawn,
        overall.decisionsOverridden,
      ]),
      row(text('exchange.policies'), policies.toApproved, [
        policies.deadlocks,
        policies.rejected,
        policies.withdrawn,
        policies.overridden.length,
      ]),
    ],
  };
}

function requestTable(facts: Facts): ExchangeTable {
  const { messages } = facts.report.figures;
  const { text } = facts.words;
  const rows = SIDES.flatMap((side) => {
    const { asked, received, toAnswer } = messages.sides[side];
    return (
      [
        ['asked', asked, undefined],
        ['received', received, toAnswer],
      ] as const
    ).map(([name, { requests, answered, late, overdue, open }, spread]): ExchangeRow => ({
      side,
      cells: [
        text(`exchange.${name}`),
        ...[requests, answered - late, late, overdue, open].map(String),
        spread === undefined ? '' : facts.spreadCells(spread)[0],
      ],
    }));
  });
  return {
    title: text('exchange.requests'),
    heads: ['what', 'requests', 'inTime', 'late', 'overdue', 'open', 'median'],
    rows,
  };
}

function releaseTable(facts: Facts): ExchangeTable {
  const { releases } = facts.report.figures;
  return {
    title: facts.words.text('exchange.releases'),
    heads: [
      'requested',
      'wasAsked',
      'proposed',
      'approved',
      'tearLine',
      'declined',
      'inTime',
      'late',
      'overdue',
      'open',
      'withdrawn',
      'median',
    ],
    rows: SIDES.map((side): ExchangeRow => {
      const one = releases.sides[side];
      const { requested, asked, proposed, approved, tearLines, declined, inTime, late, overdue, open, withdrawn } = one;
      const counts = [
        requested,
        asked,
        proposed,
        approved,
        tearLines,
        declined,
        inTime,
        late,
        overdue,
        open,
        withdrawn,
      ];
      return { side, cells: [...counts.map(String), facts.spreadCells(one.toDecided)[0]] };
    }),
  };
}
