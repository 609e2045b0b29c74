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
  const isTold = { ...told, log: { ...told.log, verify: expect.arrayContaining([expect.any(String)]) } };
  expect(JSON.parse(ofScenario.stdout)).toEqual(isTold);
  expect(replayed.stdout).toContain(`hash ${told.log.headHash}`);
});

describe('what a report says to verify its log', () => {
  /** Types what the report says, as its reader would; a log that it keeps is put beside the others. */
  async function verified(text: string): Promise<string> {
    const told = [...text.matchAll(/^`(tandem [^`]+)`$/gm)].map(([, command = '']) => command.split(' ').slice(1));
    expect(told.length).toBeGreaterThan(0);
    let said = '';
    for (const words of told) {
      const args = words.map((word) => (word === 'site-security.ndjson' ? join(tandem.directory, word) : word));
      const { code, stdout, stderr } = await tandem.run(args);
      expect([args[0] === 'verify' ? code : 0, stderr]).toEqual([0, '']);
      said = stdout;
    }
    return said;
  }

  it('holds of the log of a file, whatever seed it was run with', async () => {
    const other = join(tandem.directory, 'other-seed.ndjson');
    await tandem.run(['replay', SCENARIO, '--seed', 'b', '--quiet', '--out', other]);
    const { stdout } = await report(other, '--scenario', SCENARIO, '--format', 'md');
    expect(stdout).toContain(`\`tandem verify ${other} --hash `);
    expect(await verified(stdout)).toContain(`${other}: intact`);
  });

  it('holds of a scenario, with the seed that it was run with: the log can be made again, and kept', async () => {
    const { stdout } = await report(SCENARIO, '--seed', 'b', '--format', 'md');
    expect(stdout).toContain(`\`tandem replay --quiet ${SCENARIO} --seed b --out site-security.ndjson\``);
    expect(await verified(stdout)).toContain('intact');
  });

  it('fails for another log', async () => {
    const { stdout } = await report(SCENARIO, '--seed', 'b', '--format', 'md');
    const hash = /--hash (\S+)`/.exec(stdout)?.[1] ?? '';
    expect(await tandem.run(['verify', log, '--hash', hash])).toMatchObject({ code: 1 });
  });
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
      expect(exported).toMatchObject({ code: 2, stderr: expect.stringContaining(`"${name}" is not an id`) });
    }
  });

  it('another seed for what has its own', async () => {
    for (const [source, why] of [
      [log, 'a log is of a finished run'],
      ['EX-some', 'an exercise keeps the seed'],
    ] as const) {
      const { code, stderr } = await report(source, '--seed', 'b', '--scenario', SCENARIO);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`--seed: ${why}`)]);
    }
  });

  it('a name that says no format, and a file that is neither', async () => {
    expect(await report(SCENARIO, '--out', join(tandem.directory, 'report.pdf'))).toMatchObject({ code: 2 });
    const odd = await changed('odd.txt', () => ['neither']);
    expect(await report(odd)).toMatchObject({ code: 2, stderr: expect.stringContaining('give a scenario') });
  });
});
