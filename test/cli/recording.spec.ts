/** `tandem replay` and `tandem verify` of files: recordings and logs that are whole, cut short, changed, or of another time. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TimedCommand } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { alert } from '#domain/testing/deeds.js';
import { answers, ask, chain, MINUTE, pak, SECOND, smallExercise, step } from '#domain/testing/small-exercise.js';
import { SideExportWriter } from '#log/write-recording.js';
import { recordingOf } from '../replay/recorded.js';
import { Tandem, type Finished } from './tandem.js';

const TRAINER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };
const OPERATOR: Actor = { kind: 'account', id: 'operator', role: 'operator', side: 'PAK' };
const SCENARIO = smallExercise({
  units: [pak('police', answers(20 * SECOND))],
  chain: chain([step('any', [ask('police')])]),
});
const COMMANDS = [
  { id: 'c1', at: 0, actor: TRAINER, type: 'StartExercise', data: { speed: 10 } },
  { id: 'c2', at: MINUTE, actor: TRAINER, ...alert().command },
  { id: 'c3', at: 2 * MINUTE, actor: TRAINER, type: 'SetSpeed', data: { speed: 20 } },
  {
    id: 'c4',
    at: 3 * MINUTE,
    actor: OPERATOR,
    type: 'NoteIncident',
    data: { incident: 'INC-0001', text: 'All quiet' },
  },
] as TimedCommand[];
const TEXT = recordingOf(SCENARIO, COMMANDS);

let tandem: Tandem;
let folder: string;

beforeAll(async () => {
  tandem = await Tandem.at(0);
  folder = await mkdtemp(join(tmpdir(), 'tandem-recording-'));
});

afterAll(async () => {
  await tandem.remove();
  await rm(folder, { recursive: true, force: true });
});

async function file(text: string): Promise<string> {
  const path = join(folder, 'one.recording.ndjson');
  await writeFile(path, text);
  return path;
}

async function run(command: 'replay' | 'verify', text: string, ...more: string[]): Promise<Finished> {
  return tandem.run([command, await file(text), ...more]);
}

describe('a recording', () => {
  it('replays to the log that was recorded, and says so', async () => {
    const { code, stdout, stderr } = await run('replay', TEXT);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/T\+00:01:00 INC-0001 OPENED/);
    expect(stdout).toMatch(/T\+00:03:00 INC-0001 note +.*by an operator of PAK: All quiet \[PAK only\]$/m);
    expect(stdout).toMatch(/^The same log as recorded of EX-recorded\.$/m);
    const end = JSON.parse(TEXT.trimEnd().split('\n').at(-1) ?? '') as { hash: string };
    expect(stdout).toContain(`hash ${end.hash}`);
  });

  it('can be replayed to a time, and to a file, whose log verifies', async () => {
    const out = join(folder, 'events.ndjson');
    const cut = await run('replay', TEXT, '--until', '90s', '--json', '--out', out);
    expect(cut.code).toBe(0);
    const { events, hash, recorded } = JSON.parse(cut.stdout) as Record<string, unknown>;
    expect(recorded).toMatchObject({ exercise: 'EX-recorded', isSame: true, until: 90_000 });
    const { stdout, stderr } = await run('replay', TEXT, '--until', '90s', '--quiet');
    expect(stdout).toMatch(/^The same as recorded of EX-recorded as far as T\+00:01:30: \d+ of \d+ events\.$/m);
    expect(stderr).toBe('');
    const beyond = await run('replay', TEXT, '--until', '20h', '--quiet');
    expect(beyond.stderr).toMatch(
      /^tandem: --until T\+20:00:00: the recording ends at T\+\S+; it ran as far as that$/m,
    );
    expect(beyond.stdout).toContain('The same log as recorded');
    const verified = await tandem.run(['verify', out, '--hash', String(hash)]);
    expect(verified.stdout).toBe(`${out}: intact, ${String(events)} events, hash ${String(hash)}\n`);
    expect(verified.code).toBe(0);
  });

  it('of which the rules make another log is told with the first event that differs; exit code 1', async () => {
    const slower = recordingOf(SCENARIO, COMMANDS, (line) =>
      line.kind === 'command' && line.type === 'SetSpeed' ? { ...line, data: { speed: 30 } } : line,
    );
    for (const command of ['replay', 'verify'] as const) {
      const { code, stdout } = await run(command, slower);
      expect(stdout).toMatch(/NOT the log that was recorded .*event \d+ \(SpeedChanged at T\+00:02:00\) is the first/);
      expect(code).toBe(1);
    }
  });

  it.each([
    [
      'cut short',
      (text: string) => text.slice(0, -40),
      /line 7: the recording breaks off within this line.*RECORDING_TRUNCATED/,
    ],
    [
      'cut between two lines',
      (text: string) => text.split('\n').slice(0, 3).join('\n') + '\n',
      /breaks off after this line/,
    ],
    ['changed by hand', (text: string) => text.replace('"speed":20', '"speed":21'), /line 4 does not match its seal/],
    [
      'of another version',
      (text: string) => text.replace('"version":2', '"version":9'),
      /version 9; this Tandem reads version 2/,
    ],
    [
      'of another engine',
      () => recordingOf(SCENARIO, COMMANDS, (line) => (line.kind === 'recording' ? { ...line, engine: 1 } : line)),
      /made by engine version 1; this Tandem has version \d+.*\(RECORDING_ENGINE\)/,
    ],
  ])('that is %s cannot be used; exit code 2', async (_how, change, message) => {
    for (const command of ['replay', 'verify'] as const) {
      const { code, stdout, stderr } = await run(command, change(TEXT));
      expect(stderr).toMatch(message);
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    }
  });

  it('that is sealed well and still is no exercise is refused without a stack trace', async () => {
    const odd = recordingOf(SCENARIO, COMMANDS, (line) =>
      line.kind === 'command' && line.order === 2 ? ({ ...line, data: {} } as typeof line) : line,
    );
    const { code, stderr } = await run('replay', odd, '--quiet');
    expect(stderr).toMatch(/what was recorded cannot be run/);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });

  it('takes no other seed', async () => {
    const { code, stderr } = await run('replay', TEXT, '--seed', 'other');
    expect(stderr).toMatch(/--seed: a recording has its own seed/);
    expect(code).toBe(2);
  });
});

describe('a log of events', () => {
  it('in which an event was changed does not verify, and is told which', async () => {
    const out = join(folder, 'changed.ndjson');
    const scenario = resolve('scenarios/first-ten-minutes.yaml');
    await tandem.run(['replay', scenario, '--quiet', '--out', out]);
    const lines = (await readFile(out, 'utf8')).split('\n');
    await writeFile(out, lines.with(4, (lines[4] ?? '').replace('"at":', '"at":1')).join('\n'));
    const { code, stdout } = await tandem.run(['verify', out]);
    expect(stdout).toMatch(/NOT intact: line 5: event 5 \(\w+\) was changed/);
    expect(code).toBe(1);
  });

  it('that is none, and a file that is not there, are refused', async () => {
    const other = await file('{"seq":1}\n');
    expect(await tandem.run(['verify', other])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/line 1 is no event/),
    });
    const absent = await tandem.run(['verify', join(folder, 'absent.ndjson')]);
    expect(absent).toMatchObject({ code: 2, stderr: expect.stringMatching(/no such file/) });
  });
});

describe('an export for one side', () => {
  const writer = new SideExportWriter();
  const said = { at: 0, wall: '2026-11-28T18:00:00.000Z', type: 'ExerciseEnded', data: {}, cause: { timer: 'clock' } };
  const events = [1, 2].map((seq) => ({ seq, ...said, actor: { kind: 'engine' }, audience: 'JOINT' }));
  const lines = [
    writer.head({
      kind: 'side-export',
      version: 1,
      marking: 'EXERCISE',
      exercise: 'EX-one',
      side: 'PAK',
      label: { class: 'PAK', tlp: 'TLP:AMBER' },
      labels: ['TLP:AMBER', 'TLP:GREEN'],
      includesRed: false,
      status: 'ended',
      events: events.length,
      withheld: 0,
      engine: 1,
      made: '2026-11-28T19:00:00.000Z',
      madeBy: 'Tandem 0',
      salt: '0'.repeat(32),
      scenario: { id: 's', title: { en: 'S' } },
    }),
    ...events.map((event) => writer.event(JSON.stringify(event))),
    writer.end(),
  ];

  it.each([
    ['whole', lines, 0, /intact, 2 events, hash [0-9a-f]{64}\nEXERCISE EX-one \(ended\) as PAK sees it/],
    ['changed', lines.with(1, (lines[1] ?? '').replace('"at":0', '"at":1')), 1, /NOT intact: line 2 does not match/],
    ['cut', lines.slice(0, 3), 1, /NOT intact: line 3: the export breaks off after this line.*RECORDING_TRUNCATED/],
    ['doubled', lines.toSpliced(1, 0, lines[1] ?? ''), 1, /NOT intact: line 3 does not match its seal/],
  ])('that is %s is told as such, without a server', async (_how, text, code, words) => {
    const verified = await run('verify', text.join(''));
    expect([verified.code, verified.stdout, verified.stderr]).toEqual([code, expect.stringMatching(words), '']);
  });

  it('is not replayed, and it is said why', async () => {
    const { code, stderr } = await run('replay', lines.join(''));
    expect(stderr).toMatch(/is an export for one side; it cannot be run, because what the other side did is not in it/);
    expect(code).toBe(2);
  });
});
