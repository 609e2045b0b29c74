/** What people ask of an exercise, over HTTP, with the worker's runner behind it: outcomes, waits, and who may see what. */
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let controller: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise();
});

afterAll(() => bench?.stop());

function ask(method: 'post' | 'put' | 'get', path: string, body?: object, token = controller, id = exercise) {
  const request = bench.http[method](`/v1/exercises/${id}${path}`).set('authorization', `Bearer ${token}`);
  return method === 'get' ? request : request.send(body ?? {});
}

const done = (...args: Parameters<typeof ask>) => bench.working(args[4] ?? exercise, ask(...args));

/** Sends an alert of a class and lets the worker route it; answers the id of the incident. */
async function incident(releaseClass: 'JOINT' | 'PAK' | 'CHN'): Promise<string> {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: releaseClass } } });
  const sent = await ask('post', '/alerts', alert);
  await bench.work(exercise);
  const read = await ask('get', `/alerts/${sent.body.accepted[0]}`);
  return read.body.incident;
}

interface Shown {
  type: string;
  seq: number;
  audience: string;
}
const typesOf = (events: readonly Shown[]): string[] => events.map(({ type }) => type);

describe('a command', () => {
  it('is answered with the events that came of it', async () => {
    const { status, body } = await done('post', '/pause');
    expect([status, typesOf(body.events)]).toEqual([200, ['ExercisePaused']]);
    expect(body.events[0]).toMatchObject({ cause: { command: body.command }, actor: { kind: 'account' } });
    const log = await ask('get', '/events');
    expect(log.body.events.at(-1)).toEqual(body.events[0]);
    expect((await ask('get', '')).body.status).toBe('paused');
  });

  it('that the rules refuse is answered with their code and its status', async () => {
    expect(await done('post', '/start')).toMatchObject({ status: 409, body: { code: 'EXERCISE_ALREADY_STARTED' } });
    expect(await done('post', '/resume')).toMatchObject({ status: 409, body: { code: 'EXERCISE_NOT_PAUSED' } });
    expect(await done('put', '/units/spu/duty', { duty: 'off' })).toMatchObject({ status: 200 });
    const id = await incident('JOINT');
    expect(await done('post', `/incidents/${id}/escalate`, { chain: 'none' })).toMatchObject({ status: 422 });
    await done('post', `/incidents/${id}/resolve`, { reason: 'all is well' });
    expect(await done('post', `/incidents/${id}/resolve`)).toMatchObject({
      status: 409,
      body: { code: 'INCIDENT_ALREADY_RESOLVED' },
    });
    await done('post', '/end');
    expect(await done('post', '/pause')).toMatchObject({ status: 409 });
  });

  it('that would widen a release is refused to those who know of the message, and a reference to nothing to all others', async () => {
    const secret = sampleAlert({ identifier: 'SECRET', exercise: { releasability: { class: 'CHN' } } });
    await ask('post', '/alerts', secret);
    const { sender, sent } = secret;
    const tokens = {
      PAK: await bench.token({ role: 'service', side: 'PAK' }),
      CHN: await bench.token({ role: 'service', side: 'CHN' }),
    };
    const outcome = async (side: 'PAK' | 'CHN', reference: string) => {
      const token = tokens[side];
      const identifier = `WIDER-${side}-${reference}`;
      const references = [{ sender, identifier: reference, sent }];
      const update = sampleAlert({ identifier, msgType: 'Update', references, exercise: { site: 'plant' } });
      const answer = await ask('post', '/alerts', update, token);
      await bench.work(exercise);
      return (await ask('get', `/commands/${answer.body.accepted[0]}`)).body;
    };
    expect(await outcome('CHN', 'SECRET')).toMatchObject({ status: 'refused', refused: { code: 'RELEASE_WIDENED' } });
    for (const reference of ['SECRET', 'NOTHING'])
      expect(await outcome('PAK', reference)).toMatchObject({ status: 'applied' });
  });

  it('that is not applied in time is answered 202, with where its outcome will stand', async () => {
    const answer = await ask('post', '/pause').set('prefer', 'respond-async, wait=0');
    expect([answer.status, answer.body.status]).toEqual([202, 'pending']);
    expect(answer.headers['location']).toBe(answer.body.href);
    const outcome = () => bench.http.get(answer.body.href).set('authorization', `Bearer ${controller}`);
    expect((await outcome()).body.status).toBe('pending');
    await bench.work(exercise);
    expect((await outcome()).body).toMatchObject({ id: answer.body.command, type: 'PauseExercise', status: 'applied' });
  });

  it('sent again under its Idempotency-Key is one command with one answer', async () => {
    const speed = (value: number) =>
      bench.working(exercise, ask('post', '/speed', { speed: value }).set('idempotency-key', 'faster'));
    const first = await speed(5);
    const again = await speed(5);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const other = await speed(6);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await ask('get', '')).body.speed).toBe(5);
  });

  it('with a body of the wrong shape is refused at once, each fault at its place', async () => {
    const bad = await ask('post', '/speed', { speed: 5000, why: 1 });
    expect([bad.status, bad.body.code]).toEqual([422, 'INPUT_INVALID']);
    expect(bad.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
      ['speed', 'TOO_BIG'],
      ['why', 'UNKNOWN_FIELD'],
    ]);
    expect(bad.body.errors[1].message).toBe('why is not known; known here: speed.');
    expect((await ask('put', '/units/spu/link', { link: { status: 'degraded', loss: 2 } })).status).toBe(422);
    expect((await ask('put', '/links/IND', { link: { status: 'up' } })).status).toBe(404);
    expect((await ask('post', '/incidents/INC-0001/override', { side: 'PAK' })).status).toBe(422);
  });

  it('for a thing of another exercise, or of none, finds nothing', async () => {
    const id = await incident('JOINT');
    const other = await bench.exercise();
    for (const where of [other, 'EX-none']) {
      const { status, body } = await ask('post', `/incidents/${id}/resolve`, {}, controller, where);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
      expect((await ask('get', `/incidents/${id}`, undefined, controller, where)).status).toBe(404);
      expect((await ask('post', '/pause', {}, controller, 'EX-none')).status).toBe(404);
    }
  });

  it('stands in the log under the id of its request', async () => {
    const answer = await bench.working(exercise, ask('post', '/pause').set('x-request-id', `r-${exercise}`));
    const line = bench.logLines.find((text) => text.includes(`r-${exercise}`));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ commandIds: [answer.body.command], type: 'PauseExercise' });
  });
});

describe('an operator of a side', () => {
  it('acknowledges for its own units, and not for the others', async () => {
    const id = await incident('JOINT');
    const pak = await bench.token({ role: 'operator', side: 'PAK' });
    const { body } = await ask('get', `/notifications?incident=${id}`, undefined, pak);
    const mine = body.items.find((item: { side: string }) => item.side === 'PAK');
    const theirs = body.items.find((item: { side: string }) => item.side === 'CHN');
    const good = await done('post', `/notifications/${mine.id}/acknowledge`, {}, pak);
    expect([good.status, typesOf(good.body.events)]).toEqual([
      200,
      expect.arrayContaining(['NotificationAcknowledged']),
    ]);
    const refused = await done('post', `/notifications/${theirs.id}/decline`, { reason: 'busy' }, pak);
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOUR_SIDE']);
  });

  it('is told of a command only what it may see, by its own numbers', async () => {
    const id = await incident('JOINT');
    const pak = await bench.token({ role: 'operator', side: 'PAK' });
    const resolved = await done('post', `/incidents/${id}/resolve`, {}, pak);
    expect(resolved.status).toBe(200);
    const log = await ask('get', '/events?limit=1000', undefined, pak);
    const shown: Shown[] = resolved.body.events;
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ audience }) => audience))).not.toContain('CONTROL');
    for (const event of shown) expect(log.body.events[event.seq - 1]).toEqual(event);
  });

  it("cannot tell the other side's incident from none", async () => {
    const hidden = await incident('CHN');
    const pak = await bench.token({ role: 'operator', side: 'PAK' });
    for (const [method, path, body] of [
      ['get', '', undefined],
      ['post', '/resolve', {}],
      ['post', '/escalate', {}],
      ['post', '/progress', { unit: 'spu', progress: 'enRoute' }],
    ] as const) {
      const there = await ask(method, `/incidents/${hidden}${path}`, body, pak);
      const none = await ask(method, `/incidents/CHN-0999${path}`, body, pak);
      expect([there.status, none.status]).toEqual([404, 404]);
      expect(there.body.detail.replace(hidden, 'X')).toBe(none.body.detail.replace('CHN-0999', 'X'));
    }
  });
});
