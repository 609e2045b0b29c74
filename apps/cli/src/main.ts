#!/usr/bin/env node
/** `tandem`: the command line. Exit codes: 0 done, 1 failed, 2 what was given cannot be used. */
import { Command, CommanderError } from 'commander';
import { addAlert } from './commands/alert.js';
import { addDocs } from './commands/docs.js';
import { addExercise } from './commands/exercise.js';
import { addExplain } from './commands/explain.js';
import { addLint } from './commands/lint.js';
import { addMigrate } from './commands/migrate.js';
import { addReplay } from './commands/replay.js';
import { addStart } from './commands/start.js';
import { addToken } from './commands/token.js';
import { addWatch } from './commands/watch.js';
import { EXIT, explainFailure } from './failure.js';
import { programVersion } from './project-files.js';
import { addValidate } from './validate/validate.js';

const program = new Command('tandem')
  .description('Coordination backend for joint rapid-response exercises. EXERCISE: nothing in it is real.')
  .version(programVersion())
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`tandem: ${oneLine(text)}\n`) });
for (const add of [
  addStart,
  addWatch,
  addExercise,
  addAlert,
  addExplain,
  addLint,
  addValidate,
  addReplay,
  addToken,
  addMigrate,
  addDocs,
]) {
  add(program);
}

/** Whatever reads our output may stop reading; that is no fault, and watch and start listen for it themselves. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = EXIT.failed;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, or shown what was asked for.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  } else {
    const { exitCode, message } = explainFailure(error);
    process.stderr.write(`tandem: ${message}\n`);
    process.exitCode = exitCode;
  }
}

/** What commander says of a wrong use, as we say it. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
}
