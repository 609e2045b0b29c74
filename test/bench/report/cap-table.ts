/** The reading of CAP messages as a table. */
import type { CapMeasures } from '../stages/cap.js';
import { figure, table } from './table.js';

export function capTable({ name, messages, bytes, scanner, saxes, parse, parseWithSaxes }: CapMeasures): string {
  const rate = (value: number): string => figure(value, 1);
  return table(
    [`${figure(messages)} ${name}, ${figure(bytes / 1_000)} KB`, 'MB/s of one core', 'times saxes'],
    [
      ['markup, our reader', rate(scanner), figure(scanner / saxes, 2)],
      ['markup, saxes', rate(saxes), figure(1, 2)],
      ['whole check, our reader', rate(parse), figure(parse / parseWithSaxes, 2)],
      ['whole check with saxes (computed)', rate(parseWithSaxes), figure(1, 2)],
    ],
  );
}
