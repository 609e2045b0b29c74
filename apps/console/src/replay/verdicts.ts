/** What was expected, judged by the log up to a moment, for those who may see the expectations. */
import type { EventView } from '#contracts/http/events.js';
import { judge } from '#domain/evaluation/judge.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { type JudgedExpectation, withVerdicts } from '../live/judged.js';

/** @param log all events that are judged, of the stream `all` */
export function judgeLog(
  scenario: ShownScenario,
  log: readonly EventView[],
  until: number,
): readonly JudgedExpectation[] {
  const verdicts = judge(scenario as Scenario, log as unknown as readonly LoggedEvent[], until as ExerciseTime);
  return withVerdicts(scenario, verdicts);
}

/** When a missed expectation was missed: when it was broken or came late, else when its time was up. */
export function missedAt({ verdict }: JudgedExpectation): number | undefined {
  return verdict.judgement === 'missed' ? (verdict.deadline ?? verdict.at) : undefined;
}
