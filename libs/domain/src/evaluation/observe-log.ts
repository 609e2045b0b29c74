/** What of a log matters to expectations, gathered in one pass. */
import type { AlertId, IncidentId, InjectId } from '../kernel/ids.js';
import { STARTEX, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import type { EventOf, EventType, LoggedEvent } from '../kernel/event.js';
import type { Inject } from '../inject/inject.js';
import { tearLineReader } from '../inject/known-things.js';
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

/** All events that are looked at; of an accepted alert only its id, its incident and its tear line. */
export const OBSERVED_TYPES = [
  'ExerciseEnded',
  'InjectFired',
  'IncidentOpened',
  'AlertAccepted',
  'IncidentReopened',
  'ReleaseDecided',
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
  /** When it was first released to the other side. What happens to the JOINT incident from then on counts as its own. */
  readonly released?: Moment;
}

interface GrowingIncident extends ObservedIncident {
  readonly events: Observation[];
}

/** What an inject's first alert, accepted at `at`, opened, joined or, at this moment, reopened. */
interface Reached {
  readonly incident: GrowingIncident;
  readonly accepted: Moment;
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
  /** Alert inject → when its first alert was accepted. */
  readonly accepted: ReadonlyMap<InjectId, Moment>;
  /** Inject → when the other side first got a tear line of what it brought in. */
  readonly tearLines: ReadonlyMap<InjectId, Moment>;
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
  readonly #injects: ReadonlyMap<InjectId, Inject>;
  readonly #fired = new Map<InjectId, Moment>();
  readonly #reached = new Map<InjectId, Reached>();
  readonly #incidents = new Map<IncidentId, GrowingIncident>();
  /** Incident of one side → its first release, and the JOINT incident that it went into. */
  readonly #released = new Map<IncidentId, Moment & { readonly joint: IncidentId }>();
  readonly #tearLines = new Map<InjectId, Moment>();
  /** By the latest alert. */
  #latest: Reached | undefined;
  #hasEnded = false;
  #last = STARTEX;

  constructor(scenario: Scenario) {
    const { byAlert, injects } = scriptIndex(scenario);
    this.#byAlert = byAlert;
    this.#injects = injects;
  }

  add(event: LoggedEvent): void {
    const { at, seq } = event;
    this.#last = at;
    switch (event.type) {
      case 'ExerciseEnded':
        this.#hasEnded = true;
        break;
      case 'InjectFired': {
        const { inject: id, kind } = event.data;
        if (!this.#fired.has(id)) this.#fired.set(id, { at, seq });
        const inject = kind === 'alert' ? undefined : this.#injects.get(id);
        if (inject && tearLineReader(inject) !== undefined) this.#shared(id, { at, seq });
        break;
      }
      case 'ReleaseDecided':
        this.#decided(event);
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
        if (inject !== undefined && event.data.tearLine !== undefined) this.#shared(inject, { at, seq });
        if (inject === undefined || !incident || this.#reached.has(inject)) break;
        this.#latest = { incident, accepted: { at, seq } };
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

  #shared(inject: InjectId, moment: Moment): void {
    if (!this.#tearLines.has(inject)) this.#tearLines.set(inject, moment);
  }

  #decided({ at, seq, data: { decision, incident, joint } }: LoggedEvent & EventOf<'ReleaseDecided'>): void {
    if (incident === undefined) return;
    if (joint !== undefined && !this.#released.has(incident)) this.#released.set(incident, { at, seq, joint });
    if (decision !== 'tear-line') return;
    for (const [inject, reached] of this.#reached) {
      if (reached.incident.id === incident) this.#shared(inject, { at, seq });
    }
  }

  /** With what has happened to the JOINT incident that it was released to, from its release on. */
  #asReleased(incident: ObservedIncident): ObservedIncident {
    const released = this.#released.get(incident.id);
    if (!released) return incident;
    // What the release itself leads to, such as answers that are carried over, stands in the log just before it.
    const joint = (this.#incidents.get(released.joint)?.events ?? []).filter(({ at }) => at >= released.at);
    const events = [...incident.events, ...joint].toSorted((a, b) => a.seq - b.seq);
    return { ...incident, events, released };
  }

  /** @param until as in `observeLog` */
  observed(until?: ExerciseTime): ObservedLog {
    return {
      fired: this.#fired,
      incidentOf: new Map(
        [...this.#reached].map(([inject, reached]) => [inject, this.#asReleased(sinceReopened(reached))]),
      ),
      incidents: this.#incidents,
      accepted: new Map([...this.#reached].map(([inject, { accepted }]) => [inject, accepted])),
      tearLines: this.#tearLines,
      hasEnded: this.#hasEnded,
      until: laterOf(until ?? this.#last, this.#last),
    };
  }
}

function sinceReopened({ incident, reopened }: Reached): ObservedIncident {
  if (!reopened) return incident;
  return { ...incident, opened: reopened, events: incident.events.filter(({ seq }) => seq > reopened.seq) };
}
