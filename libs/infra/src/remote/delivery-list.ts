/** The list of deliveries, latest first, with their attempts: for controllers. */
import type { DataSource } from 'typeorm';
import type { DeliveryError, DeliveryView } from '#contracts/http/remote-units.js';
import { available } from '../database/database-error.js';

export interface DeliveryRecord {
  /** Orders the deliveries of all exercises. */
  readonly number: number;
  readonly id: string;
  readonly unit: string;
  readonly kind: DeliveryView['kind'];
  readonly subject: string;
  readonly at: number;
  readonly createdAt: Date;
  readonly status: DeliveryView['status'];
  readonly reason: NonNullable<DeliveryView['reason']> | null;
  readonly nextAttemptAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly attemptCount: number;
  readonly attempts: readonly AttemptRecord[];
}

interface AttemptRecord {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly latencyMs: number;
  readonly status: number | null;
  readonly error: DeliveryError | null;
}

export interface DeliveryFilter {
  readonly unit?: string;
  readonly statuses?: readonly string[];
  /** Only those before this number. */
  readonly before?: number;
  readonly limit: number;
}

/** Of each delivery. */
const MOST_ATTEMPTS = 20;

export class DeliveryList {
  constructor(private readonly dataSource: DataSource) {}

  async list(exercise: string, { unit, statuses, before, limit }: DeliveryFilter): Promise<DeliveryRecord[]> {
    return available(() =>
      this.dataSource.query<DeliveryRecord[]>(
        `SELECT d.number, d.id, d.unit_id AS unit, d.kind, d.subject, d.at, d.created_at AS "createdAt", d.status, d.reason,
           d.next_attempt_at AS "nextAttemptAt", d.delivered_at AS "deliveredAt", d.attempts AS "attemptCount",
           coalesce((SELECT json_agg(json_build_object('number', a.number, 'latencyMs', a.latency_ms, 'status', a.status,
               'error', a.error, 'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY a.number)
             FROM (SELECT * FROM remote_attempt WHERE delivery_id = d.id ORDER BY number DESC LIMIT ${MOST_ATTEMPTS}) a),
             '[]') AS attempts
         FROM remote_delivery d
         WHERE d.exercise_id = $1 AND ($2::text IS NULL OR d.unit_id = $2) AND ($3::text[] IS NULL OR d.status = ANY ($3))
           AND ($4::bigint IS NULL OR d.number < $4)
         ORDER BY d.number DESC LIMIT $5`,
        [exercise, unit ?? null, statuses ?? null, before ?? null, limit],
      ),
    );
  }
}
