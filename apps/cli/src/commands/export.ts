/** `tandem export`: an exercise in one file, from the API: a recording, its scenario and commands; or what one side knows of it. */
import { Option, type Command } from 'commander';
import { SIDES } from '#domain/kernel/side.js';
import { path } from '../client/api-client.js';
import { connectExercise, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import { openOutput } from '../files/output-file.js';
import { EndOfExport } from '../files/end-of-export.js';

interface ExportOptions extends ConnectionOptions {
  readonly out?: string;
  readonly side?: string;
  readonly includeRed?: boolean;
}

export function addExport(program: Command): void {
  withConnection(program.command('export'))
    .description(
      'write an exercise to a file: a recording for `tandem replay`, its scenario and its commands; or, for one side, what this side ' +
        'may know, as it sees it. `tandem verify` checks both',
    )
    .argument('[exercise]', WHICH_EXERCISE)
    .addOption(
      new Option(
        '--side <side>',
        'an export for this side (default: for controllers the recording, for others their own side)',
      ).choices(SIDES),
    )
    .option('--include-red', 'with what is labelled TLP:RED; for the releasing authority of the side')
    .option('--out <file>', 'file to write (default: the standard output)')
    .action(run);
}

async function run(named: string | undefined, options: ExportOptions): Promise<void> {
  const { api, exercise } = await connectExercise({ ...options, exercise: named });
  const query = new URLSearchParams({
    ...(options.side !== undefined && { side: options.side }),
    ...(options.includeRed === true && { includeRed: 'true' }),
  });
  const lines = api.read(
    `${path('exercises', exercise, 'recording')}${query.size === 0 ? '' : `?${query.toString()}`}`,
  );
  const output = openOutput(options.out ?? '-');
  const end = new EndOfExport();
  try {
    for await (const text of lines) {
      end.add(text);
      output.write(text);
    }
    output.finish();
  } finally {
    output.discard();
  }
  const { hash } = end;
  // On the standard error: the file may be what is written to the standard output.
  if (hash !== undefined)
    process.stderr.write(`tandem: hash ${hash}; state it apart from the file, for \`tandem verify --hash\`\n`);
}
