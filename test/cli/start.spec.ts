/** The first day of a newcomer: `tandem start` on an empty folder, stopped, started again, killed, started once more. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { EventView } from '#contracts/http/events.js';
import { FollowLog } from '../../apps/cli/src/client/follow-log.js';
import { freePort } from '../support/services.js';
import { eventually, kill, Tandem, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

const STOP_MS = 5_000;
const OPENED = /^T\+\d\d:\d\d:\d\d INC-\d{4} OPENED {6}\S/m;

let tandem: Tandem;
let token: string;
let exercise: string;

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
});

afterAll(() => tandem.remove());

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(tandem.url + path, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(tandem.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const alert = (identifier: string) => ({
  identifier,
  sender: 'desk@exercise.example',
  sent: '2026-11-23T09:00:00+05:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Public',
  info: [
    {
      category: ['Geo'],
      event: 'Tremor',
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
      headline: `Tremor ${identifier}`,
    },
  ],
  exercise: { site: 'tangri-mine' },
});

/** The processes of API and worker, as the start tells them. */
async function processesOf(running: RunningTandem): Promise<{ api: number; worker: number }> {
  const [, api, worker] = await running.shows(/API \(process (\d+)\) and worker \(process (\d+)\) are ready/);
  return { api: Number(api), worker: Number(worker) };
}

async function expectNothingLeft(): Promise<void> {
  await eventually(() => tandem.processes().length === 0, 1_000, `${tandem.processes().join()} ended`);
}

describe('a busy port', () => {
  it('is told by its number and its setting, before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await tandem.run(['start'], { PORT: String(port) });
    await new Promise((done) => other.close(done));
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^tandem: Port ${port} on 127.0.0.1 is in use.* PORT[^\n]*\n$`));
    expect(readdirSync(tandem.directory)).toEqual([]);
  });
});

describe('a setting that cannot be used', () => {
  it('stops the start with its name', async () => {
    const { code, stderr } = await tandem.run(['start'], { SWEEP_INTERVAL_MS: 'often' });
    expect(code).toBe(2);
    expect(stderr).toContain('SWEEP_INTERVAL_MS=often');
    expect(stderr).not.toMatch(/ {4}at /);
  });
});

describe('the first start', () => {
  let running: RunningTandem;

  it('brings everything up, tells the address, and shows a token', async () => {
    running = tandem.spawn(['start', '--every', '0.5', '--speed', '60']);
    const address = await running.shows(/Address +(\S+)/);
    token = (await running.shows(/Token +(tdm_[\w-]{43})\s/))[1] ?? '';
    exercise = (await running.shows(/demonstration (EX-\w+) opened/))[1] ?? '';
    expect(address[1]).toBe(tandem.url);
    expect(running.stdout).toContain('EXERCISE');
  });

  it('shows a link that signs a controller in, once', async () => {
    const [, key] = await running.shows(/Console +http:\/\/\S+\/#\/welcome\?key=(tdl_[\w-]{43})\s/);
    const redeem = () =>
      fetch(`${tandem.url}/v1/session/one-time`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      });
    const answer = await redeem();
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ role: 'controller', name: 'first controller', by: 'session' }),
    ]);
    expect((await redeem()).status).toBe(410);
  });

  it('feeds the demonstration and shows what happens, within 120 columns and without colours', async () => {
    await running.shows(OPENED);
    await running.shows(/^T\+\S+ INC-\d{4} asks {8}(PAK|CHN) \S/m);
    await running.shows(/^T\+\S+ INC-\d{4} (partial ack|JOINT ACK) {1,4}\S/m);
    for (const line of running.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    expect(running.stdout).not.toContain('\u001b');
  });

  it('keeps its secrets to its owner', () => {
    for (const name of ['tokens.json', 'running.json']) {
      expect(statSync(join(tandem.directory, name)).mode & 0o077).toBe(0);
    }
    expect(readFileSync(join(tandem.directory, 'tokens.json'), 'utf8')).not.toContain(token);
  });

  it('takes an alert the whole way to the terminal and to a socket', async () => {
    const seen: EventView[] = [];
    const follower = new FollowLog({
      url: tandem.url,
      token,
      exercise,
      onEvents: (events) => seen.push(...events),
    }).start();
    try {
      const answer = await post(`/v1/exercises/${exercise}/alerts`, alert('whole-way'));
      expect(answer.status).toBe(202);
      const { accepted } = (await answer.json()) as { accepted: string[] };
      const isOurs = ({ type, data }: EventView): boolean =>
        type === 'AlertAccepted' && data['alertId'] === accepted[0];
      await eventually(() => seen.some(isOurs), 10_000, 'the alert is accepted');
      const incident = String(seen.find(isOurs)?.data['incident']);
      await eventually(
        () => seen.some(({ type, data }) => type === 'NotificationAcknowledged' && data['incident'] === incident),
        20_000,
        'a unit has acknowledged',
      );
      expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
      await running.shows(/Tremor whole-way/);
    } finally {
      follower.close();
    }
  });

  it('stops with Ctrl-C within five seconds, the demonstration paused, and leaves nothing running', async () => {
    const pids = tandem.processes();
    running.interrupt();
    expect(await running.exit(STOP_MS)).toBe(0);
    expect(running.stdout).toMatch(/^T\+\S+ +PAUSED/m);
    if (process.platform === 'linux') expect(pids.length).toBeGreaterThan(3);
    await expectNothingLeft();
  });
});

describe('the next start', () => {
  let running: RunningTandem;
  let pids: { api: number; worker: number };

  it('goes on where the first stopped, and does not show the token again', async () => {
    running = tandem.spawn(['start', '--every', '0.5']);
    const [, same] = await running.shows(/demonstration (EX-\w+) continued/);
    await running.shows(/tandem token create/);
    await running.shows(/^T\+\S+ +RESUMED/m);
    pids = await processesOf(running);
    expect(same).toBe(exercise);
    expect(running.stdout).not.toContain('tdm_');
    // Whoever starts it gets in, each time.
    await running.shows(/Console +http:\/\/\S+\/#\/welcome\?key=tdl_/);
    await running.shows(OPENED);
    const { items } = await get<{ items: { id: string; speed: number }[] }>('/v1/exercises');
    expect(items).toMatchObject([{ id: exercise, speed: 60 }]);
    const { events } = await get<{ events: EventView[] }>(`/v1/exercises/${exercise}/events?type=ExerciseStarted`);
    expect(events).toHaveLength(1);
  });

  it('does not share its folder with another one', async () => {
    const { code, stderr } = await tandem.run(['start'], { PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(stderr).toMatch(/is in use by process \d+/);
    await get('/health/ready');
    // The commands still find the one that runs.
    const listed = await tandem.run(['exercise', 'list'], { TANDEM_TOKEN: token });
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringContaining(exercise)]);
  });

  it('starts a process again that dies', async () => {
    const from = running.stdout.length;
    kill(pids.worker, 'SIGKILL');
    await running.shows(/Worker ended \(SIGKILL\).*started again/, 5_000, from);
    await running.shows(OPENED, 30_000, running.stdout.length);
  });

  it('leaves no API and no worker when it is killed', async () => {
    const isApp = (pid: number): boolean => /\/bin\/(api|worker)\.js/.test(readCommand(pid));
    expect(tandem.processes().some(isApp)).toBe(process.platform === 'linux');
    process.kill(running.pid, 'SIGKILL');
    await running.exit(STOP_MS);
    await eventually(() => !tandem.processes().some(isApp), STOP_MS, 'API and worker have ended');
  });
});

function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe('the start after a kill', () => {
  let running: RunningTandem;

  it('goes on', async () => {
    running = tandem.spawn(['start', '--every', '0.5']);
    await running.shows(new RegExp(`demonstration ${exercise} continued`));
    await running.shows(OPENED);
  });

  it('stops within five seconds even when API and worker are frozen', async () => {
    const { api, worker } = await processesOf(running);
    kill(api, 'SIGSTOP');
    kill(worker, 'SIGSTOP');
    running.interrupt();
    expect(await running.exit(STOP_MS)).toBe(0);
    await expectNothingLeft();
  });

  it('is forced by a second Ctrl-C', async () => {
    running = tandem.spawn(['start', '--no-demo']);
    const { api, worker } = await processesOf(running);
    await running.shows(/Showing exercise/);
    kill(api, 'SIGSTOP');
    kill(worker, 'SIGSTOP');
    running.interrupt();
    await running.shows(/Ctrl-C again/);
    running.interrupt();
    expect(await running.exit(1_000)).toBe(130);
    await eventually(() => tandem.processes().length === 0, STOP_MS, 'all have ended');
  });
});
