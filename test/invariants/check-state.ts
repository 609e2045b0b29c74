/**
 * I1: folding the log gives the state, and the state gives the read models. The log is folded once; what an incident's
 * end takes out of the state is compared with its rows then, the rest at the end: so memory follows what is open.
 */
import type { Notification } from '#domain/notification/notification.js';
import { notificationId } from '#domain/kernel/ids.js';
import { severityOf } from '#domain/alert/alert.js';
import { fold } from '#domain/engine/engine.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { deserialise, open, serialise } from '#domain/engine/open.js';
import {
  incidentView,
  notificationView,
  unitView,
  type AlertStatus,
  type AlertView,
} from '#domain/engine/read-models.js';
import type { State } from '#domain/engine/state.js';
import type { Incident } from '#domain/incident/incident.js';
import { canonicalJson } from '#log/canonical-json.js';
import { RowComparison, type ExpectedRow } from './row-comparison.js';
import { named, type ExerciseHead, type StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

type Snapshot = { readonly seq: number; readonly state: string };

export class StateCheck {
  #state: State | undefined;
  readonly #rows: RowComparison;
  /** Of alerts whose incident has not ended. */
  readonly #alertStatuses = new Map<string, AlertStatus>();
  /** Compared without its status, which may still change. */
  #accepted: AlertView[] = [];
  #snapshotSeen = false;
  /** The state as it is told by the snapshot and the events after it: what a worker would load. */
  #loaded: State | undefined;

  constructor(
    stored: StoredExercise,
    private readonly head: ExerciseHead,
    private readonly snapshot: Snapshot | undefined,
    private readonly violations: Violations,
  ) {
    this.#state = open(head.scenario, head.seed);
    this.#rows = new RowComparison(stored, violations);
  }

  /** As it is before the next event; undefined when an event did not fit. */
  get state(): State | undefined {
    return this.#state;
  }

  get counts(): { readonly alerts: number; readonly incidents: number; readonly notifications: number } {
    const { alert: alerts, incident: incidents, notification: notifications } = this.#rows.expected;
    return { alerts, incidents, notifications };
  }

  event(event: LoggedEvent): void {
    if (!this.#state) return;
    try {
      const leaving = this.#leaving(this.#state, event);
      fold(this.#state, [event]);
      if (this.#loaded) fold(this.#loaded, [event]);
      if (leaving) this.#expectIncident(this.#state, leaving);
    } catch (error) {
      this.violations.add('I1', `the log cannot be folded beyond ${named(event)}: ${String(error)}`);
      this.#state = undefined;
      return;
    }
    this.#noteAlert(event);
    if (event.seq === this.snapshot?.seq) this.#compareSnapshot(this.#state, this.snapshot);
  }

  /** After each page of the log. */
  async page(): Promise<void> {
    if (!this.#state) return;
    for (const view of this.#accepted) this.#rows.expect('alert', alertRow(view));
    this.#accepted = [];
    await this.#rows.compare();
  }

  async end(): Promise<void> {
    const state = this.#state;
    if (!state) return;
    const { seqs, status, seed } = this.head;
    if (status !== state.status) {
      this.violations.add('I1', `the exercise says it is ${status}, its log ${state.status}`);
    }
    if (canonicalJson(seqs) !== canonicalJson(state.seqs) || seed !== state.seed) {
      this.violations.add(
        'I1',
        `the exercise's numbers are ${canonicalJson(seqs)}, the log's ${canonicalJson(state.seqs)}`,
      );
    }
    this.#compareLoaded(state);
    for (const incident of Object.values(state.incidents)) this.#expectIncident(state, this.#contents(state, incident));
    for (const unit of Object.values(state.units)) {
      const view = unitView(state, unit);
      const { id, side, kind, duty, mode } = view;
      this.#rows.expect('unit', { id, columns: { side, kind, duty, mode }, doc: view });
    }
    await this.#rows.compare();
    await this.#rows.compareCounts();
  }

  #compareSnapshot(state: State, snapshot: Snapshot): void {
    this.#snapshotSeen = true;
    const difference = differs(JSON.parse(snapshot.state), JSON.parse(serialise(state)));
    if (difference) {
      this.violations.add('I1', `the snapshot of ${snapshot.seq} is not the folded log: ${difference}`);
      return;
    }
    this.#loaded = deserialise(this.head.scenario, snapshot.state);
  }

  #compareLoaded(state: State): void {
    if (this.snapshot && !this.#snapshotSeen) {
      this.violations.add('I1', `there is a snapshot of ${this.snapshot.seq}, beyond or beside the log`);
    }
    if (!this.#loaded) return;
    const difference = differs(JSON.parse(serialise(this.#loaded)), JSON.parse(serialise(state)));
    if (difference)
      this.violations.add('I1', `snapshot and following events do not give the folded log: ${difference}`);
  }

  #noteAlert(event: LoggedEvent): void {
    switch (event.type) {
      case 'AlertAccepted': {
        const { alertId: id, alert, incident } = event.data;
        const counts = alert.msgType === 'Alert' || alert.msgType === 'Update';
        this.#alertStatuses.set(id, counts ? 'active' : 'recorded');
        this.#accepted.push({ id, seq: event.seq, audience: event.audience, incident, acceptedAt: event.at, alert });
        return;
      }
      case 'AlertSuperseded':
        this.#alertStatuses.set(event.data.alertId, 'superseded');
        return;
      case 'AlertCancelled':
        this.#alertStatuses.set(event.data.alertId, 'cancelled');
        return;
      default:
        return;
    }
  }

  /** What an incident's end is about to take out of the state. */
  #leaving(state: State, event: LoggedEvent): Contents | undefined {
    if (event.type !== 'IncidentClosed' && event.type !== 'IncidentCancelled') return undefined;
    const incident = state.incidents[event.data.incident];
    return incident && this.#contents(state, incident);
  }

  #contents(state: State, incident: Incident): Contents {
    const notifications = Array.from({ length: incident.notificationCount }, (_, index) => {
      const id = notificationId(`${incident.id}.N${index + 1}`);
      const notification = state.notifications[id];
      if (!notification) throw new Error(`there is no notification ${id} in the state`);
      return notification;
    });
    const chains = { [incident.id]: state.chains[incident.id] ?? {} };
    return { incident, notifications, chains, alerts: [...(state.members[incident.id] ?? [])] };
  }

  #expectIncident(state: State, { incident, notifications, chains, alerts }: Contents): void {
    const byId = Object.fromEntries(notifications.map((one) => [one.id, one]));
    const view = incidentView({ timers: state.timers, notifications: byId, chains }, incident);
    this.#rows.expect('incident', {
      id: view.id,
      columns: {
        audience: view.audience,
        status: view.status,
        severity: view.severity,
        site: view.site ?? null,
        joint: view.joint,
        opened_at: view.openedAt,
        next_step_at: view.nextStepAt ?? null,
        deadline: view.deadline ?? null,
      },
      doc: view,
    });
    for (const notification of notifications) {
      const { id, unit, side, action, status, queuedAt } = notification;
      const doc = notificationView(state, notification, incident.class);
      const times = { queued_at: queuedAt, expires_at: doc.expiresAt ?? null };
      this.#rows.expect('notification', {
        id,
        columns: { audience: incident.class, incident: incident.id, unit, side, action, status, ...times },
        doc,
      });
    }
    for (const id of alerts) {
      this.#rows.expectStatus(id, this.#alertStatuses.get(id) ?? 'never accepted');
      this.#alertStatuses.delete(id);
    }
  }
}

interface Contents {
  readonly incident: Incident;
  readonly notifications: readonly Notification[];
  readonly chains: State['chains'];
  readonly alerts: readonly string[];
}

function alertRow(view: AlertView): ExpectedRow {
  const { id, seq, audience, incident, acceptedAt, alert } = view;
  const { msgType, sender } = alert;
  return {
    id,
    columns: {
      audience,
      incident: incident ?? null,
      severity: severityOf(alert),
      msg_type: msgType,
      sender,
      at: acceptedAt,
      seq,
    },
  };
}

/** Where two plain values differ first, in words; undefined when they do not. */
function differs(left: unknown, right: unknown, path = ''): string | undefined {
  if (canonicalJson(left) === canonicalJson(right)) return undefined;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return `${path || 'it'} is ${JSON.stringify(left)}, expected ${JSON.stringify(right)}`;
  }
  const a = left as Record<string, unknown>;
  const b = right as Record<string, unknown>;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = differs(a[key] ?? null, b[key] ?? null, path ? `${path}.${key}` : key);
    if (difference) return difference;
  }
  return undefined;
}
