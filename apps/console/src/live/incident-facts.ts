/** What is said of an incident in one line: where its chains stand, whom it endangers, how long each side took. */
import type { IncidentView } from '#domain/engine/read-models.js';
import { runsOf, settingsOf } from '#domain/escalation/escalation-state.js';
import type { Side } from '#domain/kernel/side.js';
import type { ExerciseFold } from './exercise-fold.js';

export interface ChainPlace {
  readonly chain: string;
  readonly route: string;
  readonly status: string;
  /** From 1. */
  readonly step: number;
  /** Absent: the steps of the chain are not known here. */
  readonly steps: number | undefined;
  /** Exercise time, ms. */
  readonly nextStepAt: number | undefined;
  /** When the time that is running out began, ms. */
  readonly waitsSince: number | undefined;
}

type Known = Pick<IncidentView, 'id' | 'chains' | 'openedAt'>;

/** Where each chain of the incident stands, that which goes on next first. */
export function chainPlaces({ state }: Pick<ExerciseFold, 'state'>, { id, chains, openedAt }: Known): ChainPlace[] {
  const incident = state.incidents[id];
  const runs = incident === undefined ? [] : runsOf(state, id);
  const places = chains.map(({ chain, route, status, step, deadline, nextStepAt }): ChainPlace => {
    const run = runs.find((one) => one.chain === chain);
    const settings = incident === undefined || run === undefined ? {} : settingsOf(state, incident, run);
    const { ackWithinMs, delayMs } = settings.steps?.[step] ?? {};
    const length = deadline === undefined ? delayMs : ackWithinMs;
    const waitsSince =
      nextStepAt === undefined || length === undefined ? undefined : Math.max(openedAt, nextStepAt - length);
    return { chain, route, status, step: step + 1, steps: settings.steps?.length, nextStepAt, waitsSince };
  });
  return places.toSorted((a, b) => (a.nextStepAt ?? Infinity) - (b.nextStepAt ?? Infinity));
}

/** Head counts by country, as the alerts say, else those of the site. */
export function nationalsAtRisk(
  { state }: Pick<ExerciseFold, 'state'>,
  { id, site }: Pick<IncidentView, 'id' | 'site'>,
): readonly (readonly [string, number])[] {
  const said = Object.entries(state.incidents[id]?.facts.nationals ?? {}).filter(([, count]) => count > 0);
  if (said.length > 0) return said;
  const present = state.scenario.sites.find((one) => one.id === site)?.nationals ?? {};
  return Object.entries(present).filter(([, count]) => count > 0);
}

/** How long after the opening a side first acknowledged, ms. */
export function acknowledgedAfter(incident: IncidentView, side: Side): number | undefined {
  const at = incident.acknowledgedBy[side]?.at;
  return at === undefined ? undefined : at - incident.openedAt;
}
