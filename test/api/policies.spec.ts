/** Two keys for a policy, and a side's own one, over HTTP: who may propose and approve, and what each side reads at every door. */
import { SAMPLE_UNITS, sampleScenario } from '#domain/testing/sample-scenario.js';
import { toAuthored } from '#scenario/compile/to-authored.js';
import { ApiBench, sampleAlert } from './api-bench.js';

const SCENARIO = sampleScenario({ units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' })) });
const { policy } = toAuthored(SCENARIO);

let bench: ApiBench;
let exercise: string;
let controller: string;
let pak: string;
let chn: string;
let operator: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  pak = await bench.token({ role: 'commander', side: 'PAK' });
  chn = await bench.token({ role: 'commander', side: 'CHN' });
  operator = await bench.token({ role: 'operator', side: 'CHN' });
  exercise = await bench.exercise(SCENARIO);
  await bench.work(exercise);
}, 60_000);

afterAll(() => bench?.stop());

function send(method: 'post' | 'put', path: string, body: object, token: string) {
  const request = bench.http[method](`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

function get(path: string, token: string) {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
}

const problem = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];
const typesOf = ({ body }: { body: { events: { type: string }[] } }) => body.events.map(({ type }) => type);
const version = (number: number, id = 'standard') => ({ ...policy, id, version: number });

it("keeps a side's own policy from the other side at every door", async () => {
  const doors = [
    '/policy',
    '/policy?for=JOINT',
    '/policy?for=CHN',
    '/policy?for=PAK',
    '/policy/proposals',
    '/events?limit=500',
    '/lint',
    '/commands',
  ];
  const seen = async (token: string) => {
    const answers: unknown[][] = [];
    // One after the other: a small pool of connections serves them all.
    for (const path of doors) {
      const { status, text, body } = await get(path, token);
      // A request's own id is random.
      answers.push([path, status, 'code' in body ? body.detail : text]);
    }
    return answers;
  };
  const before = await seen(chn);
  expect(before[3]?.slice(1)).toEqual([403, 'the policy for incidents of PAK alone is not for your side']);
  const changed = await send('put', '/policy/own', { policy: version(7, 'night'), reason: 'secret' }, pak);
  expect([changed.status, typesOf(changed)]).toEqual([200, ['OwnPolicyChanged']]);
  expect(await seen(chn)).toEqual(before);

  const own = (await get('/policy?for=PAK', pak)).body;
  expect(own).toMatchObject({ id: 'night', version: 7, origin: { by: 'side', reason: 'secret' } });
  expect((await get('/policy?for=PAK', controller)).body).toEqual(own);
  expect((await get('/policy', pak)).body).toMatchObject({ version: 1, origin: { by: 'scenario' } });
  // A version of their own is counted for each side alone.
  expect((await send('put', '/policy/own', { policy: version(2) }, chn)).status).toBe(200);
  expect(problem(await send('put', '/policy/own', { policy: version(7) }, pak))).toEqual([409, 'POLICY_NOT_NEWER']);
  expect(problem(await send('put', '/policy/own', { policy: version(9) }, operator))).toEqual([403, 'FORBIDDEN']);
});

it("drops a side's own policy, of which the other side learns nothing", async () => {
  const drop = (token: string, body: object = {}) => send('post', '/policy/own/drop', body, token);
  expect(problem(await drop(operator))).toEqual([403, 'FORBIDDEN']);
  expect(problem(await drop(controller))).toEqual([403, 'FORBIDDEN']);
  const doors = ['/policy', '/policy?for=CHN', '/events?limit=500', '/commands'];
  const seen = async () => {
    const texts: string[] = [];
    for (const path of doors) texts.push((await get(path, chn)).text);
    return texts;
  };
  const before = await seen();
  const dropped = await drop(pak, { reason: 'the night is over' });
  expect([dropped.status, typesOf(dropped)]).toEqual([200, ['OwnPolicyDropped']]);
  expect(await seen()).toEqual(before);
  expect((await get('/policy?for=PAK', pak)).body).toMatchObject({ version: 1, origin: { by: 'scenario' } });
  expect((await get('/policy?for=CHN', chn)).body).toMatchObject({ version: 2, origin: { by: 'side' } });
  expect(problem(await drop(pak))).toEqual([409, 'NO_OWN_POLICY']);
});

it('is proposed by one side and approved by the other, and then counts for joint incidents to come', async () => {
  const proposed = await send('post', '/policy/proposals', { policy: version(2, 'agreed'), reason: 'ask both' }, pak);
  expect([proposed.status, typesOf(proposed)]).toEqual([200, ['PolicyProposed']]);
  const [proposal] = (await get('/policy/proposals', operator)).body.items;
  expect(proposal).toMatchObject({ id: 'POL-0001', side: 'PAK', status: 'waiting', policy: { id: 'agreed' } });
  const approve = (token: string, id = 'POL-0001') => send('post', `/policy/proposals/${id}/approve`, {}, token);
  expect(problem(await approve(pak))).toEqual([403, 'PROPOSER_CANNOT_APPROVE']);
  expect(problem(await approve(operator))).toEqual([403, 'FORBIDDEN']);
  expect(problem(await approve(controller))).toEqual([403, 'FORBIDDEN']);
  expect(problem(await approve(chn, 'POL-0009'))).toEqual([404, 'UNKNOWN_PROPOSAL']);
  expect((await approve(chn)).status).toBe(200);
  expect((await get('/policy/proposals', pak)).body.items[0]).toMatchObject({ status: 'approved' });
  for (const token of [pak, chn, controller]) {
    expect((await get('/policy', token)).body).toMatchObject({
      id: 'agreed',
      version: 2,
      origin: { by: 'both-sides', proposal: 'POL-0001', proposedBy: 'PAK', approvedBy: 'CHN', reason: 'ask both' },
    });
  }
  await send('post', '/alerts', sampleAlert(), controller);
  await bench.work(exercise);
  const { items } = (await get('/incidents', controller)).body;
  expect(items[0]).toMatchObject({ policyVersion: 2, policyClass: 'JOINT' });
  expect((await get('/incidents', chn)).text).not.toMatch(/policyVersion|policyClass/);
});

it('gives way to a controller alone, with a reason, of which players learn nothing', async () => {
  const before = (await get('/policy', pak)).body;
  expect(problem(await send('put', '/policy', { policy: version(5, 'hand') }, controller))).toEqual([
    422,
    'REASON_REQUIRED',
  ]);
  expect((await send('put', '/policy', { policy: version(5, 'hand'), reason: 'stuck' }, controller)).status).toBe(200);
  expect((await get('/policy', pak)).body).toEqual(before);
  expect((await get('/events?limit=500', pak)).text).not.toContain('"PolicyChanged"');
  expect((await get('/policy', controller)).body).toMatchObject({
    version: 5,
    origin: { by: 'controller', reason: 'stuck' },
  });
});

it('is checked without saying how fast the units are that the simulation answers for', async () => {
  const slow = { acknowledge: { kind: 'fixed' as const, ms: 3_000_000 } };
  const id = await bench.exercise(
    sampleScenario({
      units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'simulated', behaviour: { ...unit.behaviour, ...slow } })),
    }),
  );
  const lint = async (token: string) =>
    (await bench.http.get(`/v1/exercises/${id}/lint`).set('authorization', `Bearer ${token}`)).text;
  expect(await lint(controller)).toContain('LATE_ANSWER');
  expect(await lint(pak)).not.toContain('LATE_ANSWER');
});
