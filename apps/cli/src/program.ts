/** Runs the command that the arguments name. `EXIT_CODES` in failure.ts lists how it can end. */
import { CommanderError } from 'commander';
import { EXIT, explainFailure } from './failure.js';
import { programFor, currentSpelling } from './command-table.js';

let isUnwritable = false;

const args = currentSpelling(process.argv.slice(2));
const program = await programFor(args[0]);

// A reader of the output may stop reading, which is not an error; watch and start have handlers of their own.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || isUnwritable) return;
  isUnwritable = true;
  process.stderr.write(`tandem: the standard output cannot be written: ${error.message}\n`);
  // Whatever the result of the command: nobody could read it.
  process.once('exit', () => (process.exitCode = EXIT.unusable));
});

try {
  await program.parseAsync(args, { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed the error, or the help.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  } else {
    const { exitCode, message } = explainFailure(error);
    process.stderr.write(`tandem: ${message}\n`);
    process.exitCode = exitCode;
  }
}
