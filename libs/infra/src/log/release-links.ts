/** Which incident was released as which, as far as a viewer may know: only the owner's side reads the event that says so. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { EventData } from '#domain/kernel/event.js';
import { audiencesOf } from '#domain/release/release.js';
import { isWithheld, type Viewing } from '#domain/release/shown.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';

export class ReleaseLinks {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * The incidents of the same case for others: of one side's class, the JOINT ones that it was released to; of a JOINT one, those
   * that were released to it. In the order of their releases.
   * @throws DatabaseUnavailable
   */
  async of(exerciseId: string, incident: string, { stream, reader }: Viewing): Promise<readonly string[]> {
    const { rows } = await available(() =>
      this.pool.query<{ data: EventData['ReleaseDecided'] }>({
        name: 'release-links',
        // The type stands in the text, as the index that finds it has it.
        text: `SELECT data FROM event WHERE exercise_id = $1 AND type = 'ReleaseDecided' AND audience = ANY ($2) ORDER BY seq`,
        values: [exerciseId, audiencesOf(stream)],
      }),
    );
    const linked = rows.flatMap(({ data }): readonly string[] => {
      if (data.incident === undefined || data.joint === undefined || isWithheld(reader, data)) return [];
      if (data.incident === incident) return [data.joint];
      return data.joint === incident ? [data.incident] : [];
    });
    return [...new Set(linked)];
  }
}
