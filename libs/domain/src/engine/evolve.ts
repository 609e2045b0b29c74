/** The one place where state changes. It only writes down what events say; the rules are in `decide` and `react`. */
import { after, STARTEX } from '../kernel/exercise-time.js';
import * as asked from '../escalation/evolve-asked.js';
import * as chain from '../escalation/evolve-chain.js';
import { incidentDisclosed, incidentWithheld } from '../escalation/disclose.js';
import { dropReachedHalts, runToSet, stepBegun } from '../exercise/halt.js';
import { evolveScript, injectImprovised } from '../inject/evolve-inject.js';
import * as command from '../incident/evolve-command.js';
import * as decision from '../incident/evolve-decision.js';
import * as incident from '../incident/evolve-incident.js';
import { keepWritten } from '../incident/written.js';
import * as label from '../labelling/evolve-label.js';
import * as message from '../message/evolve-message.js';
import * as notification from '../notification/evolve-notification.js';
import * as policy from '../policy/evolve-policy.js';
import * as releasing from '../releasing/evolve-releasing.js';
import * as unit from '../unit/evolve-unit.js';
import type { Side } from '../kernel/side.js';
import type { DomainEvent, EventOf } from '../kernel/event.js';
import type { State } from './state.js';
import { dropAllTimers, setTimer } from '../kernel/timers.js';

/** Changes `state` by one event. */
export function evolve(state: State, event: DomainEvent): void {
  state.time = event.at;
  change(state, event);
  if (state.scenario.injects || state.script.improvised) evolveScript(state, event);
}

function change(state: State, event: DomainEvent): void {
  switch (event.type) {
    case 'ExerciseStarted':
      state.status = 'running';
      state.speed = event.data.speed;
      return setTimer(state.timers, after(STARTEX, state.scenario.durationMs), { kind: 'end' });
    case 'ExercisePaused':
      dropReachedHalts(state, event.at);
      return setClock(state, 'paused', state.speed, event.data.generation);
    case 'ExerciseResumed':
      return setClock(state, 'running', state.speed, event.data.generation);
    case 'SpeedChanged':
      return setClock(state, state.status, event.data.speed, event.data.generation);
    case 'RunToSet':
      return runToSet(state, event);
    case 'ExerciseStepped':
      stepBegun(state, event);
      return setClock(state, 'running', state.speed, event.data.generation);
    case 'PolicyChanged':
      policy.policyChanged(state, event);
      return incident.dropUnneededPolicies(state);
    case 'PolicyProposed':
      return policy.policyProposed(state, event);
    case 'PolicyApproved':
      policy.policyApproved(state, event);
      return incident.dropUnneededPolicies(state);
    case 'PolicyRejected':
    case 'PolicyWithdrawn':
      return policy.proposalEnded(state, event);
    case 'PolicyDeadlocked':
      return policy.policyDeadlocked(state, event);
    case 'OwnPolicyChanged':
      policy.ownPolicyChanged(state, event);
      return incident.dropUnneededPolicies(state);
    case 'OwnPolicyDropped':
      policy.ownPolicyDropped(state, event);
      return incident.dropUnneededPolicies(state);
    case 'InjectImprovised':
      return injectImprovised(state, event);
    case 'ExerciseEnded':
      state.status = 'ended';
      return dropAllTimers(state.timers);
    case 'TearLineShared':
      state.tearLines[event.audience as Side]++;
      return;
    case 'MessagePosted':
      return message.messagePosted(state, event);
    case 'MessageRead':
      return message.messageRead(state, event);
    case 'MessageAnswered':
      return message.messageAnswered(state, event);
    case 'MessageReplyPlanned':
      return message.replyPlanned(state, event);
    case 'MessageReminded':
      return message.messageReminded(state, event);
    case 'MessageOverdue':
      return message.messageOverdue(state, event);
    case 'ReleaseRequested':
      return releasing.releaseRequested(state, event);
    case 'ReleaseAsked':
      return releasing.releaseAsked(state, event);
    case 'ReleaseRouted':
      return releasing.releaseRouted(state, event);
    case 'ReleaseProposed':
      return releasing.releaseProposed(state, event);
    case 'ReleaseOverdue':
      return releasing.releaseOverdue(state, event);
    case 'ReleaseDecided':
      return releasing.releaseDecided(state, event);
    case 'ReleaseAnswered':
      return releasing.releaseAnswered(state, event);
    case 'ReleaseWithdrawn':
      return releasing.releaseWithdrawn(state, event);
    case 'ReleaseRequestWithdrawn':
      return releasing.requestWithdrawn(state, event);
    case 'ReleasePrompted':
      return releasing.releasePrompted(state, event);
    case 'NotificationCarried':
      return releasing.notificationCarried(state, event);
    case 'LabelChanged':
      return label.labelChanged(state, event);
    case 'LabelWithheld':
      return label.labelWithheld(state, event);
    case 'LabelDisclosed':
      return label.labelDisclosed(state, event);
    case 'LabelReviewDue':
      return label.labelReviewDue(state, event);
    case 'Withheld':
    case 'CommandRefused':
    case 'MessageSent':
    case 'NoteTaken':
    case 'ObjectiveRated':
      return;
    case 'ObservationRecorded':
      keepWritten(state, event);
      return countEvaluation(state, event);
    case 'ImprovementPlanned':
      return countEvaluation(state, event);
    // The script alone is changed by these.
    case 'InjectScheduled':
    case 'InjectFired':
    case 'InjectSkipped':
    case 'InjectDelayed':
    case 'AcknowledgementOverdue':
      return;
    case 'JointAcknowledgementChanged':
      return incident.jointAcknowledgementChanged(state, event);
    case 'AlertAccepted':
      releasing.keepAlert(state, event);
      return incident.alertAccepted(state, event);
    case 'AlertSuperseded':
      return incident.alertSuperseded(state, event);
    case 'AlertCancelled':
      return incident.alertCancelled(state, event);
    case 'IncidentOpened':
      return incident.incidentOpened(state, event);
    case 'IncidentLabelChanged':
      return incident.incidentLabelChanged(state, event);
    case 'IncidentDisclosed':
      return incidentDisclosed(state, event);
    case 'IncidentWithheld':
      releasing.forgetReleasable(state, event);
      return incidentWithheld(state, event);
    case 'IncidentChanged':
      return incident.incidentChanged(state, event);
    case 'UnitsInformed':
      return incident.unitsInformed(state, event);
    case 'UpdateTransmissionPlanned':
      return incident.updateTransmissionPlanned(state, event);
    case 'UpdateDelivered':
      return incident.updateDelivered(state, event);
    case 'UpdateUndeliverable':
      return;
    case 'IncidentReopened':
      incident.incidentReopened(state, event);
      return chain.forgetChains(state, event);
    case 'IncidentResponding':
      return incident.incidentResponding(state, event);
    case 'IncidentResolved':
      chain.stopChains(state, event);
      return incident.incidentResolved(state, event);
    case 'IncidentClosed':
    case 'IncidentCancelled':
      chain.stopChains(state, event);
      incident.incidentEnded(state, event);
      releasing.forgetReleasable(state, event);
      return chain.forgetChains(state, event);
    case 'CommanderProposed':
      return command.commanderProposed(state, event);
    case 'CommanderChosen':
      return command.commanderChosen(state, event);
    case 'IncidentAssigned':
      return command.incidentAssigned(state, event);
    case 'HandoverOffered':
      return command.handoverOffered(state, event);
    case 'HandedOver':
      return command.handedOver(state, event);
    case 'SideDecided':
      return decision.sideDecided(state, event);
    case 'SideDecisionWithdrawn':
      return decision.sideDecisionWithdrawn(state, event);
    case 'DecisionDeadlocked':
      return decision.decisionDeadlocked(state, event);
    case 'IncidentNoted':
      releasing.keepNote(state, event);
      return incident.incidentNoted(state, event);
    case 'DecisionRecorded':
      return incident.decisionRecorded(state, event);
    case 'AcknowledgementOverridden':
      return incident.acknowledgementOverridden(state, event);
    case 'ChainStarted':
      return chain.chainStarted(state, event);
    case 'StepDelayed':
      return chain.stepDelayed(state, event);
    case 'StepStarted':
      return chain.stepStarted(state, event);
    case 'StepSkipped':
      return chain.stepSkipped(state, event);
    case 'ChainHalted':
      return chain.chainHalted(state, event);
    case 'ChainStopped':
    case 'EscalationExhausted':
      return chain.chainEnded(state, event);
    case 'ChainResumed':
      return chain.chainResumed(state, event);
    case 'NotificationSent':
    case 'NotificationReminded':
      notification.notificationSent(state, event);
      incident.notificationSent(state, event);
      return asked.askedAgain(state, event);
    case 'TransmissionPlanned':
      return notification.transmissionPlanned(state, event);
    case 'NotificationDelivered':
      return notification.notificationDelivered(state, event);
    case 'AnswerPlanned':
      return notification.answerPlanned(state, event);
    case 'UnitAsked':
      return asked.unitAsked(state, event);
    case 'AnswerGiven':
      return notification.answerGiven(state, event);
    case 'AnswerTransmissionPlanned':
      return notification.answerTransmissionPlanned(state, event);
    case 'AnswerKept':
      return notification.answerKept(state, event);
    case 'NotificationAcknowledged':
    case 'LateAcknowledgement':
      notification.notificationAcknowledged(state, event);
      incident.answerCounted(state, event);
      return asked.acknowledged(state, event);
    case 'NotificationDeclined':
    case 'NotificationExpired':
    case 'NotificationWithdrawn':
    case 'NotificationUndeliverable':
      return notification.notificationEnded(state, event);
    case 'AcknowledgementLapsed':
      notification.acknowledgementLapsed(state, event);
      return asked.lapsed(state, event);
    case 'MovementsPlanned':
      return unit.movementsPlanned(state, event);
    case 'UnitProgressed':
      notification.responderProgressed(state, event);
      incident.unitProgressed(state, event);
      return unit.unitProgressed(state, event);
    case 'UnitDutyChanged':
      notification.unitDutySet(state, event);
      return unit.unitDutyChanged(state, event);
    case 'UnitModeChanged':
      notification.unitTakenOver(state, event);
      return unit.unitModeChanged(state, event);
    case 'LinkChanged':
      notification.linkSet(state, event);
      return message.linkSet(state, event);
    case 'UnitReachable':
      return notification.unitReachable(state, event);
    default:
      return event satisfies never;
  }
}

/** Absent until the first: most exercises have none while they run. */
function countEvaluation(
  state: State,
  { type, audience }: EventOf<'ObservationRecorded'> | EventOf<'ImprovementPlanned'>,
): void {
  const counts = state.evaluation ?? { observations: 0, improvements: 0 };
  if (type === 'ImprovementPlanned') state.evaluation = { ...counts, improvements: counts.improvements + 1 };
  else if (audience === 'CONTROL') state.evaluation = { ...counts, observations: counts.observations + 1 };
  else {
    const { released = {} } = counts;
    state.evaluation = { ...counts, released: { ...released, [audience]: (released[audience] ?? 0) + 1 } };
  }
}

/** @param generation undefined in the streams of players */
function setClock(state: State, status: State['status'], speed: number, generation: number | undefined): void {
  state.status = status;
  state.speed = speed;
  state.generation = generation ?? state.generation;
}
