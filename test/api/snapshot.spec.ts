/** An exercise as each viewer knows it, and how a client goes on from there. */
import { performance } from 'node:perf_hooks';
import {
  evolveViewerState,
  resumeViewerState,
  serialiseViewerState,
  type ShownEvent,
} from '#domain/engine/viewer-state.js';
import { incidentView, notificationView, unitView } from '#domain/engine/read-models.js';
import type { State } from '#domain/engine/state.js';
import type { Stream } from '#domain/kernel/side.js';
import { incidentIn, unitIn } from '#domain/release/shown.js';
import type { Snapshot } from '#contracts/http/snapshots.js';
import { branded } from '#domain/testing/branded.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { anEvent, batchOf } from '../support/log.js';
import { slowness } from '../support/yardstick.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  bench = await ApiBench.start({ ratePerSecond: 0 });
  exercise = await bench.exercise();
  tokens['all'] = await bench.token({ role: 'controller' });
  tokens['evaluator'] = await bench.token({ role: 'evaluator' });
  tokens['pak'] = await bench.token({ role: 'operator', side: 'PAK' });
  tokens['chn'] = await bench.token({ role: 'observer', side: 'CHN' });
  tokens['joint'] = await bench.token({ role: 'observer' });
  await alerts(['JOINT', 'PAK', 'CHN']);
}, 60_000);

afterAll(() => bench?.stop());

const get = (path: string, token: string) =>
  bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${tokens[token] ?? ''}`);

async function alerts(classes: readonly string[]): Promise<void> {
  const body = classes.map((one) => sampleAlert({ exercise: { site: 'plant', releasability: { class: one } } }));
  await bench.http
    .post(`/v1/exercises/${exercise}/alerts`)
    .set('authorization', `Bearer ${tokens['all'] ?? ''}`)
    .send(body)
    .expect(202);
  await bench.work(exercise);
}

async function snapshot(token: string, query = ''): Promise<Snapshot> {
  const { status, body } = await get(`/snapshot${query}`, token);
  expect(status).toBe(200);
  return body as Snapshot;
}

/** What the lists of the API say, and what a client makes of its state. */
async function listed(token: string) {
  const [incidents, notifications, units] = await Promise.all(
    ['/incidents?sort=id', '/notifications?sort=id', '/units'].map(async (path) => (await get(path, token)).body.items),
  );
  return { incidents, notifications, units } as unknown;
}

function known(stream: Stream, state: State): unknown {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return JSON.parse(
    JSON.stringify({
      incidents: Object.values(state.incidents)
        .map((one) => incidentIn(stream, incidentView(state, one)))
        .toSorted(byId),
      notifications: Object.values(state.notifications)
        .map((one) => notificationView(state, one, one.class))
        .toSorted(byId),
      units: Object.values(state.units)
        .map((one) => unitIn(stream, unitView(state, one)))
        .toSorted(byId),
    }),
  );
}

describe("a viewer's snapshot", () => {
  it.each<[string, Stream]>([
    ['all', 'all'],
    ['evaluator', 'all'],
    ['pak', 'pak'],
    ['chn', 'chn'],
    ['joint', 'joint'],
  ])('gives %s what the lists give, and goes on with the events after it', async (token, stream) => {
    const shown = await snapshot(token);
    expect(shown).toMatchObject({ stream, seq: shown.exercise.lastSeq, exercise: { id: exercise } });
    expect(Math.abs(Date.now() - shown.serverTime)).toBeLessThan(60_000);
    const state = resumeViewerState(shown.scenario, shown.state);
    expect(known(stream, state)).toEqual(await listed(token));

    await alerts(['JOINT', 'CHN', 'PAK']);
    const { body } = await get(`/events?after=${shown.seq}&limit=1000`, token);
    for (const event of body.events as ShownEvent[]) evolveViewerState(state, stream, event);
    expect(known(stream, state)).toEqual(await listed(token));
    expect(JSON.parse(serialiseViewerState(state))).toEqual((await snapshot(token)).state);
  });

  it('shows controllers and evaluators what others see', async () => {
    for (const stream of ['pak', 'chn', 'joint']) {
      const { serverTime: _own, exercise: _clock, ...own } = await snapshot(stream);
      for (const token of ['all', 'evaluator']) {
        const { serverTime: _time, exercise: as, ...shown } = await snapshot(token, `?as=${stream}`);
        expect(shown).toEqual(own);
        expect(as).not.toHaveProperty('generation');
      }
    }
  });

  it('shows players nothing else', async () => {
    for (const stream of ['pak', 'chn', 'joint']) {
      const { status, body } = await get('/snapshot?as=joint', stream);
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
      expect(JSON.stringify(await snapshot(stream))).not.toMatch(/"(?:behaviour|mode|injects":\[|expectations)"/);
    }
    expect((await get('/snapshot?as=all', 'all')).body.code).toBe('QUERY_INVALID');
    expect((await get('/snapshot', 'nobody')).status).toBe(401);
  });

  it('is not there for an exercise that is not there', async () => {
    const { status } = await bench.http
      .get('/v1/exercises/EX-none/snapshot')
      .set('authorization', `Bearer ${tokens['pak'] ?? ''}`);
    expect(status).toBe(404);
  });

  it('is the same for many who ask at a time', async () => {
    await alerts(['JOINT', 'PAK']);
    const shown = await Promise.all(Array.from({ length: 20 }, () => snapshot('pak')));
    expect(new Set(shown.map(({ seq, state }) => `${seq} ${JSON.stringify(state)}`)).size).toBe(1);
  });
});

describe('a long log', () => {
  it('is folded without holding up the others', async () => {
    const long = await bench.exercise();
    const event = branded<DomainEvent>({
      ...anEvent('JOINT'),
      type: 'UnitDutyChanged',
      data: { unit: 'spu', duty: 'on' },
    });
    for (let n = 0; n < 100; n += 1) {
      const events = Array.from({ length: 1_000 }, () => event);
      await bench.ledger.advance(long, (tx) => tx.write(batchOf(tx.row, events)));
    }
    // In time of the processor: what else runs on the machine does not count.
    let longest = 0;
    let before = process.cpuUsage();
    const watch = { done: false };
    const watching = (async () => {
      while (!watch.done) {
        await new Promise((resolve) => setImmediate(resolve));
        const { user, system } = process.cpuUsage(before);
        longest = Math.max(longest, (user + system) / 1_000);
        before = process.cpuUsage();
      }
    })();
    const started = performance.now();
    const { body } = await bench.http
      .get(`/v1/exercises/${long}/snapshot`)
      .set('authorization', `Bearer ${tokens['pak'] ?? ''}`);
    const took = performance.now() - started;
    watch.done = true;
    await watching;
    expect(body.seq).toBeGreaterThan(100_000);
    expect(longest).toBeLessThan(200 * slowness());
    process.stdout.write(`100,000 events folded in ${Math.round(took)} ms, longest turn ${Math.round(longest)} ms\n`);
  }, 120_000);
});
