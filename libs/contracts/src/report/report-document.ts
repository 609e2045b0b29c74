/** The after-action report as JSON. Times are exercise time, ms; `seq` and `evidence` are numbers of events in the log. */
import { z } from 'zod';
import { SEVERITIES } from '#domain/alert/alert.js';
import { CAPABILITY_ELEMENTS, OBSERVATION_KINDS, RATINGS } from '#domain/evaluation/evaluation.js';
import { UNANSWERED_REASONS } from '#domain/evaluation/figures.js';
import { PLAYER_KINDS } from '#domain/evaluation/play.js';
import { MARK_KINDS, SPAN_KINDS } from '#domain/evaluation/unit-timeline.js';
import { JUDGEMENTS } from '#domain/expectation/expectation.js';
import { DECISIONS, INCIDENT_STATUSES } from '#domain/incident/incident.js';
import { MESSAGE_KINDS } from '#domain/message/message.js';
import { NOTIFICATION_STATUSES } from '#domain/notification/notification.js';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { RELEASE_DECISIONS } from '#domain/releasing/releasing-commands.js';
import { UNIT_KINDS, UNIT_MODES } from '#domain/unit/unit.js';
import { marking } from '../events/event-parts.js';
import { stepReason, unreached } from '../events/escalation-events.js';
import { actorView, reportEvent } from '../http/events.js';
import { ROLES } from '#domain/kernel/role.js';
import { localizedText } from '../http/exercises.js';
import { recordView } from '../http/records.js';
import { LANGUAGES } from '../language/languages.js';

const count = z.number().int();
const ms = z.number().int();
const seq = z.number().int();
const evidence = z.array(seq);
const side = z.enum(SIDES);
const rating = z.enum(RATINGS);
const moment = z.object({ at: ms, seq });
const attributed = { at: ms, seq, actor: actorView };

const spread = z
  .object({
    count: count.meta({ description: 'How many were measured.' }),
    of: count.meta({ description: 'Of how many that could have been.' }),
    p50: ms.optional(),
    p90: ms.optional(),
    worst: z.object({ ms, seq }).optional(),
  })
  .meta({ id: 'Spread', description: 'Nearest rank: each percentile is a time that was measured.' });

const ends = z
  .object({
    asked: count,
    acknowledged: count,
    declined: count,
    expired: count,
    withdrawn: count,
    undeliverable: count,
    open: count,
    late: count.meta({ description: 'Of the expired ones: acknowledged all the same.' }),
    unreached: count.meta({ description: 'Of the expired ones: never delivered.' }),
  })
  .meta({ id: 'NotificationEnds' });

const escalation = z.object({
  ...moment.shape,
  incident: z.string(),
  chain: z.string(),
  stepId: z.string(),
  round: count,
  reason: stepReason,
  unanswered: z.array(
    z.object({ unit: z.string(), status: z.enum(NOTIFICATION_STATUSES), reason: z.enum(UNANSWERED_REASONS) }),
  ),
  skipped: z.array(unreached),
});

const decision = z.enum(DECISIONS);

const course = z
  .object({
    id: z.string(),
    class: z.enum(RELEASE_CLASSES),
    site: z.string().optional(),
    headline: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.enum(INCIDENT_STATUSES),
    opened: moment,
    firstNotification: moment.optional(),
    acknowledgedBy: z.object({ PAK: moment.optional(), CHN: moment.optional() }),
    jointAcknowledgement: moment.optional(),
    overridden: z.array(z.object({ ...moment.shape, side, reason: z.string() })),
    responding: moment.optional(),
    onScene: moment.optional(),
    resolved: moment.optional(),
    ended: moment.optional(),
    shared: moment.optional(),
    lag: z.object({ ms, later: side, seq }).optional(),
    decisions: z.object({
      agreed: z.array(z.object({ decision, ms, later: side, seq })),
      deadlocks: z.array(moment),
      withdrawn: z.array(moment),
      overridden: z.array(z.object({ ...moment.shape, decision, reason: z.string() })),
    }),
    escalations: z.array(escalation),
    exhausted: z.array(z.object({ ...moment.shape, chain: z.string() })),
    notifications: ends,
  })
  .meta({ id: 'IncidentCourse' });

const sideFigures = z.object({
  toFirstNotification: spread,
  toFirstAcknowledgement: spread,
  toAcknowledge: spread,
  notifications: ends,
});

const answered = moment.extend({ late: z.boolean() });

const requestEnds = z
  .object({
    requests: count,
    answered: count,
    late: count.meta({ description: 'Of those that were answered.' }),
    overdue: count.meta({ description: 'Without an answer.' }),
    open: count,
  })
  .meta({ id: 'RequestEnds', description: 'Each is answered, overdue without an answer, or open.' });

const proposalEnds = z.object({
  proposed: count,
  approved: count,
  rejected: count,
  withdrawn: count,
  open: count,
  deadlocks: count.meta({ description: 'That waited for longer than the policy allows, whatever became of them.' }),
});

const policyFigures = proposalEnds
  .extend({
    proposals: z.array(
      moment.extend({
        proposal: z.string(),
        side,
        deadlocked: moment.optional(),
        ended: moment.extend({ as: z.enum(['approved', 'rejected', 'withdrawn']) }).optional(),
      }),
    ),
    sides: z.record(side, proposalEnds).meta({ description: 'By the side that proposed.' }),
    overridden: z
      .array(moment.extend({ reason: z.string().optional() }))
      .meta({ description: 'A controller changed a policy on which both sides had agreed.' }),
    toApproved: spread.meta({
      description: "The lag between the two keys: from the proposal to the other side's approval.",
    }),
  })
  .meta({ description: 'Policies for both sides, which one side proposes and the other approves.' });

const releaseFigures = z
  .object({
    cases: z.array(
      moment.extend({
        release: z.string(),
        side: side.meta({ description: 'Whose releasing desk decides.' }),
        asked: z.boolean().meta({ description: 'The other side asked.' }),
        overdue: moment.optional(),
        decided: answered.extend({ decision: z.enum(RELEASE_DECISIONS) }).optional(),
        withdrawn: moment.optional(),
      }),
    ),
    sides: z.record(
      side,
      z.object({
        requested: count.meta({ description: 'What the side asked of the other.' }),
        asked: count.meta({ description: 'At its own desk: requests of the other side.' }),
        proposed: count.meta({ description: 'At its own desk: proposals that answer no request.' }),
        approved: count,
        tearLines: count,
        declined: count,
        inTime: count.meta({ description: 'Decided before the case was overdue.' }),
        late: count,
        overdue: count.meta({ description: 'Without a decision.' }),
        open: count,
        withdrawn: count,
        toDecided: spread.meta({ description: 'From the request, or the proposal, to the decision.' }),
      }),
    ),
  })
  .meta({ description: 'Releases, at the desk of the side that decides.' });

const figures = z.object({
  incidents: z.array(course),
  overall: z.object({
    toFirstNotification: spread,
    toFirstAcknowledgement: spread,
    toJointAcknowledgement: spread,
    toResponding: spread,
    toOnScene: spread,
    toResolved: spread,
    toShared: spread,
    lag: spread,
    later: z.record(side, count),
    decisionLag: spread.meta({ description: "From the first side's decision to the same one of the second." }),
    deadlocks: count,
    decisionsWithdrawn: count,
    decisionsOverridden: count,
    escalations: count,
    escalationsBy: z.record(stepReason, count),
    exhausted: count,
    notifications: ends,
  }),
  sides: z.record(side, sideFigures),
  units: z.array(z.object({ unit: z.string(), side, toAcknowledge: spread, toOnScene: spread, notifications: ends })),
  messages: z
    .object({
      sent: z.record(z.enum(MESSAGE_KINDS), count),
      requests: z.array(
        moment.extend({
          message: z.string(),
          answerBy: ms.optional(),
          from: side.optional().meta({ description: 'Absent: exercise control.' }),
          to: z.array(side).meta({ description: 'The sides that were asked.' }),
          answered: moment.extend({ late: z.boolean() }).optional().meta({ description: 'The first answer.' }),
          answeredBy: z
            .object({ PAK: answered.optional(), CHN: answered.optional() })
            .meta({ description: 'The first answer of each side.' }),
          overdue: moment.optional(),
        }),
      ),
      answered: count,
      late: count.meta({ description: 'Of those that were answered.' }),
      overdue: count.meta({ description: 'Without an answer.' }),
      open: count,
      toAnswered: spread.meta({ description: 'From asking to the first answer.' }),
      sides: z.record(
        side,
        z.object({
          asked: requestEnds.meta({ description: 'By units and the desk of the side.' }),
          received: requestEnds.meta({ description: 'Of units or the desk of the side, answered by the side.' }),
          toAnswer: spread.meta({ description: "From being asked to the side's first answer." }),
        }),
      ),
    })
    .meta({ description: 'Messages, and requests for information.' }),
  policies: policyFigures,
  releases: releaseFigures,
});

const expectation = z
  .object({
    id: z.string(),
    text: z.string(),
    objective: z.string().optional(),
    weight: z.number(),
    judgement: z.enum(JUDGEMENTS).meta({
      description:
        '`not-applicable`: what it asks about did not come to be. `unjudged`: the log ends too early to say.',
    }),
    reason: z.string(),
    at: ms.optional(),
    deadline: ms.optional(),
    evidence,
  })
  .meta({ id: 'JudgedExpectation' });

const objective = z
  .object({
    objective: z.string(),
    rating: rating.optional().meta({ description: "The evaluator's, else the proposed one; absent: not rated yet." }),
    proposed: z.object({
      objective: z.string(),
      rating: rating.optional(),
      grounds: z.array(z.object({ kind: z.string(), rating, expectation: z.string(), evidence })),
      met: count,
      missed: count,
      notApplicable: count,
      unjudged: count.meta({ description: 'While one of them is unjudged, no rating is proposed.' }),
      score: z.number().optional(),
    }),
    given: z.array(z.object({ objective: z.string(), rating, reason: z.string(), ...attributed })),
  })
  .meta({ id: 'ObjectiveEvaluation', description: 'HSEEP: P, S, M, U.' });

const observation = z.object({
  observation: z.string(),
  kind: z.enum(OBSERVATION_KINDS),
  text: z.string(),
  objective: z.string().optional(),
  incident: z.string().optional(),
  recommendation: z.string().optional(),
  capabilityElement: z.enum(CAPABILITY_ELEMENTS).optional(),
  evidence: evidence.optional(),
  class: z
    .enum(RELEASE_CLASSES)
    .optional()
    .meta({ description: 'Whom it is released to. Absent: to controllers and evaluators only.' }),
  label: marking.optional(),
  ...attributed,
});

const improvement = z.object({
  improvement: z.string(),
  correctiveAction: z.string(),
  capabilityElement: z.enum(CAPABILITY_ELEMENTS),
  organization: z.string(),
  contact: z.string().optional(),
  start: z.string().optional(),
  completion: z.string().optional(),
  objective: z.string().optional(),
  observation: z.string().optional(),
  ...attributed,
});

const play = z.object({
  units: z.array(
    z.object({
      unit: z.string(),
      periods: z.array(z.object({ mode: z.enum(UNIT_MODES), from: ms, to: ms, seq: seq.optional() })),
      answers: z.record(z.enum(PLAYER_KINDS), count),
      answeredBy: z.array(z.string()).meta({ description: 'Accounts that answered for the unit.' }),
    }),
  ),
  players: z.record(
    z.enum(PLAYER_KINDS),
    z.object({ asked: count, acknowledged: count, declined: count, toAcknowledge: spread }),
  ),
  participants: z.array(z.object({ id: z.string(), role: z.enum(ROLES), side: side.optional(), acts: count })),
  interventions: z.array(moment).meta({ description: 'What the trainer did, by its events.' }),
});

export const reportDocument = z
  .object({
    marking: z.literal('EXERCISE'),
    exercise: z
      .string()
      .optional()
      .meta({ description: 'Absent: run in virtual time, or from a log without wall times.' }),
    language: z.enum(LANGUAGES).meta({ description: 'Of the texts that the product itself wrote.' }),
    interim: z.boolean().meta({ description: 'Made before ENDEX: it may still change.' }),
    wall: z
      .object({ from: z.string(), to: z.string() })
      .optional()
      .meta({ description: 'RFC 3339; first and last event.' }),
    scenario: z.object({
      id: z.string(),
      title: localizedText,
      description: localizedText.optional(),
      sponsor: localizedText.optional(),
      startsAt: z.string().optional(),
      durationMs: ms,
    }),
    seed: z.string(),
    people: z.array(z.object({ id: z.string(), name: z.string() })).meta({
      description: 'Accounts that acted in it, by the names that they have; empty where only a file is known.',
    }),
    log: z.object({
      events: count,
      headHash: z.string(),
      verify: z.array(z.string()).meta({ description: 'Commands that check the log against its head hash.' }),
      hasEnded: z.boolean(),
      until: ms,
    }),
    counts: z.object({ alerts: count, injects: count, refusals: count }),
    sites: z.array(z.object({ id: z.string(), name: localizedText })),
    units: z.array(z.object({ id: z.string(), name: localizedText, side, kind: z.enum(UNIT_KINDS) })),
    play,
    figures,
    timeline: z.object({
      spans: z.array(
        z.object({
          unit: z.string(),
          kind: z.enum(SPAN_KINDS),
          incident: z.string().optional(),
          from: ms,
          to: ms,
          seq: seq.optional(),
        }),
      ),
      marks: z.array(z.object({ ...moment.shape, unit: z.string(), kind: z.enum(MARK_KINDS), incident: z.string() })),
    }),
    paths: z.array(z.object({ incident: z.string(), headline: localizedText, events: z.array(seq) })),
    expectations: z.array(expectation),
    score: z.number().optional().meta({ description: 'By weight of what could be judged, 0 to 1.' }),
    objectives: z.array(objective),
    observations: z.array(observation),
    improvements: z.array(improvement),
    records: z
      .array(recordView)
      .meta({ description: 'Notes and decisions on record, under the labels that they carry.' }),
    events: z.array(reportEvent).meta({ description: 'Every event that a statement of the report rests on.' }),
  })
  .meta({ id: 'AfterActionReport', description: 'Computed from the log alone. Nothing in it is real.' });
