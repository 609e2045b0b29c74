/** I5: each notification ends at most once, and after the end of its incident or of the exercise exactly once. */
import type { LoggedEvent } from '#domain/kernel/event.js';
import { named } from './stored-exercise.js';
import type { Violations } from './violations.js';

/** From the log alone, without the engine's help. */
export class NotificationCheck {
  /** Incident → notification → the event that ended it. Only of incidents that are open. */
  readonly #incidents = new Map<string, Map<string, string | undefined>>();
  #ended = false;
  notifications = 0;

  constructor(private readonly violations: Violations) {}

  event(event: LoggedEvent): void {
    switch (event.type) {
      case 'StepStarted':
        for (const { notification } of event.data.addressees) this.#open(event.data.incident, notification);
        return;
      case 'NotificationAcknowledged':
      case 'NotificationDeclined':
      case 'NotificationExpired':
      case 'NotificationWithdrawn':
      case 'NotificationUndeliverable':
        return this.#end(event, event.data.incident, event.data.notification);
      case 'NotificationSent':
      case 'NotificationDelivered':
      case 'NotificationReminded':
        return this.#stillOpen(event, event.data.incident, event.data.notification);
      case 'LateAcknowledgement':
        return this.#afterExpiry(event, event.data.incident, event.data.notification);
      case 'IncidentClosed':
      case 'IncidentCancelled':
        this.#allEnded(event.data.incident, named(event));
        this.#incidents.delete(event.data.incident);
        return;
      case 'ExerciseEnded':
        this.#ended = true;
        return;
      default:
        return;
    }
  }

  end(): void {
    if (!this.#ended) return;
    for (const incident of this.#incidents.keys()) this.#allEnded(incident, 'the exercise has ended');
  }

  #open(incident: string, notification: string): void {
    let known = this.#incidents.get(incident);
    if (!known) this.#incidents.set(incident, (known = new Map()));
    if (known.has(notification)) return;
    known.set(notification, undefined);
    this.notifications++;
  }

  #end(event: LoggedEvent, incident: string, notification: string): void {
    const known = this.#known(event, incident, notification);
    if (!known) return;
    const before = known.get(notification);
    if (before === undefined) known.set(notification, event.type);
    else this.violations.add('I5', `${named(event)} ends ${notification} again: it ended by ${before}`);
  }

  #stillOpen(event: LoggedEvent, incident: string, notification: string): void {
    const before = this.#known(event, incident, notification)?.get(notification);
    if (before !== undefined) this.violations.add('I5', `${named(event)} of ${notification}, which ended by ${before}`);
  }

  #afterExpiry(event: LoggedEvent, incident: string, notification: string): void {
    const known = this.#known(event, incident, notification);
    if (!known || known.get(notification) === 'NotificationExpired') return;
    this.violations.add('I5', `${named(event)} of ${notification}, which had not expired`);
  }

  #known(event: LoggedEvent, incident: string, notification: string): Map<string, string | undefined> | undefined {
    const known = this.#incidents.get(incident);
    if (known?.has(notification)) return known;
    this.violations.add('I5', `${named(event)} of ${notification}, which was never asked or whose incident had ended`);
    return undefined;
  }

  #allEnded(incident: string, since: string): void {
    for (const [notification, ended] of this.#incidents.get(incident) ?? []) {
      if (ended === undefined) this.violations.add('I5', `${notification} has not ended, although ${since}`);
    }
  }
}
