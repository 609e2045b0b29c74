/** `tandem simulate`: runs a scenario many times, with other seeds; needs neither API, database nor Redis. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { EXIT, unusable } from '../failure.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';
import { OutputFile } from '../files/output-file.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { withPolicy } from '../files/policy-input.js';
import { withoutInjects } from '../files/without-injects.js';
import { scenarioInput } from '../files/scenario-input.js';
import { repeatable } from '../arguments/list-argument.js';
import { seedOf } from '../arguments/seed-argument.js';
import { simulate } from './simulation.js';
import { simulationJson, simulationText } from './simulation-report.js';
import { checkThresholds, FIGURES_HELP, thresholdLine, thresholdOf } from './thresholds.js';

interface SimulateOptions {
  readonly runs: string;
  readonly seed?: string;
  readonly policy?: string;
  readonly without?: readonly string[];
  readonly threads?: string;
  readonly expect?: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
}

const MOST_RUNS = 1_000_000;
const MOST_THREADS = 64;
/** The threads end with the process. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description(
      'run a scenario many times with different seeds; report response times, the chance that each expectation is met, and ' +
        'the time spent at each step and waiting for each unit; exit code 2 when a file cannot be used, 4 when a threshold ' +
        'of --expect is not reached',
    )
    .argument('<file>', 'scenario, YAML or JSON')
    .option('--runs <n>', 'number of runs', '1000')
    .option('--seed <text>', "use the seeds <text>/1, <text>/2 …; absent: the scenario's")
    .option('--policy <file>', 'also run it with the policy of this file, on the same seeds, and compare')
    .option(
      '--without <inject>',
      'also run it without this inject, on the same seeds, and compare; repeatable; with --policy, both at once',
      repeatable,
    )
    .option('--threads <n>', 'number of threads; absent: one for each core')
    .option(
      '--expect <threshold>',
      'demand a figure, as joint>=0.9; repeatable; with --policy or --without, of the second; the figures are listed below',
      repeatable,
    )
    .option('--json', 'as JSON')
    .option('--out <file>', 'also write the JSON to a file')
    .addHelpText('after', `\n${FIGURES_HELP}`)
    .action(run);
}

async function run(file: string, options: SimulateOptions): Promise<void> {
  const runs = wholeNumber('--runs', options.runs, MOST_RUNS);
  const threads = wholeNumber('--threads', options.threads ?? String(availableParallelism()), MOST_THREADS);
  const scenario = scenarioInput(file);
  const seed = seedOf(options.seed) ?? scenario.seed;
  const { policy, without = [] } = options;
  const changed = without.length === 0 ? scenario : withoutInjects(scenario, without);
  const second = policy === undefined ? changed : withPolicy(changed, policy);
  const scenarios = second === scenario ? [scenario] : [scenario, second];
  const thresholds = (options.expect ?? []).map((text) => thresholdOf(text, scenario));
  const bar = new ProgressBar(process.stderr);
  let out: OutputFile | undefined;
  const stop = (): void => {
    bar.clear();
    out?.discard();
    process.exit(EXIT.forced);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    // Before the work: that it cannot be written is not to be learned after an hour.
    if (options.out !== undefined) out = new OutputFile(options.out);
    const simulated = await simulate({
      scenarios,
      seed,
      runs,
      threads,
      onProgress: (done) => bar.show(done / runs, `${done} of ${runs} runs`),
    });
    bar.clear();
    // The one that is on trial, where there are two.
    const judged = simulated.at(-1);
    const reached = judged ? checkThresholds(thresholds, judged) : [];
    const report = { seed, runs, simulated, without, thresholds: reached };
    if (out) {
      out.write(`${simulationJson(report)}\n`);
      out.finish();
    }
    process.stdout.write(
      options.json === true ? `${simulationJson(report)}\n` : simulationText(report, paintFor(process.stdout)),
    );
    if (options.json !== true) {
      const lines = thresholds.map(
        (one, place) => `${thresholdLine(reached[place] ?? { text: one.text, isReached: false }, one)}\n`,
      );
      if (lines.length > 0) process.stdout.write(`\n${lines.join('')}`);
    }
    if (reached.some(({ isReached }) => !isReached)) process.exitCode = EXIT.threshold;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    bar.clear();
    out?.discard();
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw unusable(`${option} ${harmless(text)}: give a whole number from 1 to ${most}`);
}
