/** What an approved release leads to: alerts, answers and notes become part of a JOINT incident. */
import { createHash } from 'node:crypto';
import { alertId } from '#domain/kernel/ids.js';
import type { Side } from '#domain/kernel/side.js';
import type { Alert } from '#domain/alert/alert.js';
import {
  accept,
  applyFacts,
  liveIncident,
  liveMessages,
  noteLatest,
  relabelled,
  routeAfresh,
  stated,
} from './alerts.js';
import { close, openIncident } from './incidents.js';
import { labelOfAlert, textOf } from './labels.js';
import { answersOrCovers, questionsOf, withdraw, lapseLater } from './questions.js';
import { labelOfNote } from './records.js';
import { planReview, reviewableWriting } from './reviews.js';
import { chainsFor, gravestIn, gravestOf } from './routes.js';
import type { Proposed, Written } from './sides.js';
import { goesOn, isClearSince, moveAway, progressOf, standing } from './units.js';
import {
  isUnderWay,
  nameOf,
  next,
  record,
  type Acknowledgement,
  type Facts,
  type Incident,
  type Message,
  type Question,
  type World,
} from './world.js';

interface Releasable {
  readonly alerts: Message[];
  readonly answers: Acknowledgement[];
  readonly notes: Written[];
}

/** Alerts in force, answers that stand of units that are not clear, and the notes of its owner's side; unless they have gone before. */
export function releasable(world: World, incident: Incident): Releasable {
  return {
    alerts: liveMessages(world, incident).filter(({ released }) => released === undefined),
    answers: standing(world, incident).filter((given) => !given.moved && !isClearSince(world, given)),
    notes: incident.notes.filter(({ readers, released }) => readers === incident.class && released === undefined),
  };
}

export function whatGoes(alerts: readonly string[], answers: readonly string[], notes: readonly string[]): string {
  return [alerts, answers, notes].map((some) => [...some].sort().join(', ') || 'none').join('; ');
}

/** What of it is still there. A unit is in one place: with one of its answers go all that it has given. */
function chosen(world: World, incident: Incident, proposal: Proposed): Releasable {
  const all = releasable(world, incident);
  const units = all.answers.filter(({ question }) => proposal.questions.includes(question)).map(({ unit }) => unit);
  return {
    alerts: proposal.alerts.flatMap((id) => all.alerts.filter((one) => one.id === id)),
    answers: all.answers.filter(({ unit }) => units.includes(unit)),
    notes: proposal.notes.flatMap((id) => all.notes.filter((one) => one.id === id)),
  };
}

/** The one that was chosen, else the one that an alert is in already; undefined: a new one. */
function targetOf(world: World, proposal: Proposed, alerts: readonly Message[]): Incident | undefined {
  const holder = alerts.map((one) => jointIncidentOf(world, jointId(one))).find((one) => one !== undefined);
  const id = proposal.join ?? holder?.id;
  return world.incidents.find((one) => one.id === id && one.class === 'JOINT' && isUnderWay(one));
}

function jointIncidentOf(world: World, id: string): Incident | undefined {
  const message = world.messages.findLast((one) => one.id === id);
  return liveIncident(world, message?.incident);
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/** Nothing would be released, or there would be no alert to open an incident with. */
export function isEmpty(world: World, incident: Incident, proposal: Proposed): boolean {
  const { alerts, answers, notes } = chosen(world, incident, proposal);
  const opens = targetOf(world, proposal, alerts) ?? alerts.some((one) => !jointIncidentOf(world, jointId(one)));
  return !opens || (alerts.length === 0 && answers.length === 0 && notes.length === 0);
}

interface Carried {
  readonly joint: string;
  readonly became: string;
  /** Something of the incident was not released. */
  readonly stays: boolean;
}

export function carryOver(world: World, incident: Incident, proposal: Proposed): Carried {
  const goes = chosen(world, incident, proposal);
  const all = releasable(world, incident);
  const stays =
    all.alerts.length + all.answers.length + all.notes.length >
    goes.alerts.length + goes.answers.length + goes.notes.length;
  const target = targetOf(world, proposal, goes.alerts);
  const fresh = goes.alerts.filter((one) => !jointIncidentOf(world, jointId(one)));
  const alerts = fresh.map(({ alert }) => asJoint(alert));
  const facts = alerts.reduce(factsWith, target?.facts);
  const [first] = alerts;
  const joint =
    target ?? openIncident(world, 'JOINT', facts ?? nothing, first ? labelOfAlert(first, undefined) : incident.label);
  const releasedBy = incident.class === 'JOINT' ? undefined : incident.class;
  for (const [index, one] of fresh.entries()) {
    takeIn(world, joint, { id: jointId(one), alert: alerts[index] ?? one.alert, releasedBy });
  }
  const answers = goes.answers.map(({ question }) => nameOf(question));
  const lapses = facts && lapsesAfter(world, joint, facts);
  const before = target ? standing(world, target) : [];
  for (const given of goes.answers) carryAnswer(world, { given, from: incident, joint, before, lapses });
  moveAway(world, incident, goes.answers);
  const notes = goes.notes.map((note) => carryNote(world, joint, note));
  for (const one of goes.alerts) one.released = jointId(one);
  world.links.push({ incident: incident.id, joint: joint.id });
  if (!stays) {
    close(world, incident, 'released');
    withdraw(world, questionsOf(world, incident));
  }
  if (!target) routeAfresh(world, joint);
  else if (facts && fresh.length > 0) applyFacts(world, joint, facts);
  const became = whatGoes(
    goes.alerts.map((one) => `${one.id} as ${jointId(one)}`),
    answers,
    notes,
  );
  return { joint: joint.id, became, stays };
}

const nothing: Facts = {
  categories: [],
  severity: 'Unknown',
  nationals: {},
  casualties: {},
  latest: {} as Alert,
};

/** The gravest of them; what a later one states takes the place of what the others do. */
function factsWith(before: Facts | undefined, alert: Alert): Facts {
  const severity = before && (alert.info ?? []).length === 0 ? before.severity : gravestIn(alert);
  const base = before ?? { ...nothing, latest: alert, severity };
  return { ...stated(alert, base), severity: gravestOf([base.severity, severity]) };
}

/** Without what leads to other things of its owner. What it updated may not be known: to the other side it is the first of it. */
function asJoint({ references: _references, incidents: _incidents, ...alert }: Alert): Alert {
  const { tlp, reviewAt } = alert.exercise.releasability;
  const lowered = tlp === 'TLP:RED' || tlp === 'TLP:AMBER+STRICT' ? 'TLP:AMBER' : tlp;
  const releasability = { class: 'JOINT' as const, ...(lowered && { tlp: lowered }), ...(reviewAt && { reviewAt }) };
  const msgType = alert.msgType === 'Update' ? 'Alert' : alert.msgType;
  return { ...alert, msgType, exercise: { ...alert.exercise, releasability } };
}

interface Released {
  readonly id: string;
  readonly alert: Alert;
  readonly releasedBy: Side | undefined;
}

function takeIn(world: World, joint: Incident, { id, alert, releasedBy }: Released): void {
  accept(
    world,
    { alertId: alertId(id), alert, references: [], ...(releasedBy && { releasedBy }) },
    joint,
    `released as ${alert.msgType}`,
  );
  noteLatest(world, joint);
  relabelled(world, joint);
}

/** The id that the same message would have had as a JOINT one, so that it stays one alert. */
export function jointId({ alert: { sender, identifier, sent }, sentBy }: Pick<Message, 'alert' | 'sentBy'>): string {
  const parts = ['JOINT', sender, identifier, Date.parse(sent), ...(sentBy === undefined ? [] : [sentBy])];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g) ?? [];
  return `ALT-${letters
    .map((five) => BASE32[Number.parseInt(five, 2)])
    .join('')
    .slice(0, LENGTH)}`;
}

interface CarriedAnswer {
  readonly given: Acknowledgement;
  readonly from: Incident;
  readonly joint: Incident;
  /** The answers that stood before in the JOINT incident. */
  readonly before: readonly Acknowledgement[];
  readonly lapses: number | undefined;
}

/** As if it was given now. A unit that has given the same answer there keeps that one. */
function carryAnswer(world: World, { given, from, joint, before, lapses }: CarriedAnswer): void {
  const { unit, action, side } = given;
  if (before.some((one) => answersOrCovers(one, given))) return;
  const progress = progressOf(world, unit, from);
  const asked = { incident: joint.id, unit, action, askedAt: world.now };
  const question: Question = {
    ...asked,
    side,
    nth: world.questions
      .of(joint.id)
      .filter((one) => one.unit === unit && one.action === action && one.askedAt === world.now).length,
    moment: next(world),
    byHand: false,
    askers: [],
    status: 'acknowledged',
    delivered: true,
    lastSent: world.now,
    addressed: 0,
  };
  world.questions.push(question);
  const carried: Acknowledgement = {
    unit,
    action,
    side,
    incident: joint.id,
    question,
    moment: next(world),
    lapsed: false,
    carriedAt: world.now,
  };
  world.acknowledgements.push(carried);
  record(world, `${joint.id} ${nameOf(given)} is carried over${progress ? ` (${progress})` : ''}`);
  goesOn(world, carried, from, joint);
  if (progress === undefined) lapseLater(world, carried, lapses);
}

/** By the chains that the facts of the incident lead to: none of them has asked, and each counts on the answer. */
function lapsesAfter(world: World, joint: Incident, facts: Facts): number | undefined {
  const { chains } = joint.policy;
  const names = chainsFor(world.scenario, joint.policy, facts);
  const times = Object.entries(chains).flatMap(([name, chain]) =>
    names.includes(name) ? (chain.ackExpiresMs ?? []) : [],
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

function carryNote(world: World, joint: Incident, note: Written): string {
  const others = joint.notes.filter(({ readers }) => readers === 'JOINT');
  const id = `${joint.id}.JOINT.${others.length + 1}`;
  const label = labelOfNote(joint, 'JOINT');
  const { text, readers: owner, reviewAt } = note;
  const carried: Written = {
    id,
    readers: 'JOINT',
    text,
    label,
    moment: next(world),
    owner,
    writer: undefined,
    reviewAt,
  };
  joint.notes.push(carried);
  planReview(world, reviewableWriting(joint, 'note', carried), reviewAt);
  note.released = id;
  record(world, `${joint.id} is noted for JOINT, ${id}, ${textOf(label)}`);
  return `${note.id} as ${id}`;
}
