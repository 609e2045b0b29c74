/**
 * An exercise as one viewer sees it: a snapshot, and the events that came after it, folded by the domain's own code. The live pages
 * and the replay are both made of it. It knows nothing of React, the network or the clock of the computer.
 */
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { AlertId, IncidentId, NotificationId, UnitId } from '#domain/kernel/ids.js';
import {
  ChangeSet,
  incidentView,
  notificationView,
  unitView,
  type AlertLabel,
  type AlertView,
  type IncidentView,
  type NotificationView,
  type UnitView,
} from '#domain/engine/read-models.js';
import type { State } from '#domain/engine/state.js';
import { relabelled } from '#domain/labelling/evolve-label.js';
import {
  evolveViewerState,
  openViewerState,
  resumeViewerState,
  serialiseViewerState,
  type PlainState,
} from '#domain/engine/viewer-state.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Stream } from '#domain/kernel/side.js';
import type { EventView } from '#contracts/http/events.js';

/** What has ended stays at hand as long as there is not more of it than this; the rest is read from the API when it is asked for. */
const MOST_ENDED = 500;
const MOST_ALERTS = 2_000;
/** Events kept for the feed and the timelines; older ones come by page from the API. */
const MOST_EVENTS = 5_000;

/** A fold at one moment, as it can be gone on from. */
export interface FoldCheckpoint {
  readonly state: string;
  readonly incidents: ReadonlyMap<IncidentId, IncidentView>;
  readonly notifications: ReadonlyMap<NotificationId, NotificationView>;
  readonly alerts: ReadonlyMap<AlertId, AlertView>;
}

export class ExerciseFold {
  readonly incidents = new Map<IncidentId, IncidentView>();
  readonly notifications = new Map<NotificationId, NotificationView>();
  readonly units = new Map<UnitId, UnitView>();
  readonly alerts = new Map<AlertId, AlertView>();
  /** The latest events, oldest first. */
  readonly events: EventView[] = [];

  private constructor(
    readonly state: State,
    readonly stream: Stream,
  ) {
    for (const incident of Object.values(state.incidents))
      this.incidents.set(incident.id, detached(incidentView(state, incident)));
    for (const notification of Object.values(state.notifications)) {
      const incident = state.incidents[notification.incident];
      if (incident) this.notifications.set(notification.id, notificationView(state, notification, incident.class));
    }
    for (const unit of Object.values(state.units)) this.units.set(unit.id, unitView(state, unit));
  }

  /** @param state of the API's snapshot */
  static fromSnapshot(scenario: ShownScenario, stream: Stream, state: PlainState): ExerciseFold {
    return new ExerciseFold(resumeViewerState(scenario, state), stream);
  }

  /** An exercise before its first event. */
  static fromStart(scenario: ShownScenario, stream: Stream): ExerciseFold {
    return new ExerciseFold(openViewerState(stream, scenario), stream);
  }

  /** Goes on from a moment that was kept. */
  static fromCheckpoint(scenario: ShownScenario, stream: Stream, kept: FoldCheckpoint): ExerciseFold {
    const fold = new ExerciseFold(resumeViewerState(scenario, kept.state), stream);
    for (const [id, view] of kept.incidents) fold.incidents.set(id, view);
    for (const [id, view] of kept.notifications) fold.notifications.set(id, view);
    for (const [id, view] of kept.alerts) fold.alerts.set(id, view);
    return fold;
  }

  checkpoint(): FoldCheckpoint {
    return {
      state: serialiseViewerState(this.state),
      incidents: new Map(this.incidents),
      notifications: new Map(this.notifications),
      alerts: new Map(this.alerts),
    };
  }

  /** Number of the last event that is folded in. */
  get seq(): number {
    return this.state.seqs[this.stream];
  }

  /**
   * Folds in the events that follow; those that it has already are skipped.
   * @throws RangeError when there is a gap
   */
  apply(events: readonly EventView[]): void {
    const changes = new ChangeSet(this.state);
    const withheld = new Set<IncidentId>();
    const disclosed = new Set<IncidentId>();
    for (const event of events) {
      if (event.seq <= this.seq) continue;
      if (event.seq !== this.seq + 1) throw new RangeError(`event ${event.seq} came after ${this.seq}`);
      const logged = event as unknown as LoggedEvent;
      changes.before(logged);
      evolveViewerState(this.state, this.stream, event);
      changes.after(logged);
      this.events.push(event);
      if (logged.type === 'IncidentWithheld') withheld.add(logged.data.incident);
      else if (logged.type === 'IncidentDisclosed') {
        withheld.delete(logged.data.incident);
        disclosed.add(logged.data.incident);
      }
    }
    for (const view of changes.incidents) this.incidents.set(view.id, detached(view));
    for (const view of changes.notifications) this.notifications.set(view.id, view);
    for (const view of changes.units) this.units.set(view.id, view);
    for (const [id, view] of changes.alerts) this.alerts.set(id, view);
    for (const [id, changed] of changes.alertLabels) this.relabel(id, changed);
    for (const id of disclosed) this.disclose(id);
    for (const id of withheld) this.withhold(id);
    this.forget();
  }

  /** Puts older events before those that are held, as far as there is room. */
  prepend(older: readonly EventView[]): void {
    const first = this.events[0]?.seq ?? this.seq + 1;
    this.events.unshift(...older.filter((event) => event.seq < first));
  }

  /** Alerts that were accepted before the snapshot, as the API lists them. */
  addAlerts(alerts: Iterable<AlertView>): void {
    for (const alert of alerts) if (!this.alerts.has(alert.id as AlertId)) this.alerts.set(alert.id as AlertId, alert);
  }

  private relabel(id: AlertId, { set, label }: AlertLabel): void {
    const view = this.alerts.get(id);
    if (view) this.alerts.set(id, { ...view, label, alert: set ? relabelled(view.alert, set) : view.alert });
  }

  /** The viewer may read it from now on: its notifications came with one event. */
  private disclose(id: IncidentId): void {
    const incident = this.state.incidents[id];
    if (incident === undefined) return;
    for (const one of Object.values(this.state.notifications)) {
      if (one.incident === id) this.notifications.set(one.id, notificationView(this.state, one, incident.class));
    }
  }

  /** The viewer may not read it any more. The events that the viewer has read stay as they are. */
  private withhold(id: IncidentId): void {
    this.incidents.delete(id);
    for (const [key, { incident }] of this.notifications) if (incident === id) this.notifications.delete(key);
    for (const [key, { incident }] of this.alerts) if (incident === id) this.alerts.delete(key);
  }

  /** Memory is bounded, however long the exercise runs. */
  private forget(): void {
    if (this.events.length > MOST_EVENTS * 1.2) this.events.splice(0, this.events.length - MOST_EVENTS);
    dropOldest(this.alerts, MOST_ALERTS, () => true);
    dropOldest(this.incidents, MOST_ENDED, ({ id }) => this.state.incidents[id] === undefined);
    dropOldest(this.notifications, MOST_ENDED * 4, ({ incident }) => this.state.incidents[incident] === undefined);
  }
}

/** The state goes on changing its figures in place; a view stays what it was. */
function detached(view: IncidentView): IncidentView {
  const { figures } = view;
  return { ...view, figures: { ...figures, firstAcknowledgementAt: { ...figures.firstAcknowledgementAt } } };
}

/** Drops the oldest entries that may go, once there are more than `most` entries and a tenth. */
function dropOldest<K, V>(map: Map<K, V>, most: number, mayGo: (value: V) => boolean): void {
  if (map.size <= most * 1.1) return;
  for (const [key, value] of map) {
    if (map.size <= most) return;
    if (mayGo(value)) map.delete(key);
  }
}
