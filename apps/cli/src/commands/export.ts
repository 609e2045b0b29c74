/** `tandem export`: a recording of an exercise, scenario and commands in one file, from the API. */
import type { Command } from 'commander';
import { path } from '../client/api-client.js';
import { connectExercise, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import { OutputFile } from '../files/output-file.js';

interface ExportOptions extends ConnectionOptions {
  readonly out?: string;
}

export function addExport(program: Command): void {
  withConnection(program.command('export'))
    .description('write a recording of an exercise, its scenario and its commands, for `tandem replay`')
    .argument('[exercise]', WHICH_EXERCISE)
    .option('--out <file>', 'file to write (default: the standard output)')
    .action(run);
}

async function run(named: string | undefined, options: ExportOptions): Promise<void> {
  const { api, exercise } = await connectExercise({ ...options, exercise: named });
  const recording = api.read(path('exercises', exercise, 'recording'));
  if (options.out === undefined) {
    for await (const text of recording) process.stdout.write(text);
    return;
  }
  const file = new OutputFile(options.out);
  try {
    for await (const text of recording) file.write(text);
    file.finish();
  } finally {
    file.discard();
  }
}
