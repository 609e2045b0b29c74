/** What an event says to people: one line, or none for what is of little interest to them. */
import type { EventView } from '#contracts/http/events.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { DomainEvent, EventOf, EventType, StepReason } from '#domain/engine/event.js';
import { SIDES, type Side } from '#domain/release/release.js';
import type { Action, Progress } from '#domain/unit/unit.js';
import { tellExercise } from './exercise-line.js';
import type { Line } from './line.js';
import { piece, type Colour, type Piece } from './paint.js';
import { tellEvaluation } from './evaluation-line.js';
import { tellScript } from './script-line.js';

/** Of which side a unit is; undefined when nobody has told yet. */
export type SideOf = (unit: string) => Side | undefined;

/** What every viewer of steps wants to know less than once per message, and what only the simulation needs. */
const QUIET: ReadonlySet<string> = new Set<EventType>([
  'NotificationSent',
  'NotificationDelivered',
  'TransmissionPlanned',
  'AnswerPlanned',
  'MovementsPlanned',
  'AlertSuperseded',
  'AlertCancelled',
  'ChainStarted',
]);

/** Whether an event is told to people who did not ask for all of them. */
export function isOfInterest({ type, data }: Pick<EventView, 'type' | 'data'>): boolean {
  // The line of the incident that it opens says the same and more.
  return !QUIET.has(type) && !(type === 'AlertAccepted' && data['joined'] === 'opened');
}

/** What a line needs of an event. */
export type ShownEvent = Pick<EventView, 'at' | 'type' | 'data' | 'audience'> & Partial<Pick<EventView, 'actor'>>;

/** An event of a server that is newer than this program, or of a shape that it does not know, is told by its type. */
export function eventLine(event: ShownEvent, sideOf: SideOf): Line {
  const time = formatExerciseTime(event.at);
  const { incident } = event.data;
  const about = typeof incident === 'string' ? incident : '';
  try {
    const told = tell(event as unknown as DomainEvent, sideOf);
    if (!told.every(isPiece)) throw new TypeError(`${event.type} holds something else than is known of it`);
    const readers = event.audience === 'CONTROL' ? 'controllers' : event.audience;
    const mark = event.audience === 'JOINT' ? {} : { mark: piece('dim', `[${readers} only]`) };
    return { time, incident: about, word: told[0], text: told.slice(1), ...mark };
  } catch {
    return { time, incident: about, word: 'event', text: [event.type] };
  }
}

function isPiece(part: unknown): boolean {
  const text = typeof part === 'object' && part !== null && 'text' in part ? part.text : part;
  return typeof text === 'string';
}

/** The word, then the text. */
type Told = readonly [Piece, ...Piece[]];

function tell(event: DomainEvent, sideOf: SideOf): Told {
  switch (event.type) {
    case 'ExerciseStarted':
    case 'ExercisePaused':
    case 'ExerciseResumed':
    case 'SpeedChanged':
    case 'RunToSet':
    case 'ExerciseStepped':
    case 'ExerciseEnded':
    case 'PolicyChanged':
    case 'CommandRefused':
      return tellExercise(event);
    case 'AlertAccepted':
    case 'AlertSuperseded':
    case 'AlertCancelled':
      return tellAlert(event);
    case 'UnitsInformed':
    case 'UpdateDelivered':
    case 'UpdateUndeliverable':
    case 'UpdateTransmissionPlanned':
    case 'UnitAsked':
    case 'AnswerGiven':
    case 'AnswerTransmissionPlanned':
    case 'AnswerKept':
    case 'UnitReachable':
      return tellContact(event, sideOf);
    case 'IncidentOpened':
    case 'IncidentChanged':
    case 'IncidentReopened':
    case 'IncidentResponding':
    case 'IncidentResolved':
    case 'IncidentClosed':
    case 'IncidentCancelled':
    case 'JointAcknowledgementChanged':
    case 'AcknowledgementOverridden':
      return tellIncident(event, sideOf);
    case 'ChainStarted':
    case 'StepDelayed':
    case 'StepStarted':
    case 'StepSkipped':
    case 'ChainHalted':
    case 'ChainResumed':
    case 'ChainStopped':
    case 'EscalationExhausted':
      return tellEscalation(event);
    case 'NotificationSent':
    case 'NotificationDelivered':
    case 'NotificationReminded':
    case 'NotificationAcknowledged':
    case 'NotificationDeclined':
    case 'NotificationExpired':
    case 'NotificationWithdrawn':
    case 'NotificationUndeliverable':
    case 'LateAcknowledgement':
    case 'AcknowledgementLapsed':
      return tellNotification(event, sideOf);
    case 'TransmissionPlanned':
    case 'AnswerPlanned':
    case 'MovementsPlanned':
      return tellPlan(event, sideOf);
    case 'UnitProgressed':
    case 'UnitDutyChanged':
    case 'UnitModeChanged':
    case 'LinkChanged':
      return tellUnit(event, sideOf);
    case 'InjectScheduled':
    case 'InjectFired':
    case 'InjectSkipped':
    case 'InjectDelayed':
    case 'InjectImprovised':
    case 'AcknowledgementOverdue':
    case 'MessageSent':
    case 'NoteTaken':
      return tellScript(event);
    case 'ObservationRecorded':
    case 'ObjectiveRated':
    case 'ImprovementPlanned':
      return tellEvaluation(event);
    default:
      return ['event', (event satisfies never as DomainEvent).type];
  }
}

type Among<T extends EventType> = EventOf<T>;

function tellContact(
  event: Among<
    | 'UnitsInformed'
    | 'UpdateDelivered'
    | 'UpdateUndeliverable'
    | 'UpdateTransmissionPlanned'
    | 'UnitAsked'
    | 'AnswerGiven'
    | 'AnswerTransmissionPlanned'
    | 'AnswerKept'
    | 'UnitReachable'
  >,
  sideOf: SideOf,
): Told {
  switch (event.type) {
    case 'UnitsInformed':
      return ['informed', `${event.data.updates.map(({ unit }) => unit).join(', ')}: ${event.data.about.join(', ')}`];
    case 'UpdateDelivered':
      return ['update', ...unitPieces(event.data.unit, sideOf), ' has received it'];
    case 'UpdateUndeliverable':
      return [piece('warn', 'update'), ...unitPieces(event.data.unit, sideOf), ' cannot be reached'];
    case 'UpdateTransmissionPlanned':
      return [
        '(plan)',
        ...unitPieces(event.data.unit, sideOf),
        event.data.deliverAt === null ? ' the update is lost' : ' the update is late',
      ];
    case 'UnitAsked': {
      const why =
        event.data.because === 'by-hand' ? `by hand: ${event.data.reason ?? ''}` : 'the unit can be reached again';
      return [piece('bold', 'ASKED'), ...unitPieces(event.data.unit, sideOf), ` to ${event.data.action}, ${why}`];
    }
    case 'AnswerGiven':
      return [
        'answer',
        ...unitPieces(event.data.unit, sideOf),
        event.data.link === 'down' ? ' link down; kept until it is back' : ' link degraded; it may be late or lost',
      ];
    case 'AnswerTransmissionPlanned':
      return ['(plan)', event.data.arrivesAt === null ? 'the answer is lost' : 'the answer is late'];
    case 'AnswerKept':
      return ['(plan)', 'the link went down; the answer is kept'];
    case 'UnitReachable':
      return ['reachable', ...unitPieces(event.data.unit, sideOf)];
    default:
      return event satisfies never;
  }
}

function tellAlert(event: Among<'AlertAccepted' | 'AlertSuperseded' | 'AlertCancelled'>): Told {
  if (event.type !== 'AlertAccepted') {
    const word = event.type === 'AlertCancelled' ? 'cancelled' : 'superseded';
    return [word, `alert ${event.data.alertId} by ${event.data.by}`];
  }
  const { alert, joined } = event.data;
  const info = alert.info?.[0];
  const what = info === undefined ? (alert.note ?? '') : (info.headline ?? info.event);
  const how = joined === 'opened' ? '' : ` (${joined})`;
  return [alert.msgType.toLowerCase(), ...(info === undefined ? [] : [severity(info.severity), ' ']), what, how];
}

function tellIncident(
  event: Among<
    | 'IncidentOpened'
    | 'IncidentChanged'
    | 'IncidentReopened'
    | 'IncidentResponding'
    | 'IncidentResolved'
    | 'IncidentClosed'
    | 'IncidentCancelled'
    | 'JointAcknowledgementChanged'
    | 'AcknowledgementOverridden'
  >,
  sideOf: SideOf,
): Told {
  switch (event.type) {
    case 'IncidentOpened': {
      const { categories, site, headline } = event.data;
      const where = site === undefined ? '' : ` at ${site}`;
      return [piece('bold', 'OPENED'), severity(event.data.severity), ` ${categories.join('/')}${where}: ${headline}`];
    }
    case 'IncidentChanged': {
      const { changed, from, site } = event.data;
      const others = changed.filter((fact) => fact !== 'severity' && fact !== 'site' && fact !== 'other');
      return [
        piece('warn', event.data.graver ? 'RAISED' : 'CHANGED'),
        ...(changed.includes('severity') ? [severity(from), ' → ', severity(event.data.severity), ' '] : []),
        ...(changed.includes('site') ? [`now at ${site ?? 'no place'} `] : []),
        others.length > 0 ? `new ${others.join(', ')}` : '',
      ];
    }
    case 'IncidentReopened':
      return [piece('warn', 'REOPENED'), severity(event.data.severity), ', whoever acknowledged is asked anew'];
    case 'IncidentResponding':
      return [piece('good', 'RESPONDING'), ...unitPieces(event.data.unit, sideOf), ' is the first'];
    case 'IncidentResolved':
      return [piece('good', 'RESOLVED'), event.data.reason === 'all-clear' ? 'all clear' : 'by command'];
    case 'IncidentClosed':
      return [piece('good', 'CLOSED'), event.data.reason === 'elapsed' ? 'its time was up' : 'by command'];
    case 'IncidentCancelled':
      return ['CANCELLED', 'all its alerts are cancelled'];
    case 'JointAcknowledgementChanged':
      return tellJoint(event);
    case 'AcknowledgementOverridden':
      return [piece('warn', 'override'), side(event.data.side), ` counts as having acknowledged: ${event.data.reason}`];
    default:
      return event satisfies never;
  }
}

function tellJoint({ data }: Among<'JointAcknowledgementChanged'>): Told {
  switch (data.state) {
    case 'joint':
      return [piece('good', 'JOINT ACK'), 'both sides have acknowledged: ', side('PAK'), ' and ', side('CHN')];
    case 'partial': {
      const other = SIDES.find((candidate) => candidate !== data.side) ?? data.side;
      return [piece('warn', 'partial ack'), side(data.side), ' has acknowledged, ', side(other), ' has not'];
    }
    case 'none':
      return [piece('warn', 'no ack'), 'neither side counts as having acknowledged now'];
    default:
      return data.state satisfies never;
  }
}

const REASONS: Record<StepReason, string> = {
  start: '',
  timeout: 'no answer in time',
  impossible: 'the step before cannot be met any more',
  skipped: 'the step before reached nobody',
  manual: 'by command',
  lapsed: 'an acknowledgement lapsed',
  repeat: 'once more from the beginning',
  raised: 'the incident got graver',
};

function tellEscalation(
  event: Among<
    | 'ChainStarted'
    | 'StepDelayed'
    | 'StepStarted'
    | 'StepSkipped'
    | 'ChainHalted'
    | 'ChainResumed'
    | 'ChainStopped'
    | 'EscalationExhausted'
  >,
): Told {
  const { chain } = event.data;
  switch (event.type) {
    case 'ChainStarted':
      return ['chain', `${chain}, by route ${event.data.route}`];
    case 'StepDelayed':
      return ['waits', `${chain} step ${event.data.step + 1} until ${formatExerciseTime(event.data.until)}`];
    case 'StepStarted':
      return tellStep(event);
    case 'StepSkipped':
      return [
        piece('warn', 'skips'),
        `${chain} ${event.data.stepId}: it reaches nobody`,
        unreached(event.data.unreached),
      ];
    case 'ChainHalted':
      return [piece('good', 'halted'), `${chain}: what step ${event.data.step + 1} asked for is met`];
    case 'ChainResumed':
      return [piece('warn', 'resumed'), chain];
    case 'ChainStopped':
      return ['stopped', `${chain}: routed anew`];
    case 'EscalationExhausted':
      return [piece('bad', 'EXHAUSTED'), `${chain}: nobody is left to ask; a controller must act`];
    default:
      return event satisfies never;
  }
}

function tellStep({ data }: Among<'StepStarted'>): Told {
  const asked = data.addressees.flatMap((addressee, index): Piece[] => [
    index === 0 ? '' : ', ',
    side(addressee.side),
    ` ${addressee.unit} (${addressee.action})`,
  ]);
  const until = piece('dim', ` until ${formatExerciseTime(data.deadline)}`);
  if (data.reason === 'start') return [piece('bold', 'asks'), ...asked, until];
  return [piece('warn', 'ESCALATES'), `${REASONS[data.reason]}; asks `, ...asked, until];
}

function unreached(list: Among<'StepSkipped'>['data']['unreached']): string {
  const shown = list.map(({ target, reason }) => `${target} ${reason}`).join(', ');
  return shown === '' ? '' : ` (${shown})`;
}

function tellNotification(
  event: Among<
    | 'NotificationSent'
    | 'NotificationDelivered'
    | 'NotificationReminded'
    | 'NotificationAcknowledged'
    | 'NotificationDeclined'
    | 'NotificationExpired'
    | 'NotificationWithdrawn'
    | 'NotificationUndeliverable'
    | 'LateAcknowledgement'
    | 'AcknowledgementLapsed'
  >,
  sideOf: SideOf,
): Told {
  const who = unitPieces(event.data.unit, sideOf);
  switch (event.type) {
    case 'NotificationSent':
      return ['sent', 'to ', ...who];
    case 'NotificationDelivered':
      return ['delivered', 'to ', ...who];
    case 'NotificationReminded':
      return ['reminds', ...who, ` (message ${event.data.attempt})`];
    case 'NotificationAcknowledged':
      return [piece('good', 'ack'), ...who, ` ${WILL[event.data.action]}`];
    case 'NotificationDeclined':
      return [piece('warn', 'declined'), ...who, `: ${event.data.reason}`];
    case 'NotificationExpired':
      return [piece('warn', 'expired'), ...who, ' never answered'];
    case 'NotificationWithdrawn':
      return ['withdrawn', 'from ', ...who, `: ${event.data.reason}`];
    case 'NotificationUndeliverable':
      return [piece('bad', 'no link'), ...who, ' cannot be reached'];
    case 'LateAcknowledgement':
      return [piece('good', 'late ack'), ...who, ` ${WILL[event.data.action]}`];
    case 'AcknowledgementLapsed':
      return [piece('warn', 'lapsed'), ...who, ' acknowledged but did not set out'];
    default:
      return event satisfies never;
  }
}

const WILL: Record<Action, string> = {
  respond: 'will respond',
  secure: 'will secure',
  advise: 'will advise',
  inform: 'is informed',
  consular: 'will give consular help',
};

function tellPlan(event: Among<'TransmissionPlanned' | 'AnswerPlanned' | 'MovementsPlanned'>, sideOf: SideOf): Told {
  switch (event.type) {
    case 'TransmissionPlanned':
      return ['plan', `${event.data.notification} arrives ${moment(event.data.deliverAt)}`];
    case 'AnswerPlanned':
      return ['plan', `${event.data.notification} is answered (${event.data.answer}) ${moment(event.data.at)}`];
    case 'MovementsPlanned':
      return ['plan', ...unitPieces(event.data.unit, sideOf), ` is on scene ${moment(event.data.onScene)}`];
    default:
      return event satisfies never;
  }
}

function moment(at: number | null): string {
  return at === null ? 'never' : `at ${formatExerciseTime(at)}`;
}

const PROGRESS_WORDS: Record<Progress, string> = { enRoute: 'en route', onScene: 'on scene', clear: 'clear' };

function tellUnit(
  event: Among<'UnitProgressed' | 'UnitDutyChanged' | 'UnitModeChanged' | 'LinkChanged'>,
  sideOf: SideOf,
): Told {
  switch (event.type) {
    case 'UnitProgressed':
      return [PROGRESS_WORDS[event.data.progress], ...unitPieces(event.data.unit, sideOf)];
    case 'UnitDutyChanged':
      return ['duty', ...unitPieces(event.data.unit, sideOf), ` is ${event.data.duty} duty`];
    case 'UnitModeChanged':
      return ['mode', ...unitPieces(event.data.unit, sideOf), ` is ${event.data.mode}`];
    case 'LinkChanged':
      return tellLink(event, sideOf);
    default:
      return event satisfies never;
  }
}

function tellLink({ data }: Among<'LinkChanged'>, sideOf: SideOf): Told {
  const { link, unit } = data;
  const who = unit === undefined ? [data.side === undefined ? 'everybody' : side(data.side)] : unitPieces(unit, sideOf);
  const worse =
    link.status === 'degraded' ? `, ${formatDuration(link.latencyMs)} late, ${Math.round(link.loss * 100)} % lost` : '';
  return [link.status === 'up' ? 'link' : piece('warn', 'link'), ...who, ` is ${link.status}${worse}`];
}

function unitPieces(unit: string, sideOf: SideOf): Piece[] {
  const of = sideOf(unit);
  return of === undefined ? [unit] : [side(of), ` ${unit}`];
}

/** A side is told by its letters; the colour only helps. */
function side(of: Side): Piece {
  return piece(of === 'PAK' ? 'pak' : 'chn', of);
}

const SEVERITY_COLOURS: Readonly<Record<string, Colour>> = { Extreme: 'bad', Severe: 'bad', Moderate: 'warn' };

function severity(of: string): Piece {
  return piece(SEVERITY_COLOURS[of] ?? 'plain', of);
}
