/** What nobody should send, over real HTTP and raw connections: a clear answer, and the process goes on. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ApiBench, sampleAlert, sampleCap } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let token: string;

beforeAll(async () => {
  bench = await ApiBench.start({ bodyLimitBytes: 1024 * 1024, requestTimeoutMs: 1_000 });
  exercise = await bench.exercise();
  token = await bench.token({ role: 'service' });
}, 60_000);

afterAll(() => bench?.stop());

afterEach(async () => {
  const alive = await post(sampleAlert());
  expect(alive.status).toBe(202);
  expect(bench.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

function post(body: unknown, type = 'application/json') {
  return bench.http
    .post(`/v1/exercises/${exercise}/alerts`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', type)
    .serialize((given: unknown) => given as string)
    .send((Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body)) as string);
}

/** Writes to a bare connection, with `pieces` after the head, and answers what came back until it was closed. */
function raw(head: string, pieces: Iterable<string | Buffer> = []): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(bench.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(answer));
    socket.write(head);
    const iterator = pieces[Symbol.iterator]();
    const more = (): void => {
      for (;;) {
        const next = iterator.next();
        if (next.done === true || socket.destroyed) return;
        if (socket.write(next.value)) continue;
        socket.once('drain', more);
        return;
      }
    };
    more();
  });
}

const head = (...lines: string[]): string =>
  [
    `POST /v1/exercises/${exercise}/alerts HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${token}`,
    ...lines,
    '',
    '',
  ].join('\r\n');

describe('JSON', () => {
  it.each([
    ['not JSON at all', '{"identifier": nope}', 400, 'MALFORMED_JSON'],
    ['cut off', '{"identifier":"a', 400, 'MALFORMED_JSON'],
    ['nested 100,000 deep', '['.repeat(100_000), 400, 'JSON_TOO_DEEP'],
    ['with a prototype', '{"__proto__":{"a":1}}', 400, 'FORBIDDEN_KEY'],
    ['with an infinite number', '{"identifier":1e400}', 400, 'NUMBER_OUT_OF_RANGE'],
    ['with a number that no double holds', '{"identifier":9007199254740993}', 400, 'NUMBER_OUT_OF_RANGE'],
    ['with a lone surrogate', '{"identifier":"\\ud800"}', 400, 'FORBIDDEN_CHARACTER'],
    ['with a null character', '{"identifier":"\\u0000"}', 400, 'FORBIDDEN_CHARACTER'],
    ['with a key twice', '{"identifier":"a","identifier":"b"}', 400, 'DUPLICATE_KEY'],
    ['that is no object', '"alert"', 422, 'ALERT_INVALID'],
    ['of bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'WRONG_ENCODING'],
    ['empty', '', 400, 'EMPTY_BODY'],
  ])('%s', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat \w+ \(/);
  });
});

describe('XML', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><alert>&b;</alert>`;
  it.each([
    ['an entity bomb', bomb, 400, 'DTD_FORBIDDEN'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 400, 'DTD_FORBIDDEN'],
    [
      '100,000 attributes',
      `<alert ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`.slice(0, 1_000_000),
      400,
      'XML_TOO_MANY_ATTRIBUTES',
    ],
    ['too deep', `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${'<a>'.repeat(1000)}`, 400, 'XML_TOO_DEEP'],
    ['cut off', sampleCap('X').slice(0, 200), 400, 'MALFORMED_XML'],
  ])('%s', async (_what, body, status, code) => {
    const answer = await post(body, 'application/cap+xml');
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('in another encoding than it says', async () => {
    const answer = await post(Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]), 'application/xml; charset=utf-8');
    expect([answer.status, answer.body.code]).toEqual([400, 'WRONG_ENCODING']);
  });
});

describe('size', () => {
  it('beyond the limit, told beforehand, is refused unread', async () => {
    const answer = await raw(head('Content-Type: application/json', 'Content-Length: 999999999'));
    expect(answer).toMatch(/^HTTP\/1\.1 413[\s\S]*connection: close[\s\S]*"code":"TOO_LARGE"/i);
  });

  it('of a body is not looked at when the caller may not use the route', async () => {
    const lines = ['Content-Type: text/plain', 'Content-Encoding: br', 'Content-Length: 999999999'];
    const answer = await raw(head(...lines).replace(`/${exercise}/alerts`, `/${exercise}/end`));
    expect(answer).toMatch(/^HTTP\/1\.1 403[\s\S]*connection: close[\s\S]*"code":"FORBIDDEN"/i);
  });

  it('beyond the limit, not told beforehand', async () => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'a'), Buffer.from('\r\n')]);
    const answer = await raw(
      head('Content-Type: application/json', 'Transfer-Encoding: chunked'),
      Array(32).fill(chunk),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
  });

  it('of a gzip bomb counts as it is after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
    const before = process.memoryUsage().rss;
    const answer = await post(bomb).set('content-encoding', 'gzip');
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('of a line of 10 MB is told by its number, and the lines around it count', async () => {
    const good = (): string => `${JSON.stringify(sampleAlert())}\n`;
    const answer = await post(`${good()}{"a":"${'x'.repeat(10_000_000)}"}\n${good()}`, 'application/x-ndjson');
    expect([answer.status, answer.body.accepted.length]).toEqual([202, 2]);
    expect(answer.body.rejected).toEqual([{ line: 2, problems: [expect.objectContaining({ code: 'LINE_TOO_LONG' })] }]);
  });

  it('that breaks off counts as far as its lines came, and says where it broke', async () => {
    const lines = Array.from({ length: 1_200 }, () => JSON.stringify(sampleAlert()));
    const packed = gzipSync(lines.join('\n'));
    const broken = packed.subarray(0, Math.floor(packed.length * 0.8));
    const answer = await post(broken, 'application/x-ndjson').set('content-encoding', 'gzip');
    const { accepted, rejected, stoppedAtLine } = answer.body;
    expect([answer.status, accepted.length]).toEqual([202, stoppedAtLine - 1]);
    expect(accepted.length).toBeGreaterThan(500);
    const message = 'The gzip data break off before their end.';
    expect(rejected).toEqual([{ line: stoppedAtLine, problems: [{ code: 'BAD_REQUEST', path: '', message }] }]);
    const nothing = await post(packed.subarray(0, 40), 'application/x-ndjson').set('content-encoding', 'gzip');
    expect([nothing.status, nothing.body.code, nothing.body.detail]).toEqual([400, 'BAD_REQUEST', message]);
  });

  it('of a gzip bomb of blank lines is read as far as lines are', async () => {
    const bomb = gzipSync(`${JSON.stringify(sampleAlert())}\n${'\n'.repeat(40 * 1024 * 1024)}`);
    const answer = await post(bomb, 'application/x-ndjson').set('content-encoding', 'gzip');
    expect([answer.status, answer.body.accepted.length]).toEqual([202, 1]);
    expect(answer.body.stoppedAtLine).toBeGreaterThan(100_000);
    expect(answer.body.stoppedAtLine).toBeLessThan(1_000_000);
  });

  it('of a gzip bomb in one line stays one line too long', async () => {
    const bomb = gzipSync(`${JSON.stringify(sampleAlert())}\n${' '.repeat(300 * 1024 * 1024)}x`);
    const answer = await post(bomb, 'application/x-ndjson').set('content-encoding', 'gzip');
    expect([answer.status, answer.body.rejected[0].problems[0].code]).toEqual([202, 'LINE_TOO_LONG']);
  }, 20_000);
});

describe('an Upgrade that is not wanted', () => {
  const h2c = [
    'Connection: close, Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA',
  ];

  it('is passed over, with a body and without', async () => {
    const body = JSON.stringify(sampleAlert());
    const posted = await raw(head('Content-Type: application/json', `Content-Length: ${body.length}`, ...h2c), [body]);
    expect(posted).toMatch(/^HTTP\/1\.1 202/);
    expect(await raw(`GET /health/live HTTP/1.1\r\nHost: x\r\n${h2c.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200/);
  });

  it('to a websocket elsewhere is a request for that path', async () => {
    const asked =
      'Connection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==';
    expect(await raw(`GET /elsewhere HTTP/1.1\r\nHost: x\r\n${asked}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 401/);
  });
});

describe('encodings and types', () => {
  it('gzip is read', async () => {
    const answer = await post(gzipSync(JSON.stringify(sampleAlert()))).set('content-encoding', 'gzip');
    expect(answer.status).toBe(202);
  });

  it('what says gzip and is not is refused', async () => {
    const answer = await post('{}').set('content-encoding', 'gzip');
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('gzip that is cut off is refused', async () => {
    const whole = gzipSync(JSON.stringify(Array.from({ length: 50 }, () => sampleAlert())));
    for (const type of ['application/json', 'application/x-ndjson']) {
      const answer = await post(whole.subarray(0, whole.length - 20), type).set('content-encoding', 'gzip');
      expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  it('other encodings are refused', async () => {
    for (const type of ['application/json', 'application/x-ndjson']) {
      const answer = await post('{}', type).set('content-encoding', 'br');
      expect([answer.status, answer.body.code, answer.headers['accept-encoding']]).toEqual([
        415,
        'UNSUPPORTED_ENCODING',
        'gzip',
      ]);
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
    'application/jsonx',
  ])('the type %s is refused', async (type) => {
    const answer = await post('{}', type);
    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(answer.headers['accept']).toContain('application/cap+xml');
  });

  it('XML is refused where only JSON is taken', async () => {
    const controller = await bench.token({ role: 'controller' });
    const answer = await bench.http
      .post(`/v1/exercises/${exercise}/speed`)
      .set('authorization', `Bearer ${controller}`)
      .set('content-type', 'application/xml')
      .send('<a/>');
    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

describe('slow and broken requests', () => {
  it('a body that does not come is given up', async () => {
    const answer = await raw(head('Content-Type: application/json', 'Content-Length: 50'), ['{']);
    expect(answer).toMatch(/^HTTP\/1\.1 408[\s\S]*connection: close[\s\S]*"code":"REQUEST_TIMEOUT"/i);
  });

  it('lines that do not come are given up; those before them count', async () => {
    const line = `${JSON.stringify(sampleAlert({ identifier: 'SLOW' }))}\n`;
    const answer = await raw(head('Content-Type: application/x-ndjson', 'Content-Length: 5000'), [line]);
    expect(answer).toMatch(/^HTTP\/1\.1 202/);
    expect(answer).toMatch(/"rejected":\[\{"line":2,"problems":\[\{"code":"REQUEST_TIMEOUT"/);
    const nothing = await raw(head('Content-Type: application/x-ndjson', 'Content-Length: 5000'), ['{']);
    expect(nothing).toMatch(/^HTTP\/1\.1 408/);
  });

  it('a request that breaks off disturbs nobody', async () => {
    for (const type of ['application/json', 'application/x-ndjson']) {
      const socket = connect(bench.port, '127.0.0.1');
      await new Promise((resolve) =>
        socket.write(`${head(`Content-Type: ${type}`, 'Content-Length: 50')}{"a`, resolve),
      );
      socket.resetAndDestroy();
    }
  });

  it.each([
    ['nonsense', 'HELLO\r\n\r\n', 400, 'BAD_REQUEST'],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    [
      'a path that cannot be decoded',
      'GET /v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'two lengths',
      `POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_what, request, status, code) => {
    const answer = await raw(request);
    expect(answer).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status}[\\s\\S]*application/problem\\+json[\\s\\S]*"code":"${code}"`, 'i'),
    );
  });

  it('a request of HTTP/1.1 that names no host, wherever it goes; one of HTTP/1.0 need not', async () => {
    for (const path of ['/health/live', '/v1/exercises', '/nothing']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400[\s\S]*application\/problem\+json[\s\S]*"detail":"[^"]*Host[^"]*"/i);
      expect(answer).toContain(`"instance":"${path}","code":"BAD_REQUEST"`);
    }
    expect(await raw('GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200/);
  });

  it('an id of impossible length', async () => {
    const answer = await bench.http.get(`/v1/exercises/${'x'.repeat(300)}`).set('authorization', `Bearer ${token}`);
    expect([answer.status, answer.body.code]).toEqual([414, 'URI_TOO_LONG']);
  });

  it.each([
    ['get', '/v1/exercises/%00', 404],
    ['get', '/v1/exercises/{id}/alerts/%00', 404],
    ['get', '/v1/exercises/{id}/alerts?sender=%00', 400],
    ['get', '/v1/exercises/{id}/incidents?site=a%E2%80%AEb', 400],
    ['post', '/v1/exercises/%00/alerts', 404],
    ['post', '/v1/exercises/{id}/incidents/%00/resolve', 404],
    ['put', '/v1/exercises/{id}/units/%00/duty', 404],
  ] as const)('a character that cannot be stored, in the address: %s %s', async (method, path, status) => {
    const controller = await bench.token({ role: 'controller' });
    const answer = await bench.http[method](path.replace('{id}', exercise))
      .set('authorization', `Bearer ${controller}`)
      .send(method === 'get' ? undefined : {});
    expect([answer.status, answer.body.code]).toEqual([status, status === 404 ? 'NOT_FOUND' : 'QUERY_INVALID']);
  });
});
