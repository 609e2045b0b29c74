/** `tandem use`: selects the exercise that other commands mean when none is named. */
import type { Command } from 'commander';
import { english } from '#contracts/sentences/english.js';
import { connectApi, findUrl, withConnection, type ConnectionOptions } from '../client/connection.js';
import { readExercise } from '../client/exercises.js';
import { selectedExercise, selectExercise } from '../client/selected-exercise.js';
import { unusable } from '../failure.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { harmless } from '../terminal/terminal-text.js';

interface UseOptions extends ConnectionOptions, JsonOption {
  readonly clear?: boolean;
}

export function addUse(program: Command): void {
  withJson(withConnection(program.command('use')))
    .description('select the exercise for commands that do not name one, or show which one is selected')
    .argument('[exercise]', 'id of the exercise to select (default: show the selection)')
    .option('--clear', 'select none')
    .addHelpText(
      'after',
      '\nA command works on the exercise that it names; otherwise on the selected one; otherwise on the only one that has ' +
        'not\nended. If there are several, it lists them and does nothing. The selection is kept for each user and API address.',
    )
    .action(use);
}

async function use(exercise: string | undefined, { clear, json, ...options }: UseOptions): Promise<void> {
  if (clear === true && exercise !== undefined) throw unusable('Give an exercise or --clear, not both.');
  const url = (await findUrl(options.url)).replace(/\/+$/, '');
  if (clear === true) await selectExercise(url, undefined);
  // Read first: an id with a typing error would only show in a later command.
  const title =
    exercise === undefined ? undefined : english((await readExercise(await connectApi(options), exercise)).title);
  if (exercise !== undefined) await selectExercise(url, exercise);
  printResult({ json }, { url, exercise: (await selectedExercise(url)) ?? null }, (selected) =>
    selected.exercise === null
      ? `No exercise is selected at ${url}.\n`
      : harmless(`${selected.exercise} is selected at ${url}${title === undefined ? '' : `: ${title}`}`) + '\n',
  );
}
