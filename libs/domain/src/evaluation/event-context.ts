/** What a statement about an event needs to know of the events before it. */
import type { DomainEvent, EventOf } from '../engine/event.js';
import { SIDES, type Side } from '../release/release.js';

export interface EventContext {
  /** After a change of the joint acknowledgement: the sides whose acknowledgement stands. Absent: not known. */
  readonly acknowledged?: readonly Side[];
  /** At the end of a notification: whether it had reached its unit. Absent: not known. */
  readonly delivered?: boolean;
}

const NOTHING: EventContext = {};

/** Follows a log from any event on. What happened before that is not known, and nothing is said of it. */
export class EventContexts {
  readonly #acknowledged = new Map<string, readonly Side[]>();
  /** Notifications that are open, and whether they were delivered. */
  readonly #delivered = new Map<string, boolean>();

  /** Takes the next event, and returns its context. */
  next(event: DomainEvent): EventContext {
    switch (event.type) {
      case 'IncidentOpened':
      case 'IncidentReopened':
        this.#acknowledged.set(event.data.incident, []);
        return NOTHING;
      case 'IncidentClosed':
      case 'IncidentCancelled':
        this.#acknowledged.delete(event.data.incident);
        return NOTHING;
      case 'JointAcknowledgementChanged': {
        const { incident } = event.data;
        const acknowledged = standingSides(event.data, this.#acknowledged.get(incident));
        if (!acknowledged) return NOTHING;
        this.#acknowledged.set(incident, acknowledged);
        return { acknowledged };
      }
      case 'NotificationSent':
        this.#delivered.set(event.data.notification, false);
        return NOTHING;
      case 'NotificationDelivered':
        this.#delivered.set(event.data.notification, true);
        return NOTHING;
      case 'NotificationAcknowledged':
      case 'NotificationDeclined':
      case 'NotificationExpired':
      case 'NotificationWithdrawn':
      case 'NotificationUndeliverable': {
        const { notification } = event.data;
        const delivered = this.#delivered.get(notification);
        this.#delivered.delete(notification);
        return delivered === undefined ? NOTHING : { delivered };
      }
      default:
        return NOTHING;
    }
  }
}

/**
 * The event names the side whose credit changed. `partial` means that this side stands alone when it gained it, and that the
 * other one does when it lost it.
 */
function standingSides(
  data: EventOf<'JointAcknowledgementChanged'>['data'] & { readonly acknowledged?: readonly Side[] },
  before: readonly Side[] | undefined,
): readonly Side[] | undefined {
  if (data.acknowledged) return data.acknowledged;
  switch (data.state) {
    case 'joint':
      return SIDES;
    case 'none':
      return [];
    case 'partial':
      if (!before) return undefined;
      return before.length === SIDES.length ? before.filter((one) => one !== data.side) : [data.side];
    default:
      // A server that is newer than this program may know of more.
      data.state satisfies never;
      return undefined;
  }
}
