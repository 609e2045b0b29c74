/** The log line that links commands, whose ids the API logged with the request's, to their events. */
import type { Logger } from '#infra/telemetry/logger.js';
import type { AdvancedRun } from './exercise-runner.js';

/** Ids logged for one transaction, as many as the API logs for one request. */
const TOLD = 100;

/** One for each transaction in which commands were applied, so there are fewer the busier it is. */
export function tellApplied(
  log: Logger,
  exercise: string,
  { applied, commandIds, events, seconds }: AdvancedRun,
): void {
  if (applied.length === 0) return;
  const refused = applied.filter(({ outcome }) => 'refused' in outcome).length;
  log.info(
    {
      exercise,
      commandIds: commandIds.slice(0, TOLD),
      ...(commandIds.length > TOLD && { more: commandIds.length - TOLD }),
      refused,
      firstSeq: events[0]?.seq,
      lastSeq: events[events.length - 1]?.seq,
      ms: Math.round(seconds * 10_000) / 10,
    },
    'commands applied',
  );
}
