/** Reading the log as a viewer of one stream sees it: by that stream's own gapless numbers. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Actor, Cause, EventType } from '#domain/kernel/event.js';
import { audiencesOf } from '#domain/release/release.js';
import { isWall, type Reader } from '#domain/release/label.js';
import { eventFor, eventIn, isWithheld, showsAll, showsDataInPart } from '#domain/release/shown.js';
import { type Audience, type Stream } from '#domain/kernel/side.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import type { ChainedEvent } from '#log/hash-chain.js';

/** JSON text (RFC 8259), as it is stored: not parsed, because most readers only pass it on. */
export type JsonText = string;

export interface StreamEvent {
  /** Its number in the stream that was read. */
  readonly seq: number;
  /** Exercise time, ms. */
  readonly at: number;
  /** Wall time of its commit, ISO 8601 in UTC. */
  readonly wall: string;
  readonly type: EventType;
  readonly data: JsonText;
  readonly cause: JsonText;
  readonly actor: JsonText;
  readonly audience: Audience;
  /** Of the hash chain; only in the stream `all`, which alone holds the whole chain. */
  readonly hash?: string;
}

/** The event as one JSON text, for a socket or an HTTP answer, as this reader of its stream sees it. */
export function eventJson(event: StreamEvent, reader: Reader): JsonText {
  return textOf(eventSeenBy(reader, event));
}

/** The event as this reader of its stream sees it. */
export function eventSeenBy(reader: Reader, event: StreamEvent): StreamEvent {
  return isLabelled(event) || isWall(reader) ? seenBy(reader, event) : event;
}

/** Whether a label may keep it from some readers of its stream. A text in it cannot hold these letters: a quotation mark is escaped there. */
export function isLabelled({ data }: Pick<StreamEvent, 'data'>): boolean {
  return data.includes('"label":{"tlp":"TLP:');
}

/** Whether the reader may read it, of whose stream it is. */
export function mayReadEvent(event: StreamEvent, reader: Reader): boolean {
  if (!isLabelled(event) && !isWall(reader)) return true;
  return !isWithheld(reader, JSON.parse(event.data) as object);
}

function seenBy(reader: Reader, event: StreamEvent): StreamEvent {
  const parts = {
    type: event.type,
    data: JSON.parse(event.data) as object,
    cause: JSON.parse(event.cause) as Cause,
    actor: JSON.parse(event.actor) as Actor,
  };
  // The stream's own view of it has been taken already.
  const shown = eventFor({ stream: 'all', reader }, parts);
  if (shown === parts) return event;
  const { type, data, cause, actor } = shown;
  return { ...event, type, data: JSON.stringify(data), cause: JSON.stringify(cause), actor: JSON.stringify(actor) };
}

function textOf(event: StreamEvent): JsonText {
  return (
    `{"seq":${event.seq},"at":${event.at},"wall":"${event.wall}","type":"${event.type}","data":${event.data},` +
    `"cause":${event.cause},"actor":${event.actor},"audience":"${event.audience}"` +
    `${event.hash === undefined ? '' : `,"hash":"${event.hash}"`}}`
  );
}

export interface EventPage {
  readonly events: readonly StreamEvent[];
  /** Whether the stream went on after these already. */
  readonly more: boolean;
}

/** An event as a query gives it: `seq` is its number in the stream that is read. */
export interface StoredEvent extends ChainedEvent {
  /** Epoch ms. */
  readonly wall: number;
}

interface Columns extends StoredEvent {
  readonly head: number;
  readonly position: number | null;
  /** Whether another event of the stream follows; null: none. */
  readonly followed: true | null;
}

export const NUMBER: Record<Stream, string> = { all: 'seq', joint: 'seq_joint', pak: 'seq_pak', chn: 'seq_chn' };
/** Of data, in one reading: an alert may be large, and a reading is held in memory as a whole. */
export const ENOUGH_BYTES = 2 * 1024 * 1024;
const REMEMBERED_POSITIONS = 5_000;

export class EventReader {
  private readonly pool: Pool;
  /** `exercise stream cursor` → the `seq` up to which a reader with this cursor has seen everything. */
  private readonly positions = new Map<string, number>();

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * The events of a stream whose number is greater than the cursor, in order: at most `limit`, and no more once their data
   * have reached {@link ENOUGH_BYTES}. A cursor beyond the end, and an exercise that does not exist, give none.
   * @throws DatabaseUnavailable
   */
  async after(exerciseId: string, stream: Stream, cursor: number, limit: number): Promise<EventPage> {
    const known = stream === 'all' ? cursor : this.positions.get(key(exerciseId, stream, cursor));
    const { rows } = await available(() =>
      this.pool.query<Columns>({
        name: `events-${stream}-${known === undefined ? 'seek' : 'after'}`,
        // One snapshot for the head and the events: what is beyond the head is not yet seen, what is before it is.
        text: `SELECT x.seq_all AS head, e.* FROM exercise x LEFT JOIN LATERAL (
            SELECT * FROM (
              SELECT p.*, sum(octet_length(p.data)) OVER w AS bytes, lead(true) OVER w AS followed
              FROM (
                SELECT seq AS position, ${NUMBER[stream]} AS seq, at, (extract(epoch FROM wall) * 1000)::float8 AS wall,
                  type, audience, data::text AS data, cause::text AS cause, actor::text AS actor, hash
                FROM event WHERE exercise_id = x.id AND audience = ANY ($4)
                  AND seq > ${known === undefined ? `(SELECT event_position($1, '${stream}', $2::bigint))` : '$2::bigint'}
                ORDER BY event.seq LIMIT $3::bigint + 1) p
              WINDOW w AS (ORDER BY p.position ROWS UNBOUNDED PRECEDING)) measured
            WHERE bytes - octet_length(data) < ${ENOUGH_BYTES} ORDER BY position) e ON true
          WHERE x.id = $1`,
        values: [exerciseId, known ?? cursor, limit, audiencesOf(stream)],
      }),
    );
    const events: StreamEvent[] = [];
    for (const row of rows.slice(0, limit)) if (row.position !== null) events.push(streamEvent(row, stream));
    const last = rows[Math.max(0, events.length - 1)];
    const more = last?.followed === true;
    if (stream !== 'all') {
      const seen = more ? last?.position : last?.head;
      const reached = events[events.length - 1]?.seq ?? cursor;
      if (typeof seen === 'number') this.remember(key(exerciseId, stream, reached), seen);
    }
    return { events, more };
  }

  /** The last number of a stream; 0 when there is none. */
  async lastSeq(exerciseId: string, stream: Stream): Promise<number> {
    const { rows } = await available(() =>
      this.pool.query<{ seq: number }>({
        name: `last-seq-${stream}`,
        text: `SELECT ${stream === 'all' ? 'seq_all' : NUMBER[stream]} AS seq FROM exercise WHERE id = $1`,
        values: [exerciseId],
      }),
    );
    return rows[0]?.seq ?? 0;
  }

  /** It was deleted. */
  forgetExercise(exerciseId: string): void {
    for (const name of this.positions.keys()) if (name.startsWith(`${exerciseId} `)) this.positions.delete(name);
  }

  private remember(name: string, position: number): void {
    this.positions.delete(name);
    this.positions.set(name, position);
    if (this.positions.size > REMEMBERED_POSITIONS) {
      const oldest = this.positions.keys().next();
      if (oldest.done !== true) this.positions.delete(oldest.value);
    }
  }
}

function key(exerciseId: string, stream: Stream, cursor: number): string {
  return `${exerciseId} ${stream} ${cursor}`;
}

/** The event as the stream shows it. */
export function streamEvent(row: StoredEvent, stream: Stream): StreamEvent {
  const event = {
    seq: row.seq,
    at: row.at,
    wall: new Date(row.wall).toISOString(),
    type: row.type as EventType,
    data: row.data,
    cause: row.cause,
    actor: row.actor,
    audience: row.audience as Audience,
  };
  return showsAll(stream) ? { ...event, hash: row.hash } : shownIn(stream, event);
}

/** Read and written anew only for players, and of the data only those that they see in part: controllers get them as they are stored. */
function shownIn(stream: Stream, event: StreamEvent): StreamEvent {
  const { type } = event;
  const isInPart = showsDataInPart(type);
  const data = isInPart ? (JSON.parse(event.data) as object) : {};
  const cause = JSON.parse(event.cause) as Cause;
  const shown = eventIn(stream, { type, data, cause, actor: JSON.parse(event.actor) as Actor });
  return {
    ...event,
    data: isInPart ? JSON.stringify(shown.data) : event.data,
    cause: JSON.stringify(shown.cause),
    actor: JSON.stringify(shown.actor),
  };
}
