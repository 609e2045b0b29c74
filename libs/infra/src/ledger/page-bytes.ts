/** Bounds of a page of rows that are read into memory, since one row may hold a large alert. */

/** Bytes of JSON after which a page ends. Its last row may go beyond. */
const PAGE_BYTES = 16 * 1024 * 1024;

/**
 * A query that returns the first rows of another, until their `data` have reached the bound: at least one, if there is one.
 * @param rows a query with a column `data`, of JSON or its text, and a LIMIT
 * @param order the column that orders the rows
 */
export function withinPageBytes(rows: string, order: string): string {
  return `SELECT * FROM (
      SELECT page.*, sum(octet_length(page.data::text)) OVER (ORDER BY page.${order} ROWS UNBOUNDED PRECEDING) AS page_bytes
      FROM (${rows}) page) measured
    WHERE page_bytes - octet_length(data::text) < ${PAGE_BYTES} ORDER BY ${order}`;
}
