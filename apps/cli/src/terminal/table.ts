/** Rows in columns that are as wide as they need to be. */
import { harmless, pad, widthOf } from './terminal-text.js';

const BETWEEN = '  ';

export function tableText(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(harmless));
  const widths = (clean[0] ?? []).map((_, column) => Math.max(...clean.map((row) => widthOf(row[column] ?? ''))));
  return clean
    .map(
      (row) =>
        `${row
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join(BETWEEN)
          .trimEnd()}\n`,
    )
    .join('');
}

/** One thing for people: a line for each fact that is known. */
export function factsText(facts: readonly (readonly [label: string, value: string | undefined])[]): string {
  return tableText(facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])));
}

/** `2026-11-23 09:00`, in UTC; empty for none. */
export function minuteText(time: string | Date | null | undefined): string {
  if (time === undefined || time === null) return '';
  return (typeof time === 'string' ? time : time.toISOString()).slice(0, 16).replace('T', ' ');
}
