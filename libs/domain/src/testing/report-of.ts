/** The after-action report of a run, for specs. */
import { type AfterActionReport, ReportBuilder, type ReportContext } from '../evaluation/report.js';
import type { LoggedEvent } from '../kernel/event.js';
import type { Scenario } from '../exercise/scenario.js';

export function reportOf(
  play: { scenario: Scenario; log: readonly LoggedEvent[] },
  settings: ReportContext,
): AfterActionReport {
  const builder = new ReportBuilder(play.scenario);
  for (const event of play.log) builder.add(event);
  return builder.report(settings);
}
