/** Tables of text, for people. */

/** Columns as wide as their widest cell; all but the first `left` ones to the right, as numbers stand. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** `12,345` or `12.3`; a dash for what was not measured. */
export function figure(value: number | undefined, digits = 0): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Milliseconds; what never came took for ever. */
export function millis(value: number | undefined): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return value === undefined || Number.isNaN(value) ? '–' : figure(value, value < 10 ? 1 : 0);
}

/** `api 0.62, worker 0.40`: cores kept busy. */
export function cores(shares: Readonly<Record<string, number>>): string {
  return Object.entries(shares)
    .filter(([, share]) => share >= 0.005)
    .map(([name, share]) => `${name} ${share.toFixed(2)}`)
    .join(', ');
}
