/** Viewers that join a long log and do not read it: what is kept for them is bounded, and so is the time for which it is kept. */
import { request, type IncomingMessage } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import type { JoinAnswer } from '#contracts/push/messages.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';

const SLOW = 256 * 1024;
/** Of events, that are read for one viewer at a time; as JSON with all that is around them. */
const PAGE = 2.5 * 1024 * 1024;

/** With some 10 MB: more than the system keeps of a connection on its way. */
async function longExercise(bench: ApiBench): Promise<string> {
  const exercise = await bench.exercise();
  const event = { audience: 'JOINT', text: 'x'.repeat(20_000) } as const;
  await bench.appendTexts(
    exercise,
    Array.from({ length: 700 }, () => event),
  );
  return exercise;
}

const clients: Socket[] = [];

async function connected(bench: ApiBench, token: string): Promise<Socket> {
  const client = io(bench.url, { transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

/** From now on nothing that comes is read; what it says is sent. */
function stopReading(client: Socket): { readOn(): void } {
  const { ws } = client.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } };
  ws.pause();
  return { readOn: () => ws.resume() };
}

const join = (client: Socket, exercise: string): Promise<JoinAnswer> =>
  client.timeout(10_000).emitWithAck('join', { exercise });

/** What was unsent to the socket that was ended; undefined while none was. */
function endedWith(bench: ApiBench): number | undefined {
  const line = bench.logLines.find((each) => each.includes('slow client'));
  return line === undefined ? undefined : (JSON.parse(line) as { backlog: number }).backlog;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

describe('a viewer that reads nothing of a long log', () => {
  let bench: ApiBench;
  let token: string;

  beforeAll(async () => {
    bench = await ApiBench.start({ slowClientBytes: SLOW, silenceMs: 300 });
    token = await bench.token({ role: 'observer' });
  }, 60_000);
  afterAll(() => bench?.stop());

  it('is ended while it catches up, with no more unsent than the bound and one page', async () => {
    const exercise = await longExercise(bench);
    const client = await connected(bench, token);
    stopReading(client);
    client.emit('join', { exercise });
    const backlog = await eventually(() => endedWith(bench) ?? Promise.reject(new Error('it is still there')), 20_000);
    expect(backlog).toBeLessThan(SLOW + PAGE);
    const controller = await bench.token({ role: 'controller' });
    await eventually(async () => {
      const { text } = await bench.http.get('/metrics').set('authorization', `Bearer ${controller}`);
      expect(text).toMatch(/^tandem_socket_clients\{.*\} 0$/m);
    });
  }, 60_000);

  it('is ended as a stream of server-sent events, too', async () => {
    const exercise = await longExercise(bench);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const path = `${bench.url}/v1/exercises/${exercise}/events/stream`;
      request(path, { headers: { authorization: `Bearer ${token}` } }, resolve)
        .once('error', reject)
        .end();
    });
    const closed = new Promise((resolve) => answer.on('error', () => undefined).once('close', resolve));
    answer.pause();
    await eventually(() => expect(bench.logLines.join('')).toContain('slow reader'), 20_000);
    answer.resume();
    await closed;
  }, 60_000);
});

describe('while viewers catch up', () => {
  let bench: ApiBench;

  beforeAll(async () => {
    // Nobody is ended for reading nothing alone.
    bench = await ApiBench.start({ slowClientBytes: SLOW, silenceMs: 600_000, connectionsPerAccount: 2 });
  }, 60_000);
  afterAll(() => bench?.stop());

  it('the joins of an account that catch up are bounded, and each that ends makes room', async () => {
    const [one, other, short] = [await longExercise(bench), await longExercise(bench), await bench.exercise()];
    const token = await bench.token({ role: 'observer' });
    const client = await connected(bench, token);
    const second = await connected(bench, token);
    const { readOn } = stopReading(client);
    client.emit('join', { exercise: one });
    client.emit('join', { exercise: other });
    await eventually(async () => {
      expect(await join(second, short)).toMatchObject({ ok: false, error: { code: 'TOO_MANY_CONNECTIONS' } });
    });
    // Another account has a number of its own.
    expect(await join(await connected(bench, await bench.token({ role: 'observer' })), short)).toMatchObject({
      ok: true,
    });
    readOn();
    await eventually(async () => expect(await join(second, short)).toMatchObject({ ok: true }), 30_000);
    expect(endedWith(bench)).toBeUndefined();
  }, 90_000);

  it('a socket that reads nothing is ended at the bound by what happens in another of its exercises', async () => {
    const [long, live] = [await longExercise(bench), await bench.exercise()];
    const client = await connected(bench, await bench.token({ role: 'observer' }));
    expect(await join(client, live)).toMatchObject({ ok: true });
    stopReading(client);
    client.emit('join', { exercise: long });
    for (let more = 0; more < 60 && endedWith(bench) === undefined; more += 1) {
      await bench.append(live, ...Array.from({ length: 100 }, () => 'JOINT' as const));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const backlog = await eventually(() => endedWith(bench) ?? Promise.reject(new Error('it is still there')));
    expect(backlog).toBeGreaterThan(SLOW);
    expect(backlog).toBeLessThan(SLOW + 2 * PAGE);
  }, 60_000);
});
