/** What of a log matters to expectations, gathered in one pass. */
import type { AlertId, IncidentId, InjectId } from '../kernel/ids.js';
import { STARTEX, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import type { EventOf, EventType, LoggedEvent } from '../kernel/event.js';
import { scriptIndex } from '../inject/script-index.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { Scenario } from '../exercise/scenario.js';

const OF_INCIDENTS = [
  'NotificationSent',
  'NotificationReminded',
  'NotificationDelivered',
  'NotificationAcknowledged',
  'LateAcknowledgement',
  'AcknowledgementOverridden',
  'JointAcknowledgementChanged',
  'StepStarted',
  'IncidentResolved',
  'IncidentCancelled',
] as const satisfies readonly EventType[];

/** All events that are looked at; of an accepted alert only its id and its incident. */
export const OBSERVED_TYPES = [
  'ExerciseEnded',
  'InjectFired',
  'IncidentOpened',
  'AlertAccepted',
  'IncidentReopened',
  ...OF_INCIDENTS,
] as const satisfies readonly EventType[];

/** An event of an incident that an expectation may speak of. */
export type Observation = LoggedEvent & EventOf<(typeof OF_INCIDENTS)[number]>;

export interface Moment {
  readonly at: ExerciseTime;
  readonly seq: number;
}

export interface ObservedIncident {
  readonly id: IncidentId;
  readonly class: ReleaseClass;
  readonly opened: Moment;
  readonly events: readonly Observation[];
}

interface GrowingIncident extends ObservedIncident {
  readonly events: Observation[];
}

/** What an inject's first alert opened, joined or, at this moment, reopened. */
interface Reached {
  readonly incident: GrowingIncident;
  reopened?: Moment;
}

export interface ObservedLog {
  /** Inject → when it first fired. */
  readonly fired: ReadonlyMap<InjectId, Moment>;
  /**
   * Alert inject → the incident that its first alert opened or joined. One that it reopened begins there anew: whoever was
   * asked before is asked again, and what was done before is no answer to this alert.
   */
  readonly incidentOf: ReadonlyMap<InjectId, ObservedIncident>;
  readonly incidents: ReadonlyMap<IncidentId, ObservedIncident>;
  readonly hasEnded: boolean;
  /** Exercise time up to which the log is complete. */
  readonly until: ExerciseTime;
}

/**
 * @param until exercise time that the run has reached; absent: that of the last event
 */
export function observeLog(scenario: Scenario, log: Iterable<LoggedEvent>, until?: ExerciseTime): ObservedLog {
  const observer = new LogObserver(scenario);
  for (const event of log) observer.add(event);
  return observer.observed(until);
}

/** The same, event by event. */
export class LogObserver {
  readonly #byAlert: ReadonlyMap<AlertId, InjectId>;
  readonly #fired = new Map<InjectId, Moment>();
  readonly #reached = new Map<InjectId, Reached>();
  readonly #incidents = new Map<IncidentId, GrowingIncident>();
  /** By the latest alert. */
  #latest: Reached | undefined;
  #hasEnded = false;
  #last = STARTEX;

  constructor(scenario: Scenario) {
    this.#byAlert = scriptIndex(scenario).byAlert;
  }

  add(event: LoggedEvent): void {
    const { at, seq } = event;
    this.#last = at;
    switch (event.type) {
      case 'ExerciseEnded':
        this.#hasEnded = true;
        break;
      case 'InjectFired':
        if (!this.#fired.has(event.data.inject)) this.#fired.set(event.data.inject, { at, seq });
        break;
      case 'IncidentOpened':
        this.#incidents.set(event.data.incident, {
          id: event.data.incident,
          class: event.data.class,
          opened: { at, seq },
          events: [],
        });
        break;
      case 'AlertAccepted': {
        const inject = this.#byAlert.get(event.data.alertId);
        const incident = event.data.incident === undefined ? undefined : this.#incidents.get(event.data.incident);
        this.#latest = undefined;
        if (inject === undefined || !incident || this.#reached.has(inject)) break;
        this.#latest = { incident };
        this.#reached.set(inject, this.#latest);
        break;
      }
      case 'IncidentReopened':
        // Follows from the alert at once, before any other is accepted.
        if (this.#latest?.incident.id === event.data.incident) this.#latest.reopened = { at, seq };
        break;
      case 'NotificationSent':
      case 'NotificationReminded':
      case 'NotificationDelivered':
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
      case 'AcknowledgementOverridden':
      case 'JointAcknowledgementChanged':
      case 'StepStarted':
      case 'IncidentResolved':
      case 'IncidentCancelled':
        this.#incidents.get(event.data.incident)?.events.push(event);
        break;
      default:
    }
  }

  /** @param until as in `observeLog` */
  observed(until?: ExerciseTime): ObservedLog {
    return {
      fired: this.#fired,
      incidentOf: new Map([...this.#reached].map(([inject, reached]) => [inject, sinceReopened(reached)])),
      incidents: this.#incidents,
      hasEnded: this.#hasEnded,
      until: laterOf(until ?? this.#last, this.#last),
    };
  }
}

function sinceReopened({ incident, reopened }: Reached): ObservedIncident {
  if (!reopened) return incident;
  return { ...incident, opened: reopened, events: incident.events.filter(({ seq }) => seq > reopened.seq) };
}
