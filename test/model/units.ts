/** Links, duty, capacity and movement. */
import type { Action, Link, Progress } from '#domain/unit/unit.js';
import { drawMovements } from './draws.js';
import { RANK } from './due.js';
import {
  incidentOf,
  isUnderWay,
  later,
  next,
  record,
  unitOf,
  type Acknowledgement,
  type Incident,
  type Response,
  type World,
} from './world.js';

export const isResponse = (action: Action): boolean => action === 'respond' || action === 'secure';

/** The link of the side and that of the unit both count; the worse one wins. Of two degraded ones, the longer latency and the greater loss. */
export function linkTo(world: World, unit: string): Link {
  const { definition, link } = unitOf(world, unit);
  const ofSide = world.sideLinks[definition.side];
  if (link.status !== 'degraded' || ofSide.status !== 'degraded') {
    return BADNESS.indexOf(ofSide.status) > BADNESS.indexOf(link.status) ? ofSide : link;
  }
  const latencyMs = Math.max(link.latencyMs, ofSide.latencyMs);
  return { status: 'degraded', latencyMs, loss: Math.max(link.loss, ofSide.loss) };
}

const BADNESS: readonly Link['status'][] = ['up', 'degraded', 'down'];

export function isDown(world: World, unit: string): boolean {
  return linkTo(world, unit).status === 'down';
}

/** An acknowledgement stands until it lapses, or its incident is resolved, closed or cancelled. */
export function standing(world: World, incident: Incident): Acknowledgement[] {
  if (!isUnderWay(incident)) return [];
  return world.acknowledgements.of(incident.id).filter(({ moment, lapsed }) => moment > incident.opened && !lapsed);
}

/** The standing acknowledgements of a unit that has not reported clear since. */
function atWork(world: World, unit: string, incident: Incident): Acknowledgement[] {
  return standing(world, incident).filter(
    (given) => given.unit === unit && !given.moved && !isClearSince(world, given),
  );
}

export function isClearSince(world: World, given: Acknowledgement): boolean {
  return world.reports
    .of(given.incident)
    .some(({ unit, progress, moment }) => progress === 'clear' && unit === given.unit && moment > given.moment);
}

/** A unit is engaged while an acknowledgement of it stands for anything but `inform`, until it reports clear. */
export function isEngaged(world: World, unit: string, incident: Incident): boolean {
  return atWork(world, unit, incident).some(({ action }) => action !== 'inform');
}

export function isResponder(world: World, unit: string, incident: Incident): boolean {
  return atWork(world, unit, incident).some(({ action }) => isResponse(action));
}

/** Whether an acknowledgement would engage it in one more incident than it can be engaged in. @param also of which it is to be engaged as well */
export function isFull(
  world: World,
  unit: string,
  action: Action,
  incident: Incident,
  also: readonly string[] = [],
): boolean {
  if (action === 'inform' || also.includes(incident.id) || isEngaged(world, unit, incident)) return false;
  const taken = world.incidents.filter((other) => also.includes(other.id) || isEngaged(world, unit, other)).length;
  return taken >= unitOf(world, unit).definition.capacity;
}

/** How far a responder has come; nothing as long as it has not set out. */
export function progressOf(world: World, unit: string, incident: Incident): Progress | undefined {
  const response = responseOf(world, unit, incident);
  if (!response) return undefined;
  const reports = world.reports
    .of(incident.id)
    .filter((report) => report.unit === unit && report.moment > response.since);
  return reports.at(-1)?.progress;
}

function responseOf(world: World, unit: string, incident: Incident): Response | undefined {
  return world.responses.find((response) => response.unit === unit && response.incident === incident.id);
}

/** En route or on scene. */
export function isOnTheWay(world: World, unit: string, incident: Incident): boolean {
  return progressOf(world, unit, incident) !== undefined;
}

/** A unit that has set out keeps its acknowledgement, also when it is clear. */
export function wouldLapse(world: World, given: Acknowledgement): boolean {
  const incident = incidentOf(world, given.incident);
  const stands = standing(world, incident).includes(given);
  return stands && !given.moved && !isClearSince(world, given) && !isOnTheWay(world, given.unit, incident);
}

const ORDER: readonly (Progress | undefined)[] = [undefined, 'enRoute', 'onScene', 'clear'];

export function isForward(from: Progress | undefined, to: Progress): boolean {
  return ORDER.indexOf(to) > ORDER.indexOf(from);
}

export function reportProgress(world: World, unit: string, incident: Incident, progress: Progress): void {
  const byResponder = isResponder(world, unit, incident);
  world.reports.push({ unit, incident: incident.id, progress, moment: next(world), byResponder });
  record(world, `${incident.id} ${unit} is ${progress}`);
}

/** Notes who has become a responder, or has ceased to be one. */
export function updateResponses(world: World, incidents: readonly Incident[]): void {
  world.responses = world.responses.filter(({ unit, incident: id }) => {
    const incident = incidents.find((one) => one.id === id);
    return !incident || isResponder(world, unit, incident);
  });
  const given = incidents.flatMap(({ id }) => world.acknowledgements.of(id));
  for (const { unit, incident: id } of given.sort((a, b) => a.moment - b.moment)) {
    const incident = incidentOf(world, id);
    if (!isUnderWay(incident) || !isResponder(world, unit, incident) || responseOf(world, unit, incident)) continue;
    const response: Response = { unit, incident: id, since: next(world) };
    world.responses.push(response);
    if (unitOf(world, unit).mode === 'simulated') planMovements(world, response);
  }
}

/** A unit that is simulated from now on draws its times now; one that is not any more is moved by people. */
export function updateMovements(world: World, unit: string): void {
  for (const response of world.responses.filter((one) => one.unit === unit)) {
    response.plan = undefined;
    if (unitOf(world, unit).mode === 'simulated') planMovements(world, response);
  }
}

/** A simulated unit draws its times when it becomes a responder. They hold as long as it is one. */
function planMovements(world: World, response: Response): void {
  const { unit, incident: id } = response;
  const incident = incidentOf(world, id);
  const { behaviour } = unitOf(world, unit).definition;
  const reached = progressOf(world, unit, incident);
  const ahead = drawMovements(world, { unit, incident, behaviour, reached });
  move(
    world,
    response,
    ahead.map(({ stage, afterMs }) => ({ stage, at: world.now + afterMs })),
  );
}

function move(world: World, response: Response, plan: NonNullable<Response['plan']>): void {
  const { unit, incident: id } = response;
  const incident = incidentOf(world, id);
  response.plan = plan;
  for (const { stage, at } of plan) {
    later(world, at - world.now, RANK.arrival, () => {
      if (!world.responses.includes(response) || response.plan !== plan) return;
      if (isForward(progressOf(world, unit, incident), stage)) reportProgress(world, unit, incident, stage);
    });
  }
}

/** A responder whose answer was carried over goes on as it would have. */
export function goesOn(world: World, carried: Acknowledgement, from: Incident, to: Incident): void {
  const { unit, action } = carried;
  if (!isResponse(action)) return;
  const before = responseOf(world, unit, from);
  const progress = progressOf(world, unit, from);
  let response = responseOf(world, unit, to);
  if (!response) {
    response = { unit, incident: to.id, since: next(world) };
    world.responses.push(response);
  }
  if (progress) {
    world.reports.push({ unit, incident: to.id, progress, moment: next(world), byResponder: true });
  }
  const ahead = (before?.plan ?? []).filter(({ stage }) => isForward(progressOf(world, unit, to), stage));
  if (ahead.some(({ stage }) => stage === 'clear')) move(world, response, ahead);
}

/** The units are engaged in the JOINT incident now. Their answers still stand here, and nothing of them is due any more. */
export function moveAway(world: World, incident: Incident, answers: readonly Acknowledgement[]): void {
  for (const given of answers) given.moved = true;
  updateResponses(world, [incident]);
  const units = world.units.map(({ definition }) => definition.id);
  if (answers.length > 0 && !units.some((unit) => isResponder(world, unit, incident))) incident.emptied = true;
}
