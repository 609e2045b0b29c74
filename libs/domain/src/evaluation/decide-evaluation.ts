/** What evaluators may put on record: while the exercise runs, and after its end, when nothing else may be. */
import type { IncidentId } from '../kernel/ids.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import type { EvaluationWorld } from './evaluation-state.js';
import { eventMarkingOf } from '../incident/incident-marking.js';
import { classOfIncident, hasEnded } from '../incident/known-incident.js';
import { RELEASE_CLASSES, type ReleaseClass } from '../kernel/side.js';
import { contradicts, highest, markingFrom, markingOf, type Marking } from '../release/label.js';
import { mustBeAhead } from '../release/label-review.js';
import { mustNameUnits } from '../release/recipients.js';
import type { Scenario } from '../exercise/scenario.js';
import { improvementId, observationId, type EvaluationCounts, type ObservationLabel } from './evaluation.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/** The objectives of a scenario, in the order in which its expectations name them first. */
export function objectivesOf({ expectations = [] }: Pick<Scenario, 'expectations'>): string[] {
  return [...new Set(expectations.flatMap(({ objective }) => (objective === undefined ? [] : [objective])))];
}

/**
 * @throws DomainError EXERCISE_NOT_RUNNING, UNKNOWN_OBJECTIVE, UNKNOWN_INCIDENT, UNKNOWN_EVENT, LABEL_CONTRADICTION, UNKNOWN_RECIPIENT,
 * TIME_HAS_PASSED
 */
export function recordObservation(state: EvaluationWorld, { data, actor }: Of<'RecordObservation'>): Draft[] {
  mustHaveStarted(state);
  mustKnowObjective(state, data.objective);
  mustKnowIncident(state, data.incident, actor);
  for (const seq of data.evidence ?? []) {
    if (Number.isInteger(seq) && seq >= 1 && seq <= state.seqs.all) continue;
    throw new DomainError('UNKNOWN_EVENT', `there is no event ${seq}; the log ends at ${state.seqs.all}`);
  }
  const { label, ...content } = data;
  const { observations = 0, released = {} } = state.evaluation ?? {};
  if (label === undefined) {
    const observation = observationId(observations + 1);
    return [draft('ObservationRecorded', 'CONTROL', { observation, ...content }, actor)];
  }
  const marking = labelObservation(state, label, data.incident, actor);
  const observation = observationId((released[label.class] ?? 0) + 1, label.class);
  const { reviewAt } = label;
  mustBeReviewed(state, reviewAt);
  const reviewed = reviewAt === undefined ? {} : { reviewAt };
  return [draft('ObservationRecorded', label.class, { observation, ...content, ...reviewed, label: marking }, actor)];
}

/** After ENDEX the clock of the story reaches no time any more. @throws DomainError TIME_HAS_PASSED */
function mustBeReviewed(state: EvaluationWorld, reviewAt: string | undefined): void {
  if (reviewAt !== undefined && state.status === 'ended') {
    throw new DomainError('TIME_HAS_PASSED', `the exercise has ended, so that the story never reaches ${reviewAt}`);
  }
  mustBeAhead(state, reviewAt);
}

/** @throws DomainError EXERCISE_NOT_RUNNING, UNKNOWN_OBJECTIVE */
export function rateObjective(state: EvaluationWorld, { data, actor }: Of<'RateObjective'>): Draft[] {
  mustHaveStarted(state);
  mustKnowObjective(state, data.objective);
  return [draft('ObjectiveRated', 'CONTROL', { ...data }, actor)];
}

/** @throws DomainError EXERCISE_NOT_RUNNING, UNKNOWN_OBJECTIVE, UNKNOWN_OBSERVATION */
export function planImprovement(state: EvaluationWorld, { data, actor }: Of<'PlanImprovement'>): Draft[] {
  mustHaveStarted(state);
  mustKnowObjective(state, data.objective);
  if (data.observation !== undefined && !isObservation(data.observation, state.evaluation)) {
    const last = lastObservations(state.evaluation);
    const there = last.length === 0 ? 'none is recorded yet' : `the last ones are ${last.join(', ')}`;
    throw new DomainError('UNKNOWN_OBSERVATION', `there is no observation "${data.observation}"; ${there}`);
  }
  const improvement = improvementId((state.evaluation?.improvements ?? 0) + 1);
  return [draft('ImprovementPlanned', 'CONTROL', { improvement, ...data }, actor)];
}

function mustHaveStarted({ status }: EvaluationWorld): void {
  if (status !== 'planned') return;
  throw new DomainError('EXERCISE_NOT_RUNNING', 'the exercise is planned; there is nothing to evaluate before STARTEX');
}

function mustKnowObjective({ scenario }: EvaluationWorld, objective: string | undefined): void {
  if (objective === undefined) return;
  const objectives = objectivesOf(scenario);
  if (objectives.includes(objective)) return;
  const known = objectives.length === 0 ? 'the scenario names none' : `the scenario names: ${objectives.join(', ')}`;
  throw new DomainError('UNKNOWN_OBJECTIVE', `there is no objective "${objective}"; ${known}`);
}

function mustKnowIncident(state: EvaluationWorld, incident: IncidentId | undefined, actor: Actor): void {
  if (incident === undefined || Object.hasOwn(state.incidents, incident) || hasEnded(state, incident, actor)) return;
  throw new DomainError('UNKNOWN_INCIDENT', `there is no incident "${incident}"`);
}

/** Of each class, and of those for exercise control only. */
function lastObservations({ observations = 0, released = {} }: Partial<EvaluationCounts> = {}): string[] {
  const classes = RELEASE_CLASSES.flatMap((one) => {
    const count = released[one] ?? 0;
    return count === 0 ? [] : [observationId(count, one)];
  });
  return observations === 0 ? classes : [observationId(observations), ...classes];
}

function isObservation(id: string, { observations = 0, released = {} }: Partial<EvaluationCounts> = {}): boolean {
  const match = /^OBS-(?:(JOINT|PAK|CHN)-)?(\d{4,})$/.exec(id);
  if (!match) return false;
  const releaseClass = match[1] as ReleaseClass | undefined;
  const number = Number(match[2]);
  const count = releaseClass === undefined ? observations : (released[releaseClass] ?? 0);
  return number >= 1 && number <= count && observationId(number, releaseClass) === id;
}

/**
 * The marking of an observation. What is said of an incident is read by nobody who may not read that.
 * @throws DomainError LABEL_CONTRADICTION, UNKNOWN_RECIPIENT
 */
function labelObservation(
  state: EvaluationWorld,
  label: ObservationLabel,
  incident: IncidentId | undefined,
  actor: Actor,
): Marking {
  if (contradicts(label.class, label.tlp)) {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      `both sides read it, so that it cannot be ${label.tlp}; release it to one side, or label it at most TLP:AMBER`,
    );
  }
  mustNameUnits(state.units, label.releasableTo);
  const own = markingOf(label, actor);
  if (incident === undefined) return own;
  const owner = classOfIncident(incident);
  if (owner !== 'JOINT' && owner !== label.class) {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      `${incident} is known to ${owner} alone; release the observation to ${owner}, or leave the incident out`,
    );
  }
  const marking = incidentMarking(state, incident);
  return marking === undefined ? own : highest(own, marking);
}

/** Undefined: as its class. */
function incidentMarking({ incidents, endedMarkings }: EvaluationWorld, id: IncidentId): Marking | undefined {
  const incident = incidents[id];
  if (incident !== undefined) return eventMarkingOf(incident);
  const ended = endedMarkings?.[id];
  return ended === undefined ? undefined : markingFrom(ended);
}
