/** How a trainer directs an exercise from the command line, beside a `tandem start`. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/simultaneous-link-outage.yaml');

let tandem: Tandem;
let running: RunningTandem;
let token: string;
let exercise: string;

const run = (...args: string[]): Promise<Finished> => tandem.run(args, { TANDEM_TOKEN: token });

async function file(name: string, text: string): Promise<string> {
  const path = join(tandem.directory, name);
  await writeFile(path, text);
  return path;
}

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

describe('tandem exercise', () => {
  it('loads a scenario with what it includes, and starts it', async () => {
    const loaded = await run('exercise', 'create', SCENARIO, '--seed', 'x');
    expect(loaded).toMatchObject({ code: 0, stderr: '' });
    exercise = loaded.stdout.trim();
    expect((await run('exercise', 'start', exercise, '--speed', '0.1')).stdout).toContain('running');
  });

  it('tells the faults of a scenario by file, line and column, and opens nothing', async () => {
    const wrong = await run('exercise', 'create', await file('wrong.yaml', 'tandem: 1\nid: x\ncolour: red\n'));
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/wrong\.yaml:3:1: error: .*colour.* \(UNKNOWN_FIELD\)/);
    const sent = await tandem.run(
      ['exercise', 'create', '-'],
      { TANDEM_TOKEN: token },
      'tandem: 1\nid: x\ncolour: red\n',
    );
    expect(sent.code).toBe(2);
    expect(sent.stderr).toMatch(/Line \d+, column \d+/);
  });

  it('steps from one due time to the next, and runs to a time', async () => {
    expect((await run('exercise', 'pause', exercise)).stdout).toContain('paused');
    const stepped = await run('exercise', 'step', exercise);
    expect(stepped).toMatchObject({ code: 0, stderr: '' });
    expect(stepped.stdout).toMatch(/: paused at T\+00:0\d:\d\d, /);
    const beyond = await run('exercise', 'run-to', exercise, 'T+09:00');
    expect(beyond).toMatchObject({ code: 0, stdout: expect.stringContaining('running') });
    expect(beyond.stderr).toMatch(
      /^warning: to: .* T\+09:00:00: the exercise ends at T\+.* \(WAIT_BEYOND_EXERCISE\)\n$/,
    );
    expect((await run('exercise', 'run-to', exercise, 'off')).stdout).toContain('running');
    expect((await run('exercise', 'step', exercise)).stderr).toMatch(/EXERCISE_NOT_PAUSED/);
    expect(await run('exercise', 'run-to', exercise, 'noon')).toMatchObject({ code: 2 });
    await run('exercise', 'pause', exercise);
  });
});

describe('tandem exercise without an id', () => {
  it('takes the only one that has not ended, and says which', async () => {
    const paused = await run('exercise', 'pause');
    expect([paused.code, paused.stdout]).toEqual([1, '']);
    expect(paused.stderr).toMatch(new RegExp(`^Exercise ${exercise}  paused  \\S`));
    expect(paused.stderr).toContain('EXERCISE_NOT_RUNNING');
    const marked = await run('exercise', 'run-to', 'T+00:59');
    expect(marked).toMatchObject({ code: 0, stdout: expect.stringContaining(`${exercise}: running`) });
    expect((await run('exercise', 'speed', '0.2')).stdout).toContain(`${exercise}: running`);
    await run('exercise', 'pause');
    expect((await run('exercise', 'speed')).stderr).toContain("missing required argument 'n'");
  });

  it('lists them where there are several, and does nothing until one is named or selected', async () => {
    const other = (await run('exercise', 'create', SCENARIO)).stdout.trim();
    const unclear = await run('exercise', 'resume');
    expect(unclear).toMatchObject({ code: 2, stdout: '' });
    const rows = [`${other}  planned  \\S`, `${exercise}  paused   \\S`].join('.*\\n');
    expect(unclear.stderr).toMatch(new RegExp(`2 exercises have not ended\\. Name one of them, .*:\\n${rows}`));
    await run('exercise', 'start', other);
    const unconfirmed = await run('exercise', 'end', other);
    expect(unconfirmed).toMatchObject({ code: 2, stdout: '' });
    expect(unconfirmed.stderr).toMatch(new RegExp(`Confirmation is needed: End the exercise ${other} .*add --yes`));

    const selected = await run('use', other);
    expect(selected).toMatchObject({ code: 0, stderr: '' });
    expect(selected.stdout).toMatch(new RegExp(`^${other} is selected at ${tandem.url}: \\S`));
    expect((await run('exercise', 'show')).stdout).toMatch(
      new RegExp(`^Exercise +${other}\\n[^]*^Status +running$`, 'm'),
    );
    expect(JSON.parse((await run('exercise', 'show', exercise, '--json')).stdout)).toMatchObject({ id: exercise });
    expect((await run('use', 'EX-none')).stderr).toContain('NOT_FOUND');
    expect(JSON.parse((await run('use', '--json')).stdout)).toEqual({ url: tandem.url, exercise: other });
    expect((await run('exercise', 'end', '--yes')).stdout).toContain(`${other}: ended`);
    expect((await run('exercise', 'show')).stdout).toContain(other);
    expect((await run('use', '--clear')).stdout).toContain('No exercise is selected');
    expect((await run('exercise', 'show')).stdout).toContain(exercise);
  });
});

describe('tandem inject', () => {
  it('lists the script, fires, skips and delays', async () => {
    const list = await run('inject', 'list');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    const planned = [...list.stdout.matchAll(/^(\S+) +\w+ +planned +T\+/gm)].map(([, id]) => id ?? '');
    const [first = '', second = ''] = planned.slice(-2);
    expect((await run('inject', 'delay', first, '5m')).stdout).toMatch(/: delayed, next at T\+/);
    const late = await run('inject', 'delay', first, '--to', '9h');
    expect(late.stdout).toMatch(/: delayed, next at T\+09:00:00/);
    expect(late.stderr).toContain(`${first} will not come at T+09:00:00: the exercise ends at `);
    expect((await run('inject', 'skip', second, '--reason', 'too much')).stdout).toMatch(/: skipped$/m);
    expect((await run('inject', 'fire', first)).stdout).toMatch(/: fired, fired at T\+/);
    const again = await run('inject', 'fire', first);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('INJECT_ALREADY_FIRED')]);
    expect((await run('inject', 'fire', 'nothing')).code).toBe(2);
    expect((await run('inject', 'delay', second)).stderr).toContain('--to');
    expect((await run('inject', 'list')).stdout).toMatch(new RegExp(`^${second} +\\w+ +skipped`, 'm'));
    expect((await run('inject', 'show', second)).stdout).toMatch(/^Skipped +T\+\S+, too much$/m);
    expect(JSON.parse((await run('inject', 'show', first, '--json')).stdout)).toMatchObject({
      id: first,
      status: 'fired',
    });
  });

  it('improvises one from a file, whose faults are told by line and column', async () => {
    const good = await file('rain.yaml', 'id: rain\nmessage:\n  text: Heavy rain\n');
    expect((await run('inject', 'improvise', good)).stdout).toMatch(/^rain \(message\): fired, fired at T\+/);
    const bad = await run('inject', 'improvise', await file('bad.yaml', 'duty:\n  unit: nobody\n  status: off\n'));
    expect(bad.code).toBe(2);
    expect(bad.stderr).toMatch(/bad\.yaml:2:9: error: .*nobody.* \(UNKNOWN_UNIT\)/);
  });
});

describe('tandem unit', () => {
  it('lists units, hands one to a person and back, sets duty and links', async () => {
    const unit = /^(\S+) +PAK /m.exec((await run('unit', 'list')).stdout)?.[1] ?? '';
    expect((await run('unit', 'mode', unit, 'played')).stdout).toBe(`${unit}: on duty, played, link up\n`);
    expect((await run('unit', 'mode', unit, 'simulated')).stdout).toContain('simulated');
    expect((await run('unit', 'duty', unit, 'off')).stdout).toContain('off duty');
    const link = ['--latency', '20s', '--loss', '0.3'];
    expect((await run('unit', 'link', unit, 'degraded', ...link)).stdout).toContain('degraded (20s late, 30 % lost)');
    expect((await run('unit', 'list')).stdout).toMatch(new RegExp(`^${unit} +PAK .* off +simulated .*30 % lost`, 'm'));
    expect((await run('unit', 'link', 'CHN', 'down')).stdout).toBe('CHN: link down\n');
    expect((await run('unit', 'show', unit)).stdout).toMatch(/^Duty +off\nMode +simulated$/m);
    expect(JSON.parse((await run('unit', 'show', unit, '--json')).stdout)).toMatchObject({ id: unit, duty: 'off' });
  });

  it('says what is allowed', async () => {
    const wrong = await run('unit', 'mode', 'nobody', 'asleep');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('simulated')]);
    const unknown = await run('unit', 'duty', 'nobody', 'on');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('NOT_FOUND')]);
    expect((await run('unit', 'link', 'CHN', 'degraded', '--loss', 'some')).stderr).toContain('0 to 1');
    expect((await run('unit', 'link', 'CHN', 'degraded')).stderr).toContain('A degraded link needs');
  });
});

describe('tandem policy', () => {
  it('shows the policy, and changes it for incidents to come', async () => {
    const shown = JSON.parse((await run('policy', 'show', '--json')).stdout) as { id: string; version: number };
    const chain = `
policy:
  id: ${shown.id}
  version: ${shown.version + 1}
  correlationWindow: 5m
  route: { id: everything, chain: tell }
  chains:
    tell:
      expireAfter: 10m
      steps:
        - { id: both, requirement: any, ackWithin: 2m, targets: [ { side: PAK, action: inform } ] }
`;
    const set = await run('policy', 'set', await file('policy.yaml', chain));
    expect(set.code).toBe(0);
    expect(set.stdout).toContain(`version ${shown.version + 1}, applies to new incidents`);
    const foreign = chain.replace('version: ', 'version: 9').replace('PAK, action: inform', 'CHN, action: respond');
    const refused = await run('policy', 'set', await file('foreign.yaml', foreign));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/foreign\.yaml:11:\d+: error: .* \(SOVEREIGNTY_RULE\)/);
    expect((await run('policy', 'set', SCENARIO)).code).toBe(2);
  });

  it('shows it as an author writes it; edited, it is taken', async () => {
    const { stdout } = await run('policy', 'show', '--yaml');
    expect(stdout).toMatch(/^policy:\n[\s\S]*ackWithin: \d+[ms]/);
    const [, version = ''] = /^ {2}version: (\d+)$/m.exec(stdout) ?? [];
    const next = Number(version) + 1;
    const set = await run(
      'policy',
      'set',
      await file('edited.yaml', stdout.replace(/version: \d+/, `version: ${next}`)),
    );
    expect(set).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`version ${next}, applies to new incidents`),
    });
    expect((await run('policy', 'show')).stdout).toMatch(
      /^ROUTE +CHAIN +IF$[^]*^CHAIN +STEP .*\ntell +both +any +2m +PAK to inform$/m,
    );
  });

  it('takes the JSON that it shows, as it is and changed', async () => {
    const set = (json: string) => tandem.run(['policy', 'set', '-'], { TANDEM_TOKEN: token }, json);
    const { stdout: shown } = await run('policy', 'show', '--json');
    const same = await set(shown);
    expect(same).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('nothing was changed') });
    const policy = JSON.parse(shown) as { version: number; correlationWindowMs: number };
    const changed = { ...policy, version: policy.version + 1, correlationWindowMs: 7 * 60_000 };
    expect((await set(JSON.stringify(changed))).stdout).toContain(
      `version ${changed.version}, applies to new incidents`,
    );
    const { origin, ...now } = JSON.parse((await run('policy', 'show', '--json')).stdout) as Record<string, unknown>;
    expect({ ...now, origin }).toEqual({ ...changed, origin: { by: 'controller', at: expect.any(Number) } });
    const older = await set(JSON.stringify({ ...changed, correlationWindowMs: 60_000 }));
    expect([older.code, older.stderr]).toEqual([1, expect.stringContaining('POLICY_NOT_NEWER')]);
    const wrong = await set(JSON.stringify({ ...changed, correlationWindowMs: 'soon' }));
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('correlationWindowMs')]);
  });

  it('is proposed by one side and approved by the other; the own one of a side stays its own', async () => {
    const commander = async (side: string) =>
      (await tandem.run(['token', 'create', '--role', 'commander', '--side', side, '--name', side])).stdout.trim();
    const [pak, chn] = [await commander('PAK'), await commander('CHN')];
    const as = (who: string, ...args: string[]) => tandem.run(['policy', ...args], { TANDEM_TOKEN: who });
    const { stdout } = await as(pak, 'show', '--for', 'JOINT', '--yaml');
    const path = await file('proposed.yaml', stdout.replace(/version: \d+/, 'version: 40'));
    expect((await as(pak, 'propose', path, '--reason', 'ask both')).stdout).toContain(
      'POL-0001 waits for the other side\n',
    );
    expect((await as(chn, 'proposals')).stdout).toMatch(/^POL-0001 +PAK +\S+ 40 +waiting +\S+ +ask both$/m);
    expect((await as(chn, 'proposal', 'POL-0001')).stdout).toMatch(/^Version +40$/m);
    expect((await as(pak, 'approve', 'POL-0001')).stderr).toContain('PROPOSER_CANNOT_APPROVE');
    expect((await as(chn, 'approve', 'POL-0001')).stdout).toContain('POL-0001 is approved\n');
    expect((await as(pak, 'show')).stdout).toMatch(
      /^In force +since \S+, by both sides \(POL-0001, proposed by PAK, approved by CHN\): ask both$/m,
    );
    expect((await as(pak, 'set-own', path, '--reason', 'night shift')).stdout).toContain('of your side alone');
    expect((await as(pak, 'show', '--for', 'PAK')).stdout).toMatch(
      /^In force .* by your side for its own incidents: night shift$/m,
    );
    expect((await as(pak, 'drop-own', '--reason', 'day shift')).stdout).toContain('the common policy applies');
    expect((await as(pak, 'show', '--for', 'PAK')).stdout).not.toContain('by your side');
    expect((await as(pak, 'drop-own')).stderr).toContain('NO_OWN_POLICY');
    const hidden = await as(chn, 'show', '--for', 'PAK');
    expect([hidden.code, hidden.stderr]).toEqual([2, expect.stringContaining('CLASS_NOT_ALLOWED')]);
    const overridden = await run(
      'policy',
      'set',
      await file('alone.yaml', stdout.replace(/version: \d+/, 'version: 41')),
    );
    expect([overridden.code, overridden.stderr]).toEqual([2, expect.stringContaining('REASON_REQUIRED')]);
  });
});

describe('tandem evaluation observe', () => {
  it('releases an observation to a side, or to both', async () => {
    const observe = (...args: string[]) => run('evaluation', 'observe', 'Handed over late', '--improve', ...args);
    expect(await observe('--class', 'PAK', '--tlp', 'TLP:AMBER+STRICT')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('OBS-PAK-0001'),
    });
    expect(await observe('--class', 'JOINT', '--tlp', 'TLP:RED')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('LABEL_CONTRADICTION'),
    });
    expect(await observe('--tlp', 'TLP:RED')).toMatchObject({ code: 2, stderr: expect.stringContaining('--class') });
    expect((await run('evaluation', 'list')).stdout).toMatch(
      /OBS-PAK-0001 +area-for-improvement +PAK TLP:AMBER\+STRICT +Handed over late/,
    );
  });

  it('is listed, for a side, as long as its label lets the reader read it', async () => {
    const { stdout } = await tandem.run(
      ['token', 'create', '--name', 'Observer', '--role', 'observer', '--side', 'PAK'],
      {},
    );
    const list = async (by: string) => (await tandem.run(['evaluation', 'list'], { TANDEM_TOKEN: by })).stdout;
    const relabel = (tlp: string) =>
      run('label', 'set', 'observation', 'OBS-PAK-0001', '--tlp', tlp, '--reason', 'agreed');
    const observer = stdout.trim();
    expect(await list(observer)).toMatch(/PAK TLP:AMBER\+STRICT +Handed over late/);
    await relabel('TLP:RED');
    expect(await list(token)).toMatch(/PAK TLP:RED +Handed over late/);
    expect(await list(observer)).not.toContain('Handed over late');
    await relabel('TLP:GREEN');
    for (const reader of [token, observer]) expect(await list(reader)).toMatch(/PAK TLP:GREEN +Handed over late/);
  });
});
