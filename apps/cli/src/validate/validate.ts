/** `tandem validate`: checks scenarios, shared parts and policies, with the place of each problem; needs neither API nor database. */
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { FileProblem } from '#scenario/files/merged-files.js';
import { UnreadableFile } from '#scenario/files/scenario-files.js';
import { EXIT } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from '../files/file-kind.js';
import { checkScenarioFile } from '../files/scenario-folder.js';

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description(
      'check scenarios, shared parts and policies, YAML or JSON; exit code 1 when one has errors, 2 when one cannot be read',
    )
    .argument('<file...>', 'files to check')
    .option('--json', 'print the problems as one JSON array')
    .option('--strict', 'exit code 1 when there are warnings, too')
    .action(validate);
}

/** What was found of a file; `unreadable`: it could not be read at all. */
export interface Validation {
  readonly file: string;
  readonly problems: readonly FileProblem[];
  readonly unreadable: boolean;
  /** Whether other files may hold what it refers to: such references are not checked. */
  readonly isPartial: boolean;
}

/** Places are named as the user named the file, so that an editor finds them. */
export function validateFile(file: string): Validation {
  const kind = fileKind(file);
  if (kind === 'log' || kind === 'recording' || kind === 'side-export') {
    const message = `This ${KIND_TEXT[kind]}.`;
    return unreadableFile(file, 'NOT_A_SCENARIO', message);
  }
  try {
    const { problems, isPartial } = checkScenarioFile(file);
    const folder = dirname(file);
    const placed = problems.map((each) => ({ ...each, file: join(folder, each.file) }));
    return { file, problems: placed, unreadable: false, isPartial };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unreadableFile(file, error.code, error.message);
  }
}

function unreadableFile(file: string, code: string, message: string): Validation {
  return {
    file,
    problems: [{ file, line: 1, column: 1, path: '', code, message }],
    unreadable: true,
    isPartial: false,
  };
}

/** `file:line:column: level: path: message (CODE)`, as editors and terminals make links of it. */
export function problemLine({ file, line, column, level = 'error', path, message, code }: FileProblem): string {
  const at = path === '' || message.startsWith(path) ? '' : `${path}: `;
  return harmless(`${file}:${line}:${column}: ${level}: ${at}${message} (${code})`);
}

interface ValidateOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
}

function validate(files: readonly string[], { json, strict }: ValidateOptions): void {
  const validations = files.map(validateFile);
  const problems = validations.flatMap((validation) => validation.problems);
  if (json === true) process.stdout.write(`${JSON.stringify(problems, undefined, 2)}\n`);
  else for (const validation of validations) process.stdout.write(report(validation));
  const code = exitCodeOf(validations, strict === true);
  if (code !== EXIT.done) process.exitCode = code;
}

/** 2: a file cannot be read; 1: one has errors or, if the check is strict, warnings; 0: neither. */
export function exitCodeOf(validations: readonly Validation[], strict: boolean): number {
  if (validations.some(({ unreadable }) => unreadable)) return EXIT.unusable;
  const problems = validations.flatMap((validation) => validation.problems);
  return problems.some((problem) => strict || isError(problem)) ? EXIT.failed : EXIT.done;
}

function report({ file, problems, isPartial }: Validation): string {
  const errors = problems.filter(isError).length;
  const lines = problems.map((problem) => `${problemLine(problem)}\n`);
  const counts = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  const limits = isPartial ? ' (checked by itself; references to other files were not checked)' : '';
  return `${lines.join('')}${harmless(file)}: ${counts}${limits}\n`;
}

function isError({ level }: FileProblem): boolean {
  return level !== 'warning';
}

function counted(count: number, what: string): string {
  return count === 0 ? `no ${what}s` : `${count} ${what}${count === 1 ? '' : 's'}`;
}
