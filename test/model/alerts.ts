/** How an alert finds its incident, and what it changes there. */
import type { Alert, Category, Severity } from '#domain/alert/alert.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { answerByMessage } from './answers.js';
import { askAgainWhoAcknowledged, startChain, stopChain } from './chains.js';
import { cancelIncident, openAgain, openIncident } from './incidents.js';
import { isAlike, labelOfAlert, nameOfAccount, relabel, unitReads, type Label } from './labels.js';
import { mayKnow, sideOf, type Asking } from './people.js';
import { questionsOf, withdraw } from './questions.js';
import { planReview, reviewable } from './reviews.js';
import { shareTearLine } from './tear-lines.js';
import { chainsFor, gravestIn, gravestOf, gravity, otherFacts } from './routes.js';
import type { Scripted } from './scripted.js';
import { hasEnded, isUnderWay, next, record, type Facts, type Incident, type Message, type World } from './world.js';

/** A message as it is submitted. */
export interface Submitted {
  readonly alertId: string;
  readonly references: readonly string[];
  /** For each reference, the ids that it has in the classes which the message would widen. */
  readonly narrower?: readonly (readonly string[])[];
  readonly alert: Alert;
  /** What its sender's label says. Filled in by {@link submit}. */
  readonly label?: Label;
  readonly sentBy?: Side | undefined;
  readonly writer?: string | undefined;
  readonly releasedBy?: Side;
}

/** Absent: the script. */
export interface Sender {
  readonly actor?: Actor;
  readonly asked: Asking;
}

/** Takes a message in, or returns why not. */
export function submit(world: World, given: Submitted, { actor, asked }: Sender): string | undefined {
  const who = { sentBy: sideOf(actor), writer: nameOfAccount(actor) };
  const submitted = { ...given, label: labelOfAlert(given.alert, actor), ...who };
  const { alert, alertId } = submitted;
  const { site, releasability } = alert.exercise;
  if (site !== undefined && !world.scenario.sites.some(({ id }) => id === site)) return 'UNKNOWN_SITE';
  const side = sideOf(actor);
  if (side && releasability.class !== 'JOINT' && releasability.class !== side) return 'NOT_YOUR_SIDE';
  if (world.messages.some(({ id }) => id === alertId)) return 'DUPLICATE_ALERT';
  if (alert.msgType === 'Ack' || alert.msgType === 'Error') return answerByMessage(world, alert, { actor, asked });
  if (alert.msgType !== 'Alert' && isWidened(world, submitted, actor)) return 'RELEASE_WIDENED';
  const replaces = tearLineBefore(world, submitted);
  if (alert.msgType === 'Cancel') {
    const refusal = cancel(world, submitted);
    if (refusal) return refusal;
  } else {
    const newer = newerOne(world, submitted);
    if (newer) takeLate(world, submitted, newer);
    else report(world, submitted);
  }
  shareTearLineOf(world, submitted, replaces);
  return undefined;
}

/** That of a message which it updates or cancels, in an incident that goes on. */
function tearLineBefore(world: World, { references, alert }: Submitted): string | undefined {
  if (alert.msgType === 'Alert') return undefined;
  const ofMessage = (reference: string) => world.messages.find(({ id }) => id === reference);
  return references
    .map(ofMessage)
    .flatMap((message) => (message && liveIncident(world, message.incident) ? (message.tearLine ?? []) : []))[0];
}

/** The other side gets it in the place of the alert. */
function shareTearLineOf(world: World, { alertId, alert }: Submitted, replaces: string | undefined): void {
  const { class: from, tearLine, tearLineTlp: tlp } = alert.exercise.releasability;
  const message = world.messages.find(({ id }) => id === alertId);
  if (from === 'JOINT' || tearLine === undefined || !message) return;
  message.tearLine = shareTearLine(world, { from, kind: 'alert', tlp, replaces });
  const isOwn = ({ inject }: Scripted) =>
    inject.kind === 'alert' && inject.messages.some((one) => one.alertId === alertId);
  for (const scripted of world.script.filter(isOwn)) scripted.shared = { tearLine: message.tearLine };
}

/** It references a message that fewer may know of than of this one. To whoever may not know of that message, it is none. */
function isWidened(world: World, { references, narrower = [], alert }: Submitted, actor: Actor | undefined): boolean {
  const classesOf = (ids: readonly string[]) =>
    world.messages
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ incident }) => liveIncident(world, incident)?.class ?? []);
  const own = classOf(alert);
  return references.some((reference, index) => {
    if (classesOf([reference]).includes(own)) return false;
    return classesOf(narrower[index] ?? []).some((owner) => isNarrower(owner, own) && mayKnow(actor, owner));
  });
}

const isNarrower = (one: ReleaseClass, other: ReleaseClass): boolean => one !== 'JOINT' && one !== other;

/** The message that referenced this one before it arrived: a Cancel, else the first Update. */
function newerOne(world: World, { alertId, alert }: Submitted): Message | undefined {
  const newer = world.messages.filter(
    ({ references, alert: other }) => references.includes(alertId) && sameClass(other, alert),
  );
  const ofType = (type: string) => newer.find(({ alert: { msgType } }) => msgType === type);
  return ofType('Cancel') ?? ofType('Update');
}

const labelOfSubmitted = ({ label, alert }: Submitted): Label => label ?? labelOfAlert(alert, undefined);

/** What its units may not read any more is withdrawn. */
export function relabelled(world: World, incident: Incident): void {
  relabel(incident, liveMessages(world, incident), () => {
    withdraw(
      world,
      questionsOf(world, incident).filter(({ unit }) => !unitReads(incident, unit)),
    );
  });
}

const classOf = (alert: Alert) => alert.exercise.releasability.class;
const sameClass = (a: Alert, b: Alert): boolean => classOf(a) === classOf(b);

/**
 * Out of order: it belongs to the incident of the newer one, and is superseded or cancelled on arrival. An Update that is superseded still
 * takes the place of what it references.
 */
function takeLate(world: World, submitted: Submitted, newer: Message): void {
  const incident = liveIncident(world, newer.incident);
  const message = accept(world, submitted, incident, 'referenced');
  const isSuperseded = newer.alert.msgType === 'Update';
  withdrawMessage(world, message, isSuperseded ? 'superseded' : 'cancelled', newer);
  if (!incident || !isSuperseded || submitted.alert.msgType !== 'Update') return;
  supersede(world, submitted, incident, message);
  relabelled(world, incident);
  if (isUnderWay(incident)) applyFacts(world, incident, { ...incident.facts, severity: severityOf(world, incident) });
}

export function liveIncident(world: World, id: string | undefined): Incident | undefined {
  return world.incidents.find((incident) => incident.id === id && !hasEnded(incident));
}

export function accept(
  world: World,
  submitted: Submitted,
  incident: Incident | undefined,
  how: string,
  reopened = false,
): Message {
  const { alertId: id, alert, references } = submitted;
  const awaits = awaited(world, submitted);
  const message: Message = {
    id,
    label: submitted.label ?? labelOfAlert(alert, undefined),
    sentBy: submitted.sentBy,
    writer: submitted.writer,
    releasedBy: submitted.releasedBy,
    alert,
    references,
    awaits,
    moment: next(world),
    incident: incident?.id,
    opening: incident?.opened ?? 0,
    reopened,
    status: 'live',
  };
  world.messages.push(message);
  planReview(world, reviewable(world, message), alert.exercise.releasability.reviewAt);
  record(world, `alert ${id} ${incident ? `${how} ${incident.id}` : 'belongs to no incident'}`);
  return message;
}

function withdrawMessage(world: World, message: Message, status: 'superseded' | 'cancelled', by?: Message): void {
  message.status = status;
  message.supersededBy = status === 'superseded' ? by?.id : undefined;
  record(world, `alert ${message.id} is ${status}`);
}

/** Withdraws the alerts that it references, in whatever incidents of its class; an incident with its last one. */
function cancel(world: World, submitted: Submitted): string | undefined {
  const withdrawn = spokenFor(world, submitted);
  const awaits = awaited(world, submitted).filter((id) => !isForetold(world, id, submitted.alert));
  if (withdrawn.length === 0 && awaits.length === 0) return 'UNKNOWN_REFERENCE';
  accept(world, submitted, liveIncident(world, withdrawn[0]?.incident), 'referenced');
  for (const message of withdrawn) withdrawMessage(world, message, 'cancelled');
  for (const incident of world.incidents.filter(({ id }) => withdrawn.some((message) => message.incident === id))) {
    relabelled(world, incident);
    if (!isUnderWay(incident)) continue;
    if (liveMessages(world, incident).length === 0) cancelIncident(world, incident);
    else applyFacts(world, incident, { ...incident.facts, severity: severityOf(world, incident) });
  }
  return undefined;
}

/** What it references and has not come, or belongs to no incident any more. */
function awaited(world: World, { references, alert: by }: Submitted): string[] {
  const hasCome = (reference: string) =>
    world.messages.some(
      ({ id, alert, incident }) => id === reference && sameClass(alert, by) && liveIncident(world, incident),
    );
  return references.filter((reference) => !hasCome(reference));
}

/** Whether a Cancel has already said that it is to be cancelled when it comes. */
function isForetold(world: World, reference: string, by: Alert): boolean {
  const own = world.messages.filter(({ alert }) => sameClass(alert, by));
  return own.some(
    ({ alert, awaits, moment }) =>
      alert.msgType === 'Cancel' &&
      awaits.includes(reference) &&
      !own.some((late) => late.id === reference && late.moment > moment),
  );
}

/** The alerts that it references; of one that was superseded, the one that took its place. */
function spokenFor(world: World, { references, alert }: Submitted): Message[] {
  const found = new Set<Message>();
  for (const reference of references) {
    let message = world.messages.find(({ id, alert: other }) => id === reference && sameClass(other, alert));
    while (message?.supersededBy) message = world.messages.find(({ id }) => id === message?.supersededBy);
    const isLive = message?.status === 'live' && message.alert.msgType !== 'Cancel';
    if (message && isLive && liveIncident(world, message.incident)) found.add(message);
  }
  return [...found];
}

/** The messages of an incident that report something and are neither superseded nor cancelled. */
export function liveMessages(world: World, incident: Incident): Message[] {
  return world.messages.filter(
    ({ incident: id, alert, status }) => id === incident.id && alert.msgType !== 'Cancel' && status === 'live',
  );
}

function severityOf(world: World, incident: Incident): Severity {
  const messages = liveMessages(world, incident).filter(({ moment }) => moment > incident.opened);
  const stating = messages.filter(({ alert }) => (alert.info ?? []).length > 0);
  return stating.length === 0 ? incident.facts.severity : gravestOf(stating.map(({ alert }) => gravestIn(alert)));
}

/** An `Alert` or an `Update`: it joins an incident, or opens one. */
function report(world: World, submitted: Submitted): void {
  const { alert } = submitted;
  const joined = findIncident(world, submitted);
  if (!joined) {
    const nothing = { categories: [], severity: gravestIn(alert), nationals: {}, casualties: {}, latest: alert };
    const facts = stated(alert, nothing);
    const incident = openIncident(world, classOf(alert), facts, labelOfSubmitted(submitted));
    accept(world, submitted, incident, 'opened');
    noteLatest(world, incident);
    return routeAfresh(world, incident);
  }
  const { incident, how } = joined;
  const reopens = incident.status === 'resolved';
  if (reopens) incident.opened = next(world);
  const message = accept(world, submitted, incident, how, reopens);
  noteLatest(world, incident);
  if (alert.msgType === 'Update') supersede(world, submitted, incident, message);
  relabelled(world, incident);
  const severity = reopens ? gravestIn(alert) : severityOf(world, incident);
  const facts = { ...stated(alert, incident.facts), severity };
  if (!reopens) return applyFacts(world, incident, facts);
  openAgain(world, incident, facts);
  routeAfresh(world, incident);
}

export function noteLatest(world: World, incident: Incident): void {
  incident.latestAlert = { at: world.now, moment: next(world) };
}

/** An Update takes the place of the alerts that it references in the incident that it joins, but not of what took its own place. */
function supersede(world: World, submitted: Submitted, incident: Incident, by: Message): void {
  const successors = successorsOf(world, by);
  for (const message of spokenFor(world, submitted)) {
    if (message.incident !== incident.id || successors.includes(message)) continue;
    withdrawMessage(world, message, 'superseded', by);
  }
}

/** The message itself, what took its place, what took the place of that, and so on. */
function successorsOf(world: World, message: Message): Message[] {
  const next = world.messages.find(({ id }) => id === message.supersededBy);
  return next ? [message, ...successorsOf(world, next)] : [message];
}

/** What the alert does not state stays as it was. */
export function stated(alert: Alert, before: Facts): Facts {
  const { info, exercise } = alert;
  const categories = [...new Set((info ?? []).flatMap(({ category }) => category))];
  return {
    site: exercise.site ?? before.site,
    categories: categories.length > 0 ? categories : before.categories,
    severity: before.severity,
    nationals: { ...before.nationals, ...exercise.nationals },
    casualties: { ...before.casualties, ...exercise.casualties },
    latest: alert,
  };
}

function findIncident(world: World, submitted: Submitted): { incident: Incident; how: string } | undefined {
  const { alert } = submitted;
  const byReference = referenced(world, submitted);
  if (byReference) return { incident: byReference, how: 'referenced' };
  const byName = (alert.incidents ?? [])
    .map((id) => liveIncident(world, id))
    .find((incident) => incident?.class === classOf(alert));
  if (byName) return { incident: byName, how: 'named' };
  const correlated = correlatedWith(world, alert, labelOfSubmitted(submitted));
  return correlated && { incident: correlated, how: 'correlated' };
}

/** The incident that holds an alert that it references, or in which a message had referenced it before. */
function referenced(world: World, { alertId, references, alert }: Submitted): Incident | undefined {
  const holders = references.flatMap((reference) => world.messages.filter(({ id }) => id === reference));
  const referrers = world.messages.filter(
    ({ references: earlier, alert: other }) => other.msgType === 'Update' && earlier.includes(alertId),
  );
  return [...holders, ...referrers]
    .map(({ incident }) => liveIncident(world, incident))
    .find((incident) => incident?.class === classOf(alert));
}

/** Same class and site, a common category, and its latest alert within the window; of several, the one with the latest alert. */
function correlatedWith(world: World, alert: Alert, label: Label): Incident | undefined {
  const categories = new Set<Category>((alert.info ?? []).flatMap(({ category }) => category));
  const { site } = alert.exercise;
  if (site === undefined) return undefined;
  return world.incidents
    .filter((incident) => !hasEnded(incident) && incident.class === classOf(alert))
    .filter((incident) => isAlike(incident.label, label))
    .filter(({ facts }) => facts.site === site && facts.categories.some((category) => categories.has(category)))
    .filter(({ latestAlert, policy }) => world.now - latestAlert.at <= policy.correlationWindowMs)
    .sort((a, b) => b.latestAlert.moment - a.latestAlert.moment)[0];
}

/** The incident has opened, or opened again: all chains of matching routes start. */
export function routeAfresh(world: World, incident: Incident): void {
  for (const name of chainsFor(world.scenario, incident.policy, incident.facts))
    startChain(world, incident, name, false);
}

/** When facts change. */
export function applyFacts(world: World, incident: Incident, facts: Facts): void {
  const before = incident.facts;
  incident.facts = facts;
  const isMilder = gravity(facts.severity) < gravity(before.severity);
  const moved = facts.site !== before.site;
  // A lower severity alone changes no chain; with other facts that changed, routing goes by the severity before.
  const routed = isMilder && !moved ? { ...facts, severity: before.severity } : facts;
  const isOther = otherFacts(before) !== otherFacts(facts) && startsAnother(world, incident, before, routed);
  if (sameFacts(before, facts) && !isOther) return;
  const graver = gravity(facts.severity) > gravity(incident.gravest);
  if (graver) incident.gravest = facts.severity;
  const words = [describe(facts), ...(graver ? ['graver'] : []), ...(moved ? ['moved'] : [])];
  record(world, `${incident.id} changes: ${words.join(', ')}`);
  if (!sameFacts(before, routed) || isOther) routeAgain(world, incident, routed, { graver, moved });
  incident.news.push(...(graver ? ['graver'] : []), ...(moved ? ['moved'] : []));
}

/** Whether a route matches that did not match before, and whose chain has never run. */
function startsAnother(world: World, incident: Incident, before: Facts, facts: Facts): boolean {
  const matched = chainsFor(world.scenario, incident.policy, before);
  const known = [...matched, ...incident.chains.map(({ name }) => name)];
  return chainsFor(world.scenario, incident.policy, facts).some((name) => !known.includes(name));
}

function routeAgain(
  world: World,
  incident: Incident,
  facts: Facts,
  { graver, moved }: { graver: boolean; moved: boolean },
): void {
  const matching = chainsFor(world.scenario, incident.policy, facts);
  if (graver || moved) {
    for (const chain of incident.chains) {
      if (chain.status === 'at work' && !matching.includes(chain.name)) stopChain(world, incident, chain);
    }
  }
  const toStart = matching.filter((name) => {
    const chain = incident.chains.find((one) => one.name === name);
    return !chain || moved || (graver && (chain.status === 'exhausted' || chain.status === 'stopped'));
  });
  // Chains that ask again do so before others start.
  for (const chain of matching.flatMap((name) => incident.chains.filter((one) => one.name === name))) {
    const asksAgain = graver && !toStart.includes(chain.name) && chain.policy.onRaise === 'reacknowledge';
    if (asksAgain) askAgainWhoAcknowledged(world, incident, chain);
  }
  for (const name of toStart) startChain(world, incident, name, graver || moved);
}

function sameFacts(a: Facts, b: Facts): boolean {
  return describe(a) === describe(b);
}

function describe({ site, categories, severity, nationals, casualties }: Facts): string {
  const counts = Object.entries({ ...nationals, ...casualties }).map(([what, count]) => `${what}=${count}`);
  return [severity, `site ${site ?? 'none'}`, ...[...categories].sort(), ...counts.sort()].join(' ');
}
