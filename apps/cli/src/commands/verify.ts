/** `tandem verify`: checks that a log is intact: of an exercise, of a file of events, or of a recording. */
import type { Command } from 'commander';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { EXIT, unusable } from '../failure.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from '../files/file-kind.js';
import { openRecording } from '../files/recording-file.js';
import { verifySideExport } from '../replay/verify-side-export.js';
import { verifyEventFile, verifyExercise, verifyRecording, type Verified } from '../replay/verify-log.js';

interface VerifyOptions extends ConnectionOptions {
  readonly hash?: string;
}

const LOGS = 'give a log of events, a recording, an export for one side, or the id of an exercise';

export function addVerify(program: Command): void {
  withConnection(program.command('verify'))
    .description(
      'check the hashes of a log: exit code 0 if it is intact, 1 if it was changed, 2 if it cannot be read, 5 if the API cannot be reached',
    )
    .argument(
      '<log>',
      'id of an exercise; or a file: a log that `tandem replay --out` wrote, a recording, or an export for one side',
    )
    .option(
      '--hash <hash>',
      'expected hash of the last event, as a report prints it; of an export for one side, as `tandem export` prints it',
    )
    .action(run);
}

async function run(log: string, options: VerifyOptions): Promise<void> {
  const expected = hashOf(options.hash);
  const { events, hash, fault, about } = await verified(log, options);
  const wrong =
    fault ??
    (expected === undefined || expected === hash
      ? undefined
      : `its ${about === undefined ? 'last hash' : 'hash'} is not ${expected}`);
  const paint = paintFor(process.stdout);
  if (wrong === undefined) {
    process.stdout.write(`${harmless(log)}: ${paint('good', 'intact')}, ${events} events, hash ${hash}\n`);
    if (about !== undefined) process.stdout.write(`${harmless(about)}\n`);
    return;
  }
  process.stdout.write(`${harmless(log)}: ${paint('bad', 'NOT intact')}: ${harmless(wrong)}\n`);
  process.exitCode = EXIT.failed;
}

async function verified(log: string, options: VerifyOptions): Promise<Verified> {
  const kind = fileKind(log);
  switch (kind) {
    case 'recording':
      return verifyRecording(log, openRecording(log));
    case 'side-export':
      return verifySideExport(log);
    case 'log':
    case 'stream':
    case 'other':
      return verifyEventFile(log);
    case 'scenario':
      throw unusable(harmless(`${LOGS}; ${log} ${KIND_TEXT.scenario}`));
    case 'folder':
      throw unusable(harmless(`${LOGS}; ${log} is a folder`));
    case 'absent':
      if (/[./\\]/.test(log)) throw unusable(harmless(`${log}: no such file; ${LOGS}`));
      return verifyExercise(await connectApi(options), log);
    default:
      return kind satisfies never;
  }
}

function hashOf(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{64}$/.test(text)) return text;
  throw unusable(`--hash is ${JSON.stringify(text)}; it must be 64 hexadecimal digits, 0 to 9 and a to f.`);
}
