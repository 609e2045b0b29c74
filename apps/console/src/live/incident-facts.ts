/** What is said of an incident in one line: its step, whom it endangers, how long each side took. */
import type { IncidentView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import type { ExerciseFold } from './exercise-fold.js';

export interface StepPlace {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

/** Where the chain stands whose next step is due first; else the latest that was started. Undefined before the first step. */
export function stepPlace({ state }: ExerciseFold, incident: IncidentView): StepPlace | undefined {
  const due = incident.chains.filter(
    ({ nextStepAt }) => nextStepAt === incident.nextStepAt && nextStepAt !== undefined,
  );
  const run = due[0] ?? incident.chains.at(-1);
  if (run === undefined || run.step < 0) return undefined;
  const policy = Object.values(state.policies).findLast(({ chains }) => chains[run.chain] !== undefined);
  const steps = policy?.chains[run.chain]?.steps.length ?? run.step + 1;
  return { step: run.step + 1, steps };
}

export interface PeopleAtRisk {
  readonly nation: string;
  readonly count: number;
}

/** The people at the incident's site, by nation. */
export function peopleAt({ state }: ExerciseFold, siteId: string | undefined): readonly PeopleAtRisk[] {
  const site = state.scenario.sites.find(({ id }) => id === siteId);
  return Object.entries(site?.nationals ?? {}).map(([nation, count]) => ({ nation, count }));
}

/** How long after the opening a side first acknowledged, ms. */
export function acknowledgedAfter(incident: IncidentView, side: Side): number | undefined {
  const at = incident.acknowledgedBy[side]?.at;
  return at === undefined ? undefined : at - incident.openedAt;
}
