/** The endpoints of remote units: set, shown and removed by controllers. */
import type { DataSource, EntityManager } from 'typeorm';
import type { DeliveryError } from '#contracts/http/remote-units.js';
import type { UnitMode } from '#domain/unit/unit.js';
import { available } from '../database/database-error.js';
import { addOpenNotifications } from './open-notifications.js';
import type { RemoteSecrets } from './remote-secret.js';

export interface Endpoint {
  readonly unit: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly mode: UnitMode;
  readonly setBy: string;
  readonly setAt: Date;
  readonly failures: number;
  /** Epoch ms by PostgreSQL's clock, as is `now`. */
  readonly openUntil: number | null;
  readonly now: number;
  readonly pending: number;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastError: DeliveryError | null;
}

export interface WantedEndpoint {
  readonly exercise: string;
  /** Of a unit that the exercise has. */
  readonly unit: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly newSecret: boolean;
  /** Account id. */
  readonly by: string;
}

const SELECT = `SELECT e.unit_id AS unit, e.url, e.enabled, u.mode, e.set_by AS "setBy", e.set_at AS "setAt", e.failures,
    (extract(epoch FROM e.open_until) * 1000)::float8 AS "openUntil", (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now,
    (SELECT count(*) FROM remote_delivery d WHERE d.exercise_id = e.exercise_id AND d.unit_id = e.unit_id
       AND d.status = 'pending')::int AS pending,
    e.last_success_at AS "lastSuccessAt", e.last_failure_at AS "lastFailureAt", e.last_error AS "lastError"
  FROM remote_endpoint e JOIN unit u ON u.exercise_id = e.exercise_id AND u.id = e.unit_id`;

export class EndpointStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: RemoteSecrets,
  ) {}

  async get(exercise: string, unit: string): Promise<Endpoint | undefined> {
    const rows = await available(() =>
      this.dataSource.query<Endpoint[]>(`${SELECT} WHERE e.exercise_id = $1 AND e.unit_id = $2`, [exercise, unit]),
    );
    return rows[0];
  }

  /** Of all units, by their ids. */
  async list(exercise: string): Promise<readonly Endpoint[]> {
    return available(() =>
      this.dataSource.query<Endpoint[]>(`${SELECT} WHERE e.exercise_id = $1 ORDER BY e.unit_id`, [exercise]),
    );
  }

  /**
   * Sets the endpoint. What waits for it is due at once, and a circuit that was open is closed: whoever sets it has repaired something.
   * A new one is sent what its unit has not answered yet.
   * @returns the new key, when there is one: for a new endpoint, or as `newSecret` asks
   */
  async set(wanted: WantedEndpoint): Promise<{ isNew: boolean; key: Buffer | undefined }> {
    const { exercise, unit, newSecret } = wanted;
    const salt = this.secrets.newSalt();
    const isNew = await this.#create(wanted, salt);
    if (!isNew) await this.#change(wanted, salt);
    return { isNew, key: isNew || newSecret ? this.secrets.keyOf(exercise, unit, salt) : undefined };
  }

  /** One snapshot for the log's end, the unit's mode and what it has been asked. @returns false: there is one already */
  #create({ exercise, unit, url, enabled, by }: WantedEndpoint, salt: Buffer): Promise<boolean> {
    return available(() =>
      this.dataSource.transaction('REPEATABLE READ', async (manager) => {
        const [created] = await manager.query<{ readTo: number; isRemote: boolean }[]>(
          `INSERT INTO remote_endpoint (exercise_id, unit_id, url, enabled, salt, set_by, read_to, is_remote)
           SELECT x.id, u.id, $3, $4, $5, $6, x.seq_all, u.mode = 'remote'
           FROM exercise x JOIN unit u ON u.exercise_id = x.id WHERE x.id = $1 AND u.id = $2
             AND NOT EXISTS (SELECT 1 FROM remote_endpoint e WHERE e.exercise_id = $1 AND e.unit_id = $2)
           ON CONFLICT DO NOTHING RETURNING read_to AS "readTo", is_remote AS "isRemote"`,
          [exercise, unit, url, enabled, salt, by],
        );
        if (created?.isRemote === true) await addOpenNotifications(manager, { exercise, unit, seq: created.readTo });
        return created !== undefined;
      }),
    );
  }

  #change({ exercise, unit, url, enabled, newSecret, by }: WantedEndpoint, salt: Buffer): Promise<void> {
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        await manager.query(
          `UPDATE remote_endpoint SET url = $3, enabled = $4, set_by = $6, set_at = clock_timestamp(),
             salt = CASE WHEN $7 THEN $5 ELSE salt END, failures = 0, open_until = NULL, probing_until = NULL
           WHERE exercise_id = $1 AND unit_id = $2`,
          [exercise, unit, url, enabled, salt, by, newSecret],
        );
        await makeDue(manager, exercise, unit);
      }),
    );
  }

  /** The deliveries that were made stay on the list. @returns whether there was one */
  async remove(exercise: string, unit: string): Promise<boolean> {
    return available(() =>
      this.dataSource.transaction(async (manager) => {
        const [, count] = await manager.query<[unknown, number]>(
          'DELETE FROM remote_endpoint WHERE exercise_id = $1 AND unit_id = $2',
          [exercise, unit],
        );
        await manager.query(
          `UPDATE remote_delivery SET status = 'dropped', reason = 'endpoint-removed', next_attempt_at = NULL
           WHERE exercise_id = $1 AND unit_id = $2 AND status = 'pending'`,
          [exercise, unit],
        );
        return count > 0;
      }),
    );
  }

  /** The key with which requests of a unit's program are signed; undefined: there is no endpoint, or it is not enabled. */
  async keyOf(exercise: string, unit: string): Promise<Buffer | undefined> {
    const rows = await available(() =>
      this.dataSource.query<{ salt: Buffer }[]>(
        'SELECT salt FROM remote_endpoint WHERE exercise_id = $1 AND unit_id = $2 AND enabled',
        [exercise, unit],
      ),
    );
    const salt = rows[0]?.salt;
    return salt && this.secrets.keyOf(exercise, unit, salt);
  }

  /** A key that nothing is signed with: to compare with where there is no endpoint, so that this takes as long. */
  get anyKey(): Buffer {
    return this.secrets.keyOf('', '', Buffer.alloc(0));
  }
}

/** Whatever waits for the endpoint is due now. */
async function makeDue(manager: EntityManager, exercise: string, unit: string): Promise<void> {
  await manager.query(
    `UPDATE remote_delivery SET next_attempt_at = clock_timestamp()
     WHERE exercise_id = $1 AND unit_id = $2 AND status = 'pending' AND next_attempt_at > clock_timestamp()`,
    [exercise, unit],
  );
}
