/**
 * Prometheus Alertmanager, as favourable to it as makes sense: alone (no cluster), no waiting before the first
 * notification of a group, and each alert a group of its own (`group_by: ['...']`), so that nothing is held back for
 * others. It keeps alerts in memory only.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { freePort, waitForPort } from '../../support/services.js';

export interface Alertmanager {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  stop(): Promise<void>;
}

const NAMES = ['prometheus-alertmanager', 'alertmanager'];

/** The program on the PATH, or undefined. */
export function findAlertmanager(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function configuration(webhookPort: number): string {
  return [
    'route:',
    '  receiver: webhook',
    "  group_by: ['...']",
    '  group_wait: 0s',
    '  group_interval: 1m',
    '  repeat_interval: 24h',
    'receivers:',
    '  - name: webhook',
    '    webhook_configs:',
    `      - url: http://127.0.0.1:${webhookPort}/`,
    '        send_resolved: false',
    '',
  ].join('\n');
}

export async function startAlertmanager(program: string, webhookPort: number): Promise<Alertmanager> {
  const directory = await mkdtemp(join(tmpdir(), 'tandem-alertmanager-'));
  const config = join(directory, 'alertmanager.yml');
  await writeFile(config, configuration(webhookPort));
  const port = await freePort();
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((done) => child.once('exit', done));
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  await waitForPort(port);
  return {
    pid: child.pid ?? 0,
    port,
    version: await versionOf(program),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      process.off('exit', endWithUs);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function versionOf(program: string): Promise<string> {
  const child = spawn(program, ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((done) => child.once('close', done));
  return /version (\S+)/.exec(said)?.[1]?.replace(/,$/, '') ?? 'unknown';
}
