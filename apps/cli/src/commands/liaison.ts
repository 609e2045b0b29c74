/** `tandem liaison`: plays a remote unit, as any other program may, over the interface for remote units. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { loadConfig } from '#infra/config/config.js';
import { secretKey } from '#infra/remote/webhook-signature.js';
import { durationOf } from '../arguments/time-argument.js';
import { findUrl } from '../client/connection.js';
import { unusable } from '../failure.js';
import { readingTrouble } from '../files/file-trouble.js';
import { AnswerSender } from '../liaison/answer-sender.js';
import { Journal } from '../liaison/journal.js';
import { type Behaviour, BEHAVIOURS, Liaison } from '../liaison/liaison.js';
import { Receiver } from '../liaison/receiver.js';
import { harmless } from '../terminal/terminal-text.js';

interface LiaisonOptions {
  readonly unit: string;
  readonly exercise: string;
  readonly listen: string;
  readonly secret?: string;
  readonly secretFile?: string;
  readonly url?: string;
  readonly behaviour: Behaviour;
  readonly delay: string;
  readonly reason: string;
  readonly state?: string;
}

export function addLiaison(program: Command): void {
  program
    .command('liaison')
    .description('play a remote unit: receive what it is asked, signed over HTTP, and answer')
    .requiredOption('--unit <id>', 'the unit')
    .requiredOption('--exercise <id>', 'id of the exercise')
    .option('--listen <address>', 'where to receive messages: the address of the endpoint', '127.0.0.1:4100')
    .option(
      '--secret <secret>',
      'secret of the endpoint (default: TANDEM_SECRET, which other users of this machine cannot see)',
    )
    .option('--secret-file <file>', 'file with the secret')
    .option('--url <address>', 'address of the API (default: TANDEM_URL, or the API that `tandem start` runs here)')
    .addOption(
      new Option('--behaviour <behaviour>', 'how to answer; ask: type a to acknowledge, d to decline')
        .choices(BEHAVIOURS)
        .default('ack'),
    )
    .option('--delay <duration>', 'how long to wait before an answer, such as 20s', '0s')
    .option('--reason <text>', 'reason of a decline', 'declined by the liaison program')
    .option('--state <file>', 'file of what was received and answered (default: in the data folder)')
    .action(liaison);
}

async function liaison(options: LiaisonOptions): Promise<void> {
  const { unit, exercise, behaviour, reason } = options;
  const key = await keyOf(options);
  const { host, port } = addressOf(options.listen);
  const url = (await findUrl(options.url)).replace(/\/+$/, '');
  const delayMs = durationOf(options.delay);
  const print = (line: string): void => void process.stdout.write(`${harmless(line)}\n`);
  const journal = Journal.open(options.state ?? stateFile(exercise, unit));
  const retrying = (why: string, waitMs: number): void =>
    print(`The answer is sent again in ${waitMs / 1000} s: ${why}`);
  const sender = new AnswerSender({ url, exercise, unit, key, retrying });
  const program = new Liaison({ exercise, unit, behaviour, delayMs, reason, print }, journal, sender);
  const receiver = await Receiver.start({
    key,
    host,
    port,
    receive: (delivery, body) => program.receive(delivery, body),
    refused: (why) => print(`Refused ${why}`),
  });
  print(`EXERCISE: ${unit} of ${exercise} is played at ${receiver.url}`);
  program.resume();
  const lines = behaviour === 'ask' ? createInterface({ input: process.stdin }) : undefined;
  lines?.on('line', (line) => program.command(line));
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  lines?.close();
  program.stop();
  await receiver.close();
  journal.close();
}

async function keyOf({ secret, secretFile }: LiaisonOptions): Promise<Buffer> {
  const text = secretFile === undefined ? (secret ?? process.env['TANDEM_SECRET'] ?? '') : await secretIn(secretFile);
  const key = secretKey(text);
  if (key !== undefined) return key;
  throw unusable(
    text === ''
      ? 'No secret. Set TANDEM_SECRET, or add --secret-file or --secret; `tandem unit endpoint set` prints it.'
      : 'The secret is not one of an endpoint: it begins with whsec_.',
  );
}

async function secretIn(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw unusable(`${file} cannot be read: ${readingTrouble(error)}`);
  }
}

/** @throws Failure */
function addressOf(text: string): { host: string; port: number } {
  const [, host = '', port = ''] = /^(\[[\da-fA-F:.]+\]|[\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === '' || Number(port) > 65_535) {
    throw unusable(`${JSON.stringify(text)} is not an address to listen on. Give one such as 127.0.0.1:4100.`);
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function stateFile(exercise: string, unit: string): string {
  const name = `liaison-${exercise}-${unit}`.replace(/[^\w-]/g, '_');
  return join(resolve(loadConfig().dataDir), `${name}.ndjson`);
}
