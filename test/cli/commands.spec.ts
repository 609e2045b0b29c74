/** The other commands, as a trainer would use them one after the other beside a `tandem start`. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import type { EventView } from '#contracts/http/events.js';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

const SCENARIO = resolve(import.meta.dirname, '../../scenarios/demonstration.json');

let tandem: Tandem;
let running: RunningTandem;
let token: string;
let exercise: string;

const withToken = (...args: string[]): Promise<Finished> => tandem.run(args, { TANDEM_TOKEN: token });
const alert = (identifier: string, more: Record<string, unknown> = {}) => ({
  identifier,
  sender: 'desk@exercise.example',
  sent: '2026-11-23T09:00:00+05:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Public',
  info: [{ category: ['Geo'], event: 'Tremor', urgency: 'Immediate', severity: 'Severe', certainty: 'Observed' }],
  exercise: { site: 'tangri-mine' },
  ...more,
});
const CAP = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>from-xml</identifier><sender>desk@exercise.example</sender><sent>2026-11-23T09:00:00-00:00</sent>
  <status>Exercise</status><msgType>Alert</msgType><scope>Public</scope>
  <info><category>Fire</category><event>Fire</event><urgency>Immediate</urgency><severity>Minor</severity>
  <certainty>Observed</certainty></info>
</alert>`;

async function file(name: string, content: unknown): Promise<string> {
  const path = join(tandem.directory, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
  running = tandem.spawn(['start', '--no-demo']);
  await running.shows(/No exercise is open/);
});

afterAll(async () => {
  running.interrupt();
  await running.exit(5_000).finally(() => tandem.remove());
});

/** One clear line, and no trace of the program's inside. */
function expectOneLine({ stderr }: Finished, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/ {4}at |node:|\.js:\d/);
}

describe('tandem token', () => {
  it('creates a token without asking for one, and prints nothing else to the standard output', async () => {
    const made = await tandem.run(['token', 'create', '--name', 'Trainer', '--role', 'controller']);
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^tdm_[\w-]{43}\n$/);
    expect(made.stderr).not.toContain(made.stdout.trim());
    token = made.stdout.trim();
  });

  it('lists tokens without their secrets, and revokes one', async () => {
    const made = await tandem.run(['token', 'create', '--name', 'Guest', '--role', 'observer', '--side', 'CHN']);
    const list = await tandem.run(['token', 'list']);
    expect(list.stdout).toMatch(/^tok_\w+ +acc_\w+ +Guest +observer +CHN .*valid$/m);
    expect(list.stdout).not.toContain('tdm_');
    const json = JSON.parse((await tandem.run(['token', 'list', '--json'])).stdout) as object[];
    expect(json.at(-1)).toEqual({
      id: expect.stringMatching(/^tok_/),
      account: expect.stringMatching(/^acc_/),
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    const id = /^(tok_\w+) +acc_\w+ +Guest/m.exec(list.stdout)?.[1] ?? '';
    const revoked = await tandem.run(['token', 'revoke', id, '--yes']);
    expect(revoked).toMatchObject({ code: 0, stdout: `${id} is revoked.\n` });
    expect((await tandem.run(['token', 'list'])).stdout).toMatch(new RegExp(`^${id} .*revoked$`, 'm'));
    const watching = await tandem.run(['watch'], { TANDEM_TOKEN: made.stdout.trim() });
    expect(watching.code).toBe(2);
    expectOneLine(watching, /UNAUTHENTICATED/);
  });

  it.each([
    [['--role', 'king'], /Allowed choices are controller/],
    [['--role', 'observer', '--exercise', 'EX-none'], /There is no exercise "EX-none"/],
    [['--role', 'controller', '--side', 'PAK'], /The role controller is of no side/],
    [['--role', 'operator'], /--side: The role operator acts for one side/],
    [['--role', 'liaison', '--side', 'PAK'], /--units: The role liaison plays units/],
    [['--role', 'liaison', '--side', 'PAK', '--units', 'u'], /--units: Units are of one exercise/],
    [['--role', 'commander', '--side', 'PAK', '--units', 'u'], /--units: Units are for operator, liaison only/],
    [['--role', 'service'], /--classes: A service needs the classes/],
    [['--role', 'service', '--classes', 'JOINT,ALL'], /Give classes of JOINT, PAK, CHN/],
    [['--role', 'observer', '--expires', 'tomorrow'], /30m, 12h, 90d/],
    [['--role', 'observer', '--account', 'acc_1'], /leave out --name/],
  ])('refuses %j', async (options, words) => {
    const refused = await tandem.run(['token', 'create', '--name', 'x', ...options]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expectOneLine(refused, words);
  });
});

describe('a token', () => {
  it('says when it expires, is replaced under the same account, and stands in the record', async () => {
    const service = ['--name', 'Gateway', '--role', 'service', '--classes', 'JOINT'];
    const first = await tandem.run(['token', 'create', ...service]);
    const [, account = '', end = ''] = /account (acc_\w+), .*expires at (\S+ \S+) UTC/.exec(first.stderr) ?? [];
    expect(Math.round((Date.parse(`${end.replace(' ', 'T')}Z`) - Date.now()) / 86_400_000)).toBe(90);
    const next = await tandem.run(['token', 'create', '--account', account, '--expires', '30m']);
    expect([next.code, next.stderr.includes(account)]).toEqual([0, true]);
    const { stdout } = await tandem.run(['token', 'audit', '--account', account]);
    expect(stdout.match(/token-created +Gateway +tok_\w+ .*command line/g)).toHaveLength(2);
    expect(stdout).toMatch(/account-created +Gateway/);
    expect(stdout).not.toContain('tdm_');
  });
});

describe('tandem exercise', () => {
  it('opens an exercise, whose events the start then shows', async () => {
    const created = await withToken('exercise', 'create', SCENARIO);
    expect(created).toMatchObject({ code: 0, stderr: '' });
    exercise = created.stdout.trim();
    expect(exercise).toMatch(/^EX-\w+$/);
    await running.shows(new RegExp(`Showing exercise ${exercise}`));
    expect((await withToken('exercise', 'start', exercise, '--speed', '100')).stdout).toContain('running');
    await running.shows(/STARTEX/);
  });

  it('pauses, resumes and sets the speed', async () => {
    expect((await withToken('exercise', 'pause', exercise)).stdout).toMatch(/: paused at T\+\S+, ×100\n$/);
    expect((await withToken('exercise', 'speed', exercise, '50')).stdout).toMatch(/×50\n$/);
    expect((await withToken('exercise', 'resume', exercise)).stdout).toContain('running');
    expect((await withToken('exercise', 'list')).stdout).toMatch(new RegExp(`^${exercise} +running `, 'm'));
  });

  it('says what was refused, and whether trying again could help', async () => {
    const notPaused = await withToken('exercise', 'resume', exercise);
    expect(notPaused.code).toBe(1);
    expectOneLine(notPaused, /EXERCISE_NOT_PAUSED/);
    const unknown = await withToken('exercise', 'pause', 'EX-none');
    expect(unknown.code).toBe(2);
    expectOneLine(unknown, /NOT_FOUND/);
    const broken = await withToken('exercise', 'create', await file('broken.json', '{"id": '));
    expect(broken.code).toBe(2);
    expect(broken.stderr).toMatch(/broken\.json:1:\d+: error: .* \(MALFORMED_YAML\)/);
    expect(broken.stderr).not.toMatch(/ {4}at |node:/);
  });
});

describe('tandem alert', () => {
  it('posts JSON, XML and NDJSON', async () => {
    const files = [
      await file('one.json', alert('one')),
      await file('many.json', [alert('two'), alert('three')]),
      await file('cap.xml', CAP),
      await file('lines.ndjson', `${JSON.stringify(alert('four'))}\n${JSON.stringify(alert('five'))}\n`),
    ];
    const posted = await withToken('alert', 'send', ...files, '--exercise', exercise);
    expect(posted).toMatchObject({ code: 0, stderr: '' });
    expect(posted.stdout.match(/^ALT-\w+$/gm)).toHaveLength(6);
  });

  it('says that an alert was known before', async () => {
    const again = await tandem.run(['alert', '-'], { TANDEM_TOKEN: token }, JSON.stringify(alert('one')));
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^ALT-\w+ \(already known\)\n$/);
    const list = await withToken('alert', 'list', '--severity', 'Severe');
    const [, id = ''] =
      /^(ALT-\w+) +active +\S+ +T\+\S+ +Alert +Severe +Tremor +desk@exercise\.example$/m.exec(list.stdout) ?? [];
    expect((await withToken('alert', 'show', id)).stdout).toMatch(/^Event +Tremor$/m);
    expect(JSON.parse((await withToken('alert', 'show', id, '--json')).stdout)).toMatchObject({ id, status: 'active' });
  });

  it('names the line and the field of what cannot be taken; the good ones count', async () => {
    const lines = await file('some.ndjson', `${JSON.stringify(alert('six'))}\n{"identifier": 7}\n`);
    const some = await withToken('alert', lines);
    expect(some.code).toBe(2);
    expect(some.stdout.match(/^ALT-/gm)).toHaveLength(1);
    expect(some.stderr).toMatch(/some\.ndjson:2: .*sender.*\(MISSING_FIELD\)/);
  });

  it('takes an actual alert only as an exercise message', async () => {
    const actual = await file('actual.json', alert('actual', { status: 'Actual' }));
    const refused = await withToken('alert', actual);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('ACTUAL_REFUSED');
    const taken = await withToken('alert', actual, '--as-exercise');
    expect(taken.code).toBe(0);
    expect(taken.stderr).toContain('actual.json: warning: status');
    const two = [alert('good-one'), alert('actual-two', { status: 'Actual' })];
    const listed = await withToken('alert', await file('two.json', two), '--as-exercise');
    expect(listed.code).toBe(0);
    expect(listed.stderr).toContain('two.json:2: warning: status');
  });
});

describe('tandem explain', () => {
  it('tells the route, why, and the plan', async () => {
    const explained = await withToken('explain', await file('explained.json', alert('explained')), '--at', '1h');
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect(explained.stdout).toContain('EXERCISE');
    expect(explained.stdout).toMatch(/✓ natural-hazards matches/);
    expect(explained.stdout).toMatch(/alert\.category is one of Met, Geo: holds, it is Geo/);
    expect(explained.stdout).toMatch(/T\+01:00:00 {2}1 first-call: needs each side/);
    expect(explained.stdout).toMatch(/asks PAK police-balochistan to respond/);
    expect(explained.stdout).toMatch(/exhausted: nobody is left to ask/);
  });

  it('reads CAP as XML, and names what it cannot read', async () => {
    expect((await withToken('explain', await file('explained.xml', CAP))).code).toBe(0);
    const broken = await withToken('explain', await file('broken.xml', CAP.replace('</info>', '')));
    expect(broken.code).toBe(2);
    expectOneLine(broken, /broken\.xml: .*line \d+/);
  });
});

describe('tandem watch', () => {
  it('prints every event after a number as JSON, in order', async () => {
    const watching = tandem.spawn(['watch', exercise, '--after', '2', '--json'], { TANDEM_TOKEN: token });
    await watching.shows(/"type":"AlertAccepted"/);
    watching.child.kill('SIGINT');
    expect(await watching.exit(5_000)).toBe(0);
    const events = watching.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as EventView);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 3));
  });

  it('ends quietly when nobody reads it any more', async () => {
    const watching = tandem.spawn(['watch'], { TANDEM_TOKEN: token });
    await watching.shows(/STARTEX/);
    watching.child.stdout?.destroy();
    await withToken('alert', await file('seven.json', alert('seven')));
    expect(await watching.exit(10_000)).toBe(0);
    expect(watching.stderr).toBe('');
  });

  it('shows people the lines of the start, and ends with the exercise', async () => {
    const watching = tandem.spawn(['watch', exercise], { TANDEM_TOKEN: token });
    await watching.shows(/^EXERCISE Joint Coordination/m);
    await watching.shows(/^T\+\S+ INC-0001 asks {8}/m);
    expect((await withToken('exercise', 'end', exercise, '--yes')).stdout).toContain('ended');
    expect(await watching.exit(10_000)).toBe(0);
    expect(watching.stdout).toMatch(/ENDEX {7}the exercise has ended\n$/);
  });

  it('is deleted by its name, once it has ended and the deletion is confirmed', async () => {
    const made = (await withToken('exercise', 'create', SCENARIO)).stdout.trim();
    const unconfirmed = await withToken('exercise', 'delete', made);
    expect([unconfirmed.code, unconfirmed.stderr]).toEqual([2, expect.stringContaining('add --yes')]);
    await withToken('exercise', 'start', made);
    const refused = await withToken('exercise', 'delete', made, '--yes');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/end it first.*\(EXERCISE_UNDER_WAY\)/)]);
    await withToken('exercise', 'end', made, '--yes');
    const watching = tandem.spawn(['watch', made, '--since', 'T+00:00'], { TANDEM_TOKEN: token });
    await watching.shows(/STARTEX/);
    expect(await withToken('exercise', 'delete', made, '--yes', '--json')).toMatchObject({
      code: 0,
      stdout: `${JSON.stringify({ exercise: made, deleted: true }, null, 2)}\n`,
    });
    expect((await withToken('exercise', 'list')).stdout).not.toContain(made);
    expect((await withToken('exercise', 'delete', made, '--yes')).code).toBe(2);
    await watching.exit(10_000);
  });

  it('has its evaluators’ words put on record, and reports', async () => {
    const said = await withToken(
      'evaluation',
      'observe',
      '--exercise',
      exercise,
      'Both desks spoke at once',
      '--strength',
      '--event',
      '1',
    );
    expect(said).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^T\+\S+ +observed +OBS-0001 \(strength\): Both/),
    });
    const planned = await withToken(
      'evaluate',
      'improve',
      exercise,
      'One list',
      '--element',
      'planning',
      '--organization',
      'Desk',
    );
    expect(planned.stdout).toContain('IMP-0001');
    const wrong = await withToken('evaluate', 'rate', exercise, 'No such objective', 'S', '--reason', 'because');
    expect(wrong.code).toBe(2);
    expectOneLine(wrong, /UNKNOWN_OBJECTIVE/);
    const recorded = await withToken('evaluation', 'list', '--exercise', exercise);
    expect(recorded.stdout).toMatch(/OBS-0001 +strength .*Both desks[^]*IMP-0001 +improvement .*One list/);
    const { code, stdout } = await withToken('report', exercise, '--format', 'md');
    expect([code, stdout.slice(0, 2)]).toEqual([0, '# ']);
    expect(stdout).toContain('Both desks spoke at once');
    const [, verify = ''] = /`tandem (verify [^`]+)`/.exec(stdout) ?? [];
    expect(await withToken(...verify.split(' '))).toMatchObject({ code: 0, stdout: expect.stringContaining('intact') });
    const recording = join(tandem.directory, 'recording.ndjson');
    expect(await withToken('export', exercise, '--out', recording)).toMatchObject({ code: 0 });
    const fromRecording = await tandem.run(['report', recording, '--format', 'md']);
    const check = /`tandem (verify [^`]+)`/.exec(fromRecording.stdout)?.[1] ?? '';
    expect(check).toBe(verify.replace(exercise, recording));
    expect(await tandem.run(check.split(' '))).toMatchObject({ code: 0 });
  });

  it('exports what one side knows, which verifies by itself and by the hash that was printed', async () => {
    const file = join(tandem.directory, 'chn.ndjson');
    const exported = await withToken('export', exercise, '--side', 'CHN', '--out', file);
    expect(exported).toMatchObject({ code: 0, stdout: '' });
    const [, hash = ''] = /^tandem: hash ([0-9a-f]{64}); state it apart/.exec(exported.stderr) ?? [];
    const verified = await tandem.run(['verify', file, '--hash', hash]);
    expect(verified.stdout).toContain(`${file}: intact, `);
    expect(verified.stdout).toMatch(
      /^EXERCISE EX-\S+ \(ended\) as CHN sees it · highest label CHN TLP:AMBER · without TLP:RED \(0 events withheld\) · made \S+Z by Tandem \S+$/m,
    );
    expect(verified.code).toBe(0);
    const other = await tandem.run(['verify', file, '--hash', 'a'.repeat(64)]);
    expect([other.code, other.stdout]).toEqual([1, expect.stringMatching(/NOT intact: its hash is not a{64}/)]);
    expectOneLine(await withToken('export', exercise, '--side', 'CHN', '--include-red'), /releasing authority/);
  });

  it.each([
    ['no token', {}, 2, /No token\. Set TANDEM_TOKEN/],
    ['a wrong token', { TANDEM_TOKEN: 'tdm_wrong' }, 2, /UNAUTHENTICATED/],
    ['no API', { TANDEM_TOKEN: 'x', TANDEM_URL: 'http://127.0.0.1:1' }, 5, /cannot be reached/],
    ['no address', { TANDEM_TOKEN: 'x', TANDEM_URL: 'here' }, 2, /"here" is not an address/],
  ])('says what is wrong with %s', async (_, env, code, words) => {
    const failed = await tandem.run(['watch', exercise], env);
    expect(failed.code).toBe(code);
    expectOneLine(failed, words);
  });
});

it('an API that cannot be reached is never a log that was changed', async () => {
  const away = await tandem.run(['verify', exercise], { TANDEM_TOKEN: token, TANDEM_URL: 'http://127.0.0.1:1' });
  expect(away).toMatchObject({ code: 5, stdout: '' });
  expectOneLine(away, /The API at http:\/\/127\.0\.0\.1:1 cannot be reached/);
  expect(away.stderr).not.toMatch(/intact|changed/);
});

describe('tandem validate', () => {
  it('finds nothing wrong with the demonstration, and needs nothing that runs', async () => {
    const found = await tandem.run(['validate', SCENARIO], { TANDEM_DATA_DIR: '/nonexistent/folder' });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toMatch(/no errors/);
  });

  it('tells errors of meaning and of shape together, with exit code 1, and what cannot be read with 2', async () => {
    const { default: scenario } = (await import(SCENARIO, { with: { type: 'json' } })) as {
      default: { policy: { route: object } };
    };
    const policy = { ...scenario.policy, route: { ...scenario.policy.route, chain: 'nowhere' } };
    const wrong = await tandem.run(['validate', await file('wrong.json', { ...scenario, policy, seed: 5 })]);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/ error: policy\.route\S* .*nowhere.* \(UNKNOWN_CHAIN\)$/m);
    expect(wrong.stdout).toMatch(/ error: seed .*\(WRONG_TYPE\)$/m);
    expect((await tandem.run(['validate', '/nonexistent.json'])).code).toBe(2);
  });

  it('checks a policy by itself, and with --strict fails on a warning', async () => {
    const { default: scenario } = (await import(SCENARIO, { with: { type: 'json' } })) as {
      default: { policy: { groups: object } };
    };
    const groups = { ...scenario.policy.groups, spare: [] };
    const policy = await file('policy.json', { policy: { ...scenario.policy, groups } });
    const lenient = await tandem.run(['validate', policy]);
    expect(lenient).toMatchObject({ code: 0, stderr: '' });
    expect(lenient.stdout).toMatch(/ warning: policy\.groups\.spare: .* \(UNUSED_GROUP\)$/m);
    expect(lenient.stdout).toMatch(/: no errors, 1 warning \(checked by itself; .*\)$/m);
    expect((await tandem.run(['validate', '--strict', policy])).code).toBe(1);
  });
});

describe('tandem migrate', () => {
  it('finds the database of the running start up to date', async () => {
    expect(await tandem.run(['migrate'])).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });
  });
});

describe('a command that does not exist', () => {
  it('is refused with exit code 2', async () => {
    const failed = await tandem.run(['explode']);
    expect(failed.code).toBe(2);
    expectOneLine(failed, /unknown command 'explode'/);
  });
});
