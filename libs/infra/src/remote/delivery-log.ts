/**
 * Finds in an exercise's log what is to be delivered to the programs of its remote units. The log is the truth: each endpoint remembers
 * how far it was searched, in the transaction that adds what was found. So nothing is lost, and nothing is added twice.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { EventType } from '#domain/kernel/event.js';
import { available } from '../database/database-error.js';
import { addOpenNotifications, newDeliveryId } from './open-notifications.js';

/** Events that make a message, or end the need for one. All but ENDEX name their unit. */
const EVENTS = [
  'NotificationDelivered',
  'NotificationWithdrawn',
  'NotificationAcknowledged',
  'NotificationDeclined',
  'NotificationExpired',
  'UpdateDelivered',
  'UnitModeChanged',
  'ExerciseEnded',
] as const satisfies readonly EventType[];

interface FoundEvent {
  readonly seq: number;
  readonly at: number;
  readonly type: (typeof EVENTS)[number];
  readonly notification: string | null;
  readonly update: string | null;
  readonly mode: string | null;
}

interface EndpointRow {
  readonly unit: string;
  readonly readTo: number;
  readonly isRemote: boolean;
  readonly head: number;
}

/** Events of one endpoint in one transaction. */
const PAGE = 500;

export class DeliveryLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Exercises that have an enabled endpoint. */
  async exercises(): Promise<string[]> {
    const rows = await available(() =>
      this.dataSource.query<{ id: string }[]>(
        'SELECT DISTINCT exercise_id AS id FROM remote_endpoint WHERE enabled ORDER BY exercise_id',
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Searches the log up to its end. @returns the ids of the deliveries that were added */
  async search(exercise: string): Promise<string[]> {
    const added: string[] = [];
    for (let more = true; more;) more = await this.#searchPage(exercise, added);
    return added;
  }

  #searchPage(exercise: string, added: string[]): Promise<boolean> {
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        const endpoints = await manager.query<EndpointRow[]>(
          `SELECT e.unit_id AS unit, e.read_to AS "readTo", e.is_remote AS "isRemote",
             (SELECT x.seq_all FROM exercise x WHERE x.id = e.exercise_id) AS head
           FROM remote_endpoint e WHERE e.exercise_id = $1 AND e.enabled ORDER BY e.unit_id FOR UPDATE`,
          [exercise],
        );
        let more = false;
        for (const endpoint of endpoints) {
          if (endpoint.readTo >= endpoint.head) continue;
          if (await this.#searchFor(manager, exercise, endpoint, added)) more = true;
        }
        return more;
      }),
    );
  }

  async #searchFor(
    manager: EntityManager,
    exercise: string,
    { unit, readTo, isRemote, head }: EndpointRow,
    added: string[],
  ): Promise<boolean> {
    const events = await manager.query<FoundEvent[]>(
      `SELECT seq, at, type, data->>'notification' AS notification, data->>'update' AS update, data->>'mode' AS mode
       FROM event WHERE exercise_id = $1 AND seq > $2 AND seq <= $3 AND type = ANY ($4)
         AND (type = 'ExerciseEnded' OR data->>'unit' = $5) ORDER BY seq LIMIT ${PAGE}`,
      [exercise, readTo, head, EVENTS, unit],
    );
    let remote = isRemote;
    for (const event of events) {
      if (event.type === 'UnitModeChanged') {
        const before = remote;
        remote = event.mode === 'remote';
        if (remote && !before) added.push(...(await addOpenNotifications(manager, { exercise, unit, seq: event.seq })));
        if (!remote) await drop(manager, exercise, unit, 'unit-not-remote');
      } else {
        added.push(...(await this.#apply(manager, exercise, unit, event, remote)));
      }
    }
    const more = events.length === PAGE;
    await manager.query(
      'UPDATE remote_endpoint SET read_to = $3, is_remote = $4 WHERE exercise_id = $1 AND unit_id = $2',
      [exercise, unit, more ? (events.at(-1)?.seq ?? head) : head, remote],
    );
    return more;
  }

  async #apply(
    manager: EntityManager,
    exercise: string,
    unit: string,
    event: FoundEvent,
    isRemote: boolean,
  ): Promise<string[]> {
    const { type, seq, at } = event;
    const subject = event.notification ?? event.update ?? '';
    const add = async (kind: string, condition = 'true'): Promise<string[]> => {
      if (!isRemote) return [];
      const id = newDeliveryId();
      const rows = await manager.query<unknown[]>(
        `INSERT INTO remote_delivery (id, exercise_id, unit_id, kind, subject, seq, at)
         SELECT $1, $2, $3, ${kind}, $4, $5, $6 WHERE ${condition} ON CONFLICT DO NOTHING RETURNING 1`,
        [id, exercise, unit, subject, seq, at],
      );
      return rows.length > 0 ? [id] : [];
    };
    switch (type) {
      case 'NotificationDelivered':
        // A reminder takes the place of a message that still waits: they say the same.
        await drop(manager, exercise, unit, 'reminded', subject);
        return add(`CASE WHEN ${KNOWN} THEN 'reminder' ELSE 'notification' END`);
      case 'UpdateDelivered':
        return add(`'news'`);
      case 'NotificationWithdrawn':
        await drop(manager, exercise, unit, 'withdrawn', subject);
        // Of what was never sent, nothing needs to be taken back.
        return add(`'withdrawal'`, KNOWN);
      case 'NotificationAcknowledged':
        await drop(manager, exercise, unit, 'acknowledged', subject);
        return [];
      case 'NotificationDeclined':
        await drop(manager, exercise, unit, 'declined', subject);
        return [];
      case 'NotificationExpired':
        await drop(manager, exercise, unit, 'expired', subject);
        return [];
      case 'ExerciseEnded':
        await dropAtEnd(manager, exercise, unit);
        return [];
      case 'UnitModeChanged':
        return [];
      default:
        return type satisfies never;
    }
  }
}

/** Whether the program may have received a message about the subject. */
const KNOWN = `EXISTS (SELECT 1 FROM remote_delivery d WHERE d.exercise_id = $2 AND d.unit_id = $3 AND d.subject = $4
  AND d.attempts > 0)`;

/** That a notification is withdrawn is said after ENDEX, too. */
async function dropAtEnd(manager: EntityManager, exercise: string, unit: string): Promise<void> {
  await manager.query(
    `UPDATE remote_delivery SET status = 'dropped', reason = 'exercise-ended', next_attempt_at = NULL
     WHERE exercise_id = $1 AND unit_id = $2 AND status = 'pending' AND kind <> 'withdrawal'`,
    [exercise, unit],
  );
}

/** @param subject absent: whatever waits for the unit */
async function drop(
  manager: EntityManager,
  exercise: string,
  unit: string,
  reason: string,
  subject?: string,
): Promise<void> {
  await manager.query(
    `UPDATE remote_delivery SET status = 'dropped', reason = $3, next_attempt_at = NULL
     WHERE exercise_id = $1 AND unit_id = $2 AND status = 'pending' AND ($4::text IS NULL OR subject = $4)`,
    [exercise, unit, reason, subject ?? null],
  );
}
