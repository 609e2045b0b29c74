/** How an exercise is directed: what became of its injects, which policies and which links hold now. Told by its log. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { EventData } from '#domain/kernel/event.js';
import type { PolicyEvent } from '#domain/policy/known-policy.js';
import type { InjectEvent } from '#domain/inject/inject-views.js';
import type { Audience, Side } from '#domain/kernel/side.js';
import type { Link } from '#domain/unit/unit.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';

export class DirectionReader {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** In order. @throws DatabaseUnavailable */
  async injects(exerciseId: string): Promise<InjectEvent[]> {
    return available(async () => {
      // The types stand in the text, as the index that finds them has them: a parameter would hide them from the planner.
      const { rows } = await this.pool.query<InjectEvent>({
        name: 'direction-injects',
        text: `SELECT type, at, data FROM event WHERE exercise_id = $1 AND type IN (
            'InjectScheduled', 'InjectFired', 'InjectSkipped', 'InjectDelayed', 'InjectImprovised') ORDER BY seq`,
        values: [exerciseId],
      });
      return rows;
    });
  }

  /** What the log says of policies to those who read these audiences, in order. @throws DatabaseUnavailable */
  async policies(exerciseId: string, audiences: readonly Audience[]): Promise<PolicyEvent[]> {
    return available(async () => {
      const { rows } = await this.pool.query<PolicyEvent>({
        name: 'direction-policies',
        text: `SELECT type, at, data FROM event WHERE exercise_id = $1 AND type IN (
            'PolicyChanged', 'PolicyProposed', 'PolicyApproved', 'PolicyRejected', 'PolicyWithdrawn', 'PolicyDeadlocked',
            'OwnPolicyChanged', 'OwnPolicyDropped') AND audience = ANY($2) ORDER BY seq`,
        values: [exerciseId, audiences],
      });
      return rows;
    });
  }

  /** The links of whole sides, as far as they have changed. @throws DatabaseUnavailable */
  async sideLinks(exerciseId: string): Promise<Partial<Record<Side, Link>>> {
    return available(async () => {
      const { rows } = await this.pool.query<{ data: EventData['LinkChanged'] }>({
        name: 'direction-links',
        text: `SELECT DISTINCT ON (data->>'side') data FROM event
               WHERE exercise_id = $1 AND type = 'LinkChanged' AND data->>'side' IS NOT NULL
               ORDER BY data->>'side', seq DESC`,
        values: [exerciseId],
      });
      return Object.fromEntries(rows.flatMap(({ data: { side, link } }) => (side === undefined ? [] : [[side, link]])));
    });
  }
}
