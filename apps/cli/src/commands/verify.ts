/** `tandem verify`: whether a log is intact: of an exercise, of a file of events, or of a recording. */
import type { Command } from 'commander';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { EXIT, unusable } from '../failure.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from '../files/file-kind.js';
import { openRecording } from '../files/recording-file.js';
import { verifyEventFile, verifyExercise, verifyRecording, type Verified } from '../replay/verify-log.js';

interface VerifyOptions extends ConnectionOptions {
  readonly hash?: string;
}

const LOGS = 'give a log of events, a recording, or the id of an exercise';

export function addVerify(program: Command): void {
  withConnection(program.command('verify'))
    .description(
      'compute the hashes of a log anew; exit code 0 when it is intact, 1 when it was changed, 2 when it cannot be read',
    )
    .argument('<log>', 'id of an exercise; or a file: events as `tandem replay --out` writes them, or a recording')
    .option('--hash <hash>', 'the hash that the last event must have, as a report names it')
    .action(run);
}

async function run(log: string, options: VerifyOptions): Promise<void> {
  const expected = hashOf(options.hash);
  const { events, hash, fault } = await verified(log, options);
  const wrong = fault ?? (expected === undefined || expected === hash ? undefined : `its last hash is not ${expected}`);
  const paint = paintFor(process.stdout);
  if (wrong === undefined) {
    process.stdout.write(`${harmless(log)}: ${paint('good', 'intact')}, ${events} events, hash ${hash}\n`);
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
    case 'log':
    case 'stream':
    case 'other':
      return verifyEventFile(log);
    case 'scenario':
      throw unusable(harmless(`${LOGS}; ${log} ${KIND_TEXT.scenario}`));
    case 'folder':
      throw unusable(harmless(`${LOGS}; ${log} is a folder`));
    case 'absent':
      if (/[./\\]/.test(log)) throw unusable(harmless(`${log}: there is no such file; ${LOGS}`));
      return verifyExercise(await connectApi(options), log);
    default:
      return kind satisfies never;
  }
}

function hashOf(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{64}$/.test(text)) return text;
  throw unusable(`--hash ${text}: give 64 digits, 0 to 9 and a to f`);
}
