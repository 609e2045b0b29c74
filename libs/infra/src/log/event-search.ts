/** Parts of a stream of the log: backwards from a number, of some types, about one incident. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { audiencesOf } from '#domain/release/release.js';
import type { Stream } from '#domain/kernel/side.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { ENOUGH_BYTES, NUMBER, streamEvent, type StoredEvent, type StreamEvent } from './event-reader.js';

export interface EventQuery {
  /** Only events whose number is greater; 0: from the beginning. */
  readonly after: number;
  /** Only events whose number is smaller, the last ones first; undefined: the first ones after `after`. */
  readonly before?: number | undefined;
  readonly limit: number;
  readonly types?: readonly string[] | undefined;
  readonly incident?: string | undefined;
}

export interface FoundEvents {
  /** In the order of the log, whichever way was searched. */
  readonly events: readonly StreamEvent[];
  /** Number of the event at which the search stopped; undefined: there was none to look at. */
  readonly reached: number | undefined;
  /** Whether there are more in this direction to look at. */
  readonly more: boolean;
}

/** Events that are looked at for one answer, when most may not match: some 100 ms of the database's time. */
const LOOKED_AT = 20_000;

interface Edge {
  readonly count: number;
  /** `seq` of the last event that may be looked at, and its number in the stream. */
  readonly position: number | null;
  readonly number: number | null;
}

interface Found extends StoredEvent {
  readonly followed: true | null;
}

export class EventSearch {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * The log only grows, so that what lies between two numbers stays the same from one statement to the next.
   * @throws DatabaseUnavailable
   */
  async find(exerciseId: string, stream: Stream, query: EventQuery): Promise<FoundEvents> {
    const isFiltered = query.types !== undefined || query.incident !== undefined;
    const edge = await this.edge(exerciseId, stream, query, isFiltered ? LOOKED_AT : query.limit);
    if (edge.position === null || edge.number === null) return { events: [], reached: undefined, more: false };
    const rows = await this.matches(exerciseId, stream, query, edge.position);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const isCut = last?.followed === true;
    const events = shown.map((row) => streamEvent(row, stream));
    return {
      events: query.before === undefined ? events : events.toReversed(),
      reached: isCut ? last.seq : edge.number,
      more: isCut || edge.count > (isFiltered ? LOOKED_AT : query.limit),
    };
  }

  /** How far one search may look. */
  private async edge(exerciseId: string, stream: Stream, query: EventQuery, most: number): Promise<Edge> {
    const [order, furthest] = query.before === undefined ? ['ASC', 'max'] : ['DESC', 'min'];
    const { rows } = await available(() =>
      this.pool.query<Edge>({
        name: `event-search-edge-${stream}-${order}`,
        text: `SELECT count(*)::int AS count, ${furthest}(seq) FILTER (WHERE n <= $5) AS position,
            ${furthest}(number) FILTER (WHERE n <= $5) AS number
          FROM (SELECT seq, number, row_number() OVER (ORDER BY seq ${order}) AS n FROM (
            SELECT seq, ${NUMBER[stream]} AS number FROM event WHERE ${between(stream)}
            ORDER BY seq ${order} LIMIT $5::bigint + 1) looked) numbered`,
        values: [exerciseId, audiencesOf(stream), query.after, query.before ?? null, most],
      }),
    );
    return rows[0] ?? { count: 0, position: null, number: null };
  }

  private async matches(exerciseId: string, stream: Stream, query: EventQuery, edge: number): Promise<Found[]> {
    const [order, side] = query.before === undefined ? ['ASC', '<='] : ['DESC', '>='];
    const { rows } = await available(() =>
      this.pool.query<Found>({
        name: `event-search-${stream}-${order}`,
        // The text is searched first: to take a JSON text apart costs more.
        text: `SELECT * FROM (
            SELECT p.*, sum(octet_length(p.data)) OVER w AS bytes, lead(true) OVER w AS followed
            FROM (
              SELECT seq AS position, ${NUMBER[stream]} AS seq, at, (extract(epoch FROM wall) * 1000)::float8 AS wall,
                type, audience, data::text AS data, cause::text AS cause, actor::text AS actor, hash
              FROM event WHERE ${between(stream)} AND event.seq ${side} $5
                AND ($6::text[] IS NULL OR type = ANY ($6))
                AND ($7::text IS NULL OR (strpos(data::text, $8) > 0 AND data->>'incident' = $7))
              ORDER BY event.seq ${order} LIMIT $9::bigint + 1) p
            WINDOW w AS (ORDER BY p.position ${order} ROWS UNBOUNDED PRECEDING)) measured
          WHERE bytes - octet_length(data) < ${ENOUGH_BYTES} ORDER BY position ${order}`,
        values: [
          exerciseId,
          audiencesOf(stream),
          query.after,
          query.before ?? null,
          edge,
          query.types ?? null,
          query.incident ?? null,
          `"incident":${JSON.stringify(query.incident ?? '')}`,
          query.limit,
        ],
      }),
    );
    return rows;
  }
}

/** The events of the stream ($2: its audiences) whose numbers lie between $3 and $4. */
function between(stream: Stream): string {
  const position = (cursor: string): string =>
    stream === 'all' ? cursor : `(SELECT event_position($1, '${stream}', ${cursor}))`;
  return `exercise_id = $1 AND audience = ANY ($2) AND event.seq > ${position('$3::bigint')}
    AND ($4::bigint IS NULL OR event.seq <= ${position('$4::bigint - 1')})`;
}
