/** An incident's state: computed from the standing acknowledgements, after each happening. */
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { endChains, updateChain } from './chains.js';
import { isLost } from './draws.js';
import { unitReads, type Label } from './labels.js';
import { policyInForce } from './policies.js';
import { questionsOf, withdraw } from './questions.js';
import { acknowledgedSides } from './requirements.js';
import { isDown, isResponder, linkTo, standing, updateResponses } from './units.js';
import { RANK } from './due.js';
import { isUnderWay, later, next, record, type Facts, type Incident, type World } from './world.js';

export function openIncident(world: World, owner: ReleaseClass, facts: Facts, label: Label): Incident {
  const count = world.incidents.filter((other) => other.class === owner).length + 1;
  const incident: Incident = {
    id: `${owner === 'JOINT' ? 'INC' : owner}-${String(count).padStart(4, '0')}`,
    class: owner,
    label,
    shownLabel: label,
    policy: policyInForce(world, owner),
    status: 'open',
    opened: next(world),
    facts,
    gravest: facts.severity,
    latestAlert: { at: world.now, moment: world.moment },
    chains: [],
    news: [],
    shown: [],
    assigned: {},
    offers: [],
    notes: [],
    records: [],
    candidates: {},
    decided: {},
    silentSince: silentFrom(world.now),
  };
  world.incidents.push(incident);
  record(world, `${incident.id} opens ${facts.severity}`);
  return incident;
}

const silentFrom = (now: number): Record<Side, number> => ({ PAK: now, CHN: now });

/** As grave as the alert that opens it again; all answers and overrides from before are void. */
export function openAgain(world: World, incident: Incident, facts: Facts): void {
  incident.status = 'open';
  incident.facts = facts;
  incident.gravest = facts.severity;
  incident.chains = [];
  incident.shown = [];
  forgetDecisions(incident);
  incident.silentSince = silentFrom(world.now);
  record(world, `${incident.id} opens again ${facts.severity}`);
}

const MANY = 100;

/** After each happening, until nothing changes any more. An incident of which nothing has happened is as it was. @returns the others */
export function updateIncidents(world: World): Iterable<string> {
  const touched = world.incidents.filter(({ id }) => world.touched.has(id));
  updateResponses(world, touched);
  for (const incident of touched.filter(isUnderWay)) {
    updateJointAcknowledgement(world, incident);
    updateResponse(world, incident);
    if (isUnderWay(incident)) updateChains(world, incident);
    informOfChange(world, incident);
  }
  world.touched.clear();
  return touched.map(({ id }) => id);
}

function updateJointAcknowledgement(world: World, incident: Incident): void {
  const sides = acknowledgedSides(world, incident);
  if (sides.join() === incident.shown.join()) return;
  for (const side of incident.shown) if (!sides.includes(side)) incident.silentSince[side] = world.now;
  incident.shown = sides;
  record(world, `${incident.id} is acknowledged by ${sides.join(' and ') || 'nobody'}`);
}

/** Responding once a responder is en route; resolved when no responder is left. */
function updateResponse(world: World, incident: Incident): void {
  const units = world.units.map(({ definition }) => definition.id);
  if (incident.status === 'open' && hasSetOut(world, incident)) {
    incident.status = 'responding';
    record(world, `${incident.id} is responding`);
  }
  if (incident.status !== 'responding') return;
  if (units.some((unit) => isResponder(world, unit, incident))) incident.emptied = false;
  else if (!incident.emptied) resolve(world, incident, 'all-clear');
}

/** Some responder has reported progress since the incident opened. */
function hasSetOut(world: World, incident: Incident): boolean {
  const reports = world.reports.of(incident.id);
  return reports.some(({ moment, byResponder }) => moment > incident.opened && byResponder);
}

function updateChains(world: World, incident: Incident): void {
  let rounds = 0;
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    if (rounds++ > MANY) throw new Error(`the chains of ${incident.id} never come to rest`);
    for (const chain of incident.chains) if (updateChain(world, incident, chain)) goesOn = true;
  }
}

export function resolve(world: World, incident: Incident, reason: 'command' | 'agreed' | 'all-clear'): void {
  const informed = acknowledgedUnits(world, incident);
  forgetDecisions(incident);
  incident.status = 'resolved';
  endChains(incident);
  world.resolutions.push({ incident: incident.id, moment: next(world) });
  record(world, `${incident.id} is resolved (${reason})`);
  withdraw(world, questionsOf(world, incident));
  sendNews(world, incident, ['resolved'], informed);
  const { closeAfterMs } = incident.policy;
  if (closeAfterMs === undefined) return;
  const { opened } = incident;
  later(world, closeAfterMs, RANK.closing, () => {
    if (incident.status === 'resolved' && incident.opened === opened) close(world, incident, 'elapsed');
  });
}

/** @param reason `released`: all of it is part of a JOINT incident now */
export function close(world: World, incident: Incident, reason: 'command' | 'agreed' | 'elapsed' | 'released'): void {
  forgetDecisions(incident);
  if (isUnderWay(incident)) endChains(incident);
  incident.status = 'closed';
  record(world, `${incident.id} is closed (${reason})`);
}

/** @param how somebody decided so; absent: all its alerts were cancelled */
export function cancelIncident(world: World, incident: Incident, how?: 'command' | 'agreed'): void {
  forgetDecisions(incident);
  const informed = acknowledgedUnits(world, incident);
  incident.status = 'cancelled';
  endChains(incident);
  record(world, `${incident.id} is cancelled${how ? ` (${how})` : ''}`);
  withdraw(world, questionsOf(world, incident));
  sendNews(world, incident, ['cancelled'], informed);
}

/** What was decided is done, or counts for nothing any more. */
function forgetDecisions(incident: Incident): void {
  incident.decided = {};
  incident.waiting = undefined;
}

/** Each unit with a standing acknowledgement. */
function acknowledgedUnits(world: World, incident: Incident): string[] {
  const given = standing(world, incident);
  return world.units.map(({ definition }) => definition.id).filter((unit) => given.some((one) => one.unit === unit));
}

/** It got graver, or moved. A unit that a chain asks or reminds at the same moment is not informed as well. */
function informOfChange(world: World, incident: Incident): void {
  const about = incident.news;
  incident.news = [];
  const asked = questionsOf(world, incident).filter(({ addressed }) => addressed > world.began);
  const units = acknowledgedUnits(world, incident).filter(
    (unit) => unitReads(incident, unit) && !asked.some((one) => one.unit === unit),
  );
  if (about.length > 0) sendNews(world, incident, about, units);
}

function sendNews(world: World, { id }: Incident, about: readonly string[], units: readonly string[]): void {
  if (units.length === 0) return;
  record(world, `${id} news (${about.join(', ')}) to ${[...units].sort().join(', ')}`);
  for (const unit of units) sendUpdate(world, id, unit);
}

function sendUpdate(world: World, incident: string, unit: string): void {
  const link = linkTo(world, unit);
  const arrive = () => {
    if (!isDown(world, unit)) record(world, `${incident} news reaches ${unit}`);
  };
  if (link.status === 'up') return arrive();
  if (link.status === 'down') return record(world, `${incident} news cannot reach ${unit}`);
  if (!isLost(world, link, { kind: 'news', unit, incident })) later(world, link.latencyMs, RANK.arrival, arrive);
}
