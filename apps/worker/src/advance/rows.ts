/** The read-model rows of a change set, in the form that the ledger stores. */
import { severityOf } from '#domain/alert/alert.js';
import type { ChangeSet } from '#domain/engine/read-models.js';
import { readersOf, type Marking } from '#domain/release/label.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import type {
  AlertRow,
  AlertStatusRow,
  IncidentRow,
  NotificationRow,
  ReadModelRows,
  UnitRow,
} from '#infra/ledger/rows.js';

function labelColumns(label: Marking | undefined): Pick<IncidentRow, 'tlp' | 'readers'> {
  return { tlp: label?.tlp ?? null, readers: readersOf(label)?.join(' ') ?? null };
}

export function rowsOf(changes: ChangeSet): ReadModelRows {
  const alert: AlertRow[] = [];
  const alertStatus: AlertStatusRow[] = [];
  for (const id of new Set([...changes.alertStatuses.keys(), ...changes.alertLabels.keys()])) {
    const status = changes.alertStatuses.get(id);
    const changed = changes.alertLabels.get(id);
    const relabelled = changed && { ...labelColumns(changed.label), labelSeq: changed.seq ?? null };
    const view = changes.alerts.get(id);
    if (!view || status === undefined) {
      alertStatus.push({ id, status: status ?? null, ...(relabelled && { label: relabelled }) });
      continue;
    }
    alert.push({
      id,
      audience: view.audience as ReleaseClass,
      incident: view.incident ?? null,
      status,
      severity: severityOf(view.alert),
      msgType: view.alert.msgType,
      sender: view.alert.sender,
      at: view.acceptedAt,
      seq: view.seq,
      ...labelColumns(view.label),
      labelSeq: null,
      ...relabelled,
    });
  }
  const incident = changes.incidents.map((view): IncidentRow => ({
    id: view.id,
    audience: view.class,
    status: view.status,
    severity: view.severity,
    site: view.site ?? null,
    joint: view.joint,
    openedAt: view.openedAt,
    nextStepAt: view.nextStepAt ?? null,
    deadline: view.deadline ?? null,
    ...labelColumns(view.label),
    doc: view,
  }));
  const notification = changes.notifications.map((view): NotificationRow => ({
    id: view.id,
    audience: view.audience as ReleaseClass,
    incident: view.incident,
    unit: view.unit,
    side: view.side,
    action: view.action,
    status: view.status,
    queuedAt: view.queuedAt,
    expiresAt: view.expiresAt ?? null,
    doc: view,
  }));
  const unit = changes.units.map((view): UnitRow => ({
    id: view.id,
    side: view.side,
    kind: view.kind,
    duty: view.duty,
    mode: view.mode,
    doc: view,
  }));
  return { alert, alertStatus, incident, notification, unit };
}
