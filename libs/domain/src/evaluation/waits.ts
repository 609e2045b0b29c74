/** Where the time goes: how long steps and the units that they asked were waited for. In ms of exercise time. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';

/** How often, and how long in all. */
export interface Wait {
  readonly count: number;
  readonly ms: number;
}

interface Pending {
  readonly name: string;
  readonly incident: IncidentId;
  readonly since: ExerciseTime;
}

interface Asked extends Pending {
  deliveredAt?: ExerciseTime;
}

/**
 * A chain is at one step at a time; a unit is waited for from when its notification was sent until that ended. Nobody waits for
 * a unit that was not reached, or was asked at the very moment at which its incident or the exercise ended.
 */
export class WaitTally {
  readonly #steps = new Map<string, { count: number; ms: number }>();
  readonly #units = new Map<string, { count: number; ms: number }>();
  readonly #stepOf = new Map<string, Pending>();
  readonly #asked = new Map<string, Asked>();

  /** By `chain/step`. */
  get steps(): ReadonlyMap<string, Wait> {
    return this.#steps;
  }

  /** By the unit's id. */
  get units(): ReadonlyMap<string, Wait> {
    return this.#units;
  }

  /** The next event of the log. */
  add(event: LoggedEvent): void {
    const { at } = event;
    switch (event.type) {
      case 'StepStarted': {
        const { incident, chain, stepId } = event.data;
        this.#leaveStep(`${incident}/${chain}`, at);
        this.#stepOf.set(`${incident}/${chain}`, { name: `${chain}/${stepId}`, incident, since: at });
        return;
      }
      case 'StepDelayed':
      case 'StepSkipped':
      case 'ChainHalted':
      case 'ChainStopped':
      case 'EscalationExhausted':
        return this.#leaveStep(`${event.data.incident}/${event.data.chain}`, at);
      case 'IncidentResolved':
      case 'IncidentClosed':
      case 'IncidentCancelled':
        return this.#leaveIncident(event.data.incident, at);
      case 'NotificationSent': {
        const { notification, incident, unit } = event.data;
        this.#asked.set(notification, { name: unit, incident, since: at });
        return;
      }
      case 'NotificationDelivered': {
        const asked = this.#asked.get(event.data.notification);
        if (asked) asked.deliveredAt ??= at;
        return;
      }
      case 'NotificationAcknowledged':
      case 'NotificationDeclined':
        return end(this.#asked, event.data.notification, this.#units, at);
      case 'NotificationExpired':
      case 'NotificationWithdrawn':
      case 'NotificationUndeliverable': {
        const { notification } = event.data;
        const deliveredAt = this.#asked.get(notification)?.deliveredAt;
        if (deliveredAt === undefined || deliveredAt === at) this.#asked.delete(notification);
        return end(this.#asked, notification, this.#units, at);
      }
      case 'ExerciseEnded':
        for (const key of this.#stepOf.keys()) this.#leaveStep(key, at);
        return;
      default:
    }
  }

  #leaveStep(key: string, at: ExerciseTime): void {
    end(this.#stepOf, key, this.#steps, at);
  }

  #leaveIncident(incident: IncidentId, at: ExerciseTime): void {
    for (const [key, pending] of this.#stepOf) if (pending.incident === incident) this.#leaveStep(key, at);
  }
}

function end(
  pending: Map<string, Pending>,
  key: string,
  waits: Map<string, { count: number; ms: number }>,
  at: ExerciseTime,
): void {
  const found = pending.get(key);
  if (!found) return;
  pending.delete(key);
  const wait = waits.get(found.name) ?? { count: 0, ms: 0 };
  wait.count++;
  wait.ms += at - found.since;
  waits.set(found.name, wait);
}
