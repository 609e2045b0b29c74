/** `tandem simulate` and `tandem compare` as a tester uses them. No service runs beside them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import type { TimedCommand } from '#domain/kernel/command.js';
import { scenarioInput } from '../../apps/cli/src/files/scenario-input.js';
import { recordingOf } from '../replay/recorded.js';
import { Tandem, type Finished } from './tandem.js';

jest.setTimeout(120_000);

const scenario = (name: string): string => resolve(import.meta.dirname, '../../scenarios', name);
const SITE = scenario('site-security.yaml');

const command = (id: string, at: number, deed: object): TimedCommand =>
  ({ id, at, actor: { kind: 'account', id: 'trainer', role: 'controller' }, ...deed }) as TimedCommand;

let tandem: Tandem;
beforeAll(async () => {
  tandem = await Tandem.at(0);
});
afterAll(() => tandem.remove());

const path = (name: string): string => join(tandem.directory, name);
async function json(...args: readonly string[]): Promise<Finished & { readonly report: Record<string, unknown> }> {
  const finished = await tandem.run([...args, '--json']);
  return { ...finished, report: JSON.parse(finished.stdout) as Record<string, unknown> };
}

describe('tandem simulate', () => {
  it('gives the same figures however many threads run it', async () => {
    const one = await json('simulate', SITE, '--runs', '23', '--threads', '1');
    const three = await json('simulate', SITE, '--runs', '23', '--threads', '3');
    expect(one.code).toBe(0);
    expect(three.report).toEqual(one.report);
    expect(one.report).toMatchObject({ marking: 'EXERCISE', runs: 23, seed: 'site-security-1' });
  });

  it('runs what replay runs with the same seed', async () => {
    const { report } = await json('simulate', SITE, '--runs', '1', '--seed', 'one');
    const { report: replayed } = await json('replay', SITE, '--seed', 'one/1');
    const [{ events, expectations }] = report['policies'] as [
      { events: number; expectations: { id: string; met: number }[] },
    ];
    expect(events).toBe(replayed['events']);
    const verdicts = replayed['expectations'] as { id: string; judgement: string }[];
    expect(expectations.map(({ id, met }) => [id, met])).toEqual(
      verdicts.map(({ id, judgement }) => [id, judgement === 'met' ? 1 : 0]),
    );
  });

  it('finds a policy that waits for an hour to be worse, and one that is the same no different', async () => {
    const policy = await readFile(scenario('shared/policy.yaml'), 'utf8');
    const slow = policy.replaceAll(/ackWithin: \w+/g, 'ackWithin: 1h');
    expect(slow).not.toBe(policy);
    await writeFile(path('slow.yaml'), slow);
    const worse = await json('simulate', SITE, '--runs', '60', '--policy', path('slow.yaml'));
    expect(worse.report['comparison']).toMatchObject({ verdict: 'first-better' });
    const same = await json('simulate', SITE, '--runs', '60', '--policy', scenario('shared/policy.yaml'));
    expect(same.report['comparison']).toMatchObject({ verdict: 'may-be-chance', score: { mean: 0, p: 1 } });
  });

  it('finds that the outcome is worse without the release that the script makes', async () => {
    const early = scenario('early-warning.yaml');
    const { report } = await json('simulate', early, '--runs', '40', '--without', 'approve-release');
    const [shared, kept] = report['policies'] as { expectations: { id: string; met: number }[]; without?: string[] }[];
    const metIn = (one: typeof shared, id: string) =>
      one?.expectations.find((expectation) => expectation.id === id)?.met;
    expect(kept?.without).toEqual(['approve-release']);
    expect([metIn(shared, 'china-knows'), metIn(kept, 'china-knows')]).toEqual([40, 0]);
    expect([metIn(shared, 'nobody-to-fetch'), metIn(kept, 'nobody-to-fetch')]).toEqual([40, 0]);
    expect(report['comparison']).toMatchObject({ verdict: 'first-better' });
  });

  it('finds that the declined release has its price, and that the source is safe either way', async () => {
    const source = scenario('sensitive-source.yaml');
    const { report } = await json('simulate', source, '--runs', '40', '--without', 'chn-declines');
    const [declined, released] = report['policies'] as { expectations: { id: string; met: number }[] }[];
    const met = (one: typeof declined, id: string) =>
      one?.expectations.find((expectation) => expectation.id === id)?.met;
    expect([met(declined, 'pak-knows-in-time'), met(released, 'pak-knows-in-time')]).toEqual([0, 40]);
    expect([met(declined, 'pak-has-tear-line'), met(released, 'pak-has-tear-line')]).toEqual([40, 40]);
  });

  it.each([
    [['--without', 'approve-relase'], 'has no inject "approve-relase"'],
    [['--runs', '0'], '--runs 0: give a whole number from 1 to 1000000'],
    [['--runs', 'many'], '--runs many'],
    [['--threads', '0'], '--threads 0'],
    [['--policy', 'absent.yaml'], 'absent.yaml cannot be read: there is no such file'],
    [['--policy', scenario('demonstration-alerts.json')], 'holds no policy that fits site-security'],
  ])('refuses %j', async (options, message) => {
    const { code, stderr, stdout } = await tandem.run(['simulate', SITE, ...options]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const running = tandem.spawn([
      'simulate',
      scenario('full-day.yaml'),
      '--runs',
      '100000',
      '--out',
      path('out.json'),
    ]);
    const isAtWork = async (): Promise<boolean> =>
      (await readdir(tandem.directory)).some((name) => name.startsWith('out.json'));
    while (!(await isAtWork())) await new Promise((done) => setImmediate(done));
    running.interrupt();
    await running.exit(20_000);
    expect((await readdir(tandem.directory)).filter((name) => name.startsWith('out.json'))).toEqual([]);
  });
});

describe('tandem compare', () => {
  beforeAll(async () => {
    await tandem.run(['replay', SITE, '--quiet', '--out', path('a.ndjson')]);
  });

  it('finds a recorded log and its scenario the same, with their figures', async () => {
    const { code, stdout } = await tandem.run(['compare', path('a.ndjson'), SITE, '--scenario', SITE]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The same log: .*\nThe same course: /m);
    expect(stdout).toMatch(/to joint acknowledgement +\S+, \S+ \(1 of 1\)/);
    expect(stdout).toMatch(/Expectation joint +met +met/);
  });

  it('shows the first difference first, and says by its exit code that there is one', async () => {
    const { code, report } = await json('compare', path('a.ndjson'), SITE, '--seed', 'other');
    expect(code).toBe(1);
    const [first] = report['differences'] as [unknown];
    expect(first).toMatchObject({ parts: ['data'], isOfCourse: true, a: { seq: 1, type: 'ExerciseStarted' } });
    expect(report).toMatchObject({ isSame: false, course: { isSame: false } });
  });

  it('shows for two seeds the first difference in what happened, and lists the first differences, or all', async () => {
    const { stdout } = await tandem.run(['compare', path('a.ndjson'), SITE, '--seed', 'other']);
    expect(stdout).toMatch(
      /^Not the same course: .* The first difference in what happened:\n- event \d+.*: .* differs?\n {2}A T\+/m,
    );
    expect(stdout).not.toMatch(/happened:\n- event 1:/);
    expect(stdout).toContain('  data.seed: A "site-security-1" · B "other"\n');
    expect(stdout).not.toMatch(/\ds\d+ms/);
    expect(stdout).toMatch(
      /^\d+ differences, \d+ of them in what happened; showing the first 5 \(--all shows all\):$/m,
    );
    const { report } = await json('compare', path('a.ndjson'), SITE, '--seed', 'other', '--all');
    expect(report['differences']).toHaveLength(Number(report['different']));
    expect(Number(report['different'])).toBeGreaterThan(5);
  });

  it('tells a run that somebody led from its scenario by who ran it, not by what happened; --course goes by that', async () => {
    const led = recordingOf(scenarioInput(SITE), [
      command('c1', 0, { type: 'StartExercise', data: { speed: 10 } }),
      command('c2', 60_000, { type: 'PauseExercise', data: {} }),
      command('c3', 60_000, { type: 'ResumeExercise', data: {} }),
    ]);
    await writeFile(path('led.ndjson'), led);
    const { code, stdout } = await tandem.run(['compare', path('led.ndjson'), SITE]);
    expect(code).toBe(1);
    expect(stdout).toContain('Not the same log');
    expect(stdout).toContain('The same course');
    expect(stdout).toMatch(/- event 1: actor, cause, data differ \(how it was run, not what happened\)/);
    expect(stdout).toMatch(/- event \d+ of A is missing in B .*\n {2}A .*PAUSED/);
    expect(await tandem.run(['compare', path('led.ndjson'), SITE, '--course'])).toMatchObject({ code: 0 });
    const other = ['compare', path('led.ndjson'), SITE, '--seed', 'other', '--course'];
    expect(await tandem.run(other)).toMatchObject({ code: 1 });
  });

  it('says which log ends first', async () => {
    const lines = (await readFile(path('a.ndjson'), 'utf8')).split('\n');
    await writeFile(path('short.ndjson'), lines.slice(0, 20).join('\n'));
    const { code, stdout } = await tandem.run(['compare', path('a.ndjson'), path('short.ndjson')]);
    expect(code).toBe(1);
    expect(stdout).toContain('is missing in B');
    expect(stdout).toMatch(/The first difference in what happened:\n- event 21 of A is missing in B\n/);
    expect(stdout).toMatch(/· B \S+ \(20 events\)$/m);
  });

  it.each([
    [
      'a changed event',
      (text: string) => text.replace('"speed":1', '"speed":2'),
      ':1: event 1 does not match its hash',
    ],
    ['a missing event', (text: string) => text.replace(/\n.*\n/, '\n'), ':2: it is event 3; event 2 should follow'],
    ['a cut line', (text: string) => text.slice(0, 400), 'it is no event'],
    ['no file', undefined, 'cannot be read'],
  ])('refuses %s', async (name, edit, message) => {
    const file = path(`${name.replaceAll(' ', '-')}.ndjson`);
    if (edit) await writeFile(file, edit(await readFile(path('a.ndjson'), 'utf8')));
    const { code, stderr } = await tandem.run(['compare', path('a.ndjson'), file]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
