/** `tandem compare`: where two logs differ, and their figures side by side; needs neither API, database nor Redis. */
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { paintFor } from '../terminal/paint.js';
import { scenarioInput } from '../files/scenario-input.js';
import { seedOf } from '../arguments/seed-argument.js';
import { compareLogs } from './compare-logs.js';
import { comparedLog } from './compared-log.js';
import { comparisonJson, comparisonText } from './comparison-report.js';

interface CompareOptions {
  readonly seed?: string;
  readonly scenario?: string;
  readonly course?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** The first ones say where to look; most of the others follow from them. */
const FIRST_DIFFERENCES = 5;

export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'compare two logs: whether they are the same, whether the same things happened in both, the first differences, and ' +
        'their figures side by side; exit code 0 when the logs are the same, 1 when they differ, 2 when one cannot be used',
    )
    .argument(
      '<a>',
      'a log, as `tandem replay --out` writes it; or a recording or a scenario, which is run in virtual time',
    )
    .argument('<b>', 'the same')
    .option('--seed <text>', 'seed of the scenarios; absent: each has its own')
    .option('--scenario <file>', 'scenario whose expectations are judged; for logs, which hold none')
    .option('--course', 'set the exit code by what happened, not by how it was run')
    .option('--all', `show every difference; absent: the first ${FIRST_DIFFERENCES}`)
    .option('--json', 'as JSON')
    .action(compare);
}

function compare(a: string, b: string, options: CompareOptions): void {
  const { scenario: file, course, all, json } = options;
  const seed = seedOf(options.seed);
  const scenario = file === undefined ? undefined : scenarioInput(file);
  const comparison = compareLogs(comparedLog(a, seed), comparedLog(b, seed), {
    scenario,
    most: all === true ? Infinity : FIRST_DIFFERENCES,
  });
  process.stdout.write(
    json === true ? `${comparisonJson(comparison)}\n` : comparisonText(comparison, paintFor(process.stdout)),
  );
  if (!(course === true ? comparison.isSameCourse : comparison.isSame)) process.exitCode = EXIT.failed;
}
