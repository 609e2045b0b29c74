/**
 * The read models as the state gives them. `ChangeSet` gathers what a run of events touched, each entity once, in its
 * last form: what has left the hot state by then is still held here.
 */
import { earlierOf, type ExerciseTime } from '../kernel/exercise-time.js';
import {
  alertId,
  idsIn,
  type ChainId,
  type IncidentId,
  type NotificationId,
  type UnitId,
  type AlertId,
} from '../kernel/ids.js';
import type { Alert } from '../alert/alert.js';
import type {
  Incident,
  IncidentStatus,
  JointAcknowledgement,
  SideAcknowledgement,
  SideDecision,
} from '../incident/incident.js';
import { jointState } from '../incident/joint-acknowledgement.js';
import { runsOf } from '../escalation/escalation-state.js';
import { acknowledgedSides, acknowledgementOf, isResponding } from '../incident/answers.js';
import type { Notification } from '../notification/notification.js';
import type { Marking } from '../release/label.js';
import { RELEASE_CLASSES, SIDES, type Audience, type Side } from '../kernel/side.js';
import type { UnitDefinition, UnitState } from '../unit/unit.js';
import type { DomainEvent, LoggedEvent } from '../kernel/event.js';
import type { Observer } from './engine.js';
import { definitionOf, unitOf } from '../unit/lookup-unit.js';
import { labelOfAlert } from '../incident/incident-marking.js';
import { incidentOf } from '../incident/incident-state.js';
import { relabelled } from '../labelling/evolve-label.js';
import type { StatedLabel } from '../labelling/label-events.js';
import { notificationOf } from '../notification/notification-state.js';
import type { State } from './state.js';
import { dueOf, timerKey } from '../kernel/timers.js';

export interface AlertView {
  readonly id: string;
  /** Of the event that accepted it. */
  readonly seq: number;
  readonly audience: Audience;
  /** Absent: it opened none. */
  readonly incident?: IncidentId;
  readonly acceptedAt: ExerciseTime;
  readonly alert: Alert;
  /** Absent: that of its class. */
  readonly label?: Marking | undefined;
}

/** What the row of an alert shows of its label. */
export interface AlertLabel {
  /** Of the event that changed it; absent: the incident's label has changed. */
  readonly seq?: number;
  /** What that event states. */
  readonly set?: StatedLabel;
  readonly label: Marking | undefined;
}

export type AlertStatus = 'active' | 'superseded' | 'cancelled' | 'recorded';

export interface IncidentView extends Pick<
  Incident,
  | 'id'
  | 'class'
  | 'site'
  | 'categories'
  | 'headline'
  | 'openedAt'
  | 'policyVersion'
  | 'policyClass'
  | 'severity'
  | 'latestAlertAt'
  | 'alertCount'
  | 'activeAlerts'
  | 'notificationCount'
  | 'figures'
> {
  readonly audience: Audience;
  /** The highest of its alerts in force; absent: that of its class. */
  readonly label?: Marking;
  readonly status: IncidentStatus;
  readonly joint: JointAcknowledgement;
  readonly acknowledgedBy: Readonly<Partial<Record<Side, SideAcknowledgement>>>;
  /** The account that both sides have chosen to decide for both. */
  readonly commander?: string;
  /** What a side has decided while the other has not, or otherwise. Absent: nothing. */
  readonly decisions?: Readonly<Partial<Record<Side, SideDecision>>>;
  readonly chains: readonly ChainView[];
  /** Exercise time, ms, by which the next of its steps wants to be acknowledged; absent: no step waits. */
  readonly deadline?: ExerciseTime;
  /** Exercise time, ms, at which the next step starts if nobody acts. */
  readonly nextStepAt?: ExerciseTime;
}

export interface ChainView {
  readonly chain: ChainId;
  readonly route: string;
  readonly status: string;
  readonly step: number;
  readonly round: number;
  readonly deadline?: ExerciseTime;
  readonly nextStepAt?: ExerciseTime;
}

export interface NotificationView extends Pick<
  Notification,
  | 'id'
  | 'incident'
  | 'chain'
  | 'step'
  | 'round'
  | 'unit'
  | 'side'
  | 'action'
  | 'queuedAt'
  | 'status'
  | 'attempts'
  | 'deliveries'
  | 'sentAt'
  | 'deliveredAt'
  | 'endedAt'
  | 'reason'
  | 'acknowledgedAt'
  | 'lateAcknowledgementAt'
  | 'lapsedAt'
> {
  readonly audience: Audience;
  /** Exercise time, ms, at which it expires if nobody answers; absent once it has ended. */
  readonly expiresAt?: ExerciseTime;
}

export interface UnitView extends Pick<
  UnitDefinition,
  'id' | 'name' | 'kind' | 'jurisdiction' | 'authority' | 'capacity'
> {
  readonly side: Side;
  readonly duty: UnitState['duty'];
  readonly mode: UnitState['mode'];
  readonly link: UnitState['link'];
  /** Places taken, by the class of the incident: a viewer who may not see a class does not see its number either. */
  readonly engaged: Engaged;
}

export type Engaged = Readonly<Partial<Record<Audience, number>>>;

/** What the view of an incident is made of, for one that is about to leave the state. */
function partsOf(state: State, { id, asked }: Incident): Pick<State, 'notifications' | 'chains'> {
  return {
    notifications: Object.fromEntries(asked.map((one) => [one, notificationOf(state, one)])),
    chains: { [id]: state.chains[id] ?? {} },
  };
}

/** @param state or the parts of it that belong to an incident that has left it */
export function incidentView(
  state: Pick<State, 'notifications' | 'timers' | 'chains'>,
  incident: Incident,
): IncidentView {
  const chains = runsOf(state, incident.id).map((run): ChainView => {
    const { chain, route, status, step, round } = run;
    const deadline = dueOf(state.timers, timerKey({ kind: 'deadline', incident: incident.id, chain }));
    const delayed = dueOf(state.timers, timerKey({ kind: 'delay', incident: incident.id, chain }));
    return { chain, route, status, step, round, deadline, nextStepAt: deadline ?? delayed };
  });
  const acknowledgedBy: Partial<Record<Side, SideAcknowledgement>> = {};
  for (const side of SIDES) {
    const acknowledgement = acknowledgementOf(state, incident, side);
    if (acknowledgement) acknowledgedBy[side] = acknowledgement;
  }
  const { id, site, categories, headline, openedAt, policyVersion, policyClass, severity } = incident;
  const { latestAlertAt, alertCount, activeAlerts, notificationCount, figures } = incident;
  return {
    id,
    class: incident.class,
    site,
    categories,
    headline,
    openedAt,
    policyVersion,
    ...(policyClass && { policyClass }),
    severity,
    latestAlertAt,
    alertCount,
    activeAlerts,
    notificationCount,
    figures,
    audience: incident.class,
    ...(incident.marking && { label: incident.marking }),
    status: isResponding(state, incident) ? 'responding' : incident.status,
    joint: jointState(acknowledgedSides(state, incident)),
    acknowledgedBy,
    ...(incident.commander !== undefined && { commander: incident.commander }),
    ...(incident.decisions && { decisions: incident.decisions }),
    chains,
    deadline: earliest(chains.map((chain) => chain.deadline)),
    nextStepAt: earliest(chains.map((chain) => chain.nextStepAt)),
  };
}

function earliest(times: readonly (ExerciseTime | undefined)[]): ExerciseTime | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : known.reduce(earlierOf);
}

export function notificationView(
  state: Pick<State, 'timers'>,
  notification: Notification,
  audience: Audience,
): NotificationView {
  const { id, incident, chain, step, round, unit, side, action, queuedAt, status, attempts, deliveries } = notification;
  const { sentAt, deliveredAt, endedAt, reason, acknowledgedAt, lateAcknowledgementAt, lapsedAt } = notification;
  return {
    id,
    incident,
    chain,
    step,
    round,
    unit,
    side,
    action,
    queuedAt,
    status,
    attempts,
    deliveries,
    sentAt,
    deliveredAt,
    endedAt,
    reason,
    acknowledgedAt,
    lateAcknowledgementAt,
    lapsedAt,
    audience,
    expiresAt: dueOf(state.timers, timerKey({ kind: 'expire', notification: id })),
  };
}

export function unitView(state: Pick<State, 'scenario'>, unit: UnitState): UnitView {
  const { id, name, side, kind, jurisdiction, authority, capacity } = definitionOf(state, unit.id);
  const { duty, mode, link, places } = unit;
  // In an order of their own: that of the counts would show when each class came up first.
  const engaged: Partial<Record<Audience, number>> = {};
  for (const releaseClass of RELEASE_CLASSES) {
    const taken = places[releaseClass];
    if (taken !== undefined) engaged[releaseClass] = taken;
  }
  return { id, name, side, kind, jurisdiction, authority, capacity, duty, mode, link, engaged };
}

/** They name an incident of which nothing changes that its view shows. */
const LEAVES_INCIDENT: ReadonlySet<DomainEvent['type']> = new Set([
  'NotificationDelivered',
  'NotificationReminded',
  'NotificationDeclined',
  'NotificationExpired',
  'NotificationWithdrawn',
  'NotificationUndeliverable',
  'AnswerGiven',
  'UnitsInformed',
  'UpdateDelivered',
  'UpdateUndeliverable',
  // They show in the log only. The row of a JOINT incident is not written for what one side may not know of.
  'IncidentNoted',
  'IncidentAssigned',
  'DecisionRecorded',
  'MessagePosted',
  'LabelChanged',
  'LabelWithheld',
  'LabelDisclosed',
  'LabelReviewDue',
]);
/** The same of a unit: asking it takes no place, only its answer does. */
const LEAVES_UNIT: ReadonlySet<DomainEvent['type']> = new Set([
  ...LEAVES_INCIDENT,
  'NotificationSent',
  'IncidentResponding',
  'UnitAsked',
]);

/** What changed, by id. A row is written for each, whole; so an event that changes nothing of a view does not touch it. */
export class ChangeSet implements Observer {
  readonly alerts = new Map<AlertId, AlertView>();
  readonly alertStatuses = new Map<AlertId, AlertStatus>();
  /** Of alerts that were accepted, here or before, and whose labels changed since. */
  readonly alertLabels = new Map<AlertId, AlertLabel>();
  readonly #incidents = new Map<IncidentId, Incident>();
  readonly #notifications = new Map<NotificationId, { notification: Notification; audience: Audience }>();
  /** By incident that has left the state: its notifications and chains, of which its view is made. */
  readonly #left = new Map<IncidentId, Pick<State, 'notifications' | 'chains'>>();
  readonly #units = new Map<UnitId, UnitState>();

  constructor(private readonly state: State) {}

  /** Before the state changes: what this event takes out of it is caught here. */
  before(event: DomainEvent): void {
    if (event.type === 'IncidentResolved') this.#touchUnitsOf(event.data.incident);
    if (event.type !== 'IncidentClosed' && event.type !== 'IncidentCancelled') return;
    this.#touchIncident(event.data.incident);
    this.#touchUnitsOf(event.data.incident);
    const incident = this.state.incidents[event.data.incident];
    if (incident) this.#left.set(incident.id, partsOf(this.state, incident));
  }

  after(event: LoggedEvent): void {
    const { data, audience } = event;
    // Nothing is due any more.
    if (event.type === 'ExerciseEnded') for (const id of idsIn(this.state.incidents)) this.#touchIncident(id);
    if (event.type === 'AlertAccepted') this.#accept(event);
    else if (event.type === 'AlertSuperseded') this.alertStatuses.set(event.data.alertId, 'superseded');
    else if (event.type === 'AlertCancelled') this.alertStatuses.set(event.data.alertId, 'cancelled');
    if (event.type === 'LabelChanged' && event.data.of === 'alert') this.#relabel(event);
    if (event.type === 'IncidentLabelChanged') this.#relabelAll(event.data.incident);
    if (event.type === 'StepStarted') {
      for (const { notification } of event.data.addressees) this.#touchNotification(notification);
    }
    if (event.type === 'UnitModeChanged') this.#touchUnit(event.data.unit);
    // What else only controllers see is a plan: it shows in the log, not in the read models.
    if (audience === 'CONTROL') return;
    // An assignment is one side's: the row of a JOINT incident is not written for it.
    if ('of' in data && data.of === 'assignment') return;
    if ('notification' in data) this.#touchNotification(data.notification);
    if ('incident' in data && data.incident !== undefined && !LEAVES_INCIDENT.has(event.type)) {
      this.#touchIncident(data.incident);
    }
    if ('unit' in data && data.unit !== undefined && !LEAVES_UNIT.has(event.type)) this.#touchUnit(data.unit);
  }

  get incidents(): IncidentView[] {
    return [...this.#incidents.values()].map((incident) =>
      incidentView({ ...this.state, ...this.#left.get(incident.id) }, incident),
    );
  }

  get notifications(): NotificationView[] {
    return [...this.#notifications.values()].map(({ notification, audience }) =>
      notificationView(this.state, notification, audience),
    );
  }

  get units(): UnitView[] {
    return [...this.#units.values()].map((unit) => unitView(this.state, unit));
  }

  #accept({ seq, at, data, audience }: Extract<LoggedEvent, { type: 'AlertAccepted' }>): void {
    const { alertId: id, alert, incident } = data;
    const { label } = data as { readonly label?: Marking };
    this.alerts.set(id, { id, seq, audience, incident, acceptedAt: at, alert, label });
    const counts = alert.msgType === 'Alert' || alert.msgType === 'Update';
    this.alertStatuses.set(id, counts ? 'active' : 'recorded');
  }

  #relabel({ seq, data }: Extract<LoggedEvent, { type: 'LabelChanged' }>): void {
    const id = alertId(data.id);
    const entry = this.state.alerts[id];
    const view = this.alerts.get(id);
    if (view) this.alerts.set(id, { ...view, alert: relabelled(view.alert, data.set) });
    if (entry) this.alertLabels.set(id, { seq, set: data.set, label: labelOfAlert(this.state, entry) });
  }

  /** Whoever may read the incident from now on reads its alerts in force, each by its own label, too. */
  #relabelAll(incident: IncidentId): void {
    for (const id of this.state.members[incident] ?? []) {
      const entry = this.state.alerts[id];
      if (entry?.active)
        this.alertLabels.set(id, { ...this.alertLabels.get(id), label: labelOfAlert(this.state, entry) });
    }
  }

  #touchIncident(id: IncidentId): void {
    const incident = this.state.incidents[id];
    if (incident) this.#incidents.set(id, incident);
  }

  /** Visible to everyone who may see the incident. */
  #touchNotification(id: NotificationId): void {
    const notification = this.state.notifications[id];
    if (!notification) return;
    const audience = incidentOf(this.state, notification.incident).class;
    this.#notifications.set(id, { notification, audience });
  }

  #touchUnit(id: UnitId): void {
    const unit = this.state.units[id];
    if (unit) this.#units.set(id, unit);
  }

  #touchUnitsOf(incident: IncidentId): void {
    for (const id of this.state.incidents[incident]?.asked ?? []) {
      const unit = unitOf(this.state, notificationOf(this.state, id).unit);
      if (unit.questions[incident]) this.#units.set(unit.id, unit);
    }
  }
}
