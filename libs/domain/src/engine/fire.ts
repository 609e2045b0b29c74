/** What a due timer does. Each yields at least one event, which removes the timer or sets it anew. */
import { beginStep, nextStep } from '../escalation/run-chain.js';
import { withdrawAndEnd } from '../exercise/decide-exercise.js';
import { progress } from '../incident/decide-incident.js';
import { deadlocked } from '../incident/joint-decision.js';
import { updateArrives } from '../incident/news.js';
import { fireInject, tooLate } from '../inject/decide-inject.js';
import { answerArrives, giveSimulatedAnswer } from '../incident/decide-answer.js';
import { runOut } from '../incident/run-out.js';
import { arrive, remind } from '../notification/transmit.js';
import { messageOf } from '../message/message-state.js';
import { reply } from '../message/reply.js';
import { remindOfRequest, requestOverdue } from '../message/request.js';
import { reviewIsDue } from '../labelling/change-label.js';
import { draft, type Draft } from '../kernel/event.js';
import { overdueRelease } from '../releasing/decide-release.js';
import { deadlockedPolicy } from '../policy/two-keys.js';
import { definitionOf } from '../unit/lookup-unit.js';
import { incidentOf } from '../incident/incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import { runOf } from '../escalation/escalation-state.js';
import type { State } from './state.js';
import type { TimerAction } from '../kernel/timers.js';

export function fire(state: State, action: TimerAction): Draft[] {
  switch (action.kind) {
    case 'deliver':
      return arrive(state, action.notification);
    case 'answer':
      return giveSimulatedAnswer(state, action.notification, action.answer);
    case 'answerArrives':
      return answerArrives(state, action.notification);
    case 'linkBack':
      return [draft('UnitReachable', 'CONTROL', { unit: action.unit })];
    case 'update':
      return updateArrives(state, action, definitionOf(state, action.unit).side);
    case 'move': {
      const { incident, unit } = action;
      return progress(state, incidentOf(state, incident), unit, action.progress, { kind: 'unit', id: unit });
    }
    case 'delay': {
      const incident = incidentOf(state, action.incident);
      const run = runOf(state, incident.id, action.chain);
      return beginStep(state, incident, run, { step: run.step, round: run.round, reason: run.reason });
    }
    case 'deadline': {
      const incident = incidentOf(state, action.incident);
      return nextStep(state, incident, runOf(state, incident.id, action.chain), 'timeout');
    }
    case 'remind':
      return [remind(notificationOf(state, action.notification))];
    case 'expire':
    case 'lapse':
      return runOut(state, notificationOf(state, action.notification).incident);
    case 'close': {
      const incident = incidentOf(state, action.incident);
      return [draft('IncidentClosed', incident.class, { incident: incident.id, reason: 'elapsed' })];
    }
    case 'deadlock':
      return [deadlocked(incidentOf(state, action.incident))];
    case 'halt':
      // Players do not see the clock step; to them it has stood all the time.
      return [
        draft('ExercisePaused', action.by === 'step' ? 'CONTROL' : 'JOINT', { generation: state.generation + 1 }),
      ];
    case 'end':
      return withdrawAndEnd(state);
    case 'inject':
      return fireInject(state, action.inject);
    case 'latest':
      return [tooLate(action.inject)];
    case 'releaseOverdue':
      return overdueRelease(state, action.release);
    case 'labelReview':
      return reviewIsDue(state, action);
    case 'policyDeadlock':
      return [deadlockedPolicy(state, action.proposal)];
    case 'overdue': {
      const { incident, side, forMs } = action;
      return [draft('AcknowledgementOverdue', 'CONTROL', { incident, side, forMs })];
    }
    case 'reply':
      return reply(state, action);
    case 'requestReminder':
      return [remindOfRequest(messageOf(state, action.message))];
    case 'requestDue':
      return [requestOverdue(messageOf(state, action.message))];
    default:
      return action satisfies never;
  }
}
