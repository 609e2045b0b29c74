/** Where the API is and who asks: options of every command that talks to it. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '#infra/config/config.js';
import { unusable } from '../failure.js';
import { runningFile } from '../local/kept-file.js';
import { ApiClient } from './api-client.js';

export interface ConnectionOptions {
  readonly url?: string;
  readonly token?: string;
}

/** Adds `--url` and `--token`. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <address>', 'address of the API (else TANDEM_URL, else the one that `tandem start` runs here)')
    .option('--token <token>', 'token (else TANDEM_TOKEN, which other users of the machine cannot see)');
}

/** @throws Failure when the address is none, or there is no token. */
export async function connectApi(options: ConnectionOptions): Promise<ApiClient> {
  const url = await findUrl(options.url);
  const token = options.token ?? process.env['TANDEM_TOKEN'] ?? '';
  if (token === '') {
    throw unusable('No token: set TANDEM_TOKEN, or say --token; `tandem token create` makes one');
  }
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable('The token holds characters that no token has');
  return new ApiClient(url, token);
}

/** Where the API is: as given, or in TANDEM_URL, or the one that runs here. @throws Failure when the address is none */
export async function findUrl(given: string | undefined): Promise<string> {
  const named = given ?? process.env['TANDEM_URL'] ?? '';
  if (named !== '') {
    if (URL.canParse(named) && /^https?:$/.test(new URL(named).protocol)) return named;
    throw unusable(`${JSON.stringify(named)} is no address; one is like http://127.0.0.1:3000`);
  }
  const config = loadConfig();
  const running = await runningFile(resolve(config.dataDir)).read();
  return running?.url ?? `http://127.0.0.1:${config.port}`;
}
