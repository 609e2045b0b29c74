/** Of the log of an exercise, what its expectations are judged by. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { OBSERVED_TYPES } from '#domain/evaluation/observe-log.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { EVENT_COLUMNS, loggedEvent, type EventColumns } from '../ledger/event-columns.js';

/** Events that are read at a time, at most. */
const PAGE = 2_000;

export class ObservedEvents {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** Up to this number of the log, in order; accepted alerts by their ids. @throws DatabaseUnavailable */
  async upTo(exerciseId: string, seq: number): Promise<LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    for (let more = true; more;) {
      const page = await this.page(exerciseId, events.at(-1)?.seq ?? 0, seq);
      events.push(...page);
      more = page.length === PAGE;
    }
    return events;
  }

  private async page(exerciseId: string, after: number, upTo: number): Promise<LoggedEvent[]> {
    const { rows } = await available(() =>
      this.pool.query<EventColumns>({
        name: 'observed-events',
        text: `SELECT ${EVENT_COLUMNS.replace(
          /\bdata\b/,
          `CASE type WHEN 'AlertAccepted'
            THEN json_strip_nulls(json_build_object(
              'alertId', data->'alertId', 'incident', data->'incident', 'tearLine', data->'tearLine')) ELSE data END AS data`,
        )}
          FROM event WHERE exercise_id = $1 AND seq > $2 AND seq <= $3 AND type = ANY ($4) ORDER BY seq LIMIT ${PAGE}`,
        values: [exerciseId, after, upTo, OBSERVED_TYPES],
      }),
    );
    return rows.map(loggedEvent);
  }
}
