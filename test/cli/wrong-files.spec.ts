/** What a command does not take, a file of another kind above all: one line says what it is, or what is wanted. No service runs. */
import { STARTEX } from '#domain/kernel/exercise-time.js';
import { commandId } from '#domain/kernel/ids.js';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { answers, ask, chain, pak, SECOND, smallExercise, step } from '#domain/testing/small-exercise.js';
import { recordingOf } from '../replay/recorded.js';
import { Tandem } from './tandem.js';

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/first-ten-minutes.yaml');
const START = {
  id: commandId('c1'),
  at: STARTEX,
  actor: { kind: 'account', id: 'trainer', role: 'controller' },
} as const;

let tandem: Tandem;
const at = (name: string): string => join(tandem.directory, name);

beforeAll(async () => {
  tandem = await Tandem.at(0);
  await tandem.run(['replay', SCENARIO, '--quiet', '--until', '2m', '--out', at('log.ndjson')]);
  const exercise = smallExercise({
    units: [pak('police', answers(20 * SECOND))],
    chain: chain([step('any', [ask('police')])]),
  });
  const recording = recordingOf(exercise, [{ ...START, type: 'StartExercise', data: { speed: 10 } }]);
  await writeFile(at('recording.ndjson'), recording);
  await writeFile(at('chn.ndjson'), '{"kind":"side-export","version":1}\n');
  await writeFile(at('notes.txt'), 'not: this\n');
});

afterAll(() => tandem?.remove());

it.each<[string, readonly string[], RegExp]>([
  ['replay of a log', ['replay', 'log.ndjson'], /log\.ndjson is a log of events; `tandem verify`, `tandem compare`/],
  ['simulate of a log', ['simulate', 'log.ndjson'], /log\.ndjson is a log of events/],
  [
    'simulate of a recording',
    ['simulate', 'recording.ndjson'],
    /A scenario is wanted .* a recording, which has one seed/,
  ],
  ['exercise create of a recording', ['exercise', 'create', 'recording.ndjson'], /A scenario is wanted here/],
  [
    'replay of an export for one side',
    ['replay', 'chn.ndjson'],
    /chn\.ndjson is an export for one side; it cannot be run/,
  ],
  ['simulate of an export for one side', ['simulate', 'chn.ndjson'], /A scenario is wanted .* an export for one side/],
  ['compare of an export for one side', ['compare', 'chn.ndjson', 'log.ndjson'], /is an export for one side/],
  [
    'report of an export for one side',
    ['report', 'chn.ndjson'],
    /chn\.ndjson is an export for one side; .*`tandem verify`/,
  ],
  ['exercise create of an export for one side', ['exercise', 'create', 'chn.ndjson'], /is an export for one side/],
  ['verify of a scenario', ['verify', SCENARIO], /give a log of events.* is a scenario; `tandem replay` runs it/],
  ['verify of a folder', ['verify', '.'], /give a log of events.* is a folder/],
  ['verify of something else', ['verify', 'notes.txt'], /line 1 cannot be read as an event, which is one line of JSON/],
  ['explain of a scenario', ['explain', SCENARIO], /An alert is wanted here, .* is a scenario/],
  ['explain of something else', ['explain', 'notes.txt'], /An alert is wanted here, as JSON or .* is neither/],
  ['explain of a folder', ['explain', '.'], /cannot be read: it is a folder/],
  ['report of what is not there', ['report', 'absent/file'], /absent\/file: there is no such file/],
  [
    'policy set of what is not there',
    ['policy', 'set', 'absent.yaml'],
    /absent\.yaml cannot be read: there is no such file/,
  ],
  [
    'replay into a folder that is not there',
    ['replay', SCENARIO, '--out', 'absent/x'],
    /x cannot be written: there is no such folder/,
  ],
  ['a link degraded by nothing', ['unit', 'link', 'CHN', 'degraded'], /A degraded link needs --latency 20s/],
  [
    'a latency of a link that is down',
    ['unit', 'link', 'CHN', 'down', '--latency', '20s'],
    /--latency and --loss apply to the status degraded only/,
  ],
])('%s', async (_what, args, words) => {
  const places = args.map((arg) => (/^(?:\.|.*\.(?:ndjson|txt)|absent.*)$/.test(arg) ? at(arg) : arg));
  const { code, stderr } = await tandem.run(places, { TANDEM_TOKEN: '' });
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/ENOENT|EISDIR|\.partial|MALFORMED_YAML/);
});
