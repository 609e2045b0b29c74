/** A scenario, or a recording, run in virtual time: its log chained by hashes, and the verdicts. */
import { after, earlierOf, FOREVER, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import { runRecorded, runVirtually } from '#domain/engine/virtual-run.js';
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { judge, score } from '#domain/evaluation/judge.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { CourseHash } from '#log/course-hash.js';
import { GENESIS_HASH, HashChain, type ChainedEvent } from '#log/hash-chain.js';

export interface ReplaySettings {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Exercise time, ms; absent: to ENDEX, or as far as the recording goes. */
  readonly until?: ExerciseTime;
  /** Of a live run; absent: nobody does anything but start it. */
  readonly recorded?: { readonly commands: Iterable<TimedCommand>; readonly until: ExerciseTime };
  /** Told of each portion of the log as it comes. */
  readonly onEvents: (events: readonly LoggedEvent[], chained: readonly ChainedEvent[]) => void;
}

export interface Replayed {
  readonly events: number;
  /** Of the last event; it stands for the whole log. */
  readonly hash: string;
  /** Of what happened, independent of people and of the speed of the clock. */
  readonly course: string;
  readonly verdicts: readonly Verdict[];
  /** 0 to 1; undefined when nothing could be judged. */
  readonly score: number | undefined;
}

export function replay(settings: ReplaySettings): Replayed {
  const { scenario, onEvents } = settings;
  const chain = new HashChain(GENESIS_HASH);
  const course = new CourseHash();
  const log: LoggedEvent[] = [];
  for (const events of portionsOf(settings)) {
    const chained = events.map((event) => chain.add(event));
    for (const event of chained) course.add(event);
    onEvents(events, chained);
    for (const event of events) log.push(event);
  }
  const verdicts = judge(scenario, log, reachedBy(settings));
  return { events: log.length, hash: chain.lastHash, course: course.hex, verdicts, score: score(scenario, verdicts) };
}

function portionsOf({ scenario, seed, until, recorded }: ReplaySettings): Iterable<readonly LoggedEvent[]> {
  if (!recorded) return runVirtually({ scenario, seed, until });
  return runRecorded({
    scenario,
    seed,
    commands: recorded.commands,
    until: earlierOf(until ?? FOREVER, recorded.until),
    stopAt: until,
  });
}

/** Exercise time, ms. */
export function reachedBy({ scenario, until, recorded }: Omit<ReplaySettings, 'onEvents'>): ExerciseTime {
  const end = after(STARTEX, scenario.durationMs);
  return earlierOf(earlierOf(until ?? FOREVER, recorded?.until ?? FOREVER), end);
}
