/** `tandem validate`: checks scenario files, with the place of each fault; needs neither API nor database. */
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { FileProblem } from '#contracts/scenario/scenario-files.js';
import { UnreadableFile } from '#contracts/scenario/scenario-files.js';
import { EXIT } from '../failure.js';
import { harmless } from '../feed/terminal-text.js';
import { fileKind, KIND_TEXT } from '../file-kind.js';
import { loadScenarioFile } from './scenario-folder.js';

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check scenario files, YAML or JSON; exit code 1 when one has errors, 2 when one cannot be read')
    .argument('<file...>', 'scenario files')
    .option('--json', 'the problems as one JSON array')
    .action(validate);
}

/** What was found of a file; `unreadable`: it could not be read at all. */
export interface Validation {
  readonly file: string;
  readonly problems: readonly FileProblem[];
  readonly unreadable: boolean;
}

/** Places are named as the user named the file, so that an editor finds them. */
export function validateFile(file: string): Validation {
  const kind = fileKind(file);
  if (kind === 'log' || kind === 'recording') {
    const message = `This ${KIND_TEXT[kind]}.`;
    return {
      file,
      problems: [{ file, line: 1, column: 1, path: '', code: 'NOT_A_SCENARIO', message }],
      unreadable: true,
    };
  }
  try {
    const { problems } = loadScenarioFile(file);
    const folder = dirname(file);
    return { file, problems: problems.map((each) => ({ ...each, file: join(folder, each.file) })), unreadable: false };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { code, message } = error;
    return { file, problems: [{ file, line: 1, column: 1, path: '', code, message }], unreadable: true };
  }
}

/** `file:line:column: level: path: message (CODE)`, as editors and terminals make links of it. */
export function problemLine({ file, line, column, level = 'error', path, message, code }: FileProblem): string {
  const at = path === '' || message.startsWith(path) ? '' : `${path}: `;
  return harmless(`${file}:${line}:${column}: ${level}: ${at}${message} (${code})`);
}

function validate(files: readonly string[], { json }: { json?: boolean }): void {
  const validations = files.map(validateFile);
  const problems = validations.flatMap((validation) => validation.problems);
  if (json === true) process.stdout.write(`${JSON.stringify(problems, undefined, 2)}\n`);
  else for (const validation of validations) process.stdout.write(report(validation));
  if (validations.some(({ unreadable }) => unreadable)) process.exitCode = EXIT.unusable;
  else if (problems.some(isError)) process.exitCode = EXIT.failed;
}

function report({ file, problems }: Validation): string {
  const errors = problems.filter(isError).length;
  const lines = problems.map((problem) => `${problemLine(problem)}\n`);
  return `${lines.join('')}${harmless(file)}: ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}\n`;
}

function isError({ level }: FileProblem): boolean {
  return level !== 'warning';
}

function counted(count: number, what: string): string {
  return count === 0 ? `no ${what}s` : `${count} ${what}${count === 1 ? '' : 's'}`;
}
