/** What people do by hand, over HTTP: ask a unit, start a chain again, resolve with a reason; and set units up before STARTEX. */
import {
  SAMPLE_UNITS,
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleStep,
  sampleUnit,
} from '#domain/testing/sample-scenario.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let controller: string;
let pak: string;

/** Nobody answers by himself, and the chain is exhausted as soon as it is escalated. */
const SCENARIO = sampleScenario({
  units: [
    ...SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' as const })),
    sampleUnit({ id: 'rescue', kind: 'rescue-service', duty: 'off' }),
  ],
  policy: samplePolicy({ chains: { standard: sampleChain({ steps: [sampleStep({ requirement: 'all' })] }) } }),
});

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  pak = await bench.token({ role: 'operator', side: 'PAK' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise(SCENARIO);
});

afterAll(() => bench?.stop());

function send(method: 'post' | 'put' | 'get', path: string, body?: object, token = controller) {
  const request = bench.http[method](`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return method === 'get' ? request : request.send(body ?? {});
}

const done = (...args: Parameters<typeof send>) => bench.working(exercise, send(...args));

async function incident(releaseClass: 'JOINT' | 'PAK' | 'CHN' = 'JOINT'): Promise<string> {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: releaseClass } } });
  const sent = await send('post', '/alerts', alert);
  await bench.work(exercise);
  return (await send('get', `/alerts/${sent.body.accepted[0]}`)).body.incident;
}

const problem = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

describe('a unit', () => {
  const spu = { unit: 'spu', action: 'respond', reason: 'the police has not answered' };

  it('is asked by hand, with a reason, and the question counts like any other', async () => {
    const id = await incident();
    const { status, body } = await done('post', `/incidents/${id}/ask`, spu, pak);
    expect(status).toBe(200);
    expect(body.events[0]).toMatchObject({
      type: 'UnitAsked',
      data: { incident: id, unit: 'spu', action: 'respond', because: 'by-hand', reason: spu.reason },
      actor: { kind: 'account', role: 'operator', side: 'PAK' },
    });
    const asked = await send('get', `/notifications?incident=${id}&unit=spu`, undefined, pak);
    expect(asked.body.items).toMatchObject([{ unit: 'spu', action: 'respond', status: 'delivered' }]);
    expect(asked.body.items[0]).not.toHaveProperty('chain');
  });

  it('is not asked twice, nor for what it may not do', async () => {
    const id = await incident();
    const ask = (body: object, token = controller) => done('post', `/incidents/${id}/ask`, { ...spu, ...body }, token);
    expect(problem(await ask({ unit: 'police-sindh' }))).toEqual([409, 'ALREADY_ASKED']);
    expect(problem(await ask({ unit: 'rescue' }))).toEqual([409, 'UNIT_OFF_DUTY']);
    expect(problem(await ask({ action: 'consular' }))).toEqual([422, 'LACKS_AUTHORITY']);
    expect(problem(await ask({ unit: 'desk' }))).toEqual([422, 'SOVEREIGNTY_RULE']);
    expect(problem(await ask({ unit: 'nobody' }))).toEqual([404, 'UNKNOWN_UNIT']);
    expect(problem(await ask({ unit: 'desk', action: 'inform' }, pak))).toEqual([403, 'NOT_YOUR_SIDE']);
    expect(problem(await ask({ reason: undefined }))).toEqual([422, 'INPUT_INVALID']);
    expect(problem(await ask({ action: 'attack' }))).toEqual([422, 'INPUT_INVALID']);
    expect(problem(await ask({}, await bench.token({ role: 'observer', side: 'PAK' })))).toEqual([403, 'FORBIDDEN']);
    const hidden = await incident('CHN');
    expect(problem(await done('post', `/incidents/${hidden}/ask`, spu, pak))).toEqual([404, 'NOT_FOUND']);
    expect(problem(await done('post', `/incidents/${hidden}/ask`, spu))).toEqual([422, 'NOT_RELEASABLE']);
  });
});

describe('a chain', () => {
  it('that is exhausted starts again, and no other', async () => {
    const id = await incident();
    const restart = (chain = 'standard', body = {}, token = pak) =>
      done('post', `/incidents/${id}/chains/${chain}/restart`, body, token);
    expect(problem(await restart())).toEqual([409, 'CHAIN_NOT_RESTARTABLE']);
    expect(problem(await restart('none'))).toEqual([422, 'UNKNOWN_CHAIN']);
    await done('post', `/incidents/${id}/escalate`, {}, pak);
    expect((await send('get', `/incidents/${id}`)).body.chains).toMatchObject([{ status: 'exhausted' }]);
    const { status, body } = await restart('standard', { reason: 'the duty officer has changed' });
    expect(status).toBe(200);
    expect(body.events[0]).toMatchObject({ type: 'ChainStarted', data: { chain: 'standard', anew: true } });
    expect((await send('get', `/incidents/${id}`)).body.chains).toMatchObject([{ status: 'active', step: 0 }]);
    expect(problem(await restart('standard', { why: 'x' }))).toEqual([422, 'INPUT_INVALID']);
    expect(problem(await restart('standard', {}, await bench.token({ role: 'evaluator' })))).toEqual([
      403,
      'FORBIDDEN',
    ]);
  });
});

describe('an incident', () => {
  it('is resolved with a reason, or without one', async () => {
    const [first, second] = [await incident('PAK'), await incident('CHN')];
    const reason = 'false alarm, confirmed by the site';
    const { body } = await done('post', `/incidents/${first}/resolve`, { reason }, pak);
    expect(body.events).toContainEqual(
      expect.objectContaining({
        type: 'IncidentResolved',
        data: { incident: first, reason: 'command', text: reason },
        actor: expect.objectContaining({ role: 'operator' }),
      }),
    );
    expect(problem(await done('post', `/incidents/${second}/resolve`, { reason: '' }))).toEqual([422, 'INPUT_INVALID']);
    const tooLong = { reason: 'x'.repeat(1_001) };
    expect(problem(await done('post', `/incidents/${second}/resolve`, tooLong))).toEqual([422, 'INPUT_INVALID']);
    expect((await done('post', `/incidents/${second}/resolve`)).status).toBe(200);
  });
});

describe('what can be done about an incident', () => {
  type Act = { command: string; unit?: string; action?: string };
  const explained = async (id: string, token = controller) => send('get', `/incidents/${id}/explain`, undefined, token);

  it('is explained by the rules, for who asks; each act is then taken', async () => {
    const id = await incident();
    const { status, body } = await explained(id, pak);
    expect(status).toBe(200);
    expect(body.chains).toMatchObject([
      {
        chain: 'standard',
        status: 'active',
        stepId: 'first',
        met: false,
        questions: [{ state: 'open' }, { state: 'open' }],
      },
    ]);
    expect(body.chains[0].nextStepAt).toBe((await send('get', `/incidents/${id}`)).body.nextStepAt);
    const acts: Act[] = body.possible;
    expect(acts).toContainEqual({ command: 'AskUnit', unit: 'spu', action: 'respond', needs: ['reason'] });
    expect(acts.filter(({ command }) => command === 'CloseIncident' || command.startsWith('Override'))).toEqual([]);
    expect(acts.filter(({ unit }) => unit === 'consulate' || unit === 'rescue')).toEqual([]);
    for (const { unit, action } of acts.filter(({ command }) => command === 'AskUnit')) {
      const asked = await done('post', `/incidents/${id}/ask`, { unit, action, reason: 'as explained' }, pak);
      expect([unit, action, asked.status]).toEqual([unit, action, 200]);
    }
    const after: Act[] = (await explained(id, pak)).body.possible;
    expect(after.filter(({ command }) => command === 'AskUnit')).toEqual([]);
  });

  it('is nothing for an observer, and nothing of what one may not see', async () => {
    const id = await incident('CHN');
    expect(problem(await explained(id, pak))).toEqual([404, 'NOT_FOUND']);
    expect(problem(await explained('INC-0099', pak))).toEqual([404, 'NOT_FOUND']);
    const observer = await bench.token({ role: 'observer', side: 'CHN' });
    expect((await explained(id, observer)).body).toMatchObject({ status: 'open', possible: [] });
    await done('post', `/incidents/${id}/resolve`);
    expect((await explained(id)).body.possible).toEqual([
      { command: 'NoteIncident', needs: ['text'] },
      { command: 'CloseIncident', needs: [] },
    ]);
    await done('post', `/incidents/${id}/close`);
    expect(problem(await explained(id))).toEqual([409, 'INCIDENT_CLOSED']);
  });
});

describe('before STARTEX', () => {
  it('units and links are set, shown, and stay so', async () => {
    exercise = await bench.exercise(SCENARIO, 'planned');
    const down = { status: 'down' };
    expect((await done('put', '/units/spu/duty', { duty: 'off' })).body.events).toMatchObject([{ at: 0 }]);
    await done('put', '/units/police-sindh/mode', { mode: 'simulated' });
    await done('put', '/units/desk/link', { link: down });
    expect((await done('put', '/links/CHN', { link: down })).status).toBe(200);
    const shown = async (unit: string) => (await send('get', `/units/${unit}`)).body;
    const expectSetUp = async () => {
      expect(await shown('spu')).toMatchObject({ duty: 'off' });
      expect(await shown('police-sindh')).toMatchObject({ mode: 'simulated' });
      expect(await shown('desk')).toMatchObject({ link: down });
    };
    await expectSetUp();
    const plan = await send('post', '/explain', { alert: sampleAlert({ exercise: { site: 'plant' } }) });
    expect(plan.body.plans[0].steps[0].addressees).toContainEqual(
      expect.objectContaining({ unit: 'consulate', cutOff: true }),
    );
    expect((await send('get', '')).body).toMatchObject({ status: 'planned', time: 0, lastSeq: 4 });
    expect((await done('post', '/start')).status).toBe(200);
    await expectSetUp();
    const id = await incident();
    const { body } = await send('get', `/notifications?incident=${id}&side=CHN`);
    expect(body.items).toMatchObject([{ unit: 'consulate', status: 'undeliverable' }]);
    await done('post', '/end');
    expect((await send('get', '/report')).status).toBe(200);
    expect(problem(await done('put', '/units/spu/duty', { duty: 'on' }))).toEqual([409, 'EXERCISE_ENDED']);
  });
});
