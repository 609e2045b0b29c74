/** What follows from an event at once, under the rules. Changes nothing; the engine appends what it yields. */
import { resolve } from '../incident/decide-incident.js';
import { debitSide } from '../incident/joint-acknowledgement.js';
import type { Notification } from '../incident/incident.js';
import { nextStep, reconsider, reroute, resumeChains, startChains } from '../incident/run-chain.js';
import { deliverAgain, isAnswering, planAnswer, transmit, transmitFirst } from '../notification/transmit.js';
import { drawMovements } from '../unit/behaviour.js';
import { isResponse } from '../unit/unit.js';
import { draft, type DomainEvent, type Draft, type EventOf } from './event.js';
import { definitionOf, incidentOf, linkTo, runOf, unitOf, unitsOf } from './lookup.js';
import type { State } from './state.js';

/** `state` already holds the event. */
export function react(state: State, event: DomainEvent): Draft[] {
  switch (event.type) {
    case 'IncidentOpened':
    case 'IncidentReopened':
      return startChains(state, incidentOf(state, event.data.incident));
    case 'IncidentSeverityRaised':
      return reroute(state, incidentOf(state, event.data.incident));
    case 'ChainStarted':
      return goOn(state, event.data, 'start');
    case 'StepSkipped':
      return goOn(state, event.data, 'skipped');
    case 'ChainResumed':
      return goOn(state, event.data, 'lapsed');
    case 'StepStarted':
      return afterStepStarted(state, event);
    case 'NotificationSent':
      return transmit(state, event.data.notification);
    case 'NotificationReminded':
      return deliverAgain(state, event.data.notification);
    case 'NotificationDelivered':
      return planAnswer(state, event.data.notification);
    case 'NotificationAcknowledged':
    case 'LateAcknowledgement':
      return afterAcknowledgement(state, event);
    case 'AcknowledgementOverridden':
    case 'NotificationDeclined':
    case 'NotificationExpired':
    case 'NotificationUndeliverable':
      return reconsider(state, event.data.incident);
    case 'AcknowledgementLapsed':
      return afterLapse(state, event);
    case 'UnitProgressed':
      return afterProgress(state, event);
    case 'UnitModeChanged':
      return takeOver(state, event.data.unit);
    case 'UnitDutyChanged':
      return event.data.duty === 'on' ? answerAfterAll(state, ({ unit }) => unit === event.data.unit) : [];
    case 'LinkChanged':
      return answerAfterAll(state, ({ unit, side }) => unit === event.data.unit || side === event.data.side);
    default:
      return [];
  }
}

function goOn(
  state: State,
  data: { incident: string; chain: string },
  reason: 'start' | 'skipped' | 'lapsed',
): Draft[] {
  const incident = incidentOf(state, data.incident);
  const run = runOf(incident, data.chain);
  return run.status === 'active' ? nextStep(state, incident, run, reason) : [];
}

/** A step that cannot have what it asks for, whoever answers, does not wait: the next one starts at once. */
function afterStepStarted(state: State, { data }: EventOf<'StepStarted'>): Draft[] {
  const sent: Draft[] = [];
  for (const { notification } of data.addressees) sent.push(...transmitFirst(state, notification));
  const run = runOf(incidentOf(state, data.incident), data.chain);
  const hasMovedOn = run.step !== data.step || run.round !== data.round;
  // An undeliverable notification makes the chain be looked at by itself, once it is known to have ended.
  if (hasMovedOn || sent.some(({ type }) => type === 'NotificationUndeliverable')) return sent;
  return [...sent, ...reconsider(state, data.incident, data.chain)];
}

function afterAcknowledgement(
  state: State,
  { data, at }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): Draft[] {
  const { incident, unit, notification } = data;
  const engagement = unitOf(state, unit).engagements[incident];
  if (engagement?.notification !== notification) return reconsider(state, incident);
  // Who was under way with advice when it became a responder is under way as one.
  const responding = engagement.progress === 'acknowledged' ? [] : beginResponse(state, incident, unit);
  return [...planMovements(state, incident, unit, at), ...responding, ...reconsider(state, incident)];
}

function beginResponse(state: State, incident: string, unit: string): Draft[] {
  const { status, class: audience } = incidentOf(state, incident);
  const action = unitOf(state, unit).engagements[incident]?.action;
  if (status !== 'open' || action === undefined || !isResponse(action)) return [];
  return [draft('IncidentResponding', audience, { incident, unit })];
}

/**
 * What a simulated unit is going to do is drawn once, when it engages. One that the simulation takes over midway goes
 * on from where it stands.
 */
function planMovements(state: State, incident: string, unit: string, at: number): Draft[] {
  const { engagements, mode } = unitOf(state, unit);
  const engagement = engagements[incident];
  if (mode !== 'simulated' || !engagement) return [];
  const { behaviour } = definitionOf(state, unit);
  const after = drawMovements(state.seed, behaviour, engagement.notification);
  const done = engagement.progress === 'acknowledged' ? 0 : after[engagement.progress];
  return [
    draft('MovementsPlanned', 'CONTROL', {
      incident,
      unit,
      enRoute: at + Math.max(0, after.enRoute - done),
      onScene: at + Math.max(0, after.onScene - done),
      clear: at + Math.max(0, after.clear - done),
    }),
  ];
}

/** The side is told if it has nobody left; chains at work may have lost what they counted on, too. */
function afterLapse(state: State, { data }: EventOf<'AcknowledgementLapsed'>): Draft[] {
  const { incident, side } = data;
  return [
    ...debitSide(incidentOf(state, incident), side),
    ...reconsider(state, incident),
    ...resumeChains(state, incident),
  ];
}

/** The first responder under way makes the incident `responding`; when the last one is clear it is resolved. */
function afterProgress(state: State, { data }: EventOf<'UnitProgressed'>): Draft[] {
  const incident = incidentOf(state, data.incident);
  if (data.progress !== 'clear') return beginResponse(state, incident.id, data.unit);
  if (incident.status !== 'responding') return [];
  const stillEngaged = unitsOf(state).some(({ engagements }) => {
    const action = engagements[incident.id]?.action;
    return action !== undefined && isResponse(action);
  });
  return stillEngaged ? [] : resolve(state, incident, 'all-clear');
}

/** A unit handed to the simulation answers what lies before it, and moves on with what it has acknowledged. */
function takeOver(state: State, unitId: string): Draft[] {
  const unit = unitOf(state, unitId);
  if (unit.mode !== 'simulated') return [];
  const unanswered = Object.values(state.notifications).filter(
    ({ unit: id, status }) => id === unitId && status === 'delivered',
  );
  return [
    ...unanswered.flatMap(({ id }) => planAnswer(state, id)),
    ...Object.keys(unit.engagements).flatMap((incident) => planMovements(state, incident, unitId, state.time)),
  ];
}

/**
 * Who is back on duty, or within reach again, answers what lies before it, as it would have then. Who had chosen to stay
 * silent stays so: what was drawn for a delivery does not change.
 */
function answerAfterAll(state: State, isMeant: (notification: Notification) => boolean): Draft[] {
  return Object.values(state.notifications)
    .filter((notification) => notification.status === 'delivered' && isMeant(notification))
    .filter(({ id, unit, side }) => !isAnswering(state, id) && linkTo(state, unit, side).status !== 'down')
    .flatMap(({ id }) => planAnswer(state, id))
    .filter((planned) => planned.type === 'AnswerPlanned' && planned.data.answer !== 'silent');
}
