/** `tandem report`: the after-action report of an exercise, a scenario or a log. */
import { Option, type Command } from 'commander';
import { REPORT_FORMATS, type ReportFormat } from '#contracts/http/reports.js';
import { LANGUAGES, type Language } from '#contracts/language/languages.js';
import { withConnection, type ConnectionOptions } from '../client/connection.js';

export interface ReportOptions extends ConnectionOptions {
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly scenario?: string;
  readonly seed?: string;
  readonly lang?: Language;
  /** False for `--no-appendix`. */
  readonly appendix: boolean;
}

export function addReport(program: Command): void {
  withConnection(program.command('report'))
    .description(
      'write the after-action report: of an exercise (through the API; before its end it is marked INTERIM), of a scenario (run in virtual ' +
        'time), of a recording that `export` wrote, or of a log that `replay --out` wrote',
    )
    .argument('<source>', 'id of the exercise; scenario file (YAML or JSON), recording, or log file (.ndjson)')
    .addOption(
      new Option('--format <format>', 'absent: what the name of --out says, else html').choices(REPORT_FORMATS),
    )
    .addOption(new Option('--lang <language>', 'of the report').choices(LANGUAGES).default('en'))
    .option('--no-appendix', 'without the list of events that the report rests on')
    .option('--out <file>', 'absent: the standard output')
    .option('--seed <text>', "of a scenario: for the random draws; absent: the scenario's")
    .option('--scenario <file>', 'the scenario of a log file, which alone holds neither units nor expectations')
    .action(async (source: string, options: ReportOptions) =>
      (await import('../replay/report-run.js')).run(source, options),
    );
}
