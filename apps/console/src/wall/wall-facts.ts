/** What a room may see: joint incidents whose alerts carry no label above TLP:CLEAR, and figures made of these alone. */
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { isOpen } from '../live/attention.js';

export interface WallFacts {
  /** Open incidents, the one with the next deadline first. */
  readonly incidents: readonly IncidentView[];
  readonly joint: number;
  /** Of all that were jointly acknowledged, ms. */
  readonly medianJointMs: number | undefined;
}

export function wallFacts(fold: ExerciseFold): WallFacts {
  const labelled = new Set<string>();
  for (const { alert, incident } of fold.alerts.values()) {
    const tlp = alert.exercise.releasability.tlp;
    if (incident !== undefined && tlp !== undefined && tlp !== 'TLP:CLEAR') labelled.add(incident);
  }
  const shown = [...fold.incidents.values()].filter(
    (one) => one.class === 'JOINT' && !labelled.has(one.id) && (one.label?.tlp ?? 'TLP:CLEAR') === 'TLP:CLEAR',
  );
  const open = shown.filter(isOpen).toSorted(byDeadline);
  const lags = shown
    .map(({ figures, openedAt }) => (figures.jointAcknowledgementAt ?? Number.NaN) - openedAt)
    .filter((lag) => !Number.isNaN(lag))
    .toSorted((a, b) => a - b);
  return {
    incidents: open,
    joint: open.filter(({ joint }) => joint === 'joint').length,
    medianJointMs: lags[Math.floor((lags.length - 1) / 2)],
  };
}

function byDeadline(a: IncidentView, b: IncidentView): number {
  const due = (one: IncidentView) => one.nextStepAt ?? Number.POSITIVE_INFINITY;
  return due(a) === due(b) ? a.openedAt - b.openedAt : due(a) - due(b);
}
