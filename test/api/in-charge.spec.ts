/** Incident command, assignment and handover over HTTP: whom one can name, and how they are named to others. */
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { ApiBench, sampleAlert } from './api-bench.js';

interface Somebody {
  readonly id: string;
  readonly token: string;
}

let bench: ApiBench;
let exercise: string;
let incident: string;
let khan: Somebody;
let ali: Somebody;
let wang: Somebody;

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise(sampleScenario());
  khan = await somebody('Khan', 'commander', 'PAK');
  ali = await somebody('Ali', 'operator', 'PAK');
  wang = await somebody('Wang', 'commander', 'CHN');
  const sent = await post('/alerts', sampleAlert(), await bench.token({ role: 'controller' }));
  await bench.work(exercise);
  incident = (await get(`/alerts/${sent.body.accepted[0]}`, khan)).incident;
}, 60_000);

afterAll(() => bench?.stop());

async function somebody(name: string, role: Role, side: Side, exerciseId?: string): Promise<Somebody> {
  const { id } = await bench.accounts.createAccount({
    name,
    role,
    side,
    ...(exerciseId !== undefined && { exerciseId }),
  });
  return { id, token: (await bench.accounts.createToken(id)).secret };
}

function post(path: string, body: object, token: string) {
  const request = bench.http.post(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

async function get(path: string, { token }: Somebody) {
  return (await bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`)).body;
}

const on = (tail: string, body: object, { token }: Somebody) => post(`/incidents/${incident}${tail}`, body, token);

it('names nobody but an operator or a commander of the own side and this exercise', async () => {
  const elsewhere = await somebody('Raza', 'operator', 'PAK', await bench.exercise(sampleScenario()));
  const observer = await somebody('Noor', 'observer', 'PAK');
  for (const id of ['acc_none', wang.id, elsewhere.id, observer.id]) {
    for (const [tail, body] of [
      ['/assign', { account: id }],
      ['/commander/propose', { account: id }],
      ['/hand-over', { to: id, briefing: 'b' }],
    ] as const) {
      const { status, body: problem } = await on(tail, body, khan);
      expect([tail, status, problem.code]).toEqual([tail, 422, 'UNKNOWN_ACCOUNT']);
      expect(JSON.stringify(problem)).not.toMatch(/Wang|Raza|Noor/);
    }
  }
});

it('tells the other side the name of the commander whom it is to confirm', async () => {
  await on('/commander/propose', { account: khan.id }, khan);
  const proposed = await get('/events?type=CommanderProposed', wang);
  expect(proposed.events[0].data).toEqual({ incident, side: 'PAK', account: khan.id, name: 'Khan' });
  const { body } = await on('/commander/confirm', { account: khan.id }, wang);
  expect(body.events[0].data).toEqual({ incident, account: khan.id, name: 'Khan' });
});

it('names both in a handover, which is in force when it is confirmed', async () => {
  const { body } = await on('/hand-over', { to: ali.id, briefing: 'Two units are on scene' }, khan);
  expect(body.events[0].data).toMatchObject({ of: 'command', from: khan.id, fromName: 'Khan', toName: 'Ali' });
  expect((await get(`/incidents/${incident}`, ali)).commander).toBe(khan.id);
  const confirmed = await on('/confirm-handover', {}, ali);
  expect(confirmed.body.events[0].data).toMatchObject({ from: khan.id, fromName: 'Khan', to: ali.id, toName: 'Ali' });
  expect((await get(`/incidents/${incident}`, wang)).commander).toBe(ali.id);
});
