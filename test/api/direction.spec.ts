/** What trainers direct an exercise by, over HTTP: scenarios as texts, injects, policy, stops of the clock. */
import { stringify } from 'yaml';
import { toAuthored } from '#scenario/compile/to-authored.js';
import type { Plain } from '#domain/kernel/brand.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import type { Inject } from '#domain/inject/inject.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let controller: string;

const AUTHORED = toAuthored(sampleScenario());
const HOUR = 3_600_000;
const note = (id: string, at: number): Plain<Inject> => ({ id, at, kind: 'note', text: { en: id } });
const SCENARIO = sampleScenario({ durationMs: 4 * HOUR, injects: [note('hint', HOUR), note('later', 2 * HOUR)] });

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise(SCENARIO);
});

afterAll(() => bench?.stop());

function ask(method: 'post' | 'put' | 'get', path: string, body?: object, token = controller) {
  const request = bench.http[method](`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return method === 'get' ? request : request.send(body ?? {});
}

const done = (...args: Parameters<typeof ask>) => bench.working(exercise, ask(...args));
const injects = async () => (await ask('get', '/injects')).body.items;
const typesOf = (body: { events: { type: string }[] }) => body.events.map(({ type }) => type);

describe('a scenario that is sent as a text', () => {
  const send = (text: string, type = 'application/yaml', query = '') =>
    bench.http
      .post(`/v1/exercises${query}`)
      .set('authorization', `Bearer ${controller}`)
      .set('content-type', type)
      .send(text);

  it('opens an exercise, be it YAML by itself or within JSON', async () => {
    const text = stringify({ tandem: 1, ...AUTHORED });
    const plain = await send(text, 'application/yaml; charset=utf-8', '?seed=other');
    expect([plain.status, plain.body.status]).toEqual([201, 'planned']);
    const within = await send(JSON.stringify({ scenario: text, seed: 'x' }), 'application/json');
    expect([within.status, within.body.scenario]).toEqual([201, AUTHORED.id]);
  });

  it('is refused with every fault at its line and column', async () => {
    const text = stringify({ tandem: 1, ...AUTHORED }).replace('duration:', 'duratoin:');
    const { status, body } = await send(text);
    const line = text.split('\n').findIndex((one) => one.startsWith('duratoin')) + 1;
    expect([status, body.code]).toEqual([422, 'INPUT_INVALID']);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { code: 'UNKNOWN_FIELD', path: 'duratoin', message: expect.stringContaining('duration'), line, column: 1 },
      ]),
    );
    expect(body.detail).toMatch(/^Line \d+, column \d+: /);
    const broken = await send('tandem: 1\nid: [a\n');
    expect(broken.body.errors[0]).toMatchObject({ code: 'MALFORMED_YAML', line: expect.any(Number) });
  });

  it('may include nothing, and is no bomb', async () => {
    const included = await send(stringify({ tandem: 1, include: ['shared/register.yaml'], ...AUTHORED }));
    expect(included.body.errors[0]).toMatchObject({ code: 'INCLUDE_OUTSIDE', path: 'include[0]', line: 3 });
    const bomb = await send('tandem: 1\na: &a [x, x]\nb: [*a, *a]\n');
    expect(bomb.status).toBe(422);
    expect(bomb.body.errors).toContainEqual(expect.objectContaining({ code: 'YAML_FEATURE', line: 2 }));
    expect((await send('\u0000')).status).toBe(422);
    expect((await send('', 'application/yaml')).status).toBe(400);
    expect((await send('x', 'text/plain')).status).toBe(415);
  });
});

describe('the clock', () => {
  it('runs to a mark and stands there; steps from one due time to the next', async () => {
    expect(typesOf((await done('post', '/run-to', { to: HOUR })).body)).toEqual(['RunToSet']);
    expect((await done('post', '/step')).body.code).toBe('EXERCISE_NOT_PAUSED');
    await done('post', '/pause');
    const stepped = await done('post', '/step');
    expect(stepped.body.events).toMatchObject([{ type: 'ExerciseStepped', data: { to: HOUR } }]);
    expect((await ask('get', '')).body).toMatchObject({ status: 'paused', time: HOUR });
    expect((await injects())[0]).toMatchObject({ id: 'hint', status: 'fired', fired: [HOUR] });
    expect((await done('post', '/step')).body.events[0].data.to).toBe(2 * HOUR);
    expect((await done('post', '/step')).body.code).toBe('NOTHING_DUE');
    const past = await done('post', '/run-to', { to: HOUR });
    expect([past.status, past.body.code]).toEqual([409, 'TIME_HAS_PASSED']);
    expect((await ask('post', '/run-to', { to: -1 })).status).toBe(422);
  });
});

describe('injects', () => {
  it('are listed, fired, skipped, delayed and improvised; each deed is in the log with its actor', async () => {
    expect(await injects()).toMatchObject([
      { id: 'hint', status: 'planned', at: HOUR, due: HOUR, fired: [], improvised: false },
      { id: 'later', status: 'planned' },
    ]);
    const fired = await done('post', '/injects/hint/fire');
    expect(fired.body.events[0]).toMatchObject({ type: 'InjectFired', actor: { kind: 'account', role: 'controller' } });
    await done('post', '/injects/later/delay', { byMs: 60_000 });
    await done('post', '/injects/later/skip', { reason: 'not needed' });
    await done('post', '/injects/later/delay', { to: 3 * HOUR });
    const made = await done('post', '/injects', { message: { text: 'Rain' }, title: 'Weather' });
    expect(typesOf(made.body)).toEqual(['InjectImprovised', 'InjectFired', 'MessageSent']);
    expect(await injects()).toMatchObject([
      { id: 'hint', status: 'fired', fired: [expect.any(Number)], due: null },
      { id: 'later', status: 'delayed', due: 3 * HOUR },
      { id: expect.stringMatching(/^improvised-/), status: 'fired', improvised: true, title: { en: 'Weather' } },
    ]);
    expect((await ask('get', '/injects/later')).body).toMatchObject({ id: 'later', status: 'delayed' });
  });

  it('and marks that lie beyond the end are taken, with a warning that says so', async () => {
    const warned = async (path: string, body: object) => (await done('post', path, body)).body.warnings;
    const ends = (at: string) => expect.stringContaining(` at ${at}: the exercise ends at T+04:00:00.`);
    const beyond = (path: string, at: string) => [
      { code: 'WAIT_BEYOND_EXERCISE', path, message: ends(at), level: 'warning' },
    ];
    expect(await warned('/injects/later/delay', { to: 4 * HOUR - 1 })).toBeUndefined();
    expect(await warned('/injects/later/delay', { byMs: 1 })).toEqual(beyond('byMs', 'T+04:00:00'));
    expect(await warned('/injects/later/delay', { to: 5 * HOUR })).toEqual(beyond('to', 'T+05:00:00'));
    expect(await warned('/injects', { at: 'T+04:30', note: 'late' })).toEqual(beyond('at', 'T+04:30:00'));
    expect(await warned('/injects', { note: 'now' })).toBeUndefined();
    expect(await warned('/run-to', { to: 4 * HOUR })).toEqual(beyond('to', 'T+04:00:00'));
    expect(await warned('/run-to', { to: HOUR })).toBeUndefined();
    expect(await warned('/run-to', { to: null })).toBeUndefined();
  });

  it('are refused with a code of their own', async () => {
    await done('post', '/injects/hint/fire');
    for (const [path, body, status, code] of [
      ['/injects/hint/fire', {}, 409, 'INJECT_ALREADY_FIRED'],
      ['/injects/hint/skip', {}, 409, 'INJECT_ALREADY_FIRED'],
      ['/injects/none/fire', {}, 404, 'UNKNOWN_INJECT'],
      ['/injects/later/delay', { to: 0 }, 409, 'TIME_HAS_PASSED'],
      ['/injects', { id: 'hint', note: 'x' }, 409, 'DUPLICATE_INJECT'],
    ] as const) {
      const refused = await done('post', path, body);
      expect([path, refused.status, refused.body.code]).toEqual([path, status, code]);
    }
    for (const [body, path, words] of [
      [{ byMs: 0 }, 'byMs', 'at least 1'],
      [{ by: '5m' }, 'by', 'not known'],
      [{ to: 1, byMs: 1 }, '', 'either byMs or to'],
      [{}, '', 'either byMs or to'],
    ] as const) {
      const { status, body: answer } = await ask('post', '/injects/later/delay', body);
      expect([status, answer.errors[0]]).toMatchObject([422, { path, message: expect.stringContaining(words) }]);
    }
  });

  it('can be improvised as alerts that update and cancel others, in the form of a scenario file', async () => {
    const alert = {
      headline: { en: 'Fire', zh: '火灾' },
      event: 'Fire',
      category: 'Fire',
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
      site: 'plant',
    };
    const opened = await done('post', '/injects', { id: 'fire', alert });
    expect(typesOf(opened.body)).toContain('IncidentOpened');
    const worse = await done('post', '/injects', { alert: { ...alert, updates: 'fire', severity: 'Extreme' } });
    expect(typesOf(worse.body)).toEqual(expect.arrayContaining(['AlertSuperseded', 'IncidentChanged']));
    const wrong = await ask('post', '/injects', { alert: { ...alert, site: 'plnt', cancels: 'fir' } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toMatchObject([
      { code: 'UNKNOWN_INJECT', path: 'alert.cancels', message: expect.stringContaining('"fire"') },
      { code: 'UNKNOWN_SITE', path: 'alert.site' },
    ]);
    const { headline: _, ...bare } = alert;
    const shapeless = await ask('post', '/injects', { alert: { ...bare, event: 5, category: 'Fyre' } });
    expect(shapeless.body.errors).toMatchObject([
      { code: 'MISSING_FIELD', path: 'alert.headline', message: 'alert.headline is missing; it is required.' },
      { code: 'WRONG_TYPE', path: 'alert.event', message: 'alert.event is 5; it must be a text or an object.' },
      { path: 'alert.category', message: expect.stringContaining('one of Geo') },
    ]);
    await done('post', '/injects', { id: 'secret', alert: { ...alert, releasability: { class: 'PAK' } } });
    const wider = await ask('post', '/injects', { alert: { ...alert, updates: 'secret' } });
    expect(wider.body.errors).toMatchObject([{ code: 'RELEASE_WIDENED', path: 'alert.updates' }]);
  });

  it('under one Idempotency-Key are one', async () => {
    const send = () => bench.working(exercise, ask('post', '/injects', { note: 'x' }).set('idempotency-key', 'once'));
    const first = await send();
    const again = await send();
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(await injects()).toHaveLength(3);
  });

  it('are for those who run the exercise: players learn nothing of them', async () => {
    for (const account of [{ role: 'operator', side: 'PAK' }, { role: 'observer' }, { role: 'service' }] as const) {
      const token = await bench.token(account);
      expect((await ask('get', '/injects', undefined, token)).status).toBe(403);
      expect((await ask('get', '/injects/hint', undefined, token)).status).toBe(403);
      expect((await ask('post', '/injects/hint/fire', {}, token)).status).toBe(403);
      expect((await ask('put', '/policy', {}, token)).status).toBe(403);
    }
    await done('post', '/injects/hint/delay', { byMs: 1 });
    await done('post', '/injects', { note: 'secret', at: 'T+00:30' });
    const player = await bench.token({ role: 'operator', side: 'PAK' });
    const { body } = await ask('get', '/events', undefined, player);
    expect(JSON.stringify(body)).not.toMatch(/hint|secret|Inject/);
    expect((await ask('get', '/injects', undefined, await bench.token({ role: 'evaluator' }))).status).toBe(200);
  });
});

describe('the policy', () => {
  const policy = AUTHORED.policy;
  const other = { ...policy, version: policy.version + 1, correlationWindow: '7m' };

  it('changes for incidents to come, and is what is read, explained and linted from then on', async () => {
    const changed = await done('put', '/policy', { policy: other });
    expect([changed.status, typesOf(changed.body)]).toEqual([200, ['PolicyChanged']]);
    expect((await ask('get', '/policy')).body).toMatchObject({ version: other.version, correlationWindowMs: 420_000 });
    const explained = await ask('post', '/explain', { alert: sampleAlert({ exercise: { site: 'plant' } }) });
    expect(explained.body.policy).toEqual({ id: policy.id, version: other.version });
    const lint = await ask('get', '/lint');
    expect(lint.status).toBe(200);
  });

  it('is checked and linted as at the load of a scenario, the sovereignty rule included', async () => {
    const [name, chain] = Object.entries(policy.chains)[0]!;
    const withStep = (targets: object[]) => ({
      ...other,
      chains: { ...policy.chains, [name]: { ...chain, steps: [{ ...chain.steps[0], targets }] } },
    });
    const foreign = await ask('put', '/policy', { policy: withStep([{ side: 'CHN', action: 'respond' }]) });
    expect([foreign.status, foreign.body.errors[0]]).toMatchObject([422, { code: 'SOVEREIGNTY_RULE' }]);
    const nobody = await ask('put', '/policy', { policy: withStep([{ unit: 'nobody', action: 'inform' }]) });
    expect(nobody.body.errors[0]).toMatchObject({
      code: 'UNKNOWN_UNIT',
      path: `policy.chains.${name}.steps[0].targets[0].unit`,
    });
    expect((await ask('put', '/policy', { policy: { ...other, colour: 1 } })).body.errors[0].path).toBe(
      'policy.colour',
    );
    const unused = { ...other, groups: { idle: [] } };
    const warned = await done('put', '/policy', { policy: unused });
    expect([warned.status, warned.body.warnings]).toMatchObject([
      200,
      [{ code: 'UNUSED_GROUP', path: 'policy.groups.idle' }],
    ]);
    const again = await done('put', '/policy', { policy: unused });
    expect([again.status, again.body.code]).toEqual([409, 'POLICY_NOT_NEWER']);
  });
});

it('explain tells the links of now, those of whole sides too', async () => {
  const cutOff = async () => {
    const { body } = await ask('post', '/explain', { alert: sampleAlert({ exercise: { site: 'plant' } }) });
    const plans: { steps: { addressees: { side: string; cutOff: boolean }[] }[] }[] = body.plans;
    const asked = plans.flatMap(({ steps }) => steps.flatMap(({ addressees }) => addressees));
    return [...new Set(asked.filter((one) => one.cutOff).map(({ side }) => side))];
  };
  expect(await cutOff()).toEqual([]);
  await done('put', '/links/CHN', { link: { status: 'down' } });
  expect(await cutOff()).toEqual(['CHN']);
  await done('put', '/links/CHN', { link: { status: 'up' } });
  expect(await cutOff()).toEqual([]);
});
