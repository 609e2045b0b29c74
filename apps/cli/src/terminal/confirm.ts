/** Confirmation before what cannot be undone. */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { Failure, unusable } from '../failure.js';
import { harmless } from './terminal-text.js';

export interface ConfirmOption {
  readonly yes?: boolean;
}

interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Adds `--yes`. */
export function withConfirmation(command: Command): Command {
  return command.option('--yes', 'do not ask for confirmation');
}

/**
 * Asks on the terminal, unless `--yes` was given.
 * @param action as a sentence, such as `End the exercise EX-1.`
 * @throws Failure when the answer is not yes, or when there is no terminal to ask on
 */
export async function confirm(action: string, { yes }: ConfirmOption, streams: Terminal = process): Promise<void> {
  if (yes === true) return;
  const { stdin: input, stderr: output } = streams;
  const text = `${harmless(action)} This cannot be undone.`;
  if (input.isTTY !== true || output.isTTY !== true) {
    throw unusable(`Confirmation is needed: ${text} There is no terminal to ask on; add --yes to confirm.`);
  }
  const terminal = createInterface({ input, output });
  // Ctrl-D and Ctrl-C close the input without an answer.
  const closed = new Promise<string>((done) => terminal.once('close', () => done('')));
  const answer = await Promise.race([terminal.question(`${text} Continue? [y/N] `), closed]);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure('Cancelled. Nothing was changed.');
}
