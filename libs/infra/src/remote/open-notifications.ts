/** What a unit has been asked and has not answered: whoever comes to play it is sent it. */
import type { EntityManager } from 'typeorm';
import { newId } from '../exercises/exercise-store.js';

export interface AsOf {
  readonly exercise: string;
  readonly unit: string;
  /** Number of the event, in the stream `all`, by which the program began to play the unit. */
  readonly seq: number;
}

/** Adds a delivery for each notification that has reached the unit and is open. @returns the ids of the deliveries */
export async function addOpenNotifications(manager: EntityManager, { exercise, unit, seq }: AsOf): Promise<string[]> {
  const open = await manager.query<{ id: string; at: number }[]>(
    `SELECT n.id, coalesce((n.doc->>'deliveredAt')::bigint, n.queued_at) AS at FROM notification n
     WHERE n.exercise_id = $1 AND n.unit = $2 AND n.status = 'delivered' ORDER BY n.queued_at, n.id`,
    [exercise, unit],
  );
  const made: string[] = [];
  for (const { id: subject, at } of open) {
    const id = newDeliveryId();
    const rows = await manager.query<unknown[]>(
      `INSERT INTO remote_delivery (id, exercise_id, unit_id, kind, subject, seq, at)
       SELECT $1, $2, $3, 'notification', $4, $5, $6
       WHERE NOT EXISTS (SELECT 1 FROM remote_delivery d WHERE d.exercise_id = $2 AND d.unit_id = $3 AND d.subject = $4
         AND d.status = 'pending')
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, exercise, unit, subject, seq, at],
    );
    if (rows.length > 0) made.push(id);
  }
  return made;
}

/** Also the `webhook-id` of its requests. */
export function newDeliveryId(): string {
  return `dlv_${newId(20)}`;
}
