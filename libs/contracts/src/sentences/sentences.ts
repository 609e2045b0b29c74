/**
 * What each event says to people: the one table from which the feed in the terminal and the report take their sentences. The
 * compiler names the type of an event that has none.
 */
import type { DomainEvent, EventOf } from '#domain/kernel/event.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import { formatDuration, formatExerciseTime } from '../scenario/duration.js';
import { alertTitle, englishInfo, filled } from './english.js';
import { jointAcknowledgement } from './joint-acknowledgement-sentence.js';
import { exerciseSentences } from './exercise-sentences.js';
import { aside, severity, side, site, unit, type Part, type Sentence, type Sentences } from './sentence.js';
import { expiredText, PROGRESS_WORDS, STEP_REASONS, unreachedParts, WILL } from './words.js';

/** Undefined for a type that a newer version wrote. @throws TypeError when the event lacks what its type has */
export function sentenceOf(event: DomainEvent, context: EventContext = {}): Sentence | undefined {
  if (!Object.hasOwn(SENTENCES, event.type)) return undefined;
  const sentence = SENTENCES[event.type] as (event: DomainEvent, context: EventContext) => Sentence;
  return sentence(event, context);
}

const time = formatExerciseTime;

const NEWS = {
  graver: 'the incident got graver',
  moved: 'the incident moved',
  cancelled: 'the incident was cancelled',
  resolved: 'the incident was resolved',
} as const;

function changedParts({ changed, from, severity: to, site: where }: EventOf<'IncidentChanged'>['data']): Part[] {
  const parts = changed.flatMap((fact): Part[][] => {
    if (fact === 'severity') return [[severity(from), ' → ', severity(to)]];
    if (fact === 'site') return [where === undefined ? ['no place'] : ['now at ', site(where)]];
    return [[fact === 'other' ? 'other facts' : `new ${fact}`]];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part]));
}

export const SENTENCES: Sentences = {
  ...exerciseSentences,

  // Alerts
  AlertAccepted: ({ data: { alert, joined } }) => {
    const info = englishInfo(alert);
    return {
      label: alert.msgType.toLowerCase(),
      lead: `${alert.msgType} from ${alert.sender}: `,
      text: [
        ...(info === undefined ? [] : [severity(info.severity), ' ']),
        alertTitle(alert),
        joined === 'opened' ? '' : ` (${joined})`,
      ],
    };
  },
  AlertSuperseded: ({ data }) => ({
    label: 'superseded',
    lead: 'Superseded: ',
    text: [`alert ${data.alertId} by ${data.by}`],
  }),
  AlertCancelled: ({ data }) => ({
    label: 'cancelled',
    lead: 'Cancelled: ',
    text: [`alert ${data.alertId} by ${data.by}`],
  }),

  // Incidents
  IncidentOpened: ({ data }) => ({
    label: 'OPENED',
    tone: 'bold',
    lead: 'Opened: ',
    text: [
      severity(data.severity),
      ` ${data.categories.join('/')}`,
      ...(data.site === undefined ? [] : [' at ', site(data.site)]),
      `: ${filled(data.headline) ?? data.facts.event.join(', ')}`,
    ],
  }),
  IncidentChanged: ({ data }) => ({
    label: data.graver ? 'RAISED' : 'CHANGED',
    tone: 'warn',
    lead: data.graver ? 'Raised: ' : 'Changed: ',
    text: changedParts(data),
  }),
  IncidentReopened: ({ data }) => ({
    label: 'REOPENED',
    tone: 'warn',
    lead: 'Opened again: ',
    text: [severity(data.severity), ', whoever acknowledged is asked anew'],
  }),
  IncidentResponding: ({ data }) => ({
    label: 'RESPONDING',
    tone: 'good',
    lead: 'Responding: ',
    text: [unit(data.unit), ' is the first'],
  }),
  IncidentResolved: ({ data }) => ({
    label: 'RESOLVED',
    tone: 'good',
    lead: 'Resolved: ',
    text: [data.reason === 'all-clear' ? 'all clear' : (data.text ?? 'by command')],
  }),
  IncidentClosed: ({ data }) => ({
    label: 'CLOSED',
    tone: 'good',
    lead: 'Closed: ',
    text: [data.reason === 'elapsed' ? 'its time was up' : 'by command'],
  }),
  IncidentCancelled: () => ({ label: 'CANCELLED', lead: 'Cancelled: ', text: ['all its alerts are cancelled'] }),
  JointAcknowledgementChanged: jointAcknowledgement,
  AcknowledgementOverridden: ({ data }) => ({
    label: 'override',
    tone: 'warn',
    lead: 'Override: ',
    text: [side(data.side), ` counts as having acknowledged: ${data.reason}`],
  }),

  // Escalation
  ChainStarted: ({ data }) => ({
    label: 'chain',
    lead: 'Chain started: ',
    text: [`${data.chain}, by route ${data.route}${data.anew ? '; earlier answers do not count' : ''}`],
  }),
  StepDelayed: ({ data }) => ({
    label: 'waits',
    lead: 'Waiting: ',
    text: [`${data.chain} step ${data.step + 1} until ${time(data.until)}`],
  }),
  StepStarted: ({ data }) => {
    const asked = data.addressees.flatMap(({ unit: id, action }, index): Part[] => [
      index === 0 ? '' : ', ',
      unit(id),
      ` (${action})`,
    ]);
    const until = aside(` until ${time(data.deadline)}`);
    return data.reason === 'start'
      ? { label: 'asks', tone: 'bold', lead: 'Asks ', text: [...asked, until] }
      : {
          label: 'ESCALATES',
          tone: 'warn',
          lead: 'Escalates: ',
          text: [`${STEP_REASONS[data.reason]}; asks `, ...asked, until],
        };
  },
  StepSkipped: ({ data }) => ({
    label: 'skips',
    tone: 'warn',
    lead: 'Skipped: ',
    text: [`${data.chain} ${data.stepId}: it reaches nobody`, ...unreachedParts(data.unreached)],
  }),
  ChainHalted: ({ data }) => ({
    label: 'halted',
    tone: 'good',
    lead: 'Halted: ',
    text: [`${data.chain}: what step ${data.step + 1} asked for is met`],
  }),
  ChainResumed: ({ data }) => ({ label: 'resumed', tone: 'warn', lead: 'Chain resumed: ', text: [data.chain] }),
  ChainStopped: ({ data }) => ({ label: 'stopped', lead: 'Chain stopped: ', text: [`${data.chain}: routed anew`] }),
  EscalationExhausted: ({ data }) => ({
    label: 'EXHAUSTED',
    tone: 'bad',
    lead: 'Exhausted: ',
    text: [`${data.chain}: nobody is left to ask; ask a unit by hand, or start the chain again`],
  }),

  // Notifications
  UnitAsked: ({ data }) => ({
    label: 'ASKS',
    tone: 'bold',
    lead: 'Asks ',
    text: [
      unit(data.unit),
      ` (${data.action}), `,
      data.because === 'by-hand' ? `by hand: ${data.reason ?? ''}` : 'as it can be reached again',
    ],
  }),
  NotificationSent: ({ data }) => ({ label: 'sent', lead: 'Sent ', text: ['to ', unit(data.unit)] }),
  NotificationDelivered: ({ data }) => ({ label: 'delivered', lead: 'Delivered ', text: ['to ', unit(data.unit)] }),
  NotificationReminded: ({ data }) => ({
    label: 'reminds',
    lead: 'Reminds ',
    text: [unit(data.unit), ` (message ${data.attempt})`],
  }),
  NotificationAcknowledged: ({ data }) => ({
    label: 'ack',
    tone: 'good',
    lead: 'Acknowledged: ',
    text: [unit(data.unit), ` ${WILL[data.action]}`],
  }),
  NotificationDeclined: ({ data }) => ({
    label: 'declined',
    tone: 'warn',
    lead: 'Declined: ',
    text: [unit(data.unit), `: ${data.reason}`],
  }),
  NotificationExpired: ({ data }, { delivered }) => ({
    label: 'expired',
    tone: 'warn',
    lead: 'Expired: ',
    text: [unit(data.unit), expiredText(delivered)],
  }),
  NotificationWithdrawn: ({ data }) => ({
    label: 'withdrawn',
    lead: 'Withdrawn ',
    text: ['from ', unit(data.unit), `: ${data.reason.replaceAll('-', ' ')}`],
  }),
  NotificationUndeliverable: ({ data }) => ({
    label: 'no link',
    tone: 'bad',
    lead: 'No link: ',
    text: [unit(data.unit), ' cannot be reached'],
  }),
  LateAcknowledgement: ({ data }) => ({
    label: 'late ack',
    tone: 'good',
    lead: 'Acknowledged late: ',
    text: [unit(data.unit), ` ${WILL[data.action]}`],
  }),
  AcknowledgementLapsed: ({ data }) => ({
    label: 'lapsed',
    tone: 'warn',
    lead: 'Lapsed: ',
    text: [unit(data.unit), ' acknowledged but did not set out'],
  }),

  AnswerGiven: ({ data }) => ({
    label: 'answer',
    lead: 'Answer given: ',
    text: [
      unit(data.unit),
      data.link === 'down'
        ? '; the link is down, the answer is kept until it is back'
        : '; the link is degraded, the answer may be late or lost',
    ],
  }),
  UnitsInformed: ({ data }) => ({
    label: 'informs',
    lead: 'Informs ',
    text: [
      ...data.updates.flatMap(({ unit: id }, index): Part[] => [index === 0 ? '' : ', ', unit(id)]),
      `: ${data.about.map((about) => NEWS[about]).join(', ')}`,
    ],
  }),
  UpdateDelivered: ({ data }) => ({ label: 'update', lead: 'Update delivered ', text: ['to ', unit(data.unit)] }),
  UpdateUndeliverable: ({ data }) => ({
    label: 'no link',
    tone: 'warn',
    lead: 'No link: ',
    text: [unit(data.unit), ' cannot be informed'],
  }),

  // What the simulation plans
  UpdateTransmissionPlanned: ({ data }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [`${data.update} ${data.deliverAt === null ? 'is lost' : `arrives at ${time(data.deliverAt)}`}`],
  }),
  AnswerTransmissionPlanned: ({ data }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [
      `the answer to ${data.notification} ${data.arrivesAt === null ? 'is lost' : `arrives at ${time(data.arrivesAt)}`}`,
    ],
  }),
  AnswerKept: ({ data }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [`the link went down; the answer to ${data.notification} is kept`],
  }),
  TransmissionPlanned: ({ data }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [`${data.notification} ${data.deliverAt === null ? 'is lost' : `arrives at ${time(data.deliverAt)}`}`],
  }),
  AnswerPlanned: ({ data: { notification, answer, at } }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [`${notification} ${at === null ? 'gets no answer' : `is answered (${answer}) at ${time(at)}`}`],
  }),
  MovementsPlanned: ({ data }) => ({
    label: 'plan',
    lead: 'Plan: ',
    text: [unit(data.unit), ` is on scene at ${time(data.onScene)}`],
  }),

  // Units and links
  UnitProgressed: ({ data: { unit: id, progress } }) => ({
    label: PROGRESS_WORDS[progress],
    lead: `${PROGRESS_WORDS[progress]}: `,
    text: [unit(id)],
  }),
  UnitDutyChanged: ({ data }) => ({ label: 'duty', text: [unit(data.unit), ` is ${data.duty} duty`] }),
  UnitModeChanged: ({ data }) => ({ label: 'mode', text: [unit(data.unit), ` is ${data.mode}`] }),
  UnitReachable: ({ data }) => ({ label: 'reachable', lead: 'Reachable: ', text: [unit(data.unit)] }),
  LinkChanged: ({ data: { link, unit: id, side: of } }) => ({
    label: 'link',
    tone: link.status === 'up' ? 'plain' : 'warn',
    lead: 'Link: ',
    text: [
      id === undefined ? (of === undefined ? 'everybody' : side(of)) : unit(id),
      ` is ${link.status}`,
      link.status === 'degraded'
        ? `, ${formatDuration(link.latencyMs)} late, ${Math.round(link.loss * 100)} % lost`
        : '',
    ],
  }),
};
