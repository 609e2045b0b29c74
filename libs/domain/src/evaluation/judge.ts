/** Whether what was expected has happened: judged from the log alone, so that it can be judged again at any time. */
import { after, type ExerciseTime } from '../kernel/exercise-time.js';
import type { UnitId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import { isOpenTo, releasabilityOf } from '../inject/known-things.js';
import { scriptIndex } from '../inject/script-index.js';
import { requiredSides } from '../escalation/requirement.js';
import { SIDES } from '../kernel/side.js';
import type { Scenario } from '../exercise/scenario.js';
import { registerIndex } from '../unit/register-index.js';
import type { Expectation, Party, Verdict, VerdictReason } from '../expectation/expectation.js';
import { observeLog, type Moment, type Observation, type ObservedIncident, type ObservedLog } from './observe-log.js';

/**
 * A verdict for each expectation of the scenario, in its order.
 * @param until exercise time that the run has reached; absent: that of the last event
 */
export function judge(scenario: Scenario, log: Iterable<LoggedEvent>, until?: ExerciseTime): Verdict[] {
  if ((scenario.expectations ?? []).length === 0) return [];
  return judgeObserved(scenario, observeLog(scenario, log, until));
}

/** The same of a log that was observed event by event. */
export function judgeObserved(scenario: Scenario, observed: ObservedLog): Verdict[] {
  return (scenario.expectations ?? []).map((expectation) => judgeOne(scenario, observed, expectation));
}

/** Weight of what was met, among what was met or missed; undefined when nothing could. */
export function score(scenario: Scenario, verdicts: readonly Verdict[]): number | undefined {
  const weights = new Map(scenario.expectations?.map(({ id, weight }) => [id, weight]));
  const weigh = (judgement: Verdict['judgement']) =>
    verdicts
      .filter((verdict) => verdict.judgement === judgement)
      .reduce((sum, { expectation }) => sum + (weights.get(expectation) ?? 0), 0);
  const met = weigh('met');
  const judged = met + weigh('missed');
  return judged === 0 ? undefined : met / judged;
}

function judgeOne(scenario: Scenario, observed: ObservedLog, expectation: Expectation): Verdict {
  const verdict = (judgement: Verdict['judgement'], reason: VerdictReason, more: Partial<Verdict> = {}): Verdict => ({
    expectation: expectation.id,
    judgement,
    reason,
    evidence: [],
    ...more,
  });
  const incident = expectation.incident === undefined ? undefined : observed.incidentOf.get(expectation.incident);
  const deadline = deadlineOf(observed, expectation);
  const missing = missingCondition(observed, expectation, deadline);
  if (missing) {
    return isFinal(observed, expectation)
      ? verdict('not-applicable', missing)
      : verdict('unjudged', 'log-ends-before', typeof deadline === 'number' ? { deadline } : {});
  }
  if (typeof deadline !== 'number') throw new Error(`${expectation.id} has no deadline, and nothing is missing for it`);
  if (incident && !mayHappen(scenario, expectation, incident)) {
    return verdict('not-applicable', 'not-releasable', { deadline, evidence: [incident.opened.seq] });
  }
  if (incident && incident.opened.at > deadline) {
    return verdict('not-applicable', 'opened-after-deadline', { deadline, evidence: [incident.opened.seq] });
  }

  const { hoped, feared } = outcomesOf(scenario, observed, expectation, incident);
  if (feared && feared.at <= deadline) {
    return verdict('missed', 'broken', { at: feared.at, deadline, evidence: [feared.seq] });
  }
  // Once the exercise has ended, nothing more can happen; a log cut short may go on.
  const hasPassed = observed.until >= deadline && (expectation.deadline.kind !== 'end' || observed.hasEnded);
  if (hoped === 'nothing') {
    return hasPassed || observed.hasEnded
      ? verdict('met', 'held', { deadline, evidence: opening(incident) })
      : verdict('unjudged', 'log-ends-before', { deadline });
  }
  const mayBreakYet = !hasPassed && !observed.hasEnded && 'atMost' in expectation && expectation.atMost !== undefined;
  if (hoped && hoped.at <= deadline && !mayBreakYet) {
    return verdict('met', 'happened', { at: hoped.at, deadline, evidence: [hoped.seq] });
  }
  const cancelled = incident?.events.find(({ type, at }) => type === 'IncidentCancelled' && at <= deadline);
  if (cancelled) {
    const { at, seq } = cancelled;
    return verdict('not-applicable', 'incident-cancelled', { at, deadline, evidence: [seq] });
  }
  if (!hasPassed) return verdict('unjudged', 'log-ends-before', { deadline, evidence: opening(incident) });
  return hoped
    ? verdict('missed', 'too-late', { at: hoped.at, deadline, evidence: [hoped.seq] })
    : verdict('missed', 'did-not-happen', { deadline, evidence: opening(incident) });
}

/** What the expectation counts from and the log does not hold. */
function missingCondition(
  { fired, incidentOf }: ObservedLog,
  expectation: Expectation,
  deadline: ReturnType<typeof deadlineOf>,
): 'inject-not-fired' | 'no-incident' | undefined {
  const { incident } = expectation;
  if (expectation.kind === 'knows' && !fired.has(incident ?? expectation.tearLine)) return 'inject-not-fired';
  if (incident !== undefined && !incidentOf.has(incident)) {
    return fired.has(incident) ? 'no-incident' : 'inject-not-fired';
  }
  return typeof deadline === 'number' ? undefined : deadline;
}

/** Whether what the log does not hold can no longer come in time. */
function isFinal({ hasEnded, until }: ObservedLog, { deadline }: Expectation): boolean {
  return hasEnded || (deadline.kind === 'before' && until >= deadline.at);
}

/** A side cannot act on an incident of which it may not know, and is not judged by it. */
function mayHappen(scenario: Scenario, expectation: Expectation, incident: ObservedIncident): boolean {
  const sides = incident.released ? SIDES : requiredSides(incident.class);
  const mayKnow = ({ unit, side }: Party): boolean => {
    const of = side ?? registerIndex(scenario).units.get(unit)?.side;
    return of === undefined || sides.includes(of);
  };
  switch (expectation.kind) {
    case 'acknowledged':
      return mayKnow(expectation.by);
    case 'notified':
      return mayKnow(expectation.party);
    case 'joint-acknowledgement':
      return sides.length === SIDES.length;
    case 'escalation':
    case 'resolved':
    case 'nothing-sent':
    case 'knows':
      return true;
    default:
      return expectation satisfies never;
  }
}

function opening(incident: ObservedIncident | undefined): number[] {
  return incident ? [incident.opened.seq] : [];
}

/** The last moment that counts, or why there is none. */
function deadlineOf(
  observed: ObservedLog,
  { deadline }: Expectation,
): ExerciseTime | 'inject-not-fired' | 'no-incident' {
  switch (deadline.kind) {
    case 'before':
      return after(deadline.at, -1);
    case 'end':
      return observed.until;
    case 'within': {
      const fired = observed.fired.get(deadline.inject);
      if (!fired) return 'inject-not-fired';
      if (deadline.of === 'inject') return after(fired.at, deadline.ms);
      const incident = observed.incidentOf.get(deadline.inject);
      return incident ? after(incident.opened.at, deadline.ms) : 'no-incident';
    }
    default:
      return deadline satisfies never;
  }
}

/** The first event that meets it, or `nothing` where nothing has to happen; and the first that breaks it. */
interface Outcomes {
  readonly hoped?: Moment | 'nothing';
  readonly feared?: Moment;
}

function outcomesOf(
  scenario: Scenario,
  observed: ObservedLog,
  expectation: Expectation,
  incident: ObservedIncident | undefined,
): Outcomes {
  const events = incident?.events ?? [];
  switch (expectation.kind) {
    case 'acknowledged':
      return { hoped: events.find((event) => isAcknowledgement(event, expectation.by)) };
    case 'joint-acknowledgement':
      return {
        hoped: events.find((event) => event.type === 'JointAcknowledgementChanged' && event.data.state === 'joint'),
      };
    case 'notified':
      return {
        hoped: events.find(
          (event) => event.type === 'NotificationDelivered' && isOf(scenario, event.data.unit, expectation.party),
        ),
      };
    case 'knows':
      return { hoped: knowledgeOf(scenario, observed, expectation) };
    case 'resolved':
      return { hoped: events.find(({ type }) => type === 'IncidentResolved') };
    case 'escalation': {
      const { atLeast = 0, atMost } = expectation;
      const steps = events.filter((event) => event.type === 'StepStarted' && event.data.reason !== 'start');
      return {
        hoped: atLeast === 0 ? 'nothing' : steps[atLeast - 1],
        feared: atMost === undefined ? undefined : steps[atMost],
      };
    }
    case 'nothing-sent': {
      const { unit } = expectation;
      const all = incident ? [incident] : [...observed.incidents.values()];
      const sent = all
        .flatMap((one) => one.events)
        .filter(({ type, data }) => isTransmission(type) && 'unit' in data && data.unit === unit);
      return { hoped: 'nothing', feared: sent.toSorted((a, b) => a.seq - b.seq)[0] };
    }
    default:
      return expectation satisfies never;
  }
}

/** When the side first knew of it. */
function knowledgeOf(
  scenario: Scenario,
  { fired, incidentOf, accepted, tearLines }: ObservedLog,
  { side, incident, tearLine }: Extract<Expectation, { kind: 'knows' }>,
): Moment | undefined {
  const id = incident ?? tearLine;
  const inject = scriptIndex(scenario).injects.get(id);
  const owner = inject && releasabilityOf(inject)?.class;
  if (owner === undefined || isOpenTo(owner, side)) return accepted.get(id) ?? fired.get(id);
  const moments = [incidentOf.get(id)?.released, incident === undefined ? tearLines.get(id) : undefined];
  return moments.filter((moment) => moment !== undefined).toSorted((a, b) => a.seq - b.seq)[0];
}

function isTransmission(type: Observation['type']): boolean {
  return type === 'NotificationSent' || type === 'NotificationReminded';
}

/** A controller's override is an act for a side, for no unit of it. */
function isAcknowledgement(event: Observation, by: Party): boolean {
  if (event.type === 'AcknowledgementOverridden') return event.data.side === by.side;
  if (event.type !== 'NotificationAcknowledged' && event.type !== 'LateAcknowledgement') return false;
  return by.unit === undefined ? event.data.side === by.side : event.data.unit === by.unit;
}

function isOf(scenario: Scenario, unit: UnitId, party: Party): boolean {
  if (party.unit !== undefined) return unit === party.unit;
  return registerIndex(scenario).units.get(unit)?.side === party.side;
}
