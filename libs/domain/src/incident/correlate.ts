/** Which incident an alert belongs to by its class, site and categories. */
import type { IncidentId } from '../kernel/ids.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { Category } from '../alert/alert.js';
import { keptBy } from '../kernel/memoize.js';
import { incidentOf, policyOf } from './incident-state.js';
import type { IncidentWorld } from './incident-state.js';
import type { ReleaseClass } from '../kernel/side.js';
import { isRestricted, isSame, type Marking } from '../release/label.js';
import type { Incident } from './incident.js';

function correlationKey(releaseClass: ReleaseClass, site: string, category: Category): string {
  return correlationKeys[releaseClass](site)(category);
}

/** Measured: with each key made anew, a full day takes 1.03 times as long. */
const correlationKeys = {
  JOINT: keysOfClass('JOINT'),
  PAK: keysOfClass('PAK'),
  CHN: keysOfClass('CHN'),
};

function keysOfClass(releaseClass: ReleaseClass) {
  return keptBy(5_000, (site: string) => keptBy(50, (category: Category) => `${releaseClass}|${site}|${category}`));
}

/** Of all incidents of a kind whose latest alert lies within their window, the one with the latest alert. */
export function correlatedIncident(
  state: IncidentWorld,
  alert: {
    class: ReleaseClass;
    site: string;
    categories: readonly Category[];
    at: ExerciseTime;
    marking: Marking | undefined;
  },
): Incident | undefined {
  let found: Incident | undefined;
  for (const category of alert.categories) {
    const ids = state.correlation[correlationKey(alert.class, alert.site, category)] ?? [];
    // The one with the latest alert stands last; the others may go by an older policy, with another window.
    for (let index = ids.length - 1; index >= 0; index--) {
      const incident = incidentOf(state, ids[index] as IncidentId);
      if (!isKeptAlike(incident.marking, alert.marking)) continue;
      const age = alert.at - incident.latestAlertAt;
      if (age > policyOf(state, incident).correlationWindowMs) {
        if (age > longestWindow(state)) break;
        continue;
      }
      if (!found || incident.latestAlertAt > found.latestAlertAt) found = incident;
      break;
    }
  }
  return found;
}

/** Nobody gets to read, or is kept from, what another label says by mere nearness: that takes a reference. */
function isKeptAlike(one: Marking | undefined, other: Marking | undefined): boolean {
  const restricted = [one, other].filter((marking) => marking !== undefined && isRestricted(marking));
  return restricted.length === 0 || isSame(one, other);
}

function longestWindow({ policies }: IncidentWorld): number {
  return Math.max(...Object.values(policies).map(({ correlationWindowMs }) => correlationWindowMs));
}

/** The incident has the latest alert of its kinds. */
export function correlate(state: IncidentWorld, incident: Incident): void {
  for (const key of keysOf(incident)) {
    const ids = (state.correlation[key] ??= []);
    if (ids.at(-1) === incident.id) continue;
    remove(ids, incident.id);
    ids.push(incident.id);
  }
}

/** It is found no more: it has ended, or is about to change its place or categories. */
export function forget(state: IncidentWorld, incident: Incident): void {
  for (const key of keysOf(incident)) {
    const ids = state.correlation[key];
    if (!ids) continue;
    remove(ids, incident.id);
    if (ids.length === 0) delete state.correlation[key];
  }
}

function keysOf({ class: releaseClass, site, categories }: Incident): string[] {
  return site === undefined ? [] : categories.map((category) => correlationKey(releaseClass, site, category));
}

function remove(ids: IncidentId[], id: IncidentId): void {
  const index = ids.lastIndexOf(id);
  if (index >= 0) ids.splice(index, 1);
}
