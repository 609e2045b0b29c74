/** `tandem compare`: where two logs part, and their figures side by side; needs neither API, database nor Redis. */
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { paintFor } from '../feed/paint.js';
import { scenarioInput } from '../replay/scenario-input.js';
import { seedOf } from '../seed-argument.js';
import { compareLogs } from './compare-logs.js';
import { comparedLog } from './compared-log.js';
import { comparisonJson, comparisonText } from './comparison-report.js';

interface CompareOptions {
  readonly seed?: string;
  readonly scenario?: string;
  readonly json?: boolean;
}

export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'where two logs part, first difference first, and their figures side by side; exit code 0 when they are the same, ' +
        '1 when they are not, 2 when one cannot be used',
    )
    .argument('<a>', 'events, as `tandem replay --out` writes them; or a recording or a scenario, run in virtual time')
    .argument('<b>', 'the same')
    .option('--seed <text>', 'for scenarios; absent: each has its own')
    .option('--scenario <file>', 'whose expectations are judged, for files that hold events only')
    .option('--json', 'as JSON')
    .action(compare);
}

function compare(a: string, b: string, { seed: given, scenario: file, json }: CompareOptions): void {
  const seed = seedOf(given);
  const scenario = file === undefined ? undefined : scenarioInput(file);
  const comparison = compareLogs(comparedLog(a, seed), comparedLog(b, seed), scenario);
  process.stdout.write(
    json === true ? `${comparisonJson(comparison)}\n` : comparisonText(comparison, paintFor(process.stdout)),
  );
  if (comparison.different > 0) process.exitCode = EXIT.failed;
}
