/** What evaluators may put on record: while the exercise runs, and after its end, when nothing else may be. */
import type { IncidentId } from '../kernel/ids.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import type { EvaluationWorld } from './evaluation-state.js';
import { hasEnded } from '../incident/known-incident.js';
import type { Scenario } from '../exercise/scenario.js';
import { improvementId, observationId } from './evaluation.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/** The objectives of a scenario, in the order in which its expectations name them first. */
export function objectivesOf({ expectations = [] }: Pick<Scenario, 'expectations'>): string[] {
  return [...new Set(expectations.flatMap(({ objective }) => (objective === undefined ? [] : [objective])))];
}

/**
 * @throws DomainError EXERCISE_NOT_RUNNING, UNKNOWN_OBJECTIVE, UNKNOWN_INCIDENT, UNKNOWN_EVENT
 */
export function recordObservation(state: EvaluationWorld, { data, actor }: Of<'RecordObservation'>): Draft[] {
  mustHaveStarted(state);
  mustKnowObjective(state, data.objective);
  mustKnowIncident(state, data.incident, actor);
  for (const seq of data.evidence ?? []) {
    if (Number.isInteger(seq) && seq >= 1 && seq <= state.seqs.all) continue;
    throw new DomainError('UNKNOWN_EVENT', `there is no event ${seq}; the log ends at ${state.seqs.all}`);
  }
  const observation = observationId((state.evaluation?.observations ?? 0) + 1);
  return [draft('ObservationRecorded', 'CONTROL', { observation, ...data }, actor)];
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
  const { observations = 0, improvements = 0 } = state.evaluation ?? {};
  if (data.observation !== undefined && !isObservation(data.observation, observations)) {
    const there =
      observations === 0 ? 'none is recorded yet' : `recorded are OBS-0001 to ${observationId(observations)}`;
    throw new DomainError('UNKNOWN_OBSERVATION', `there is no observation "${data.observation}"; ${there}`);
  }
  const improvement = improvementId(improvements + 1);
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

function isObservation(id: string, count: number): boolean {
  const number = Number(/^OBS-(\d{4,})$/.exec(id)?.[1] ?? 0);
  return number >= 1 && number <= count && observationId(number) === id;
}
