/** Thresholds, a moved inject and an explanation, from files alone. No service runs beside them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { Tandem, type Finished } from './tandem.js';

jest.setTimeout(60_000);

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/first-ten-minutes.yaml');

let tandem: Tandem;
beforeAll(async () => {
  tandem = await Tandem.at(0);
});
afterAll(() => tandem.remove());

const run = (...args: string[]): Promise<Finished> => tandem.run(args);

async function file(name: string, text: string): Promise<string> {
  const path = join(tandem.directory, name);
  await writeFile(path, text);
  return path;
}

it('simulate ends with 4 when a threshold is not reached, and says by how much', async () => {
  const simulate = (...more: string[]) => run('simulate', SCENARIO, '--runs', '20', ...more);
  const good = await simulate('--expect', 'joint>=0.1', '--expect', 'exhausted<=5');
  expect([good.code, good.stdout]).toEqual([0, expect.stringMatching(/^joint>=0\.1: reached, [\d.]+$/m)]);
  const bad = await simulate('--expect', 'joint>=0.1', '--expect', 'joint.p50<=1s', '--json');
  expect(bad.code).toBe(4);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    thresholds: [
      { text: 'joint>=0.1', isReached: true },
      { text: 'joint.p50<=1s', isReached: false, value: expect.any(Number) },
    ],
  });
  const wrong = await simulate('--expect', 'luck>=1');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('there is no figure luck')]);
  expect((await run('simulate', '--help')).stdout).toMatch(/joint>=0\.9[\s\S]*met:ID[\s\S]*exhausted/);
});

it('compare of one moved inject says so first, then what followed', async () => {
  const text = await readFile(SCENARIO, 'utf8');
  const moved = await file('moved.yaml', text.replace('at: T+00:01', 'at: T+00:02'));
  const { code, stdout } = await run('compare', SCENARIO, moved);
  expect(code).toBe(1);
  const [, , first] = stdout.split('\n');
  expect(first).toBe('Inject accident was moved from T+00:01:00 to T+00:02:00. What followed:');
  expect(stdout).toContain('Not the same course');
  expect((await run('compare', SCENARIO, SCENARIO)).stdout).not.toContain('was moved');
  const renamed = await file(
    'more.yaml',
    text.replace('at: T+00:01', 'at: T+00:02').replace('ackWithin: ', 'ackWithin: 1'),
  );
  expect((await run('compare', SCENARIO, renamed)).stdout).not.toContain('was moved');
});

it('explain takes an alert and a scenario without an API', async () => {
  const alert = {
    identifier: 'one',
    sender: 'desk@exercise.example',
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Public',
    info: [{ category: ['Transport'], event: 'A', urgency: 'Immediate', severity: 'Severe', certainty: 'Observed' }],
    exercise: { site: 'willow-camp' },
  };
  const path = await file('alert.json', JSON.stringify(alert));
  const { code, stdout, stderr } = await run('explain', path, '--scenario', SCENARIO);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/everything matches[\s\S]*Chain joint, by route everything/);
  const later = await run('explain', path, '--scenario', SCENARIO, '--at', '5m', '--json');
  expect(JSON.parse(later.stdout)).toMatchObject({ at: 300_000, policy: { id: 'first-policy' } });
  const nowhere = await file('nowhere.json', JSON.stringify({ ...alert, exercise: { site: 'nowhere' } }));
  const refused = await run('explain', nowhere, '--scenario', SCENARIO);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/nowhere\.json: .*not in the scenario/)]);
});

it('answers for its version before it loads anything', async () => {
  const { version } = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(await run('--version')).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
});
