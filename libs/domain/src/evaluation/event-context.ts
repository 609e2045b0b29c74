/** What a statement about an event needs to know of the events before it. */
import type { NotificationId } from '../kernel/ids.js';
import type { DomainEvent } from '../kernel/event.js';
import type { LocalizedText } from '../kernel/localized-text.js';

export interface EventContext {
  /** At the end of a notification: whether it had reached its unit. Absent: not known. */
  readonly delivered?: boolean;
  /** At the opening of an incident: the headline in each language of its alert. Absent: in English, as the event has it. */
  readonly headlines?: LocalizedText;
}

const NOTHING: EventContext = {};

/** Follows a log from any event on. What happened before that is not known, and nothing is said of it. */
export class EventContexts {
  /** Notifications that are open, and whether they were delivered. */
  readonly #delivered = new Map<NotificationId, boolean>();

  /** Takes the next event, and returns its context. */
  next(event: DomainEvent): EventContext {
    switch (event.type) {
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
