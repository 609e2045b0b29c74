/** Ctrl-C pauses every running exercise, and the next start says which, and how to resume each. */
import { resolve } from 'node:path';
import { jest } from '@jest/globals';
import { freePort } from '../support/services.js';
import { Tandem, type RunningTandem } from './tandem.js';

jest.setTimeout(120_000);

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/site-security.yaml');

let tandem: Tandem;
let token: string;

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
});

afterAll(() => tandem.remove());

const run = async (...args: string[]): Promise<string> =>
  (await tandem.run(args, { TANDEM_TOKEN: token })).stdout.trim();

async function start(): Promise<RunningTandem> {
  const running = tandem.spawn(['start', '--no-demo']);
  await running.shows(/Stop +Ctrl-C[\s\S]*(Showing exercise|No exercise is open)/);
  return running;
}

it('pauses what runs, leaves alone what stands, and lists what it paused until it is resumed', async () => {
  const first = await start();
  token = await run('token', 'create', '--name', 'Trainer', '--role', 'controller');
  const ids: string[] = [];
  for (let number = 0; number < 3; number++) ids.push(await run('exercise', 'load', SCENARIO));
  const [one = '', two = '', three = ''] = ids;
  for (const id of ids) await run('exercise', 'start', id, '--speed', '0.1');
  await run('exercise', 'pause', three);
  first.interrupt();
  expect(await first.exit(5_000)).toBe(0);
  expect(first.stdout).toContain(`Paused exercise ${one}.`);
  expect(first.stdout).not.toContain(`Paused exercise ${three}.`);

  const second = await start();
  for (const id of [one, two]) {
    expect(second.stdout).toContain(`npx tandem exercise resume ${id}`);
    const log = await run('watch', id, '--no-follow', '--type', 'exercise', '--json');
    expect(log.split('\n').at(-1)).toContain('"type":"ExercisePaused"');
  }
  expect(second.stdout).not.toContain(`resume ${three}`);
  await run('exercise', 'resume', one);
  await run('exercise', 'end', two, '--yes');
  await run('exercise', 'end', two);
  second.interrupt();
  expect(await second.exit(5_000)).toBe(0);

  const third = await start();
  expect(third.stdout).toContain(`npx tandem exercise resume ${one}`);
  expect(third.stdout).not.toContain(`resume ${two}`);
  third.interrupt();
  expect(await third.exit(5_000)).toBe(0);
});
