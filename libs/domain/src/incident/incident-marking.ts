/**
 * The marking of an incident: the highest of its alerts in force. It is counted, so that an alert costs no more where many have come
 * before it.
 */
import type { Alert } from '../alert/alert.js';
import type { Actor } from '../kernel/event.js';
import type { UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import {
  defaultTlp,
  highest,
  isSame,
  markingFrom,
  markingOf,
  markingText,
  type Marking,
  mayReadMarked,
} from '../release/label.js';
import type { Incident } from './incident.js';
import { incidentOf, type AlertEntry, type IncidentSlice } from './incident-state.js';

/** What its label says of who reads an alert; undefined: what its class says anyway. */
export function alertMarking(alert: Alert, sender: Actor): Marking | undefined {
  const { releasability } = alert.exercise;
  const marking = markingOf(releasability, sender);
  return isSame(marking, { tlp: defaultTlp(releasability.class) }) ? undefined : marking;
}

/** Who reads the alert as it stands: nobody who may not read its incident. Undefined: all who may know of its class. */
export function labelOfAlert({ incidents }: Pick<IncidentSlice, 'incidents'>, entry: AlertEntry): Marking | undefined {
  const { class: releaseClass, marking } = incidentOf({ incidents }, entry.incident);
  const usual: Marking = { tlp: defaultTlp(releaseClass) };
  const label = highest(entry.marking === undefined ? usual : markingFrom(entry.marking), marking ?? usual);
  return isSame(label, usual) ? undefined : label;
}

/** An alert is in force from now on. */
export function countMarking(incident: Incident, entry: AlertEntry, marking: Marking | undefined): void {
  if (marking !== undefined) {
    const key = markingText(marking);
    entry.marking = key;
    const markings = (incident.markings ??= {});
    markings[key] = (markings[key] ?? 0) + 1;
  }
  mark(incident);
}

/** An alert is no longer in force. */
export function discountMarking(incident: Incident, entry: AlertEntry): void {
  const { markings } = incident;
  if (entry.marking !== undefined && markings) {
    const left = (markings[entry.marking] ?? 0) - 1;
    if (left > 0) markings[entry.marking] = left;
    else delete markings[entry.marking];
  }
  mark(incident);
}

/** Without an alert in force it stays as it was. */
function mark(incident: Incident): void {
  const { activeAlerts, markings = {}, class: releaseClass } = incident;
  if (activeAlerts === 0) return;
  const keys = Object.keys(markings);
  const marked = keys.reduce((sum, key) => sum + (markings[key] ?? 0), 0);
  const usual: Marking = { tlp: defaultTlp(releaseClass) };
  const found = keys.map(markingFrom);
  if (marked < activeAlerts) found.push(usual);
  const [first = usual, ...others] = found;
  const marking = others.reduce(highest, first);
  if (isSame(marking, usual)) delete incident.marking;
  else incident.marking = marking;
}

/** The marking that an incident goes by, be it that of its class. */
export function markingOfIncident({ marking, class: releaseClass }: Pick<Incident, 'marking' | 'class'>): Marking {
  return marking ?? { tlp: defaultTlp(releaseClass) };
}

/** The marking that the log has stated last of it: what its readers go by. */
export function statedMarkingOf({ statedMarking, class: releaseClass }: Incident): Marking {
  return statedMarking === undefined ? { tlp: defaultTlp(releaseClass) } : markingFrom(statedMarking);
}

/** What is said of it is read by those only who may read it as the log has it, and as it is: the change of its marking comes in between. */
export function eventMarkingOf(incident: Incident): Marking | undefined {
  if (incident.marking === undefined && incident.statedMarking === undefined) return undefined;
  const marking = highest(markingOfIncident(incident), statedMarkingOf(incident));
  return isSame(marking, { tlp: defaultTlp(incident.class) }) ? undefined : marking;
}

/** Whether a unit, whose side may know of the incident, may read it by its label. */
export function unitReads(
  incident: Pick<Incident, 'marking'>,
  unit: { readonly id: UnitId; readonly side: Side },
): boolean {
  return mayReadMarked({ kind: 'unit', ...unit }, incident.marking);
}
