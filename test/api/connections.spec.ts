/** How many connections there may be, whose, and from which pages. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { ApiBench } from './api-bench.js';

const ORIGIN = 'https://console.example.org';

let bench: ApiBench;
let exercise: string;
let observer: string;

beforeAll(async () => {
  bench = await ApiBench.start({ connectionsPerAccount: 2, unknownConnections: 20, allowedOrigins: [ORIGIN] });
  exercise = await bench.exercise();
  observer = await bench.token({ role: 'observer' });
}, 60_000);

afterAll(() => bench?.stop());

/** A socket that is connected; or why it is not. */
async function open(token: string, headers: Record<string, string> = {}) {
  const client = io(bench.url, {
    auth: { token },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  const refusal = await new Promise<string | undefined>((resolve) => {
    client.once('connect', () => resolve(undefined));
    client.once('connect_error', (error) => {
      resolve((error as { data?: { code: string } }).data?.code ?? error.message);
    });
  });
  return { client, refusal };
}

describe('the sockets and streams of an account', () => {
  it('are bounded together; each that ends makes room', async () => {
    const token = await bench.token({ role: 'observer' });
    const first = await open(token);
    const abort = new AbortController();
    const stream = await fetch(`${bench.url}/v1/exercises/${exercise}/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    expect([first.refusal, stream.status]).toEqual([undefined, 200]);
    const third = await open(token);
    expect(third.refusal).toBe('TOO_MANY_CONNECTIONS');
    const other = await fetch(`${bench.url}/v1/exercises/${exercise}/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(other.status).toBe(429);
    await other.body?.cancel();
    // Another account has places of its own.
    const free = await open(observer);
    expect(free.refusal).toBeUndefined();
    abort.abort();
    first.client.close();
    for (let refusal: string | undefined = 'none yet'; refusal !== undefined;) {
      const next = await open(token);
      refusal = next.refusal;
      next.client.close();
    }
    for (const { client } of [third, free]) client.close();
  });
});

describe('a connection without a token', () => {
  it('ends within some ten seconds, whether it says something or not', async () => {
    const began = performance.now();
    const silent = connect(bench.port, '127.0.0.1');
    const asking = connect(bench.port, '127.0.0.1');
    asking.on('data', () => undefined).write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    const upgraded = connect(bench.port, '127.0.0.1');
    upgraded
      .on('data', () => undefined)
      .write(
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    silent.on('data', () => undefined);
    const sockets = [silent, asking, upgraded];
    await Promise.all(
      sockets.map((socket) =>
        once(
          socket.on('error', () => undefined),
          'close',
        ),
      ),
    );
    expect(performance.now() - began).toBeLessThan(14_000);
  }, 30_000);

  it('is one of a bounded number, which those with a token do not count in', async () => {
    const known = await open(observer);
    expect(known.refusal).toBeUndefined();
    const sockets = Array.from({ length: 30 }, () => connect(bench.port, '127.0.0.1').on('error', () => undefined));
    const closed = new Set<unknown>();
    for (const socket of sockets) socket.once('close', () => closed.add(socket));
    await Promise.all(sockets.map(async (socket) => socket.connecting && once(socket, 'connect')));
    // The last ones are refused: wait for that, not for the time after which all end.
    while (closed.size < 10) await new Promise((resolve) => setImmediate(resolve));
    expect(closed.size).toBe(10);
    expect(known.client.connected).toBe(true);
    for (const socket of sockets) socket.destroy();
    known.client.close();
  });
});

describe('web pages', () => {
  it('of a listed origin, or of ours, may open sockets; others may not', async () => {
    for (const [origin, isAllowed] of [
      [ORIGIN, true],
      [bench.url, true],
      ['https://elsewhere.example', false],
      ['null', false],
    ] as const) {
      const { client, refusal } = await open(await bench.token({ role: 'observer' }), { origin });
      expect([origin, refusal === undefined]).toEqual([origin, isAllowed]);
      client.close();
    }
  });

  it('of a listed origin may read answers, and ask beforehand what they may', async () => {
    const preflight = await fetch(`${bench.url}/v1/exercises`, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const read = (origin: string) =>
      fetch(`${bench.url}/v1/exercises`, { headers: { origin, authorization: `Bearer ${observer}` } });
    const ours = await read(ORIGIN);
    expect([ours.headers.get('access-control-allow-origin'), ours.headers.get('vary')]).toEqual([ORIGIN, 'Origin']);
    expect((await read('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('every answer', () => {
  it.each(['/health/live', '/v1/exercises', '/nothing', '/metrics'])('says nosniff and no-store: %s', async (path) => {
    const { headers } = await fetch(`${bench.url}${path}`, { headers: { authorization: `Bearer ${observer}` } });
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
  });
});

it('a request with two Host headers is refused, and so is a socket', async () => {
  for (const path of ['/health/live', '/socket.io/?EIO=4&transport=websocket']) {
    const socket = connect(bench.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    const head = path.startsWith('/socket.io') ? upgrade + key : 'Connection: close\r\n';
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n${head}\r\n`);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1.1 40[03] /);
  }
});
