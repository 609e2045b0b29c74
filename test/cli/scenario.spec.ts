/** What a trainer asks the server before and during an exercise: the library, and a forecast. */
import { jest } from '@jest/globals';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(120_000);

let tandem: Tandem;
let running: RunningTandem;
let token: string;

const run = (...args: string[]): Promise<Finished> => tandem.run(args, { TANDEM_TOKEN: token });

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
  running = tandem.spawn(['start', '--no-demo']);
  await running.shows(/No exercise is open/);
  token = (await tandem.run(['token', 'create', '--name', 'Trainer', '--role', 'controller'])).stdout.trim();
});

afterAll(async () => {
  running.interrupt();
  await running.exit(5_000).finally(() => tandem.remove());
});

it('shows the library, and opens an exercise from it, whose forecast it makes', async () => {
  const list = await run('scenario', 'list');
  expect(list.stdout).toMatch(/^SCENARIO +DURATION +PAK \+ CHN +SITES +INJECTS +TITLE\n/);
  expect(list.stdout).toMatch(/^site-security +\S+ +\d+ \+ \d+ +\d+ +\d+ +\S/m);
  const shown = await run('scenario', 'show', 'site-security');
  expect(shown.stdout).toMatch(/^site-security: /);
  expect(shown.stdout).toMatch(/^T\+\d\d:\d\d:\d\d +[\w-]+ +alert +(JOINT|PAK|CHN)\b/m);
  expect(JSON.parse((await run('scenario', 'show', 'site-security', '--json')).stdout)).toMatchObject({
    id: 'site-security',
  });

  const { stdout: source } = await run('scenario', 'show', 'site-security', '--source');
  const loaded = await tandem.run(['exercise', 'load', '-'], { TANDEM_TOKEN: token }, source);
  const exercise = loaded.stdout.trim();
  expect(exercise).toMatch(/^EX-/);
  expect((await run('exercise', 'start', exercise)).code).toBe(0);
  const forecast = await run('forecast', exercise, '--runs', '100');
  expect(forecast.stdout).toMatch(
    new RegExp(`^FORECAST of ${exercise} at T\\+\\d\\d:\\d\\d:\\d\\d if nobody acts: \\d+ runs`),
  );
  expect(forecast.stdout).toMatch(/^EXPECTATION +MET +MISSED +N\/A\n/m);
});

it('says what is wrong', async () => {
  expect(await run('scenario', 'show', 'none')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('(NOT_FOUND)'),
  });
  expect(await run('scenario', 'show', '..')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('".." is not an id'),
  });
  expect(await run('forecast', 'EX-none', '--runs', '5')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('from 100 to 1000'),
  });
  const wrong = await tandem.run(['scenario', 'list'], { TANDEM_TOKEN: 'tdm_wrong' });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('`tandem token create` makes a token') });
  const nobody = await tandem.run(['scenario', 'list', '--url', 'http://127.0.0.1:1'], { TANDEM_TOKEN: token });
  expect(nobody.stderr).toContain('The API at http://127.0.0.1:1 cannot be reached');
});
