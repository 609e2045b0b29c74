/** The programs on the page for API clients run: each follows an exercise to its end against a real server. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { Tandem, type RunningTandem } from '../cli/tandem.js';
import { freePort } from '../support/services.js';

jest.setTimeout(120_000);

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/how-to/api-clients.md'), 'utf8');

let folder: string;
let tandem: Tandem;
let started: RunningTandem;
let env: NodeJS.ProcessEnv;

/** The first block of code of a language on the page. */
function block(language: string): string {
  const [, code = ''] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? [];
  return code;
}

async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder, env, timeout: 60_000 });
  return stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-clients-'));
  const scenario = readFileSync(join(root, 'scenarios/first-ten-minutes.yaml'), 'utf8');
  // Three minutes at speed 10, with one unit that waits for the program to answer.
  writeFileSync(
    join(folder, 'drill.yaml'),
    scenario
      .replace(/^duration: .*/m, 'duration: 3m')
      .replace('  - id: rescue\n', '  - id: rescue\n    mode: played\n'),
  );
  writeFileSync(join(folder, 'client.mjs'), block('js'));
  writeFileSync(join(folder, 'client.py'), block('python'));
  const port = await freePort();
  tandem = await Tandem.at(port);
  started = tandem.spawn(['start', '--no-open']);
  const [token] = await started.shows(/tdm_[\w-]{43}/);
  env = { ...tandem.environment(), TANDEM: tandem.url, TOKEN: token };
});

afterAll(async () => {
  started?.interrupt();
  await started?.exit(10_000).catch(() => undefined);
  await tandem.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('the JavaScript opens an exercise, answers for the played unit, and stops at the end', async () => {
  expect(await run(process.execPath, 'client.mjs')).toMatch(/NotificationAcknowledged[\s\S]*ExerciseEnded\n$/);
});

// The project itself needs neither Python nor curl; without them a developer checks the rest, and CI installs them.
const isNeeded = (process.env['CI'] ?? '') !== '';
const withProgram = (name: string) => (isNeeded || spawnSync(name, ['--version']).status === 0 ? it : it.skip);

withProgram('python3')('the Python follows that exercise from its start to its end', async () => {
  const list = await fetch(`${tandem.url}/v1/exercises?status=ended`, {
    headers: { authorization: `Bearer ${env['TOKEN']}` },
  });
  const { items } = (await list.json()) as { items: { id: string }[] };
  const printed = await run('python3', 'client.py', items[0]?.id ?? '');
  expect(printed).toMatch(/^1 0 ExerciseStarted\n[\s\S]*ExerciseEnded\n$/);
});

/** The curl commands of the page, each with its continuation lines. */
function curlCommands(): string[] {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  return blocks.flatMap((code) => code.split(/\n(?=\S)/)).filter((command) => command.startsWith('curl '));
}

withProgram('curl')(
  'the curl commands create an exercise, send an alert, follow it, and acknowledge a notification',
  async () => {
    const [create = '', start = '', send = '', follow = '', acknowledge = '', ...others] = curlCommands();
    expect(others).toEqual([]);
    // An answer with an error status makes curl fail.
    writeFileSync(join(folder, '.curlrc'), 'silent\nshow-error\nfail-with-body\n');
    env = { ...env, CURL_HOME: folder };
    const { id } = JSON.parse(await run('bash', '-c', create)) as { id: string };
    env = { ...env, EXERCISE: id };
    await run('bash', '-c', start);
    expect(JSON.parse(await run('bash', '-c', send))).toMatchObject({ accepted: [expect.any(String)] });

    const stream = spawn('bash', ['-c', `exec ${follow}`], { cwd: folder, env });
    let text = '';
    for await (const chunk of stream.stdout) {
      text += String(chunk);
      if (/NotificationDelivered[^\n]*INC-0001\.N1"/.test(text)) break;
    }
    stream.kill();
    if (stream.exitCode === null && stream.signalCode === null) await once(stream, 'exit');
    expect(text).toContain('"AlertAccepted"');

    const { events } = JSON.parse(await run('bash', '-c', acknowledge)) as { events: { type: string }[] };
    expect(events.map(({ type }) => type)).toContain('NotificationAcknowledged');
  },
);
