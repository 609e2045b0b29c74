/** What an event says in a report: a short sentence without its time and its incident, which stand beside it. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { EventOf, LoggedEvent, Unreached } from '#domain/engine/event.js';
import { english, STEP_REASONS } from './words.js';

/** Of a unit or site: its name for people. */
export type NameOf = (id: string) => string;

/** An event that has no sentence of its own is told by its data. */
export function eventText({ type, data }: LoggedEvent, nameOf: NameOf): string {
  switch (type) {
    case 'ExerciseStarted':
      return `STARTEX, scenario ${data.scenario}, seed ${data.seed}, ×${data.speed}`;
    case 'ExercisePaused':
      return 'Paused';
    case 'ExerciseResumed':
      return 'Resumed';
    case 'SpeedChanged':
      return `Speed ×${data.speed}`;
    case 'ExerciseEnded':
      return 'ENDEX';
    case 'RunToSet':
      return data.to === null ? 'The clock runs on' : `The clock is to stop at ${formatExerciseTime(data.to)}`;
    case 'ExerciseStepped':
      return `Stepped to ${formatExerciseTime(data.to)}`;
    case 'PolicyChanged':
      return `Policy ${data.policy.id} version ${data.policy.version} holds for incidents to come`;
    case 'CommandRefused':
      return `${data.command} was refused (${data.code}): ${data.message}`;
    case 'AlertAccepted': {
      const info = data.alert.info?.[0];
      const said = info?.headline ?? info?.event ?? data.alert.note ?? data.alert.identifier;
      return `${data.alert.msgType} from ${data.alert.sender}: ${said}`;
    }
    case 'AlertSuperseded':
      return 'An alert was updated';
    case 'AlertCancelled':
      return 'An alert was cancelled';
    case 'IncidentOpened':
      return `Opened, ${data.severity}${data.site === undefined ? '' : `, ${nameOf(data.site)}`}: ${data.headline}`;
    case 'IncidentChanged':
      return changedText(data, nameOf);
    case 'UnitsInformed':
      return `Informs ${data.updates.map(({ unit }) => nameOf(unit)).join(', ')}`;
    case 'UnitAsked':
      return data.because === 'by-hand'
        ? `${nameOf(data.unit)} is asked to ${data.action} by hand: ${data.reason ?? ''}`
        : `${nameOf(data.unit)} can be reached again and is asked to ${data.action} again`;
    case 'IncidentReopened':
      return 'Opened again by a new alert';
    case 'IncidentResponding':
      return `Responding: ${nameOf(data.unit)} is on its way`;
    case 'IncidentResolved':
      return data.reason === 'command' ? 'Resolved by command' : 'Resolved: all responders are clear';
    case 'IncidentClosed':
      return 'Closed';
    case 'IncidentCancelled':
      return 'Cancelled: all its alerts were';
    case 'JointAcknowledgementChanged':
      return data.state === 'joint'
        ? 'Joint acknowledgement: both sides'
        : data.state === 'partial'
          ? `Partial acknowledgement: ${data.acknowledged.join(', ')}`
          : 'No side counts as having acknowledged any more';
    case 'AcknowledgementOverridden':
      return `A controller counts ${data.side} as having acknowledged: ${data.reason}`;
    case 'ChainStarted':
      return `Chain ${data.chain} starts, by route ${data.route}`;
    case 'StepDelayed':
      return `Chain ${data.chain} waits until ${formatExerciseTime(data.until)} for its next step`;
    case 'StepStarted': {
      const asked = data.addressees.map(({ unit, action }) => `${nameOf(unit)} (${action})`).join(', ');
      const why = data.reason === 'start' ? 'Asks' : `Escalates, ${STEP_REASONS[data.reason]}: asks`;
      return `${why} ${asked}, until ${formatExerciseTime(data.deadline)}`;
    }
    case 'StepSkipped':
      return `Step ${data.stepId} of ${data.chain} reaches nobody${unreachedText(data.unreached, nameOf)}`;
    case 'ChainHalted':
      return `Chain ${data.chain} halts: what it asked for is met`;
    case 'ChainResumed':
      return `Chain ${data.chain} goes on`;
    case 'ChainStopped':
      return `Chain ${data.chain} stops: routed anew`;
    case 'EscalationExhausted':
      return `Chain ${data.chain} is exhausted: nobody is left to ask`;
    case 'NotificationSent':
      return `Sent to ${nameOf(data.unit)}`;
    case 'NotificationDelivered':
      return `Delivered to ${nameOf(data.unit)}`;
    case 'NotificationReminded':
      return `${nameOf(data.unit)} is reminded (message ${data.attempt})`;
    case 'NotificationAcknowledged':
      return `${nameOf(data.unit)} (${data.side}) acknowledges: ${data.action}`;
    case 'LateAcknowledgement':
      return `${nameOf(data.unit)} (${data.side}) acknowledges late: ${data.action}`;
    case 'NotificationDeclined':
      return `${nameOf(data.unit)} declines: ${data.reason}`;
    case 'NotificationExpired':
      return `${nameOf(data.unit)} never answered: the notification expires`;
    case 'NotificationWithdrawn':
      return `Withdrawn from ${nameOf(data.unit)}: ${data.reason}`;
    case 'NotificationUndeliverable':
      return `${nameOf(data.unit)} cannot be reached: the link is down`;
    case 'AcknowledgementLapsed':
      return `${nameOf(data.unit)} acknowledged but did not set out: its acknowledgement lapses`;
    case 'UnitProgressed':
      return `${nameOf(data.unit)} is ${{ enRoute: 'en route', onScene: 'on scene', clear: 'clear' }[data.progress]}`;
    case 'UnitDutyChanged':
      return `${nameOf(data.unit)} is ${data.duty} duty`;
    case 'UnitModeChanged':
      return `${nameOf(data.unit)} is ${data.mode}`;
    case 'LinkChanged':
      return `The link of ${data.unit === undefined ? (data.side ?? 'all') : nameOf(data.unit)} is ${data.link.status}`;
    case 'InjectFired':
      return `Inject ${data.inject} (${data.kind})${data.time === 1 ? '' : `, time ${data.time}`}`;
    case 'InjectScheduled':
      return `Inject ${data.inject} is due at ${formatExerciseTime(data.due)}`;
    case 'InjectDelayed':
      return `Inject ${data.inject} is moved to ${formatExerciseTime(data.due)}`;
    case 'InjectImprovised':
      return `Inject ${data.inject.id} (${data.inject.kind}) is improvised`;
    case 'InjectSkipped':
      return `Inject ${data.inject} is skipped: ${data.message ?? data.reason}`;
    case 'AcknowledgementOverdue':
      return `${data.side} has not acknowledged`;
    case 'MessageSent':
      return `Message${data.from === undefined ? '' : ` from ${english(data.from)}`}: ${english(data.text)}`;
    case 'NoteTaken':
      return `Note: ${english(data.text)}`;
    case 'ObservationRecorded':
      return `${data.observation}: ${data.text}`;
    case 'ObjectiveRated':
      return `${data.objective} is rated ${data.rating}: ${data.reason}`;
    case 'ImprovementPlanned':
      return `${data.improvement}: ${data.correctiveAction} (${data.organization})`;
    default:
      return Object.entries(data as Record<string, unknown>)
        .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join(', ');
  }
}

/** Whom a step meant and why that was nobody. */
export function unreachedText(unreached: readonly Unreached[], nameOf: NameOf): string {
  if (unreached.length === 0) return '';
  return `: ${unreached.map(({ target, reason }) => `${nameOf(target)} ${reason.replaceAll('-', ' ')}`).join(', ')}`;
}

function changedText(
  { changed, from, severity, site, graver }: EventOf<'IncidentChanged'>['data'],
  nameOf: NameOf,
): string {
  const parts = changed.flatMap((fact) => {
    if (fact === 'severity') return [`severity ${graver ? 'raised' : 'changed'} from ${from} to ${severity}`];
    if (fact === 'site') return [`now at ${site === undefined ? 'no place' : nameOf(site)}`];
    return fact === 'other' ? [] : [`new ${fact}`];
  });
  return parts.length === 0 ? 'Its facts changed' : `Changed: ${parts.join(', ')}`;
}
