/** An exercise as a recording, read from PostgreSQL page by page. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import {
  FIRST_RECORDING_VERSION,
  MARK_LENGTH,
  MARKS_PER_LINE,
  RECORDING_VERSION,
  type RecordedCommand,
  type RecordingEnd,
} from '#contracts/recording/recording-lines.js';
import { RecordingWriter } from '#log/write-recording.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { FIRST_ENGINE_VERSION } from '#domain/engine/version.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { engineOf } from '../exercises/engine-of-exercise.js';
import { InboxReader } from '../inbox/inbox-reader.js';

interface Head extends Pick<RecordingEnd, 'status' | 'commands' | 'events' | 'advancedTo' | 'hash'> {
  readonly seed: string;
  readonly engine: number;
  readonly scenario: Scenario;
}

/** Commands that are read at a time, at most. */
const PAGE = 100;

export class RecordingSource {
  private readonly pool: Pool;
  private readonly inbox: InboxReader;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
    this.inbox = new InboxReader(dataSource);
  }

  /**
   * The lines of the file, some at a time. As of the moment of the first reading: what is in the log never changes, so
   * what comes in meanwhile is left out, and the same ended exercise always gives the same file.
   * Nothing for an exercise that does not exist.
   * @throws DatabaseUnavailable
   */
  async *lines(exerciseId: string): AsyncGenerator<string> {
    const head = await this.head(exerciseId);
    if (head === undefined) return;
    const { seed, scenario, engine: written, ...end } = head;
    const engine = engineOf({ engine: written, seqs: { all: end.events } });
    const writer = new RecordingWriter();
    yield writer.line({
      kind: 'recording',
      ...(engine === FIRST_ENGINE_VERSION
        ? { version: FIRST_RECORDING_VERSION }
        : { version: RECORDING_VERSION, engine }),
      marking: 'EXERCISE',
      exercise: exerciseId,
      seed,
      scenario,
    });
    for (let after = 0; after < end.commands;) {
      const page = await this.inbox.history(exerciseId, after, Math.min(PAGE, end.commands - after));
      if (page.length === 0) throw new Error(`of ${end.commands} commands of ${exerciseId} only ${after} are there`);
      yield page
        .map(({ commandId, type, data, actor, appliedAt, appliedOrder }) =>
          writer.line({
            kind: 'command',
            order: appliedOrder,
            at: appliedAt,
            id: commandId,
            type,
            data,
            actor,
          } as RecordedCommand),
        )
        .join('');
      after += page.length;
    }
    for (let after = 0; after < end.events; after += MARKS_PER_LINE) {
      const hashes = await this.marks(exerciseId, after, Math.min(MARKS_PER_LINE, end.events - after));
      yield writer.line({ kind: 'marks', from: after + 1, hashes });
    }
    yield writer.line({ kind: 'end', ...end });
  }

  private async head(exerciseId: string): Promise<Head | undefined> {
    const { rows } = await available(() =>
      this.pool.query<Head>(
        `SELECT scenario, seed, engine, status, applied_order AS commands, seq_all AS events, advanced_to AS "advancedTo",
           last_hash AS hash FROM exercise WHERE id = $1`,
        [exerciseId],
      ),
    );
    return rows[0];
  }

  private async marks(exerciseId: string, after: number, limit: number): Promise<string> {
    const { rows } = await available(() =>
      this.pool.query<{ mark: string }>(
        `SELECT left(hash, ${MARK_LENGTH}) AS mark FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        [exerciseId, after, limit],
      ),
    );
    return rows.map(({ mark }) => mark).join('');
  }
}
