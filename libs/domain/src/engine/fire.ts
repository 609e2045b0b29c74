/** What a due timer does. Each yields at least one event, which removes the timer or sets it anew. */
import { withdrawAndEnd } from '../exercise/decide-exercise.js';
import { beginStep, nextStep } from '../incident/run-chain.js';
import { fireInject, tooLate } from '../inject/decide-inject.js';
import { acknowledge, decline, expireTogether, isFull } from '../notification/decide-notification.js';
import { remind, silent } from '../notification/transmit.js';
import { draft, type Actor, type Draft } from './event.js';
import { incidentOf, linkTo, notificationOf, runOf, unitOf } from './lookup.js';
import type { State } from './state.js';
import type { TimerAction } from './timers.js';

export function fire(state: State, action: TimerAction): Draft[] {
  switch (action.kind) {
    case 'deliver': {
      const { incident, unit } = notificationOf(state, action.notification);
      const audience = incidentOf(state, incident).class;
      return [draft('NotificationDelivered', audience, { notification: action.notification, incident, unit })];
    }
    case 'answer':
      return answer(state, action.notification, action.answer);
    case 'move': {
      const { incident, unit, progress } = action;
      const actor: Actor = { kind: 'unit', id: unit };
      return [draft('UnitProgressed', incidentOf(state, incident).class, { incident, unit, progress }, actor)];
    }
    case 'delay': {
      const incident = incidentOf(state, action.incident);
      const run = runOf(incident, action.chain);
      return beginStep(state, incident, run, { step: run.step, round: run.round, reason: action.reason });
    }
    case 'deadline': {
      const incident = incidentOf(state, action.incident);
      return nextStep(state, incident, runOf(incident, action.chain), 'timeout');
    }
    case 'remind':
      return [remind(state, notificationOf(state, action.notification))];
    case 'expire':
      return expireTogether(state, notificationOf(state, action.notification).incident);
    case 'lapse': {
      const { id, incident, unit, side } = notificationOf(state, action.notification);
      const audience = incidentOf(state, incident).class;
      return [draft('AcknowledgementLapsed', audience, { notification: id, incident, unit, side })];
    }
    case 'close': {
      const incident = incidentOf(state, action.incident);
      return [draft('IncidentClosed', incident.class, { incident: incident.id, reason: 'elapsed' })];
    }
    case 'halt':
      return [draft('ExercisePaused', 'JOINT', { generation: state.generation + 1 })];
    case 'end':
      return withdrawAndEnd(state);
    case 'inject':
      return fireInject(state, action.inject);
    case 'latest':
      return [tooLate(action.inject)];
    case 'overdue': {
      const { incident, side, forMs } = action;
      return [draft('AcknowledgementOverdue', 'CONTROL', { incident, side, forMs })];
    }
    default:
      return action satisfies never;
  }
}

/** The answer goes over the same link, from a unit that may have become busy or gone off duty since. */
function answer(state: State, id: string, planned: 'acknowledge' | 'decline'): Draft[] {
  const notification = notificationOf(state, id);
  const { unit, side, incident } = notification;
  if (linkTo(state, unit, side).status === 'down' || unitOf(state, unit).duty === 'off') return [silent(id, incident)];
  const actor: Actor = { kind: 'unit', id: unit };
  if (planned === 'decline') return decline(state, id, 'declined', actor);
  if (isFull(state, notification)) return decline(state, id, 'at-capacity', actor);
  return acknowledge(state, id, actor);
}
