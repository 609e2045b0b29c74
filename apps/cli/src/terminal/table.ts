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
