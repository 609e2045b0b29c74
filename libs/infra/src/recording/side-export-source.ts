/** An exercise as an export for one side, read from PostgreSQL page by page. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { SIDE_EXPORT_VERSION, type SideExportHead } from '#contracts/recording/side-export-lines.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { EventType } from '#domain/kernel/event.js';
import type { ReleaseClass, Side, Stream } from '#domain/kernel/side.js';
import type { Reader, TlpLabel } from '#domain/release/label.js';
import { audiencesOf, streamOf } from '#domain/release/release.js';
import { eventFor, LABEL_CHANGES } from '#domain/release/shown.js';
import { labelsOfExport, readerOfExport, tlpOf } from '#domain/release/side-export.js';
import { SideExportWriter } from '#log/write-recording.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { engineOf } from '../exercises/engine-of-exercise.js';
import { eventJson, type EventReader, NUMBER } from '../log/event-reader.js';

export interface SideExport {
  readonly side: Side;
  /** Whether it is to hold what is labelled TLP:RED. */
  readonly includesRed: boolean;
  /** The program that makes it, with its version. */
  readonly madeBy: string;
}

interface Stored {
  readonly scenario: Scenario;
  readonly engine: number;
  readonly status: SideExportHead['status'];
  /** Last number of the whole log, and of the side's stream. The first is used for reading, and is no part of the export. */
  readonly position: number;
  readonly events: number;
}

interface LabelCount {
  readonly audience: ReleaseClass;
  /** Of a change of a label; null: of any other event. */
  readonly change: EventType | null;
  readonly label: object | null;
  readonly to: object | null;
  readonly events: number;
}

/** Events that are read at a time, at most. */
const PAGE = 500;

export class SideExportSource {
  private readonly pool: Pool;

  constructor(
    dataSource: DataSource,
    private readonly reader: EventReader,
  ) {
    this.pool = poolOf(dataSource);
  }

  /**
   * The lines of the file, some at a time. As of the moment of the first reading: what comes in meanwhile is left out.
   * Nothing for an exercise that does not exist.
   * @throws DatabaseUnavailable
   */
  async *lines(exerciseId: string, { side, includesRed, madeBy }: SideExport): AsyncGenerator<string> {
    const stream = streamOf({ role: 'observer', side });
    const stored = await this.stored(exerciseId, stream);
    if (stored === undefined) return;
    const { scenario, engine, status, position, events } = stored;
    const reader = readerOfExport(side, includesRed);
    const { held, withheld } = await this.labels(exerciseId, stream, position, reader);
    const labels = labelsOfExport(side, held);
    const writer = new SideExportWriter();
    yield writer.head({
      kind: 'side-export',
      version: SIDE_EXPORT_VERSION,
      marking: 'EXERCISE',
      exercise: exerciseId,
      side,
      label: { class: side, tlp: labels[0] as TlpLabel },
      labels: [...labels],
      includesRed,
      status,
      events,
      withheld,
      engine: engineOf({ engine, seqs: { all: position } }),
      made: new Date().toISOString(),
      madeBy,
      salt: randomBytes(16).toString('hex'),
      scenario: scenarioIn(stream, scenario),
    });
    for (let after = 0; after < events;) {
      const page = await this.reader.after(exerciseId, stream, after, Math.min(PAGE, events - after));
      const last = page.events.at(-1);
      if (last === undefined)
        throw new Error(`of ${events} events of ${exerciseId} for ${side} only ${after} are there`);
      yield page.events.map((event) => writer.event(eventJson(event, reader))).join('');
      after = last.seq;
    }
    yield writer.end();
  }

  private async stored(exerciseId: string, stream: Stream): Promise<Stored | undefined> {
    const { rows } = await available(() =>
      this.pool.query<Stored>(
        `SELECT scenario, engine, status, seq_all AS position, ${NUMBER[stream]} AS events FROM exercise WHERE id = $1`,
        [exerciseId],
      ),
    );
    return rows[0];
  }

  /** The labels of what the reader sees, and how many events are withheld from it. */
  private async labels(
    exerciseId: string,
    stream: Stream,
    position: number,
    reader: Reader,
  ): Promise<{ readonly held: ReadonlySet<TlpLabel>; readonly withheld: number }> {
    const { rows } = await available(() =>
      this.pool.query<LabelCount>(
        // Most events bear no label: they are not parsed.
        `SELECT audience, change, label::json, target::json AS "to", count(*)::int AS events
         FROM (SELECT audience, CASE WHEN type = ANY ($4) THEN type END AS change,
             CASE WHEN data::text LIKE '%"label":{"tlp":"TLP:%' THEN (data->'label')::text END AS label,
             CASE WHEN type = ANY ($4) THEN (data->'to')::text END AS target
           FROM event WHERE exercise_id = $1 AND audience = ANY ($2) AND seq <= $3) marked
         GROUP BY audience, change, marked.label, marked.target`,
        [exerciseId, audiencesOf(stream), position, LABEL_CHANGES],
      ),
    );
    const held = new Set<TlpLabel>();
    let withheld = 0;
    for (const { audience, change, label, to, events } of rows) {
      const type: EventType = change ?? 'IncidentOpened';
      const data = { incident: '', ...(label !== null && { label }), ...(to !== null && { to }) };
      const shown = eventFor(
        { stream: 'all', reader },
        { type, data, cause: { timer: '' }, actor: { kind: 'engine' } },
      );
      if ((shown.type as string) === 'Withheld') withheld += events;
      else held.add(tlpOf(audience, shown.data));
    }
    return { held, withheld };
  }
}
