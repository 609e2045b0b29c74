/** What people do, by `tandem`: come in, be seen, be spoken to, and go. */
import { jest } from '@jest/globals';
import { freePort } from '../support/services.js';
import { Tandem, type Finished, type RunningTandem } from './tandem.js';

jest.setTimeout(90_000);

const SCENARIO = 'scenarios/demonstration.json';
const PASSWORD = 'a long enough password';

let tandem: Tandem;
let running: RunningTandem;
let token: string;
let exercise: string;

const as = (secret: string, args: readonly string[], input = ''): Promise<Finished> =>
  tandem.run(args, { TANDEM_TOKEN: secret }, input);
const control = (...args: string[]): Promise<Finished> => as(token, args);

function done({ code, stdout, stderr }: Finished): string {
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return stdout;
}

function post(path: string, body: object): Promise<Response> {
  return fetch(tandem.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

beforeAll(async () => {
  tandem = await Tandem.at(await freePort());
  running = tandem.spawn(['start', '--no-demo']);
  token = (await running.shows(/Token +(tdm_[\w-]{43})\s/))[1] ?? '';
  await running.shows(/No exercise is open/);
  exercise =
    done(await control('exercise', 'create', SCENARIO))
      .trim()
      .split(/\s/)[0] ?? '';
});

afterAll(async () => {
  running.interrupt();
  await running.exit(5_000).finally(() => tandem.remove());
});

it('tandem account: a person with a password, another role, and out', async () => {
  const args = ['account', 'create', 'Amina Khan', '--role', 'operator', '--side', 'PAK', '--password'];
  expect(done(await as(token, args, `${PASSWORD}\n`))).toMatch(/Amina Khan +operator +PAK .*yes +open/);
  expect((await post('/v1/session', { name: 'amina khan', password: PASSWORD })).status).toBe(200);
  done(await as(token, ['account', 'password', 'Amina Khan'], 'another long password\n'));
  expect((await post('/v1/session', { name: 'Amina Khan', password: 'another long password' })).status).toBe(200);
  expect(done(await control('session', 'list'))).toMatch(/ses_\w+ +Amina Khan +operator +PAK +password +127\.0\.0\.1/);
  const [session = ''] = /ses_\w+/.exec(done(await control('session', 'list'))) ?? [];
  expect(done(await control('session', 'revoke', session, '--yes'))).toBe(`${session} has ended.\n`);
  expect(done(await control('account', 'role', 'Amina Khan', 'observer'))).toMatch(/Amina Khan +observer/);
  done(await control('account', 'disable', 'Amina Khan', '--yes'));
  expect(done(await control('account', 'list'))).toMatch(/Amina Khan .*disabled/);
  expect(done(await control('account', 'show', 'first controller'))).toMatch(/^Role +controller$/m);
  expect(JSON.parse(done(await control('session', 'show', '--json')))).toMatchObject({ role: 'controller' });
  const nobody = await control('account', 'disable', 'Nobody');
  expect([nobody.code, nobody.stderr]).toEqual([
    2,
    expect.stringMatching(/^tandem: There is no account "Nobody".*\n$/),
  ]);
});

it('tandem account link: signs somebody in once who has no other way in', async () => {
  const { stdout } = await tandem.run(['account', 'link', 'first controller', '--expires', '5m']);
  const [, key] = new RegExp(`^${tandem.url}/#/welcome\\?key=(tdl_[\\w-]{43})\n$`).exec(stdout) ?? [];
  expect((await post('/v1/session/one-time', { key })).status).toBe(200);
  expect((await post('/v1/session/one-time', { key })).status).toBe(410);
});

it('tandem invitation: a link, a code with a PIN, and revoking', async () => {
  const args = ['--role', 'operator', '--side', 'CHN', '--exercise', exercise, '--uses', '2', '--expires', '8h'];
  const made = done(await control('invitation', 'create', ...args));
  const [, key] = /#\/join\?key=(tdi_[\w-]{43})/.exec(made) ?? [];
  const [, code] = /code +(\w{5})/.exec(made) ?? [];
  const [, pin] = /PIN +(\d{4} \d{4})/.exec(made) ?? [];
  expect((await post('/v1/invitations/redeem', { key, name: 'Li Wei' })).status).toBe(201);
  expect((await post('/v1/invitations/redeem', { code, pin, name: '王芳' })).status).toBe(201);
  const [, id = ''] =
    /(inv_\w+) .*operator +CHN .*used up +2 of 2/.exec(done(await control('invitation', 'list'))) ?? [];
  done(await control('invitation', 'revoke', id, '--remove-people', '--yes'));
  expect(done(await control('account', 'list'))).toMatch(/Li Wei .*disabled/);
});

it('tandem presence and announcement: who is here, and who has read', async () => {
  const made = done(await control('token', 'create', '--name', 'Zara', '--role', 'observer', '--exercise', exercise));
  expect(done(await control('presence', 'list', '--exercise', exercise))).toMatch(/Zara +observer +not yet here/);
  const sent = done(await control('announcement', 'send', exercise, '--en', 'Stop, read this', '--role', 'observer'));
  const [id = ''] = /ann_\w+/.exec(sent) ?? [];
  expect(sent).toMatch(/0 of 1; not Zara/);
  const zara = made.trim();
  expect(done(await as(zara, ['announcement', 'list', exercise]))).toMatch(/unread .*Stop, read this/);
  done(await as(zara, ['announcement', 'read', exercise, id]));
  expect(done(await control('announcement', 'list', exercise))).toMatch(/sent +1 of 1 +Stop, read this/);
  done(await control('announcement', 'withdraw', id, '--yes'));
  expect(done(await as(zara, ['announcement', 'list', exercise]))).toContain('withdrawn');
  expect(done(await as(zara, ['session', 'show']))).toMatch(/Account +Zara .*\nRole +observer/);
});
