/** The report at the end of a replay: the verdicts and the hashes of the log, as lines or as JSON. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Expectation, Judgement, Verdict } from '#domain/expectation/expectation.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Colour, Paint } from '../terminal/paint.js';
import { harmless, pad } from '../terminal/terminal-text.js';
import { comparisonText, type Comparison } from '../files/recorded-log.js';
import type { Replayed } from './replay-run.js';
import { expectationText, JUDGEMENT_WORDS, reasonText } from '#contracts/sentences/verdict-text.js';

export interface ReplayOf {
  /** As it was named; `-` is the standard input. */
  readonly file?: string;
  readonly scenario: Scenario;
  readonly seed: string;
  /** Exercise time, ms, up to which it ran. */
  readonly until: ExerciseTime;
  readonly replayed: Replayed;
  /** Of a recording: whether it is the log that was recorded. */
  readonly compared?: Comparison;
}

const COLOURS: Record<Judgement, Colour> = { met: 'good', missed: 'bad', 'not-applicable': 'dim', unjudged: 'warn' };
const WORD_COLUMNS = 12;

export function reportLines({ scenario, seed, replayed, compared }: ReplayOf, paint: Paint): string[] {
  const { events, hash, course, verdicts } = replayed;
  return [
    ...verdicts.flatMap((verdict) => verdictLines(verdict, expectationOf(scenario, verdict), paint)),
    verdicts.length === 0 ? 'The scenario has no expectations.' : sumLine(replayed),
    `${events} events, seed ${harmless(seed)}, hash ${hash}`,
    `what happened, whoever ran it and however fast: course ${course}`,
    ...(compared ? [paint(compared.isSame ? 'good' : 'bad', harmless(comparisonText(compared, events)))] : []),
  ];
}

function verdictLines(verdict: Verdict, expectation: Expectation | undefined, paint: Paint): string[] {
  const { judgement, evidence } = verdict;
  const word = paint(COLOURS[judgement], pad(JUDGEMENT_WORDS[judgement], WORD_COLUMNS));
  const text = expectation ? expectationText(expectation) : '';
  const weight = expectation === undefined || expectation.weight === 1 ? '' : `; weight ${expectation.weight}`;
  const shownBy = evidence.length === 0 ? '' : `; event ${evidence.join(', ')}`;
  return [
    `${word}${harmless(`${verdict.expectation}: ${text}`)}`,
    `${' '.repeat(WORD_COLUMNS)}${paint('dim', `${reasonText(verdict)}${shownBy}${weight}`)}`,
  ];
}

function sumLine({ verdicts, score }: Replayed): string {
  const { met, missed, unjudged, 'not-applicable': notApplicable } = countVerdicts(verdicts);
  const more = notApplicable === 0 ? '' : `, ${notApplicable} not applicable`;
  const share = score === undefined ? '' : `; ${Math.round(score * 100)} % by weight`;
  return `Expectations: ${met} met, ${missed} missed, ${unjudged} not judged${more}${share}`;
}

export function countVerdicts(verdicts: readonly Verdict[]): Record<Judgement, number> {
  const counts: Record<Judgement, number> = { met: 0, missed: 0, 'not-applicable': 0, unjudged: 0 };
  for (const { judgement } of verdicts) counts[judgement]++;
  return counts;
}

/** For programs. Times are exercise time in ms. */
export function reportJson({ file, scenario, seed, until, replayed, compared }: ReplayOf): string {
  const { events, hash, course, verdicts, score } = replayed;
  const expectations = verdicts.map((verdict) => {
    const expectation = expectationOf(scenario, verdict);
    const { expectation: id, ...rest } = verdict;
    return {
      id,
      text: expectation && expectationText(expectation),
      objective: expectation?.objective,
      weight: expectation?.weight,
      ...rest,
    };
  });
  const counts = countVerdicts(verdicts);
  const run = { marking: 'EXERCISE', file, scenario: scenario.id, seed, until, events, hash, course };
  const report = { ...run, recorded: compared, counts, score, expectations };
  return JSON.stringify(report, undefined, 2);
}

function expectationOf({ expectations }: Scenario, { expectation }: Verdict): Expectation | undefined {
  return expectations?.find(({ id }) => id === expectation);
}
