import type { CommandAnswer } from './exercises.js';
import { harmless } from '../terminal/terminal-text.js';

/** Prints the warnings of a command that was applied to the standard error. */
export function printWarnings(answer: CommandAnswer): void {
  if ('status' in answer) return;
  for (const { path, message, code } of answer.warnings ?? []) {
    process.stderr.write(`${harmless(`warning: ${path}: ${message} (${code})`)}\n`);
  }
}
