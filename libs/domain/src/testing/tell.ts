/** Events as short lines, so that a spec reads like the log of an exercise: `T+05:00 StepStarted …`. */
import type { LoggedEvent } from '../kernel/event.js';
import type { Unreached } from '../policy/resolve-targets.js';

/** Exercise time as `T+minutes:seconds`, with milliseconds only where there are some. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `T+${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}${rest}`;
}

export function tell(event: LoggedEvent): string {
  return `${clock(event.at)} ${event.type}${details(event)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function details({ type, data }: LoggedEvent): string {
  switch (type) {
    case 'CommandRefused':
      return ` ${data.command}: ${data.code}`;
    case 'SpeedChanged':
      return ` ${data.speed}`;
    case 'AlertAccepted':
      return ` ${data.alertId} ${data.joined}${data.incident === undefined ? '' : ` ${data.incident}`}`;
    case 'AlertSuperseded':
    case 'AlertCancelled':
      return ` ${data.alertId} by ${data.by}`;
    case 'IncidentChanged': {
      const severity = data.changed.includes('severity') ? ` ${data.from} to ${data.severity}` : '';
      const others = data.changed
        .filter((one) => one !== 'severity')
        .map((one) => (one === 'site' ? `at ${data.site}` : one));
      return ` ${data.incident}${severity}${others.length > 0 ? ` ${others.join(' ')}` : ''}`;
    }
    case 'UnitsInformed':
      return ` ${data.incident} ${data.about.join('+')}: ${data.updates.map(({ unit }) => unit).join(' ')}`;
    case 'UpdateDelivered':
    case 'UpdateUndeliverable':
      return ` ${data.incident} ${data.unit}`;
    case 'UpdateTransmissionPlanned':
      return ` ${data.incident} ${data.unit} ${data.deliverAt === null ? 'lost' : clock(data.deliverAt)}`;
    case 'UnitAsked':
      return ` ${data.incident} ${data.unit}=${data.notification.split('.')[1]} ${data.action} (${data.because})`;
    case 'AnswerGiven':
      return ` ${data.notification} ${data.unit} ${data.answer} (${data.link})`;
    case 'AnswerTransmissionPlanned':
      return ` ${data.notification} ${data.arrivesAt === null ? 'lost' : clock(data.arrivesAt)}`;
    case 'AnswerKept':
      return ` ${data.notification}`;
    case 'UnitReachable':
      return ` ${data.unit}`;
    case 'IncidentResponding':
      return ` ${data.incident} ${data.unit}`;
    case 'IncidentResolved':
    case 'IncidentClosed':
      return ` ${data.incident} (${data.reason})`;
    case 'SideDecided':
    case 'SideDecisionWithdrawn':
      return ` ${data.incident} ${data.side} ${data.decision}`;
    case 'CommanderProposed':
    case 'IncidentAssigned':
      return ` ${data.incident} ${data.side} ${data.account}`;
    case 'CommanderChosen':
      return ` ${data.incident} ${data.account}`;
    case 'HandoverOffered':
    case 'HandedOver':
      return ` ${data.incident} ${data.of} ${data.from} to ${data.to}`;
    case 'DecisionDeadlocked':
      return ` ${data.incident} ${data.because}`;
    case 'JointAcknowledgementChanged':
      return ` ${data.incident} ${data.state} (${data.side})`;
    case 'AcknowledgementOverridden':
      return ` ${data.incident} ${data.side}: ${data.reason}`;
    case 'IncidentNoted':
      return ` ${data.note} ${data.text}`;
    case 'DecisionRecorded':
      return ` ${data.record} ${data.decision}`;
    case 'MessagePosted':
      return ` ${data.message} ${data.kind} ${data.from} -> ${data.to.join(' ')}`;
    case 'MessageRead':
      return ` ${data.message} ${data.by}`;
    case 'MessageAnswered':
      return ` ${data.message} ${data.by} ${data.answer ?? data.tearLine ?? '-'}${data.late ? ' late' : ''}`;
    case 'MessageReminded':
    case 'MessageOverdue':
      return ` ${data.message} ${data.to.join(' ')}`;
    case 'MessageReplyPlanned':
      return ` ${data.message} ${data.unit} ${data.rule ?? '-'} ${data.at === null ? 'not now' : clock(data.at)}`;
    case 'ChainStopped':
      return ` ${data.incident} ${data.chain} (${data.reason})`;
    case 'ChainStarted':
    case 'ChainResumed':
    case 'EscalationExhausted':
      return ` ${data.incident} ${data.chain}`;
    case 'ChainHalted':
      return ` ${data.incident} ${data.chain}/${data.step}`;
    case 'StepDelayed':
      return ` ${data.incident} ${data.chain}/${data.step} until ${clock(data.until)} (${data.reason})`;
    case 'StepStarted': {
      const asked = data.addressees.map(({ unit, notification }) => `${unit}=${notification.split('.')[1]}`);
      return ` ${data.incident} ${data.chain}/${data.step} ${asked.join(' ')} (${data.reason})`;
    }
    case 'StepSkipped':
      return ` ${data.incident} ${data.chain}/${data.step} ${data.unreached.map(whyNot).join(' ')}`;
    case 'NotificationReminded':
      return ` ${data.notification} ${data.unit} #${data.attempt}`;
    case 'NotificationDeclined':
    case 'NotificationWithdrawn':
    case 'NotificationUndeliverable':
      return ` ${data.notification} ${data.unit} (${data.reason})`;
    case 'NotificationSent':
    case 'NotificationDelivered':
    case 'NotificationAcknowledged':
    case 'NotificationExpired':
    case 'LateAcknowledgement':
    case 'AcknowledgementLapsed':
      return ` ${data.notification} ${data.unit}`;
    case 'TransmissionPlanned':
      return ` ${data.notification} ${data.deliverAt === null ? 'lost' : clock(data.deliverAt)}`;
    case 'AnswerPlanned':
      return ` ${data.notification} ${data.answer}${data.at === null ? '' : ` ${clock(data.at)}`}`;
    case 'UnitProgressed':
      return ` ${data.incident} ${data.unit} ${data.progress}`;
    case 'UnitDutyChanged':
      return ` ${data.unit} ${data.duty}`;
    case 'UnitModeChanged':
      return ` ${data.unit} ${data.mode}`;
    case 'LinkChanged':
      return ` ${data.unit ?? data.side} ${data.link.status}`;
    case 'InjectScheduled':
      return ` ${data.inject} ${clock(data.due)}`;
    case 'InjectDelayed':
      return ` ${data.inject} ${clock(data.due)}`;
    case 'InjectImprovised':
      return ` ${data.inject.id} (${data.inject.kind}) ${clock(data.inject.at)}`;
    case 'RunToSet':
      return data.to === null ? ' (none)' : ` ${clock(data.to)}`;
    case 'ExerciseStepped':
      return ` ${clock(data.to)}`;
    case 'PolicyChanged':
      return ` ${data.policy.id} ${data.policy.version}`;
    case 'PolicyProposed':
    case 'OwnPolicyChanged':
      return ` ${data.side} ${data.policy.version}`;
    case 'OwnPolicyDropped':
      return ` ${data.side} ${data.version}`;
    case 'PolicyApproved':
    case 'PolicyRejected':
    case 'PolicyWithdrawn':
      return ` ${data.proposal} ${data.side}`;
    case 'PolicyDeadlocked':
      return ` ${data.proposal} waiting for ${data.waitingFor}`;
    case 'InjectFired':
      return ` ${data.inject}${data.time === 1 ? '' : ` #${data.time}`}`;
    case 'InjectSkipped':
      return ` ${data.inject} (${data.code ?? data.reason})`;
    case 'AcknowledgementOverdue':
      return ` ${data.incident} ${data.side} ${clock(data.forMs)}`;
    case 'MessageSent':
      return ` ${data.text['en']}`;
    case 'NoteTaken':
      return ` ${data.note}`;
    case 'ObservationRecorded':
      return ` ${data.observation} ${data.kind}`;
    case 'ObjectiveRated':
      return ` ${data.objective} ${data.rating}`;
    case 'ImprovementPlanned':
      return ` ${data.improvement}`;
    case 'MovementsPlanned':
      return ` ${data.incident} ${data.unit} ${clock(data.enRoute)} ${clock(data.onScene)} ${clock(data.clear)}`;
    case 'IncidentOpened':
    case 'IncidentReopened':
      return ` ${data.incident}`;
    case 'IncidentCancelled':
      return ` ${data.incident}${data.reason === undefined ? '' : ` (${data.reason})`}`;
    case 'IncidentWithheld':
    case 'IncidentDisclosed':
      return ` ${data.incident}`;
    case 'IncidentLabelChanged':
      return ` ${data.incident} ${data.from.tlp} -> ${data.to.tlp}`;
    case 'LabelChanged':
      return ` ${data.of} ${data.id} ${data.from.tlp} -> ${data.to.tlp}`;
    case 'LabelWithheld':
    case 'LabelDisclosed':
    case 'LabelReviewDue':
      return ` ${data.of} ${data.id}`;
    case 'TearLineShared':
      return ` ${data.tearLine} ${data.text['en']}`;
    case 'ReleaseRequested':
    case 'ReleaseRequestWithdrawn':
      return ` ${data.request}`;
    case 'ReleaseRouted':
      return ` ${data.request} ${data.release}`;
    case 'ReleaseAnswered':
      return ` ${data.request} ${data.answer}`;
    case 'ReleaseAsked':
    case 'ReleaseWithdrawn':
    case 'ReleaseOverdue':
      return ` ${data.release}`;
    case 'ReleaseProposed':
      return ` ${data.release} ${data.incident}`;
    case 'ReleaseDecided':
      return ` ${data.release} ${data.decision}${data.joint === undefined ? '' : ` ${data.joint}`}`;
    case 'ReleasePrompted':
      return ` ${data.incident} ${data.units.join(' ')}`;
    case 'NotificationCarried':
      return ` ${data.notification} ${data.unit} ${data.action}${data.progress === undefined ? '' : ` ${data.progress}`}`;
    case 'Withheld':
    case 'ExerciseStarted':
    case 'ExercisePaused':
    case 'ExerciseResumed':
    case 'ExerciseEnded':
      return '';
    default:
      return type satisfies never;
  }
}

function whyNot({ target, reason }: Unreached): string {
  return `${target}:${reason}`;
}
