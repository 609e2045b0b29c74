/** `tandem replay` as a tester uses it: a file in, a timeline, verdicts and a hash out. No service runs beside it. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { canonicalJson } from '#log/canonical-json.js';
import { chainHash, GENESIS_HASH } from '#log/hash-chain.js';
import { Tandem, type Finished } from './tandem.js';

jest.setTimeout(60_000);

const SHIPPED = resolve(import.meta.dirname, '../../scenarios/first-ten-minutes.yaml');

/** The alert at T+00:01; police acknowledge after 1 to 3 minutes, as the seed has it; the consulate is silent. */
const SCENARIO = `
tandem: 1
id: short
title: { en: A short one (exercise) }
duration: 10m
sites:
  - id: camp
    name: { en: Camp }
    kind: camp
    province: Sindh
    consularDistrict: Karachi
    position: { lat: 25, lon: 68 }
    nationals: { PAK: 10, CHN: 5 }
units:
  - id: police
    name: { en: Police }
    side: PAK
    kind: provincial-police
    jurisdiction: { provinces: [Sindh] }
    authority: [respond]
    behaviour:
      acknowledge: { kind: uniform, min: 1m, max: 3m }
      enRoute: { kind: fixed, time: 1h }
      onScene: { kind: fixed, time: 1h }
      clear: { kind: fixed, time: 1h }
  - id: consulate
    name: { en: Consulate }
    side: CHN
    kind: consulate
    jurisdiction: { consularDistricts: [Karachi] }
    authority: [consular]
    behaviour:
      silentChance: 1
      acknowledge: { kind: fixed, time: 1m }
      enRoute: { kind: fixed, time: 1h }
      onScene: { kind: fixed, time: 1h }
      clear: { kind: fixed, time: 1h }
policy:
  id: policy
  version: 1
  correlationWindow: 10m
  route: { id: default, chain: joint }
  chains:
    joint:
      steps:
        - id: first-call
          targets: [{ unit: police, action: respond }, { unit: consulate, action: consular }]
          requirement: each-side
          ackWithin: 5m
      expireAfter: 30m
injects:
  - id: accident
    at: T+00:01
    alert:
      headline: { en: 'A "lorry" & a bus <collided>' }
      event: { en: Road accident }
      category: Transport
      urgency: Immediate
      severity: Moderate
      certainty: Observed
      site: camp
  - id: call
    when: { unacknowledged: { incident: accident, side: CHN, for: 4m } }
    message: { text: { en: The consulate is asked by telephone } }
expectations:
EXPECTATIONS
`;

const MET =
  '  - { id: police-ack, acknowledged: { incident: accident, side: PAK }, within: { time: 3m, incident: accident } }';
const MISSED = "  - { id: both, title: { en: 'Both & <each>' }, jointAcknowledgement: accident, before: T+00:09 }";
const SOON = '  - { id: soon, jointAcknowledgement: accident, before: T+00:02 }';
const NEVER = '  - { id: never, resolved: accident, before: T+00:00:30 }';

let tandem: Tandem;

beforeAll(async () => {
  tandem = await Tandem.at(0);
});

afterAll(() => tandem.remove());

async function scenario(name: string, ...expectations: string[]): Promise<string> {
  const file = join(tandem.directory, name);
  await writeFile(file, SCENARIO.replace('EXPECTATIONS', expectations.join('\n')));
  return file;
}

const replay = (...args: string[]): Promise<Finished> => tandem.run(['replay', ...args]);

function hashOf({ stdout }: Finished): string {
  return /hash ([0-9a-f]{64})$/m.exec(stdout)?.[1] ?? 'no hash';
}

describe('tandem replay', () => {
  it('tells what happens, judges it, and gives the hash of the log; 0 when all is met', async () => {
    const { code, stdout, stderr } = await replay(await scenario('met.yaml', MET));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^EXERCISE A short one/);
    expect(stdout).toMatch(/T\+00:01:00 INC-0001 OPENED +Moderate Transport at camp/);
    expect(stdout).toMatch(/T\+00:05:00 +message +The consulate is asked by telephone/);
    expect(stdout).toMatch(/T\+00:10:00 +ENDEX/);
    expect(stdout).toMatch(/^met +police-ack: PAK acknowledges accident$/m);
    expect(stdout).toMatch(/^Expectations: 1 met, 0 missed, 0 not judged; 100 % by weight$/m);
    expect(stdout).toMatch(/^\d+ events, seed short, hash [0-9a-f]{64}$/m);
    expect(code).toBe(0);
  });

  it('ends with 1 when an expectation is missed', async () => {
    const { code, stdout } = await replay(await scenario('missed.yaml', MET, MISSED), '--quiet');
    expect(stdout).toMatch(/^MISSED +both: Both & <each>\n +it did not happen \(by T\+00:08:59\.999\); event \d+$/m);
    expect(stdout).toContain('Expectations: 1 met, 1 missed, 0 not judged; 50 % by weight');
    expect(code).toBe(1);
  });

  it('tells the weight of an expectation that has one, and that it could not run beyond ENDEX', async () => {
    const heavy = MISSED.replace('id: both,', 'id: both, weight: 3,');
    const { stdout, stderr } = await replay(await scenario('weight.yaml', MET, heavy), '--until', 'T+09:00');
    expect(stdout).toMatch(/^ +it did not happen .*; event \d+; weight 3$/m);
    expect(stdout).toContain('25 % by weight');
    expect(stdout).toMatch(/STARTEX +scenario short, in virtual time$/m);
    expect(stderr).toBe('tandem: --until T+09:00:00: the exercise is over at T+00:10:00; it ran as far as that\n');
  });

  it('gives the same log each time, and another with another seed', async () => {
    const file = await scenario('seeds.yaml', MET);
    const [first, again, other] = await Promise.all([
      replay(file),
      replay(file, '--quiet'),
      replay(file, '--seed', 'another'),
    ]);
    expect(first.stdout.endsWith(again.stdout)).toBe(true);
    expect(again.stdout).not.toContain('ENDEX');
    expect(hashOf(other)).not.toBe(hashOf(first));
    expect(other.stdout).toContain('seed another');
  });

  it('stops where --until says, and leaves open what it cannot judge', async () => {
    const file = await scenario('until.yaml', MET, MISSED);
    const [until, clock] = await Promise.all([replay(file, '--until', 'T+00:05'), replay(file, '--until', '5m')]);
    expect(until.stdout).not.toContain('ENDEX');
    expect(until.stdout).toContain('the run ended before it could be judged');
    expect(until.stdout).toContain('Expectations: 1 met, 0 missed, 1 not judged');
    expect(until.stderr).toBe('tandem: 1 expectation was not judged: the run ended at T+00:05:00\n');
    expect(clock).toEqual(until);
    expect(until.code).toBe(3);
    // What is missed counts for more; what does not apply counts for nothing.
    const missed = await scenario('until-missed.yaml', MISSED, SOON);
    expect(await replay(missed, '--until', '5m')).toMatchObject({ code: 1, stderr: '' });
    const never = await scenario('does-not-apply.yaml', MET, NEVER);
    expect(await replay(never)).toMatchObject({ code: 0, stderr: '' });
    expect((await replay(never, '--quiet')).stdout).toContain('1 met, 0 missed, 0 not judged, 1 not applicable');
  });

  it('writes the log, whose hashes follow from it', async () => {
    const out = join(tandem.directory, 'events.ndjson');
    const told = await replay(await scenario('out.yaml', MET), '--quiet', '--out', out);
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    let hash = GENESIS_HASH;
    lines.forEach((line, index) => {
      const event = JSON.parse(line) as Record<'data' | 'cause' | 'actor', unknown> & {
        seq: number;
        at: number;
        type: string;
        audience: string;
        hash: string;
      };
      const { seq, at, type, audience } = event;
      const [data, cause, actor] = [event.data, event.cause, event.actor].map(canonicalJson) as [
        string,
        string,
        string,
      ];
      expect(seq).toBe(index + 1);
      hash = chainHash(hash, { seq, at, type, audience, data, cause, actor });
      expect(event.hash).toBe(hash);
    });
    expect(told.stdout).toContain(`${lines.length} events, seed short, hash ${hash}`);
  });

  it('answers programs in JSON and build servers in JUnit XML', async () => {
    const junit = join(tandem.directory, 'report.xml');
    const file = await scenario('json.yaml', MET, MISSED);
    const { code, stdout } = await replay(file, '--json', '--junit', junit);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      marking: 'EXERCISE',
      scenario: 'short',
      seed: 'short',
      until: 600_000,
      hash: hashOf(await replay(file)),
      counts: { met: 1, missed: 1, 'not-applicable': 0, unjudged: 0 },
      score: 0.5,
      expectations: [
        { id: 'police-ack', judgement: 'met', reason: 'happened' },
        { id: 'both', judgement: 'missed', reason: 'did-not-happen', deadline: 539_999 },
      ],
    });
    const report = await readFile(junit, 'utf8');
    expect(report).toContain('tests="2" failures="1" errors="0" skipped="0"');
    expect(report).toContain('name="both: Both &amp; &lt;each&gt;"');
    expect(report.match(/<failure /g)).toHaveLength(1);
  });

  it('refuses what it cannot use with 2, says where, and writes nothing', async () => {
    const bad = join(tandem.directory, 'bad.yaml');
    await writeFile(bad, SCENARIO.replace('EXPECTATIONS', MET).replace('at: T+00:01', 'at: soon'));
    const good = await scenario('good.yaml', MET);
    const folder = join(tandem.directory, 'folder');
    await mkdir(folder);
    const out = join(tandem.directory, 'never.ndjson');
    const refused: [string[], RegExp][] = [
      [[bad, '--out', out], /bad\.yaml:\d+:\d+: error: /],
      [[join(tandem.directory, 'absent.yaml')], /absent\.yaml cannot be read/],
      [[good, '--until', 'noon'], /--until noon: give a time/],
      [[good, '--seed', ''], /--seed: give a text/],
      [[good, '--out', join(tandem.directory, 'no-such', 'x.ndjson')], /cannot be written/],
      [[good, '--out', folder], /cannot be written/],
      [[good, '--junit', folder], /cannot be written/],
      [[good, '--no-such'], /unknown option/],
    ];
    for (const [args, words] of refused) {
      const { code, stderr, stdout } = await replay(...args, '--quiet');
      expect(stderr).toMatch(words);
      expect(stderr).not.toMatch(/\n +at /);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect((await readdir(tandem.directory)).filter((name) => /never|partial/.test(name))).toEqual([]);
  });

  it('replays the scenario that ships', async () => {
    const { code, stdout } = await replay(SHIPPED, '--quiet');
    expect(stdout).toMatch(/\d+ met, 0 missed, 0 not judged/);
    expect(code).toBe(0);
  });
});

describe('tandem replay of several files', () => {
  it('runs those that a pattern in quotes names, and sums up; what cannot be used does not keep the others from running', async () => {
    await mkdir(join(tandem.directory, 'suite'));
    await scenario('suite/a.yaml', MET);
    await scenario('suite/b.yaml', MET, MISSED);
    await writeFile(join(tandem.directory, 'suite', 'c.yaml'), 'tandem: 1\nid: x\ncolour: red\n');
    const junit = join(tandem.directory, 'suite.xml');
    const all = await replay(join(tandem.directory, 'suite', '*.yaml'), '--quiet', '--junit', junit, '--seed', 's');
    expect(all.code).toBe(2);
    expect(all.stderr).toMatch(/c\.yaml:3:1: error: /);
    expect(all.stdout.match(/^== .*$/gm)).toHaveLength(3);
    expect(all.stdout).toContain('3 files: 1 with every expectation met, 1 with one missed');
    const report = await readFile(junit, 'utf8');
    expect(report).toContain('tests="4" failures="1" errors="1" skipped="0"');
    expect(report).toMatch(/name="both: [^"]*" file="[^"]*b\.yaml" line="67"/);
    expect(report).toMatch(/<property name="line" value="\d+"\/>\n *<property name="seed" value="s"\/>/);
    expect(report).toMatch(/<property name="hash" value="[0-9a-f]{64}"\/>/);
    expect(report).toMatch(/<error message="[^"]*c\.yaml:1:1: error/);
    const two = await replay(join(tandem.directory, 'suite', '{a,b}.yaml'), '--json');
    expect([two.code, JSON.parse(two.stdout)]).toMatchObject([1, [{ counts: { met: 1 } }, { counts: { missed: 1 } }]]);
    const out = await replay(join(tandem.directory, 'suite', '{a,b}.yaml'), '--out', 'x');
    expect([out.code, out.stderr]).toEqual([2, expect.stringContaining('--out holds the log of one file')]);
  });

  it('reads the standard input, and writes to the standard output; the rest goes to the standard error', async () => {
    const text = await readFile(await scenario('piped.yaml', MET), 'utf8');
    const piped = await tandem.run(['replay', '-', '--out', '-'], {}, text);
    expect([piped.code, hashOf({ ...piped, stdout: piped.stderr })]).toEqual([
      0,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    const lines = piped.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: number; hash: string });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.at(-1)?.hash).toBe(hashOf({ ...piped, stdout: piped.stderr }));
    const junit = await tandem.run(['replay', '-', '--junit', '-', '--quiet'], {}, text);
    expect(junit.stdout).toMatch(/^<\?xml [\s\S]*<\/testsuites>\n$/);
    expect(junit.stderr).toContain('1 met, 0 missed');
    const wrong = await tandem.run(['replay', '-', '--junit', '-'], {}, text.replace('duration: 10m', 'duration: x'));
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/standard-input:\d+:\d+: error: /)]);
    expect(wrong.stdout).toContain('errors="1"');
    expect((await replay(SHIPPED, '--out', '-', '--junit', '-')).stderr).toContain('Only one of --out and --junit');
  });

  it('runs with another policy', async () => {
    const file = await scenario('policy.yaml', MISSED);
    const policy = join(tandem.directory, 'other-policy.yaml');
    const [, own = ''] = /^(policy:\n[\s\S]*?)^injects:/m.exec(SCENARIO) ?? [];
    await writeFile(
      policy,
      own
        .replace('version: 1', 'version: 2')
        .replace(', { unit: consulate, action: consular }', '')
        .replace('each-side', 'any'),
    );
    const [first, second] = [await replay(file, '--quiet'), await replay(file, '--quiet', '--policy', policy)];
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(hashOf(second)).not.toBe(hashOf(first));
    const bad = await replay(file, '--policy', join(tandem.directory, 'no-policy.yaml'));
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('no-policy.yaml')]);
  });

  it('shows only the lines that hold a text', async () => {
    const file = await scenario('grep.yaml', MET);
    const lines = (await replay(file, '--grep', 'CONSULATE')).stdout
      .split('\n')
      .filter((line) => line.startsWith('T+'));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.toLowerCase()).toContain('consulate');
    expect((await replay(file, '--grep', 'NotificationAcknowledged')).stdout).toMatch(
      /^T\+\S+ INC-0001 \S+ +PAK police/m,
    );
    expect((await replay(file, '--grep', 'x', '--quiet')).stderr).toContain('--grep selects lines of the timeline');
  });
});

const itOnLinux = existsSync('/dev/full') ? it : it.skip;

itOnLinux.each(['replay', 'report'])('%s into an output that cannot be written is no failed exercise', (command) => {
  const full = openSync('/dev/full', 'w');
  const main = resolve(import.meta.dirname, '../../dist/bin/tandem.js');
  const { status, stderr } = spawnSync(process.execPath, [main, command, SHIPPED], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect([status, stderr.toString()]).toEqual([
    2,
    expect.stringMatching(/^tandem: the standard output cannot be written: /),
  ]);
});

it('the program can be run by its name after each build', () => {
  expect(statSync(resolve(import.meta.dirname, '../../dist/bin/tandem.js')).mode & 0o111).toBe(0o111);
});

it('writes over nothing that it reads or writes', async () => {
  const file = await scenario('own.yaml', MET);
  const before = await readFile(file, 'utf8');
  for (const outputs of [
    ['--out', file],
    ['--junit', file],
    ['--out', 'one.out', '--junit', './one.out'],
  ]) {
    const { code, stderr } = await replay(file, ...outputs);
    expect([code, stderr]).toEqual([2, expect.stringContaining('must not be the same')]);
    expect(await readFile(file, 'utf8')).toBe(before);
  }
});
