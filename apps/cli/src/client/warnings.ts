import type { CommandAnswer } from './exercises.js';
import { harmless } from '../terminal/terminal-text.js';

/** What the API remarks on a command that it applied, for people: on the standard error. */
export function tellWarnings(answer: CommandAnswer): void {
  if ('status' in answer) return;
  for (const { path, message, code } of answer.warnings ?? []) {
    process.stderr.write(`${harmless(`warning: ${path}: ${message} (${code})`)}\n`);
  }
}
