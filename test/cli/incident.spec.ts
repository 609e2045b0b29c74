/** What operators do by hand from the command line, and what trainers prepare before STARTEX. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { stringify } from 'yaml';
import { toAuthored } from '#scenario/compile/to-authored.js';
import {
  SAMPLE_UNITS,
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleStep,
} from '#domain/testing/sample-scenario.js';
import { sampleAlert } from '../api/api-bench.js';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

/** Nobody answers by himself. */
const SCENARIO = sampleScenario({
  units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' })),
  policy: samplePolicy({ chains: { standard: sampleChain({ steps: [sampleStep({ requirement: 'all' })] }) } }),
});

let tandem: Tandem;
let running: RunningTandem;
let token: string;
let exercise: string;

const run = (...args: string[]): Promise<Finished> => tandem.run(args, { TANDEM_TOKEN: token });
const post = (alert: object) =>
  tandem.run(['alert', '-', '--exercise', exercise], { TANDEM_TOKEN: token }, JSON.stringify(alert));

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
  running = tandem.spawn(['start', '--no-demo']);
  await running.shows(/No exercise is open/);
  token = (await tandem.run(['token', 'create', '--name', 'Trainer', '--role', 'controller'])).stdout.trim();
  const file = join(tandem.directory, 'scenario.yaml');
  await writeFile(file, stringify({ tandem: 1, ...toAuthored(SCENARIO) }));
  exercise = (await run('exercise', 'load', file)).stdout.trim();
});

afterAll(async () => {
  running.interrupt();
  await running.exit(5_000).finally(() => tandem.remove());
});

describe('tandem unit', () => {
  it('sets units up before STARTEX', async () => {
    expect((await run('unit', 'duty', 'spu', 'off')).stdout).toBe('spu: off duty, played, link up\n');
    expect((await run('unit', 'mode', 'desk', 'remote')).stdout).toBe('desk: on duty, remote, link up\n');
    expect((await run('unit', 'link', 'desk', 'down')).stdout).toBe('desk: on duty, remote, link down\n');
    expect((await run('unit', 'duty', 'spu', 'on')).code).toBe(0);
    expect((await run('exercise', 'list')).stdout).toMatch(new RegExp(`^${exercise} +planned `, 'm'));
    expect((await run('exercise', 'start', exercise, '--speed', '0.1')).code).toBe(0);
    expect((await run('unit', 'list')).stdout).toMatch(/^desk +CHN .* on +remote .* down /m);
  });
});

describe('tandem incident', () => {
  it('lists incidents, also by what is due, and shows one', async () => {
    await post(sampleAlert({ exercise: { site: 'plant' } }));
    await post(sampleAlert({ exercise: { site: 'road', releasability: { class: 'PAK' } } }));
    const list = await run('incident', 'list');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toMatch(/^INC-0001 +open +Severe +none +T\+\S+ +T\+\S+ +plant +standard active /m);
    const due = async (time: string) => (await run('incident', 'list', '--overdue-after', time)).stdout;
    expect([await due('1s'), await due('2h')]).toEqual([
      expect.not.stringContaining('INC-0001'),
      expect.stringContaining('INC-0001'),
    ]);
    const sorted = await run('incident', 'list', '--sort', 'nextStepAt', '--json');
    expect((JSON.parse(sorted.stdout) as { id: string }[]).map(({ id }) => id)).toEqual(['INC-0001', 'PAK-0001']);
    expect(await run('incident', 'list', '--sort', 'colour')).toMatchObject({ code: 2 });
    const shown = await run('incident', 'show', 'INC-0001');
    expect(shown.stdout).toMatch(/^INC-0001: open, Severe, acknowledgement none\n/);
    expect(shown.stdout).toMatch(/^standard +active +1 +1 +T\+/m);
    expect(shown.stdout).toMatch(/^INC-0001\.N1 +police-sindh +respond +delivered +T\+/m);
    expect(await run('incident', 'show', 'INC-0099')).toMatchObject({ code: 2, stdout: '' });
  });

  it('asks a unit by hand, with a reason', async () => {
    const asked = await run('incident', 'ask', 'INC-0001', 'spu', 'respond', '--reason', 'no answer yet');
    expect(asked).toMatchObject({ code: 0, stdout: 'INC-0001: asked spu to respond, notification INC-0001.N3\n' });
    const again = await run('incident', 'ask', 'INC-0001', 'spu', 'respond', '--reason', 'no answer yet');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('ALREADY_ASKED')]);
    const silent = await run('incident', 'ask', 'INC-0001', 'spu', 'inform');
    expect([silent.code, silent.stderr]).toEqual([2, expect.stringContaining('--reason')]);
  });

  it('notes what one has learned, for the own side or for all, and shows it with the incident', async () => {
    expect((await run('incident', 'show', 'INC-0001')).stdout).not.toContain('NOTE ');
    const noted = await run('incident', 'note', 'INC-0001', 'The guard rang:\nall quiet');
    expect(noted).toEqual({
      code: 0,
      stderr: '',
      stdout: 'INC-0001.CONTROL.1: visible to controllers and evaluators\n',
    });
    const shared = await run('incident', 'note', 'INC-0001', 'The road is open', '--shared');
    expect(shared.stdout).toBe('INC-0001.JOINT.1: visible to both sides\n');
    await run('incident', 'note', 'PAK-0001', 'Of another incident');
    const shown = await run('incident', 'show', 'INC-0001');
    expect(shown.stdout.split('\n').slice(-4)).toEqual([
      expect.stringMatching(/^NOTE +AT +BY +FOR +LABEL +TEXT$/),
      expect.stringMatching(
        /^INC-0001\.CONTROL\.1 +T\+\S+ +controller +controllers and evaluators +The guard rang: all quiet$/,
      ),
      expect.stringMatching(/^INC-0001\.JOINT\.1 +T\+\S+ +controller +both sides +TLP:GREEN +The road is open$/),
      '',
    ]);
    const json = await run('incident', 'show', 'INC-0001', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      notes: [{ text: 'The guard rang:\nall quiet' }, { audience: 'JOINT', label: { tlp: 'TLP:GREEN' } }],
    });
    expect(await run('incident', 'note', 'INC-0001', '')).toMatchObject({ code: 2, stdout: '' });
    expect((await run('incident', 'note', 'INC-0099', 'n')).stderr).toContain('NOT_FOUND');
  });

  it('lists the decisions that are on record, once each, with the labels that they carry', async () => {
    const decided = ['--option', 'hold', '--decision', 'hold', '--reason', 'the road is shut', '--shared'];
    const review = ['--review-at', '2099-01-01T09:00:00+05:00'];
    expect((await run('decision', 'record', 'INC-0001', ...decided, ...review)).code).toBe(0);
    await run('label', 'set', 'decision', 'INC-0001.JOINT.D1', '--tlp', 'TLP:CLEAR', '--reason', 'it is known');
    const { stdout } = await run('decision', 'list', '--incident', 'INC-0001');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^DECISION +AT +BY +FOR +LABEL +DECIDED +REASON +OPTIONS$/),
      expect.stringMatching(
        /^INC-0001\.JOINT\.D1 +T\+\S+ +controller +both sides +TLP:CLEAR +hold +the road is shut +hold$/,
      ),
      '',
    ]);
    expect((await run('incident', 'show', 'INC-0001')).stdout).toContain('TLP:CLEAR');
    expect((await run('decision', 'list', '--incident', 'PAK-0001')).stdout).not.toContain('hold');
  });

  it('explains where an incident stands and what can be done', async () => {
    const { code, stdout, stderr } = await run('explain', exercise, '--incident', 'INC-0001');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^EXERCISE INC-0001 at T\+\S+: open, acknowledgement none$/m);
    expect(stdout).toMatch(/^Chain standard, active, next step at T\+00:05:\d\d$/m);
    expect(stdout).toMatch(/^ {2}step 1 of 1, first: needs all to acknowledge, not met yet$/m);
    expect(stdout).toMatch(/^ {4}PAK police-sindh to respond: open, INC-0001\.N1 \(delivered\)$/m);
    const line = `  tandem incident ask INC-0001 spu secure --reason "REASON" --exercise ${exercise}`;
    expect(stdout.split('\n')).toContain(line);
    // It is a command that one can type.
    const asked = await run(...line.trim().replace('"REASON"', 'closest').split(' ').slice(1));
    expect(asked).toMatchObject({ code: 0, stdout: 'INC-0001: asked spu to secure, notification INC-0001.N4\n' });
    const json = await run('explain', exercise, '--incident', 'INC-0001', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ incident: 'INC-0001', status: 'open' });
    expect(await run('explain', exercise, '--incident', 'INC-0099')).toMatchObject({ code: 2, stdout: '' });
    expect((await run('explain', exercise, '--incident', 'INC-0001', '--at', '5m')).stderr).toContain('--at');
  });

  it('starts the next step, and an exhausted chain again', async () => {
    const early = await run('incident', 'restart', 'INC-0001', 'standard');
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('CHAIN_NOT_RESTARTABLE')]);
    const escalated = await run('incident', 'escalate', 'INC-0001', '--chain', 'standard');
    expect(escalated).toMatchObject({ code: 0, stdout: expect.stringContaining('standard exhausted') });
    expect((await run('incident', 'escalate', 'INC-0001')).stderr).toContain('NOTHING_TO_ESCALATE');
    const again = await run('incident', 'restart', 'INC-0001', 'standard', '--reason', 'new shift');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('standard active') });
  });
});

describe('tandem notification', () => {
  it('lists notifications, and answers them', async () => {
    const list = await run('notification', 'list', '--unit', 'spu', '--status', 'delivered,sent');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toMatch(/^INC-0001\.N4 +spu +secure +delivered +T\+/m);
    expect(list.stdout).not.toContain('police-sindh');
    expect(await run('notification', 'list', '--status', 'lost')).toMatchObject({ code: 2, stdout: '' });
    const acknowledged = await run('notification', 'ack', 'INC-0001.N3');
    expect(acknowledged.stdout).toMatch(/^INC-0001\.N3 +spu +respond +acknowledged$/m);
    const declined = await run('notification', 'decline', 'INC-0001.N4', '--reason', 'no car');
    expect(declined.stdout).toMatch(/^INC-0001\.N4 +spu +secure +declined$/m);
    const again = await run('notification', 'decline', 'INC-0001.N4', '--reason', 'no car');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('NOTIFICATION_ENDED')]);
  });
});

describe('tandem incident, to its end', () => {
  it('reports progress, counts a side as having acknowledged, resolves and closes', async () => {
    const moved = await run('incident', 'progress', 'INC-0001', 'spu', 'enRoute');
    expect(moved.stdout).toMatch(/^INC-0001 +responding /m);
    const overridden = await run('incident', 'override', 'INC-0001', 'CHN', '--reason', 'by telephone');
    expect(overridden.stdout).toMatch(/^INC-0001 +responding +\S+ +joint /m);
    expect((await run('incident', 'close', 'INC-0001')).stderr).toContain('INCIDENT_NOT_RESOLVED');
    const resolved = await run('incident', 'resolve', 'INC-0001', '--reason', 'false alarm');
    expect(resolved.stdout).toMatch(/^INC-0001 +resolved /m);
    expect((await run('incident', 'resolve', 'INC-0001')).stderr).toContain('INCIDENT_ALREADY_RESOLVED');
    expect((await run('incident', 'close', 'INC-0001', '--reason', 'all have left')).stdout).toMatch(
      /^INC-0001 +closed /m,
    );
  });
});
