/** Remembers the signed requests that came in, for as long as their time would let them in again. */
import type { DataSource } from 'typeorm';
import { available } from '../database/database-error.js';
import { REPLAY_WINDOW_S, type SignedRequest } from './webhook-signature.js';

/** A request may be dated as far ahead as behind. */
const REMEMBERED_S = 2 * REPLAY_WINDOW_S + 60;
/** How many requests come between two times that the old ones are forgotten. */
const FORGET_EVERY = 100;

export class ReplayGuard {
  #seen = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Whether this request comes for the first time, to whichever process. A request that is sent again on purpose bears another time.
   * @param request whose signature is valid
   */
  async isFirst(exercise: string, unit: string, { id, timestamp }: SignedRequest): Promise<boolean> {
    if (this.#seen++ % FORGET_EVERY === 0) await this.#forget();
    const rows = await available(() =>
      this.dataSource.query<unknown[]>(
        'INSERT INTO remote_request (exercise_id, unit_id, request) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
        [exercise, unit, `${id} ${timestamp}`],
      ),
    );
    return rows.length > 0;
  }

  async #forget(): Promise<void> {
    await available(() =>
      this.dataSource.query(`DELETE FROM remote_request WHERE at < clock_timestamp() - interval '${REMEMBERED_S} s'`),
    );
  }
}
