/** What of a log matters to expectations, gathered in one pass. */
import type { EventOf, LoggedEvent } from '../engine/event.js';
import { scriptIndex } from '../inject/script-index.js';
import type { Scenario } from '../scenario/scenario.js';

/** An event of an incident that an expectation may speak of. */
export type Observation = LoggedEvent &
  EventOf<
    | 'NotificationSent'
    | 'NotificationReminded'
    | 'NotificationDelivered'
    | 'NotificationAcknowledged'
    | 'LateAcknowledgement'
    | 'AcknowledgementOverridden'
    | 'JointAcknowledgementChanged'
    | 'StepStarted'
    | 'IncidentResolved'
    | 'IncidentCancelled'
  >;

export interface Moment {
  readonly at: number;
  readonly seq: number;
}

export interface ObservedIncident {
  readonly opened: Moment;
  readonly events: Observation[];
}

export interface ObservedLog {
  /** Inject → when it first fired. */
  readonly fired: ReadonlyMap<string, Moment>;
  /** Alert inject → the incident that its first alert opened or joined. */
  readonly incidentOf: ReadonlyMap<string, ObservedIncident>;
  readonly incidents: ReadonlyMap<string, ObservedIncident>;
  readonly hasEnded: boolean;
  /** Exercise time up to which the log tells everything. */
  readonly until: number;
}

/**
 * @param until exercise time that the run has reached; absent: that of the last event
 */
export function observeLog(scenario: Scenario, log: Iterable<LoggedEvent>, until?: number): ObservedLog {
  const { byAlert } = scriptIndex(scenario);
  const fired = new Map<string, Moment>();
  const incidentOf = new Map<string, ObservedIncident>();
  const incidents = new Map<string, ObservedIncident>();
  let hasEnded = false;
  let last = 0;
  for (const event of log) {
    const { at, seq } = event;
    last = at;
    switch (event.type) {
      case 'ExerciseEnded':
        hasEnded = true;
        break;
      case 'InjectFired':
        if (!fired.has(event.data.inject)) fired.set(event.data.inject, { at, seq });
        break;
      case 'IncidentOpened':
        incidents.set(event.data.incident, { opened: { at, seq }, events: [] });
        break;
      case 'AlertAccepted': {
        const inject = byAlert.get(event.data.alertId);
        const incident = incidents.get(event.data.incident);
        if (inject !== undefined && incident && !incidentOf.has(inject)) incidentOf.set(inject, incident);
        break;
      }
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
        incidents.get(event.data.incident)?.events.push(event);
        break;
      default:
    }
  }
  return { fired, incidentOf, incidents, hasEnded, until: Math.max(until ?? last, last) };
}
