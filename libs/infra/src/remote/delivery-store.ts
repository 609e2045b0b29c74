/** Deliveries to the programs of remote units: taken for an attempt, and what came of it. Times are PostgreSQL's. */
import type { DataSource, EntityManager } from 'typeorm';
import type { DeliveryKind, DropReason } from '#contracts/http/remote-units.js';
import type { Side } from '#domain/kernel/side.js';
import { available } from '../database/database-error.js';
import { afterFailure, afterSuccess, type Circuit, circuitState, retryDelayMs, type RetrySettings } from './circuit.js';
import type { PostResult } from './guarded-request.js';
import type { RemoteSecrets } from './remote-secret.js';

/** A delivery that is to be attempted now, by whoever has taken it. */
export interface TakenDelivery {
  readonly id: string;
  readonly exercise: string;
  readonly unit: string;
  readonly side: Side;
  readonly kind: DeliveryKind;
  readonly subject: string;
  readonly seq: number;
  /** Exercise time, ms. */
  readonly at: number;
  readonly url: string;
  readonly key: Buffer;
  /** Counts from 1. */
  readonly attempt: number;
}

/** `done`: nothing is to be done, now or later. `later`: not before so many ms. */
export type Taken = { readonly delivery: TakenDelivery } | { readonly laterMs: number } | 'done';

interface Row extends Omit<TakenDelivery, 'key' | 'attempt'> {
  readonly attempts: number;
  readonly waitMs: number;
  readonly salt: Buffer | null;
  readonly enabled: boolean | null;
  readonly isRemote: boolean | null;
  readonly failures: number;
  readonly openUntil: number | null;
  readonly probingMs: number;
  readonly now: number;
  readonly exerciseStatus: string | null;
  readonly notificationStatus: string | null;
}

/** A message that failed so often is given up, however long its exercise lasts. */
const MOST_ATTEMPTS = 1_000;
/** Beyond the time that an attempt may take; then it counts as lost with its worker. */
const GRACE_MS = 5_000;
/** While another worker tries whether the endpoint is back. */
const PROBE_WAIT_MS = 1_000;
const MOST_DUE = 200;

export class DeliveryStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: RemoteSecrets,
    private readonly settings: RetrySettings & { readonly timeoutMs: number },
  ) {}

  /** Takes the delivery for an attempt, unless it is not due, not wanted any more, or taken. */
  take(id: string): Promise<Taken> {
    return available(() => this.dataSource.transaction((manager) => this.#take(manager, id)));
  }

  async #take(manager: EntityManager, id: string): Promise<Taken> {
    // The endpoint first, as everywhere: whoever locks both locks them in this order.
    await manager.query(
      `SELECT 1 FROM remote_endpoint e JOIN remote_delivery d ON d.exercise_id = e.exercise_id AND d.unit_id = e.unit_id
       WHERE d.id = $1 FOR UPDATE OF e`,
      [id],
    );
    const [row] = await manager.query<Row[]>(
      `SELECT d.id, d.exercise_id AS exercise, d.unit_id AS unit, u.side, d.kind, d.subject, d.seq, d.at, d.attempts,
         (extract(epoch FROM d.next_attempt_at - clock_timestamp()) * 1000)::float8 AS "waitMs",
         e.url, e.salt, e.enabled, e.is_remote AS "isRemote", coalesce(e.failures, 0) AS failures,
         (extract(epoch FROM e.open_until) * 1000)::float8 AS "openUntil",
         coalesce((extract(epoch FROM e.probing_until - clock_timestamp()) * 1000)::float8, 0) AS "probingMs",
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now,
         x.status AS "exerciseStatus", n.status AS "notificationStatus"
       FROM remote_delivery d
       LEFT JOIN remote_endpoint e ON e.exercise_id = d.exercise_id AND e.unit_id = d.unit_id
       LEFT JOIN exercise x ON x.id = d.exercise_id
       LEFT JOIN unit u ON u.exercise_id = d.exercise_id AND u.id = d.unit_id
       LEFT JOIN notification n ON n.exercise_id = d.exercise_id AND n.id = d.subject
       WHERE d.id = $1 AND d.status = 'pending' FOR UPDATE OF d`,
      [id],
    );
    if (row === undefined) return 'done';
    const reason = reasonToDrop(row);
    if (reason !== undefined) {
      await this.#end(manager, id, reason);
      return 'done';
    }
    // Whoever enables the endpoint makes it due again.
    if (row.enabled !== true || row.salt === null) return 'done';
    if (row.waitMs > 0) return { laterMs: row.waitMs };
    const circuit = circuitState(row, row.now);
    if (circuit === 'open') return this.#putOff(manager, id, (row.openUntil ?? row.now) - row.now);
    if (circuit === 'half-open' && row.probingMs > 0) return this.#putOff(manager, id, PROBE_WAIT_MS);
    const lease = this.settings.timeoutMs + GRACE_MS;
    await manager.query(
      `UPDATE remote_delivery SET attempts = attempts + 1, next_attempt_at = ${IN_MS('$2')} WHERE id = $1`,
      [id, lease],
    );
    if (circuit === 'half-open') {
      await manager.query(
        `UPDATE remote_endpoint SET probing_until = ${IN_MS('$3')} WHERE exercise_id = $1 AND unit_id = $2`,
        [row.exercise, row.unit, lease],
      );
    }
    const { exercise, unit, side, kind, subject, seq, at, url, salt, attempts } = row;
    const key = this.secrets.keyOf(exercise, unit, salt);
    return { delivery: { id, exercise, unit, side, kind, subject, seq, at, url, key, attempt: attempts + 1 } };
  }

  async #putOff(manager: EntityManager, id: string, ms: number): Promise<Taken> {
    await manager.query(`UPDATE remote_delivery SET next_attempt_at = ${IN_MS('$2')} WHERE id = $1`, [id, ms]);
    return { laterMs: ms };
  }

  /** The message is not delivered any more. */
  async end(id: string, reason: DropReason): Promise<void> {
    await available(() => this.#end(this.dataSource.manager, id, reason));
  }

  async #end(manager: EntityManager, id: string, reason: DropReason): Promise<void> {
    await manager.query(
      `UPDATE remote_delivery SET status = 'dropped', reason = $2, next_attempt_at = NULL WHERE id = $1 AND status = 'pending'`,
      [id, reason],
    );
  }

  /**
   * Records an attempt.
   * @returns after how many ms to try again, if so, and which other deliveries are due now because the endpoint is back
   */
  record(taken: TakenDelivery, result: PostResult): Promise<{ retryMs?: number; due: string[] }> {
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        const [endpoint] = await manager.query<(Circuit & { now: number })[]>(
          `SELECT failures, (extract(epoch FROM open_until) * 1000)::float8 AS "openUntil",
             (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now
           FROM remote_endpoint WHERE exercise_id = $1 AND unit_id = $2 FOR UPDATE`,
          [taken.exercise, taken.unit],
        );
        await manager.query(
          `INSERT INTO remote_attempt (delivery_id, number, at, latency_ms, status, error)
           VALUES ($1, $2, clock_timestamp() - $3 * interval '1 ms', $3, $4, $5) ON CONFLICT DO NOTHING`,
          [taken.id, taken.attempt, result.latencyMs, result.status ?? null, result.error ?? null],
        );
        return result.error === undefined
          ? { due: await this.#succeeded(manager, taken, endpoint) }
          : { due: [], ...(await this.#failed(manager, taken, result.error, endpoint)) };
      }),
    );
  }

  async #succeeded(manager: EntityManager, taken: TakenDelivery, endpoint: Circuit | undefined): Promise<string[]> {
    // It arrived, whatever became of its notification meanwhile.
    await manager.query(
      `UPDATE remote_delivery SET status = 'delivered', reason = NULL, next_attempt_at = NULL, delivered_at = clock_timestamp()
       WHERE id = $1`,
      [taken.id],
    );
    const { failures, openUntil } = afterSuccess();
    await manager.query(
      `UPDATE remote_endpoint SET failures = $3, open_until = $4, probing_until = NULL, last_success_at = clock_timestamp()
       WHERE exercise_id = $1 AND unit_id = $2`,
      [taken.exercise, taken.unit, failures, openUntil],
    );
    if (endpoint === undefined || endpoint.failures === 0) return [];
    // What was put off while the endpoint was away; what another worker attempts just now is left to it.
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE remote_delivery d SET next_attempt_at = clock_timestamp()
       WHERE exercise_id = $1 AND unit_id = $2 AND status = 'pending' AND next_attempt_at > clock_timestamp()
         AND (attempts = 0 OR EXISTS (SELECT 1 FROM remote_attempt a WHERE a.delivery_id = d.id AND a.number = d.attempts))
       RETURNING id`,
      [taken.exercise, taken.unit],
    );
    return rows.map(({ id }) => id);
  }

  async #failed(
    manager: EntityManager,
    taken: TakenDelivery,
    error: string,
    endpoint: (Circuit & { now: number }) | undefined,
  ): Promise<{ retryMs?: number }> {
    if (endpoint !== undefined) {
      const { failures, openUntil } = afterFailure(endpoint, endpoint.now, this.settings);
      await manager.query(
        `UPDATE remote_endpoint SET failures = $3, open_until = to_timestamp($4::float8 / 1000), probing_until = NULL,
           last_failure_at = clock_timestamp(), last_error = $5 WHERE exercise_id = $1 AND unit_id = $2`,
        [taken.exercise, taken.unit, failures, openUntil, error],
      );
    }
    if (taken.attempt >= MOST_ATTEMPTS) {
      await this.#end(manager, taken.id, 'too-many-attempts');
      return {};
    }
    const retryMs = retryDelayMs(taken.attempt, this.settings, Math.random());
    await manager.query(
      `UPDATE remote_delivery SET next_attempt_at = ${IN_MS('$2')} WHERE id = $1 AND status = 'pending'`,
      [taken.id, retryMs],
    );
    return { retryMs };
  }

  /** Deliveries that are due, and for how long, ms. */
  async due(): Promise<{ id: string; overdueMs: number }[]> {
    return available(() =>
      this.dataSource.query<{ id: string; overdueMs: number }[]>(
        `SELECT d.id, (extract(epoch FROM clock_timestamp() - d.next_attempt_at) * 1000)::float8 AS "overdueMs"
         FROM remote_delivery d JOIN remote_endpoint e ON e.exercise_id = d.exercise_id AND e.unit_id = d.unit_id AND e.enabled
         WHERE d.status = 'pending' AND d.next_attempt_at <= clock_timestamp() ORDER BY d.next_attempt_at LIMIT ${MOST_DUE}`,
      ),
    );
  }
}

function IN_MS(parameter: string): string {
  return `clock_timestamp() + ${parameter}::float8 * interval '1 ms'`;
}

/** Why a message is not to be delivered any more, as the exercise stands now. */
function reasonToDrop({ kind, exerciseStatus, notificationStatus, isRemote, salt }: Row): DropReason | undefined {
  if (salt === null) return 'endpoint-removed';
  if (exerciseStatus === null) return 'exercise-ended';
  if (isRemote !== true) return 'unit-not-remote';
  if (kind === 'withdrawal') return undefined;
  if (exerciseStatus === 'ended') return 'exercise-ended';
  if (kind === 'news') return undefined;
  switch (notificationStatus) {
    case 'acknowledged':
    case 'declined':
    case 'expired':
    case 'withdrawn':
      return notificationStatus;
    default:
      return undefined;
  }
}
