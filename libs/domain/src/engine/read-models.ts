/**
 * The read models as the state gives them. `ChangeSet` gathers what a run of events touched, each entity once, in its
 * last form: what has left the hot state by then is still held here.
 */
import type { Alert } from '../alert/alert.js';
import type { Incident, Notification } from '../incident/incident.js';
import { jointAcknowledgement } from '../incident/joint-acknowledgement.js';
import type { Audience, Side } from '../release/release.js';
import type { UnitDefinition, UnitState } from '../unit/unit.js';
import type { DomainEvent, LoggedEvent } from './event.js';
import type { Observer } from './engine.js';
import { definitionOf, incidentOf } from './lookup.js';
import type { State } from './state.js';

export interface AlertView {
  readonly id: string;
  /** Of the event that accepted it. */
  readonly seq: number;
  readonly audience: Audience;
  readonly incident: string;
  readonly acceptedAt: number;
  readonly alert: Alert;
}

export type AlertStatus = 'active' | 'superseded' | 'cancelled' | 'recorded';

export interface IncidentView extends Omit<Incident, 'facts' | 'chains'> {
  readonly audience: Audience;
  readonly joint: 'none' | 'partial' | 'joint';
  readonly chains: readonly { chain: string; route: string; status: string; step: number; round: number }[];
}

export interface NotificationView extends Notification {
  readonly audience: Audience;
}

export interface UnitView extends Pick<
  UnitDefinition,
  'id' | 'name' | 'kind' | 'jurisdiction' | 'authority' | 'capacity'
> {
  readonly side: Side;
  readonly duty: UnitState['duty'];
  readonly mode: UnitState['mode'];
  readonly link: UnitState['link'];
  /** Places taken, by the class of the incident: who may not know of a class is not told of its number either. */
  readonly engaged: Engaged;
}

export type Engaged = Readonly<Partial<Record<Audience, number>>>;

/** The places that a viewer of these audiences may know of. */
export function placesTaken(engaged: Engaged, audiences: readonly Audience[]): number {
  return audiences.reduce((sum, audience) => sum + (engaged[audience] ?? 0), 0);
}

export function incidentView(incident: Incident): IncidentView {
  const { facts: _, chains, ...rest } = incident;
  return {
    ...rest,
    audience: incident.class,
    joint: jointAcknowledgement(incident),
    chains: Object.values(chains).map(({ chain, route, status, step, round }) => ({
      chain,
      route,
      status,
      step,
      round,
    })),
  };
}

export function unitView(state: State, unit: UnitState): UnitView {
  const { id, name, side, kind, jurisdiction, authority, capacity } = definitionOf(state, unit.id);
  const { duty, mode, link, engagements } = unit;
  const engaged: Partial<Record<Audience, number>> = {};
  for (const incident of Object.keys(engagements)) {
    const { class: releaseClass } = incidentOf(state, incident);
    engaged[releaseClass] = (engaged[releaseClass] ?? 0) + 1;
  }
  return { id, name, side, kind, jurisdiction, authority, capacity, duty, mode, link, engaged };
}

/** What changed, by id. */
export class ChangeSet implements Observer {
  readonly alerts = new Map<string, AlertView>();
  readonly alertStatuses = new Map<string, AlertStatus>();
  readonly #incidents = new Map<string, Incident>();
  readonly #notifications = new Map<string, { notification: Notification; audience: Audience }>();
  readonly #units = new Map<string, UnitState>();

  constructor(private readonly state: State) {}

  /** Before the state changes: what this event takes out of it is caught here. */
  before(event: DomainEvent): void {
    if (event.type === 'IncidentResolved') this.#touchUnitsOf(event.data.incident);
    if (event.type !== 'IncidentClosed' && event.type !== 'IncidentCancelled') return;
    this.#touchIncident(event.data.incident);
    this.#touchUnitsOf(event.data.incident);
  }

  after(event: LoggedEvent): void {
    const { data, audience } = event;
    if (event.type === 'AlertAccepted') this.#accept(event);
    else if (event.type === 'AlertSuperseded') this.alertStatuses.set(event.data.alertId, 'superseded');
    else if (event.type === 'AlertCancelled') this.alertStatuses.set(event.data.alertId, 'cancelled');
    if (event.type === 'StepStarted') {
      for (const { notification } of event.data.addressees) this.#touchNotification(notification, audience);
    }
    // What only controllers see is a plan: it shows in the log, not in the read models.
    if (audience === 'CONTROL') return;
    if ('incident' in data && data.incident !== undefined) this.#touchIncident(data.incident);
    if ('notification' in data) this.#touchNotification(data.notification, audience);
    if ('unit' in data && data.unit !== undefined) this.#touchUnit(data.unit);
  }

  get incidents(): IncidentView[] {
    return [...this.#incidents.values()].map(incidentView);
  }

  get notifications(): NotificationView[] {
    return [...this.#notifications.values()].map(({ notification, audience }) => ({ ...notification, audience }));
  }

  get units(): UnitView[] {
    return [...this.#units.values()].map((unit) => unitView(this.state, unit));
  }

  #accept({ seq, at, data, audience }: Extract<LoggedEvent, { type: 'AlertAccepted' }>): void {
    const { alertId: id, alert, incident } = data;
    this.alerts.set(id, { id, seq, audience, incident, acceptedAt: at, alert });
    const counts = alert.msgType === 'Alert' || alert.msgType === 'Update';
    this.alertStatuses.set(id, counts ? 'active' : 'recorded');
  }

  #touchIncident(id: string): void {
    const incident = this.state.incidents[id];
    if (incident) this.#incidents.set(id, incident);
  }

  #touchNotification(id: string, audience: Audience): void {
    const notification = this.state.notifications[id];
    if (notification) this.#notifications.set(id, { notification, audience });
  }

  #touchUnit(id: string): void {
    const unit = this.state.units[id];
    if (unit) this.#units.set(id, unit);
  }

  #touchUnitsOf(incident: string): void {
    for (const unit of Object.values(this.state.units)) {
      if (unit.engagements[incident]) this.#units.set(unit.id, unit);
    }
  }
}
