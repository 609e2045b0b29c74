/**
 * What each event says to people: the one table from which the feed in the terminal and the report take their sentences. The
 * compiler names the type of an event that has none.
 */
import type { DomainEvent } from '#domain/engine/event.js';
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
  IncidentSeverityRaised: ({ data }) => ({
    label: 'RAISED',
    tone: 'warn',
    lead: 'Severity raised: ',
    text: [severity(data.from), ' → ', severity(data.severity)],
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
    text: [data.reason === 'all-clear' ? 'all clear' : 'by command'],
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
    text: [`${data.chain}, by route ${data.route}`],
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
    text: [`${data.chain}: nobody is left to ask; a controller must act`],
  }),

  // Notifications
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

  // What the simulation plans
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
