/**
 * How many rows travel in one parameter per column: text joined by U+001E and split by `string_to_array`, numbers as an
 * array literal. Cheaper than `pg`'s array literals, which escape each quote of a JSON text on both ends. U+001E cannot
 * stand in JSON text (RFC 8259, 7), and our ids hold no control characters; should one ever stray in, the columns are
 * of unequal length and the NOT NULL constraints refuse the whole statement.
 */
const SEPARATOR = '\x1e';

/** The SQL that splits parameter `n` of {@link textColumn}. Empty text is no rows: callers never send an empty first. */
export function textArray(n: number): string {
  return `string_to_array($${n}, E'\\x1e')`;
}

/** As {@link textArray}, with {@link NULL_TEXT} read as NULL. */
export function nullableTextArray(n: number): string {
  return `string_to_array($${n}, E'\\x1e', E'\\x1d')`;
}

/** Stands for NULL in a nullable text column. */
export const NULL_TEXT = '\x1d';

export function textColumn(values: readonly string[]): string {
  return values.join(SEPARATOR);
}

export function numberColumn(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}
