/** `tandem lint`: checks a scenario; needs neither API nor database. */
import type { Command } from 'commander';
import { readScenario } from '#contracts/scenario/scenario-schema.js';
import { lintScenario } from '#domain/escalation/lint.js';
import { EXIT } from '../failure.js';
import { harmless } from '../feed/terminal-text.js';
import { nameOf, readJsonInput } from '../input-file.js';

export function addLint(program: Command): void {
  program
    .command('lint')
    .description('check a scenario; exit code 1 when it has errors, 2 when it is not of the shape of a scenario')
    .argument('<file>', 'scenario, JSON; `-` is the standard input')
    .option('--json', 'the findings as one JSON array')
    .action(lint);
}

async function lint(file: string, { json }: { json?: boolean }): Promise<void> {
  const { scenario, problems } = readScenario(await readJsonInput(file));
  const findings = scenario === undefined ? problems : lintScenario(scenario);
  const errors = findings.filter(({ level }) => level !== 'warning').length;
  if (json === true) {
    process.stdout.write(`${JSON.stringify(findings, undefined, 2)}\n`);
  } else {
    for (const { code, level = 'error', path, message } of findings) {
      process.stdout.write(`${harmless(`${level}: ${path} ${message} (${code})`)}\n`);
    }
    const warnings = findings.length - errors;
    process.stdout.write(`${nameOf(file)}: ${errors} errors, ${warnings} warnings\n`);
  }
  if (scenario === undefined) process.exitCode = EXIT.unusable;
  else if (errors > 0) process.exitCode = EXIT.failed;
}
