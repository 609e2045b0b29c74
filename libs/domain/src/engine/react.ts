/** What follows from an event at once, under the rules. Changes nothing; the engine appends what it yields. */
import { after } from '../kernel/exercise-time.js';
import { idsIn, type ChainId, type IncidentId, type UnitId } from '../kernel/ids.js';
import { nextStep } from '../escalation/run-chain.js';
import { reroute, startChains } from '../escalation/route-incident.js';
import { stateMarking } from '../escalation/disclose.js';
import { sendUpdates } from '../incident/news.js';
import { withdrawUnread } from '../incident/withdraw.js';
import { planReplies, planRepliesTo } from '../message/reply.js';
import { askedOfUnit, responseOf } from '../notification/asked.js';
import { askAgain } from '../escalation/ask-unit.js';
import { unanswered } from '../notification/asked.js';
import { stands, type Addressee, type Notification } from '../notification/notification.js';
import { deliverAgain, isAnswering, planAnswer, transmit, transmitFirst } from '../notification/transmit.js';
import { promptRelease } from '../releasing/prompt-release.js';
import { drawMovements } from '../unit/behaviour.js';
import { isResponse } from '../unit/unit.js';
import { draft, type DomainEvent, type Draft } from '../kernel/event.js';
import { definitionOf, unitOf } from '../unit/lookup-unit.js';
import { incidentOf } from '../incident/incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import { runOf } from '../escalation/escalation-state.js';
import type { State } from './state.js';

/** `state` already holds the event. */
export function react(state: State, event: DomainEvent): Draft[] {
  switch (event.type) {
    case 'AlertAccepted':
    case 'AlertSuperseded':
    case 'AlertCancelled':
      return event.data.incident === undefined ? [] : stateMarking(state, event.data.incident);
    case 'LabelChanged':
      return event.data.of === 'alert' && event.data.incident !== undefined
        ? stateMarking(state, event.data.incident)
        : [];
    case 'IncidentLabelChanged':
      return withdrawUnread(state, event.data.incident);
    case 'IncidentOpened':
    case 'IncidentReopened':
      return startChains(state, incidentOf(state, event.data.incident));
    case 'IncidentChanged':
      return reroute(state, incidentOf(state, event.data.incident), event);
    case 'ChainStarted':
      return goOn(state, event.data, 'start');
    case 'StepSkipped':
      return [...promptRelease(state, event), ...goOn(state, event.data, 'skipped')];
    case 'ChainResumed':
      return goOn(state, event.data, 'lapsed');
    case 'StepStarted':
      return [...promptRelease(state, event), ...transmitAll(state, event.data.addressees)];
    case 'UnitAsked':
      return transmitFirst(state, event.data.notification);
    case 'NotificationSent':
      return transmit(state, event.data.notification);
    case 'NotificationReminded':
      return deliverAgain(state, event.data.notification);
    case 'NotificationDelivered':
      return planAnswer(state, event.data.notification);
    case 'NotificationAcknowledged':
    case 'LateAcknowledgement':
      return becomesResponder(state, notificationOf(state, event.data.notification))
        ? planMovements(state, event.data.incident, event.data.unit)
        : [];
    case 'UnitsInformed':
      return sendUpdates(state, event);
    case 'UnitModeChanged':
      return [...takeOver(state, event.data.unit), ...planReplies(state, event.data.unit)];
    case 'UnitDutyChanged':
      if (event.data.duty === 'off') return [];
      return [...answerAfterAll(state, event.data.unit), ...planReplies(state, event.data.unit)];
    case 'UnitReachable':
      return [...askAgain(state, event.data.unit), ...planReplies(state, event.data.unit)];
    case 'MessagePosted':
      return planRepliesTo(state, event.data.message);
    default:
      return [];
  }
}

function transmitAll(state: State, addressees: readonly Addressee[]): Draft[] {
  const sent: Draft[] = [];
  for (const { notification } of addressees) sent.push(...transmitFirst(state, notification));
  return sent;
}

function goOn(
  state: State,
  data: { incident: IncidentId; chain: ChainId },
  reason: 'start' | 'skipped' | 'lapsed',
): Draft[] {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  return run.status === 'active' && run.entered !== 'started' ? nextStep(state, incident, run, reason) : [];
}

/** By this acknowledgement, and by none before. */
function becomesResponder(state: State, { id, unit, incident, action }: Notification): boolean {
  return isResponse(action) && responseOf(state, unit, incident)?.id === id;
}

/**
 * What a simulated unit is going to do is drawn once, when it becomes a responder. One that the simulation takes over midway
 * goes on from where it stands.
 */
function planMovements(state: State, incident: IncidentId, unit: UnitId): Draft[] {
  const response = responseOf(state, unit, incident);
  const { mode, progress } = unitOf(state, unit);
  if (mode !== 'simulated' || !response) return [];
  const { behaviour } = definitionOf(state, unit);
  const drawn = drawMovements(state.seed, behaviour, response.id);
  const reached = progress[incident];
  const done = reached ? drawn[reached] : 0;
  const at = state.time;
  return [
    draft('MovementsPlanned', 'CONTROL', {
      incident,
      unit,
      enRoute: after(at, Math.max(0, drawn.enRoute - done)),
      onScene: after(at, Math.max(0, drawn.onScene - done)),
      clear: after(at, Math.max(0, drawn.clear - done)),
    }),
  ];
}

/** A unit handed to the simulation answers what it has not answered, and moves on with what it has acknowledged. */
function takeOver(state: State, unitId: UnitId): Draft[] {
  const unit = unitOf(state, unitId);
  if (unit.mode !== 'simulated') return [];
  return [
    ...unanswered(state, unitId).flatMap((id) =>
      isAnswering(state, notificationOf(state, id)) ? [] : planAnswer(state, id),
    ),
    ...idsIn(unit.questions).flatMap((incident) =>
      askedOfUnit(state, unitId, incident).some(stands) ? planMovements(state, incident, unitId) : [],
    ),
  ];
}

/**
 * Who is back on duty answers what it has not answered, as it would have then. Who had chosen to stay silent stays so: what
 * was drawn for a delivery does not change.
 */
function answerAfterAll(state: State, unit: UnitId): Draft[] {
  return unanswered(state, unit)
    .filter((id) => !isAnswering(state, notificationOf(state, id)))
    .flatMap((id) => planAnswer(state, id))
    .filter((planned) => planned.type === 'AnswerPlanned' && planned.data.answer !== 'silent');
}
