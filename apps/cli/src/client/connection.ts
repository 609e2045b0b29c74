/** Options of the commands that talk to the API: its address, the token, and the exercise. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '#infra/config/config.js';
import { unusable } from '../failure.js';
import { runningFile } from '../local/kept-file.js';
import { ApiClient } from './api-client.js';
import { exerciseId } from './exercises.js';

export interface ConnectionOptions {
  readonly url?: string;
  readonly token?: string;
}

export interface ExerciseOptions extends ConnectionOptions {
  readonly exercise?: string;
}

/** Help for an exercise that need not be named. */
export const WHICH_EXERCISE = 'id of the exercise (default: see `tandem use`)';

/** Adds `--url` and `--token`. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <address>', 'address of the API (default: TANDEM_URL, or the API that `tandem start` runs here)')
    .option('--token <token>', 'access token (default: TANDEM_TOKEN, which other users of this machine cannot see)');
}

/** Adds `--exercise`, `--url` and `--token`. */
export function withExercise(command: Command): Command {
  return withConnection(command.option('--exercise <id>', WHICH_EXERCISE));
}

/** The API, and the id of the exercise that is meant. @throws Failure as {@link connectApi} and {@link exerciseId} */
export async function connectExercise(options: ExerciseOptions): Promise<{ api: ApiClient; exercise: string }> {
  const api = await connectApi(options);
  return { api, exercise: await exerciseId(api, options.exercise) };
}

/** @throws Failure when the address is not valid, or there is no token */
export async function connectApi(options: ConnectionOptions): Promise<ApiClient> {
  const url = await findUrl(options.url);
  const token = options.token ?? process.env['TANDEM_TOKEN'] ?? '';
  if (token === '') {
    throw unusable('No token. Set TANDEM_TOKEN, or add --token; `tandem token create` makes one.');
  }
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable('The token contains characters that are not allowed in a token.');
  return new ApiClient(url, token);
}

/** The given address, or TANDEM_URL, or that of the API that runs here. @throws Failure when the address is not valid */
export async function findUrl(given: string | undefined): Promise<string> {
  const named = given ?? process.env['TANDEM_URL'] ?? '';
  if (named !== '') {
    if (URL.canParse(named) && /^https?:$/.test(new URL(named).protocol)) return named;
    throw unusable(`${JSON.stringify(named)} is not an address. Give one such as http://127.0.0.1:3000.`);
  }
  const config = loadConfig();
  const running = await runningFile(resolve(config.dataDir)).read();
  return running?.url ?? `http://127.0.0.1:${config.port}`;
}
