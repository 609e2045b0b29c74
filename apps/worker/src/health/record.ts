/** What a committed transaction adds to the metrics. */
import type { WorkerMetrics } from '#infra/telemetry/metrics.js';
import type { AdvancedRun } from '../advance/exercise-runner.js';

export function record(metrics: WorkerMetrics, exerciseId: string, run: AdvancedRun): void {
  metrics.advanceSeconds.observe(run.seconds);
  if (run.lateMs !== null) metrics.timerLatenessSeconds.observe(run.lateMs / 1000);
  metrics.openIncidents.set({ exercise: exerciseId }, run.openIncidents);
  let refused = 0;
  for (const { outcome } of run.applied) if ('refused' in outcome) refused++;
  if (refused > 0) metrics.commandsApplied.inc({ outcome: 'refused' }, refused);
  if (run.applied.length > refused) metrics.commandsApplied.inc({ outcome: 'applied' }, run.applied.length - refused);
  const counts = new Map<string, number>();
  for (const event of run.events) {
    counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
    if (event.type === 'StepStarted' && event.data.reason !== 'start') {
      metrics.escalations.inc({ reason: event.data.reason });
    }
  }
  for (const [type, count] of counts) metrics.events.inc({ type }, count);
}
