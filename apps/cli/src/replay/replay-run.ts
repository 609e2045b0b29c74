/** A scenario run in virtual time: its log chained by hashes, and the verdicts. */
import { runVirtually } from '#domain/exercise/virtual-run.js';
import type { LoggedEvent } from '#domain/engine/event.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { judge, score } from '#domain/expectation/judge.js';
import type { Scenario } from '#domain/scenario/scenario.js';
import { GENESIS_HASH, HashChain, type ChainedEvent } from '#infra/ledger/hash-chain.js';

export interface ReplaySettings {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Exercise time, ms; absent: to ENDEX. */
  readonly until?: number;
  /** Told of each portion of the log as it comes. */
  readonly onEvents: (events: readonly LoggedEvent[], chained: readonly ChainedEvent[]) => void;
}

export interface Replayed {
  readonly events: number;
  /** Of the last event; it stands for the whole log. */
  readonly hash: string;
  readonly verdicts: readonly Verdict[];
  /** 0 to 1; undefined when nothing could be judged. */
  readonly score: number | undefined;
}

export function replay({ scenario, seed, until, onEvents }: ReplaySettings): Replayed {
  const chain = new HashChain(GENESIS_HASH);
  const log: LoggedEvent[] = [];
  for (const events of runVirtually({ scenario, seed, until })) {
    onEvents(
      events,
      events.map((event) => chain.add(event)),
    );
    for (const event of events) log.push(event);
  }
  const reached = Math.min(until ?? scenario.durationMs, scenario.durationMs);
  const verdicts = judge(scenario, log, reached);
  return { events: log.length, hash: chain.lastHash, verdicts, score: score(scenario, verdicts) };
}
