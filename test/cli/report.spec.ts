/** `tandem report` on files, as an evaluator uses it after a rehearsal: no service runs beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { Tandem } from './tandem.js';

jest.setTimeout(60_000);

const shipped = (name: string): string => resolve(import.meta.dirname, '../../scenarios', name);
const SCENARIO = shipped('site-security.yaml');

let tandem: Tandem;
let log: string;

beforeAll(async () => {
  tandem = await Tandem.at(0);
  log = join(tandem.directory, 'events.ndjson');
  await tandem.run(['replay', SCENARIO, '--quiet', '--out', log]);
});

afterAll(() => tandem?.remove());

const report = (...args: string[]) => tandem.run(['report', ...args]);

it('a scenario is run and reported in the form that the name of the file says', async () => {
  const forms = { html: '<!doctype html>', md: '# Alarm at a site gate', json: '"marking": "EXERCISE"' };
  for (const [form, sign] of Object.entries(forms)) {
    const out = join(tandem.directory, `report.${form}`);
    expect(await report(SCENARIO, '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await readFile(out, 'utf8')).toContain(sign);
  }
});

it('its log gives the same report, and the hash that the replay told', async () => {
  const [ofScenario, ofLog, replayed] = await Promise.all([
    report(SCENARIO, '--format', 'json'),
    report(log, '--scenario', SCENARIO, '--format', 'json'),
    tandem.run(['replay', SCENARIO, '--quiet']),
  ]);
  const told = JSON.parse(ofLog.stdout) as { log: { headHash: string } };
  expect(told).toEqual(JSON.parse(ofScenario.stdout));
  expect(replayed.stdout).toContain(`hash ${told.log.headHash}`);
});

describe('what cannot be used ends with 2 and one clear line:', () => {
  async function changed(name: string, change: (lines: string[]) => string[]): Promise<string> {
    const file = join(tandem.directory, name);
    await writeFile(file, change((await readFile(log, 'utf8')).split('\n')).join('\n'));
    return file;
  }

  it.each([
    [
      'a log that was edited',
      (lines: string[]) => lines.with(4, lines[4]!.replace('"at":', '"at":1')),
      /: line 5: event 5 .* was changed/,
    ],
    [
      'a log that lacks a line',
      (lines: string[]) => lines.toSpliced(6, 1),
      /: line 7: event 8 .* stands where event 7 is expected/,
    ],
    [
      'a log that is cut off',
      (lines: string[]) => [...lines.slice(0, 9), lines[9]!.slice(0, 40)],
      /: line 10 cannot be read/,
    ],
    ['a file of something else', () => ['{"no":"event"}'], /: line 1 is no event/],
    ['an empty file', () => [], /holds no event/],
  ])('%s', async (name, change, said) => {
    const file = await changed(`${name.replaceAll(' ', '-')}.ndjson`, change);
    const { code, stdout, stderr } = await report(file, '--scenario', SCENARIO);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a log without its scenario, or with another one', async () => {
    expect(await report(log)).toMatchObject({ code: 2, stderr: expect.stringContaining('add --scenario FILE') });
    const other = await report(log, '--scenario', shipped('convoy.yaml'));
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('is a log of the scenario site-security') });
  });

  it('an empty name, and a name that would be lost from an address', async () => {
    expect(await report('')).toMatchObject({ code: 2, stderr: expect.stringContaining('An empty name is no source') });
    for (const name of ['', '..']) {
      const exported = await tandem.run(['export', name, '--token', 'tdm_x']);
      expect(exported).toMatchObject({ code: 2, stderr: expect.stringContaining(`"${name}" is no id`) });
    }
  });

  it('a name that says no format, and a file that is neither', async () => {
    expect(await report(SCENARIO, '--out', join(tandem.directory, 'report.pdf'))).toMatchObject({ code: 2 });
    const odd = await changed('odd.txt', (lines) => lines);
    expect(await report(odd)).toMatchObject({ code: 2, stderr: expect.stringContaining('give a scenario') });
  });
});
