/** `tandem watch` with filters, as an operator uses it on an exercise with a long log. */
import { resolve } from 'node:path';
import { jest } from '@jest/globals';
import type { EventView } from '#contracts/http/events.js';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/first-ten-minutes.yaml');

let tandem: Tandem;
let running: RunningTandem;
let token: string;
let exercise: string;

const run = (...args: string[]): Promise<Finished> => tandem.run(args, { TANDEM_TOKEN: token });

async function command(verb: string, body: unknown = {}): Promise<void> {
  const answer = await fetch(`${tandem.url}/v1/exercises/${exercise}/${verb}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

/** The events that are shown of what has happened. */
async function shown(...options: string[]): Promise<EventView[]> {
  const { code, stdout, stderr } = await run('watch', exercise, '--no-follow', '--json', ...options);
  expect([code, stderr]).toEqual([0, '']);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventView);
}

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
  running = tandem.spawn(['start', '--no-demo']);
  await running.shows(/No exercise is open/);
  token = (await tandem.run(['token', 'create', '--name', 'Trainer', '--role', 'controller'])).stdout.trim();
  exercise = (await run('exercise', 'load', SCENARIO)).stdout.trim();
  await command('start', { speed: 0.1 });
  await command('run-to', { to: 8 * 60_000 });
  await command('speed', { speed: 200 });
  // It pauses by itself, so that the log stands still.
  await running.shows(/PAUSED/);
});

afterAll(async () => {
  running.interrupt();
  await running.exit(5_000).finally(() => tandem.remove());
});

it('shows what has happened, and ends', async () => {
  const all = await shown();
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  expect(all.at(-1)?.type).toBe('ExercisePaused');
  const { stdout } = await run('watch', exercise, '--no-follow');
  expect(stdout).toMatch(/^EXERCISE .*\n(T\+.*\n|\s.*\n)*T\+\S+ +PAUSED/);
});

it('filters by incident, type, side, site and severity', async () => {
  const all = await shown();
  const opened = all.find(({ type }) => type === 'IncidentOpened');
  const { incident, site, severity } = (opened?.data ?? {}) as Record<string, string>;
  const ofIncident = all.filter(({ data }) => data['incident'] === incident);
  expect(await shown('--incident', incident ?? '')).toEqual(ofIncident);
  expect(await shown('--type', 'IncidentOpened', '--type', 'ExerciseStarted')).toEqual(
    all.filter(({ type }) => ['IncidentOpened', 'ExerciseStarted'].includes(type)),
  );
  const atSite = await shown('--site', site ?? '', '--severity', severity ?? '', '--type', 'IncidentOpened');
  expect(atSite).toContainEqual(opened);
  const chinese = await shown('--side', 'CHN', '--type', 'NotificationAcknowledged');
  expect(chinese.length).toBeGreaterThan(0);
  expect(chinese.every(({ data }) => data['side'] === 'CHN')).toBe(true);
  const wrong = await run('watch', exercise, '--site', 'nowhere', '--no-follow');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('no such site')]);
});

it('begins at a time, and still knows what the incidents of before are about', async () => {
  const all = await shown();
  const later = all.filter(({ at }) => at >= 90_000);
  expect(await shown('--since', 'T+00:01:30')).toEqual(later);
  const { incident, site = '' } = (all.find(({ type }) => type === 'IncidentOpened')?.data ?? {}) as Record<
    string,
    string
  >;
  const about = await shown('--since', 'T+00:01:30', '--site', site);
  expect(about.length).toBeGreaterThan(0);
  expect(about).toEqual(later.filter(({ data }) => data['incident'] === incident));
  expect((await shown('--since', '24h')).length).toBe(all.length);
});

it('shows names, or ids where they are asked for', async () => {
  const units = (await run('unit', 'list')).stdout;
  const asked = async (...more: string[]): Promise<string> =>
    (await run('watch', exercise, '--no-follow', '--type', 'NotificationAcknowledged', ...more)).stdout;
  const [, id = ''] = /(?:PAK|CHN) (\S+): /.exec(await asked('--ids')) ?? [];
  expect(units).toContain(id);
  expect(await asked()).not.toContain(` ${id}:`);
});

it('goes on with what is new, filtered, and rings the bell at it', async () => {
  const watching = tandem.spawn(['watch', exercise, '--type', 'exercise', '--bell', '--json'], { TANDEM_TOKEN: token });
  await watching.shows(/"type":"ExercisePaused"/);
  expect(watching.stderr).toBe('');
  await command('resume');
  await watching.shows(/"type":"ExerciseResumed"/);
  await command('end');
  expect(await watching.exit(10_000)).toBe(0);
  expect(watching.stdout).not.toContain('Incident');
  expect(watching.stderr.length).toBeGreaterThan(0);
  expect(watching.stderr.replaceAll('\u0007', '')).toBe('');
});
