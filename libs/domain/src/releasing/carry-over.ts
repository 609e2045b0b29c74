/**
 * What an approved release leads to: the chosen alerts, answers and notes in a JOINT incident, as new events at this moment. The preview
 * shows what this makes, too.
 */
import { alertIdentity } from '../alert/alert-identity.js';
import { severityOf, statedSeverity, type Alert } from '../alert/alert.js';
import { startsAnotherChain } from '../escalation/route-incident.js';
import { acknowledgedSides, isResponding } from '../incident/answers.js';
import { changeOf, factsAfter, severityAfter } from '../incident/facts.js';
import type { Incident } from '../incident/incident.js';
import { jointChange } from '../incident/joint-acknowledgement.js';
import { nextIncidentId, openIncident } from '../intake/open-incident.js';
import { shortBase32, sha256 } from '../kernel/digest.js';
import { draft, type Draft } from '../kernel/event.js';
import {
  alertId,
  noteId,
  notificationId as asNotificationId,
  type AlertId,
  type NotificationId,
} from '../kernel/ids.js';
import type { NoteId, IncidentId } from '../kernel/ids.js';
import { SIDES, type Side } from '../kernel/side.js';
import { dueOf, timerKey } from '../kernel/timers.js';
import { findAsked } from '../notification/asked.js';
import { covers, stands, type Notification } from '../notification/notification.js';
import { routingFacts, type RoutingFacts } from '../policy/routing-facts.js';
import { contradicts, markingOf, type TlpLabel } from '../release/label.js';
import { unitOf } from '../unit/lookup-unit.js';
import { isResponse, type Progress } from '../unit/unit.js';
import type { ChosenThings } from './releasing-commands.js';
import type { Became } from './releasing-events.js';
import type { ReleaseProposal, ReleasingWorld } from './releasing-state.js';

export interface CarriedOver {
  /** Nothing to release is left of what was chosen. */
  readonly isEmpty: boolean;
  readonly joint: IncidentId;
  /** What both sides read, and what the simulation goes on with. */
  readonly drafts: Draft[];
  readonly alerts: readonly Became<AlertId>[];
  readonly notifications: readonly Became<NotificationId>[];
  readonly notes: readonly Became<NoteId>[];
}

const ENGINE = { kind: 'engine' } as const;

export function carryOver(
  state: ReleasingWorld,
  incident: Incident,
  proposal: ReleaseProposal,
  from: Side,
): CarriedOver {
  const chosen = releasableAlerts(state, incident, proposal.things.alerts);
  const known = chosen.find(({ to }) => state.alerts[to] !== undefined);
  const target = openJoint(state, proposal.join ?? (known && state.alerts[known.to]?.incident));
  const joint = target?.id ?? nextIncidentId(state, 'JOINT');
  const fresh = chosen.filter(({ to }) => state.alerts[to] === undefined);
  const notes = carryNotes(state, incident, proposal, { joint, target, from });
  const opens = fresh.length > 0 || target !== undefined;
  const answers = opens ? carryAnswers(state, incident, proposal, { joint, target }) : NO_ANSWERS;
  return {
    isEmpty: !opens || (chosen.length === 0 && notes.became.length === 0 && answers.became.length === 0),
    joint,
    drafts: [
      ...(target ? [] : opened(state, fresh)),
      ...fresh.map(({ alert, to, tlp }) => {
        const history = [{ class: from, tlp, from }];
        const data = { alertId: to, alert, incident: joint, joined: 'released' as const, released: { history } };
        return draft('AlertAccepted', 'JOINT', data);
      }),
      ...(target ? changed(state, target, fresh) : []),
      ...answers.drafts,
      ...notes.drafts,
    ],
    alerts: chosen.map(({ from: id, to }) => ({ from: id, to })),
    notifications: answers.became,
    notes: notes.became,
  };
}

interface ChosenAlert {
  readonly from: AlertId;
  readonly to: AlertId;
  /** As both sides read it. */
  readonly alert: Alert;
  /** That of the alert before. */
  readonly tlp: TlpLabel;
}

/** Those chosen that are still in force and were not released yet. */
function releasableAlerts(state: ReleasingWorld, { id }: Incident, chosen: readonly AlertId[]): ChosenAlert[] {
  return chosen.flatMap((from) => {
    const kept = state.releasing.releasable[id]?.alerts[from];
    if (!kept || kept.released !== undefined || !state.alerts[from]?.active) return [];
    const { alert, owner } = kept;
    const identity = alertIdentity('JOINT', alert, Date.parse(alert.sent), { owner });
    const to = alertId(`ALT-${shortBase32(sha256(identity))}`);
    return [{ from, to, alert: asJoint(alert), tlp: markingOf(alert.exercise.releasability).tlp }];
  });
}

/** Without what leads to other things of its owner, and labelled so that both sides' players read it. */
function asJoint({ references: _own, incidents: _theirs, ...alert }: Alert): Alert {
  const { tlp, reviewAt } = alert.exercise.releasability;
  const lowered = contradicts('JOINT', tlp) ? 'TLP:AMBER' : tlp;
  const releasability = { class: 'JOINT' as const, ...(lowered && { tlp: lowered }), ...(reviewAt && { reviewAt }) };
  // What it updated may not be known: to the other side it is the first of it.
  const msgType = alert.msgType === 'Update' ? 'Alert' : alert.msgType;
  return { ...alert, msgType, exercise: { ...alert.exercise, releasability } };
}

function openJoint(state: ReleasingWorld, id: IncidentId | undefined): Incident | undefined {
  const found = id === undefined ? undefined : state.incidents[id];
  return found?.class === 'JOINT' && found.status === 'open' ? found : undefined;
}

function opened(state: ReleasingWorld, [first, ...others]: readonly ChosenAlert[]): Draft[] {
  if (!first) return [];
  let facts = routingFacts(first.alert);
  for (const { alert } of others) {
    const stated = routingFacts(alert);
    const severity = severityAfter(
      { severities: { [facts.severity]: 1 }, severity: facts.severity },
      [],
      severityOf(alert),
    );
    facts = factsAfter({ site: facts.site, categories: facts.category, facts }, stated, severity);
  }
  return [openIncident(state, first.alert, ENGINE, facts)];
}

function changed(state: ReleasingWorld, target: Incident, fresh: readonly ChosenAlert[]): Draft[] {
  let { facts, site, categories, severity } = target;
  for (const { alert } of fresh) {
    severity = severityAfter({ severities: { [severity]: 1 }, severity }, [], statedSeverity(alert));
    const next: RoutingFacts = factsAfter({ site, categories, facts }, routingFacts(alert), severity);
    [facts, site, categories] = [next, next.site, next.category];
  }
  const change = fresh.length === 0 ? undefined : changeOf(target, facts, startsAnotherChain(state, target, facts));
  return change ? [draft('IncidentChanged', 'JOINT', change)] : [];
}

interface To {
  readonly joint: IncidentId;
  readonly target: Incident | undefined;
}

interface CarriedAnswers {
  readonly drafts: Draft[];
  readonly became: readonly Became<NotificationId>[];
}
const NO_ANSWERS: CarriedAnswers = { drafts: [], became: [] };

/** The standing answers of the chosen units. A unit that has acknowledged the JOINT incident for the same keeps that answer. */
function carryAnswers(state: ReleasingWorld, incident: Incident, proposal: ReleaseProposal, to: To): CarriedAnswers {
  const { joint, target } = to;
  const chosen = standingOf(state, incident, proposal.things.notifications);
  const drafts: Draft[] = [];
  const became: Became<NotificationId>[] = [];
  const sides = target ? acknowledgedSides(state, target) : [];
  const before = [...sides];
  let number = target?.notificationCount ?? 0;
  let responds = target !== undefined && isResponding(state, target);
  for (const one of chosen) {
    const { id, unit, side, action } = one;
    const same = target && findAsked(state, unit, joint, (other) => stands(other) && covers(other.action, action));
    const notification = same?.id ?? asNotificationId(`${joint}.N${++number}`);
    became.push({ from: id, to: notification });
    if (same) continue;
    const progress = unitOf(state, unit).progress[incident.id];
    const carried = { notification, incident: joint, unit, side, action, ...(progress && { progress }) };
    drafts.push(draft('NotificationCarried', 'JOINT', carried));
    if (!sides.includes(side)) sides.push(side);
    if (isResponse(action) && progress !== undefined && !responds) {
      responds = true;
      drafts.push(draft('IncidentResponding', 'JOINT', { incident: joint, unit }));
    }
    if (isResponse(action)) drafts.push(...goOn(state, one, joint));
  }
  return { drafts: [...drafts, ...jointChange({ id: joint, class: 'JOINT' }, before, sides)], became };
}

/** Of units that are neither clear nor carried over before; with those of the same units about the incident: a unit is in one place. In the order in which they were given. */
function standingOf(
  state: ReleasingWorld,
  { asked, status }: Incident,
  chosen?: readonly NotificationId[],
): Notification[] {
  // The units of one that is resolved are free.
  if (status !== 'open') return [];
  const standing = asked
    .map((one) => state.notifications[one])
    .filter((one) => one !== undefined && stands(one) && !one.done)
    .sort((a, b) => (a?.answerNumber ?? 0) - (b?.answerNumber ?? 0)) as Notification[];
  if (chosen === undefined) return standing;
  const units = new Set(standing.filter((one) => chosen.includes(one.id)).map(({ unit }) => unit));
  return standing.filter(({ unit }) => units.has(unit));
}

/** A simulated unit goes on as it would have. */
function goOn(state: ReleasingWorld, { unit, incident }: Notification, joint: IncidentId): Draft[] {
  const due = (progress: Progress) => dueOf(state.timers, timerKey({ kind: 'move', incident, unit, progress }));
  const clear = due('clear');
  if (clear === undefined) return [];
  const { time } = state;
  const [enRoute = time, onScene = time] = [due('enRoute'), due('onScene')];
  return [draft('MovementsPlanned', 'CONTROL', { incident: joint, unit, enRoute, onScene, clear })];
}

function carryNotes(
  state: ReleasingWorld,
  { id }: Incident,
  { things }: ReleaseProposal,
  { joint, target, from }: To & { readonly from: Side },
): { readonly drafts: Draft[]; readonly became: readonly Became<NoteId>[] } {
  const drafts: Draft[] = [];
  const became: Became<NoteId>[] = [];
  let number = target?.notes?.JOINT ?? 0;
  for (const one of things.notes) {
    const kept = state.releasing.releasable[id]?.notes[one];
    if (!kept || kept.released !== undefined) continue;
    const note = noteId(`${joint}.JOINT.${++number}`);
    became.push({ from: one, to: note });
    const { text, reviewAt } = kept;
    const carried = { incident: joint, note, text, released: from, ...(reviewAt !== undefined && { reviewAt }) };
    drafts.push(draft('IncidentNoted', 'JOINT', carried));
  }
  return { drafts, became };
}

/** All of an incident of one side's class that could be released now: alerts in force, standing answers, notes. */
export function releasableThings(state: ReleasingWorld, incident: Incident): ChosenThings {
  const { id } = incident;
  const kept = state.releasing.releasable[id];
  const alerts = (state.members[id] ?? []).filter(
    (one) => state.alerts[one]?.active && kept?.alerts[one]?.released === undefined,
  );
  const notes = (Object.keys(kept?.notes ?? {}) as NoteId[]).filter((one) => kept?.notes[one]?.released === undefined);
  return { alerts, notifications: standingOf(state, incident).map((one) => one.id), notes };
}

/** Whether something of the incident that could be released is not. */
export function staysBack(state: ReleasingWorld, incident: Incident, carried: CarriedOver): boolean {
  const { alerts, notifications, notes } = releasableThings(state, incident);
  const went = new Set<string>([...carried.alerts, ...carried.notifications, ...carried.notes].map(({ from }) => from));
  return [...alerts, ...notifications, ...notes].some((id) => !went.has(id));
}

/** The side whose class the incident is of. @throws Error when both know of it */
export function ownerSide({ id, class: releaseClass }: Incident): Side {
  const owner = SIDES.find((side) => side === releaseClass);
  if (!owner) throw new Error(`${id} is of no side`);
  return owner;
}
