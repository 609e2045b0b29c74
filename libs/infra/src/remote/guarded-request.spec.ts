import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowedAddresses } from './allowed-address.js';
import { GuardedClient, refusesUrl, type Resolve } from './guarded-request.js';

const BODY = Buffer.from('<alert/>');
const servers: Server[] = [];

/** A server on 127.0.0.1; answers its port, and how many requests have reached it. */
async function serve(listener: RequestListener): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, answer);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, asked };
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const resolving =
  (...answers: readonly (readonly string[])[]): Resolve =>
  (_name, _options, done) => {
    const next = answers[Math.min(calls++, answers.length - 1)] ?? [];
    done(
      null,
      next.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
let calls = 0;
beforeEach(() => (calls = 0));

const LOCAL = new AllowedAddresses(['127.0.0.1']);
const PUBLIC = new AllowedAddresses();
const client = (addresses = LOCAL, resolve?: Resolve, timeoutMs = 5_000) =>
  new GuardedClient(addresses, timeoutMs, resolve);

it('posts the body with its headers', async () => {
  let got = '';
  const { port, asked } = await serve((request, answer) => {
    request.on('data', (chunk: Buffer) => (got += chunk.toString()));
    request.on('end', () => answer.writeHead(204, { 'x-type': String(request.headers['content-type']) }).end());
  });
  const result = await client().post(
    `http://127.0.0.1:${port}/in?x=1`,
    { 'content-type': 'application/cap+xml' },
    BODY,
  );
  expect(result).toEqual({ status: 204, latencyMs: expect.any(Number) });
  expect([asked, got]).toEqual([['POST /in?x=1'], '<alert/>']);
});

it.each([
  ['a status that is no success', 500, 'STATUS_NOT_OK'],
  ['a refusal', 401, 'STATUS_NOT_OK'],
  ['a redirect', 307, 'REDIRECT_REFUSED'],
])('reports %s', async (_, status, error) => {
  const { port } = await serve((_request, answer) => answer.writeHead(status, { location: '/other' }).end());
  expect(await client().post(`http://127.0.0.1:${port}/`, {}, BODY)).toMatchObject({ status, error });
});

it('does not follow a redirect to loopback', async () => {
  const inner = await serve((_request, answer) => answer.end('secret'));
  const outer = await serve((_request, answer) =>
    answer.writeHead(308, { location: `http://127.0.0.1:${inner.port}/admin` }).end(),
  );
  expect(await client().post(`http://127.0.0.1:${outer.port}/`, {}, BODY)).toMatchObject({ error: 'REDIRECT_REFUSED' });
  expect(inner.asked).toEqual([]);
});

it('refuses addresses that are not allowed, and connects to none of them', async () => {
  const { port, asked } = await serve((_request, answer) => answer.end());
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0']) {
    const url = `http://${host}:${port}/`;
    expect([host, await client(PUBLIC).post(url, {}, BODY)]).toMatchObject([host, { error: 'ADDRESS_NOT_ALLOWED' }]);
    expect([host, refusesUrl(url, PUBLIC)]).toEqual([host, true]);
  }
  expect(asked).toEqual([]);
});

it('refuses a name that leads to an address that is not allowed, alone or among others', async () => {
  const { port, asked } = await serve((_request, answer) => answer.end());
  for (const answer of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    const result = await client(PUBLIC, resolving(answer)).post(`http://unit.example.org:${port}/`, {}, BODY);
    expect([answer, result]).toMatchObject([answer, { error: 'ADDRESS_NOT_ALLOWED' }]);
  }
  expect(asked).toEqual([]);
});

it('refuses a name whose address has changed since the last time', async () => {
  const { port, asked } = await serve((_request, answer) => answer.end());
  const changing = client(LOCAL, resolving(['127.0.0.1'], ['127.0.0.2']));
  const url = `http://unit.example.org:${port}/`;
  expect(await changing.post(url, {}, BODY)).toMatchObject({ status: 200 });
  expect(await changing.post(url, {}, BODY)).toMatchObject({ error: 'ADDRESS_NOT_ALLOWED' });
  expect([calls, asked.length]).toEqual([2, 1]);
});

it('resolves a name once for each request: what was checked is what is used', async () => {
  const { port, asked } = await serve((_request, answer) => answer.end());
  const changing = client(LOCAL, resolving(['127.0.0.1'], ['169.254.169.254']));
  expect(await changing.post(`http://unit.example.org:${port}/`, {}, BODY)).toMatchObject({ status: 200 });
  expect([calls, asked.length]).toEqual([1, 1]);
});

it('names how it failed', async () => {
  const { port } = await serve((request) => void request.socket.destroy());
  expect(await client().post(`http://127.0.0.1:${port}/`, {}, BODY)).toMatchObject({ error: 'CONNECTION_LOST' });
  expect(await client().post(`https://127.0.0.1:${port}/`, {}, BODY)).toMatchObject({
    error: expect.stringMatching(/TLS_FAILED|CONNECTION_LOST/),
  });
  const gone = servers.pop();
  await new Promise((done) => gone?.close(done));
  expect(await client().post(`http://127.0.0.1:${port}/`, {}, BODY)).toMatchObject({ error: 'CONNECTION_REFUSED' });
  const unknown: Resolve = (_name, _options, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
  expect(await client(LOCAL, unknown).post('http://unit.example.org/', {}, BODY)).toMatchObject({
    error: 'NAME_NOT_FOUND',
  });
});

it('waits only so long for an answer, and reads only so much of it', async () => {
  const silent = await serve(() => undefined);
  expect(await client(LOCAL, undefined, 100).post(`http://127.0.0.1:${silent.port}/`, {}, BODY)).toMatchObject({
    error: 'TIMEOUT',
  });
  let sent = 0;
  const endless = await serve((_request, answer) => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) sent += 1;
    };
    answer.on('drain', more);
    more();
  });
  expect(await client().post(`http://127.0.0.1:${endless.port}/`, {}, BODY)).toMatchObject({ status: 200 });
  expect(sent).toBeLessThan(1_000);
});
