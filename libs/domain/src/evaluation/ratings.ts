/**
 * The rating that follows from the log for each objective (HSEEP 2020: P, S, M, U). It is a proposal, for an evaluator to
 * confirm or to overrule: the log shows what was done and when, not what harm it did elsewhere.
 *
 * Each thing that the log holds against an objective is a ground and leads to a rating; the gravest counts, and where
 * there is none, it is P. An objective is what all its expectations together ask for: if one of them never came about, the
 * objective was not achieved (U). M is not half of that: everything was achieved, but at a cost.
 */
import type { InjectId } from '../kernel/ids.js';
import type { Expectation, Verdict } from '../expectation/expectation.js';
import { score } from './judge.js';
import type { ObservedLog } from './observe-log.js';
import type { Scenario } from '../exercise/scenario.js';
import { objectivesOf } from './decide-evaluation.js';
import { RATINGS, type Rating } from './evaluation.js';
import type { IncidentCourse } from './figures.js';

export type GroundKind =
  /** What was expected never came about. */
  | 'did-not-happen'
  /** What must not happen did. */
  | 'broken'
  /** It came about after its deadline: not as planned, and at a risk meanwhile. */
  | 'too-late'
  /** Only because a controller acknowledged in the place of a side. */
  | 'overridden'
  /** After the policy had nobody left to ask. */
  | 'exhausted'
  /** In time, but not at the first call. */
  | 'escalated';

export interface Ground {
  readonly kind: GroundKind;
  readonly rating: Rating;
  readonly expectation: string;
  /** Numbers of the events that show it. */
  readonly evidence: readonly number[];
}

export interface ProposedRating {
  readonly objective: string;
  /** Absent: not rated yet, while one of its expectations is unjudged; or none of them applied. */
  readonly rating?: Rating;
  readonly grounds: readonly Ground[];
  readonly met: number;
  readonly missed: number;
  readonly notApplicable: number;
  readonly unjudged: number;
  /** By weight, 0 to 1, of what was met or missed. It stands beside the rating and does not make it. */
  readonly score?: number;
}

export interface Judged {
  readonly scenario: Scenario;
  readonly verdicts: readonly Verdict[];
  readonly observed: ObservedLog;
  readonly courses: readonly IncidentCourse[];
}

export function proposeRatings(judged: Judged): ProposedRating[] {
  return objectivesOf(judged.scenario).map((objective) => propose(judged, objective));
}

function propose(judged: Judged, objective: string): ProposedRating {
  const { scenario, verdicts } = judged;
  const own = (scenario.expectations ?? []).filter((expectation) => expectation.objective === objective);
  const pairs = own.flatMap((expectation) => {
    const verdict = verdicts.find((one) => one.expectation === expectation.id);
    return verdict ? [{ expectation, verdict }] : [];
  });
  const count = (judgement: Verdict['judgement']) =>
    pairs.filter(({ verdict }) => verdict.judgement === judgement).length;
  const came = pairs.filter(({ verdict }) => verdict.judgement === 'met' || verdict.reason === 'too-late').length;
  const grounds = pairs.flatMap(({ expectation, verdict }) =>
    verdict.judgement === 'missed' ? shortfall(verdict, came) : costs(judged, expectation, verdict),
  );
  const weighed = score(
    { ...scenario, expectations: own },
    pairs.map(({ verdict }) => verdict),
  );
  const unjudged = count('unjudged');
  return {
    objective,
    // What is still open may yet be met or missed: there is no rating before that is known.
    ...(weighed !== undefined && unjudged === 0 && { rating: gravest(grounds) }),
    ...(weighed !== undefined && { score: weighed }),
    grounds,
    met: count('met'),
    missed: count('missed'),
    notApplicable: count('not-applicable'),
    unjudged,
  };
}

function gravest(grounds: readonly Ground[]): Rating {
  const found = grounds.map(({ rating }) => RATINGS.indexOf(rating));
  return RATINGS[Math.max(0, ...found)] ?? 'P';
}

/** @param came how much else of the objective came about: a rule that was broken on the way is then its cost */
function shortfall({ expectation, reason, evidence }: Verdict, came: number): Ground[] {
  switch (reason) {
    case 'did-not-happen':
      return [{ kind: reason, rating: 'U', expectation, evidence }];
    case 'too-late':
      return [{ kind: reason, rating: 'M', expectation, evidence }];
    case 'broken':
      return [{ kind: reason, rating: came > 0 ? 'M' : 'U', expectation, evidence }];
    default:
      return [];
  }
}

/** What it took to have in time what was expected. */
function costs({ observed, courses, scenario }: Judged, expectation: Expectation, verdict: Verdict): Ground[] {
  if (verdict.judgement !== 'met' || verdict.at === undefined) return [];
  if (
    expectation.kind !== 'acknowledged' &&
    expectation.kind !== 'joint-acknowledgement' &&
    expectation.kind !== 'resolved'
  )
    return [];
  const course = courses.find(({ id }) => id === observed.incidentOf.get(expectation.incident)?.id);
  if (!course) return [];
  const until = verdict.evidence[0] ?? Number.POSITIVE_INFINITY;
  const before = (moments: readonly { seq: number }[]) => moments.map(({ seq }) => seq).filter((seq) => seq <= until);
  const ground = (kind: GroundKind, rating: Rating, evidence: number[]): Ground[] =>
    evidence.length === 0 ? [] : [{ kind, rating, expectation: expectation.id, evidence }];
  return [
    ...ground('overridden', 'M', expectation.kind === 'resolved' ? [] : before(overrides(course, expectation))),
    ...ground('exhausted', 'M', before(course.exhausted)),
    ...ground('escalated', 'S', isMeantToEscalate(scenario, expectation.incident) ? [] : before(course.escalations)),
  ];
}

/** Those that the acknowledgement rests on. */
function overrides({ overridden }: IncidentCourse, expectation: Expectation): IncidentCourse['overridden'] {
  if (expectation.kind !== 'acknowledged') return overridden;
  return overridden.filter(({ side }) => side === expectation.by.side);
}

/** Where the author expects an escalation, it is part of the plan and costs nothing. */
function isMeantToEscalate({ expectations = [] }: Scenario, incident: InjectId): boolean {
  return expectations.some(
    (other) => other.kind === 'escalation' && other.incident === incident && (other.atLeast ?? 0) > 0,
  );
}
