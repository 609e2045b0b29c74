/** Live events: over sockets and as server-sent events, each once and in order, whatever happens in between. */
import { request } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import type { Audience } from '#domain/kernel/side.js';
import type { EventView } from '#contracts/http/events.js';
import type { ClientToServer, EventsMessage, JoinAnswer, ServerToClient } from '#contracts/push/messages.js';
import { ApiBench } from './api-bench.js';
import { eventually } from '../support/eventually.js';

type Client = Socket<ServerToClient, ClientToServer>;

const SLOW = 256 * 1024;

let bench: ApiBench;
let exercise: string;
const tokens = { controller: '', pak: '', chn: '', joint: '' };
const clients: Client[] = [];

beforeAll(async () => {
  bench = await ApiBench.start({ slowClientBytes: SLOW });
  tokens.controller = await bench.token({ role: 'controller' });
  tokens.pak = await bench.token({ role: 'operator', side: 'PAK' });
  tokens.chn = await bench.token({ role: 'observer', side: 'CHN' });
  tokens.joint = await bench.token({ role: 'observer' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise();
});

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

afterAll(() => bench?.stop());

async function connected(token: string): Promise<Client> {
  const client: Client = io(bench.url, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

/** A client that has joined, and all that it was sent; it fails on a gap or a repeat. */
async function following(token: string, after = 0, id = exercise) {
  const client = await connected(token);
  const events: EventView[] = [];
  const batches: EventsMessage[] = [];
  let next = after + 1;
  let broken: string | undefined;
  client.on('events', (batch) => {
    if (batch.from !== next || batch.events.length !== batch.to - batch.from + 1) {
      broken ??= `${batch.from}..${batch.to} came where ${next} was due`;
    }
    next = batch.to + 1;
    batches.push(batch);
    events.push(...batch.events);
  });
  const answer = await join(client, { exercise: id, after });
  expect(answer).toMatchObject({ ok: true });
  const upTo = (seq: number) =>
    eventually(() => {
      expect(broken).toBeUndefined();
      expect(next - 1).toBe(seq);
    });
  return { client, events, batches, upTo };
}

const join = (client: Client, message: unknown): Promise<JoinAnswer> =>
  client.timeout(5_000).emitWithAck('join', message as { exercise: string });

const append = (count: number, audience: Audience = 'JOINT'): Promise<void> =>
  bench.append(exercise, ...Array.from({ length: count }, () => audience));

async function logOf(token: string): Promise<EventView[]> {
  const { body } = await bench.http
    .get(`/v1/exercises/${exercise}/events?limit=1000`)
    .set('authorization', `Bearer ${token}`);
  return body.events;
}

/** The server-sent events of a request, as they come. */
async function streaming(token: string, query = '', headers: Record<string, string> = {}) {
  const events: { id: number; data: EventView }[] = [];
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const asked = request(
      `${bench.url}/v1/exercises/${exercise}/events/stream${query}`,
      { headers: { authorization: `Bearer ${token}`, ...headers } },
      resolve,
    );
    asked.on('error', reject);
    asked.end();
  });
  let text = '';
  answer.on('error', () => undefined);
  answer.on('data', (piece: Buffer) => {
    text += piece.toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = /^id: (\d+)\ndata: (.*)$/.exec(text.slice(0, end));
      if (fields) events.push({ id: Number(fields[1]), data: JSON.parse(fields[2] ?? '') as EventView });
      text = text.slice(end + 2);
    }
  });
  return { answer, events, close: () => answer.destroy() };
}

describe('a socket', () => {
  it('without a valid token is refused with a problem', async () => {
    for (const token of ['', 'nonsense', `tdm_${'a'.repeat(43)}`]) {
      await expect(connected(token)).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED', status: 401 } });
    }
  });

  it('gets what it missed, then what happens', async () => {
    await append(1300);
    const whole = await following(tokens.controller);
    const late = await following(tokens.controller, 1298);
    await whole.upTo(1301);
    await late.upTo(1301);
    await append(3);
    await whole.upTo(1304);
    await late.upTo(1304);
    expect(late.events).toEqual(whole.events.slice(1298));
    expect(whole.events.slice(0, 1000)).toEqual(await logOf(tokens.controller));
  });

  it('neither misses nor repeats anything while the log grows as it joins', async () => {
    let total = 1;
    const growing = (async () => {
      for (let i = 0; i < 40; i++) {
        await append(7);
        total += 7;
      }
    })();
    const followers = [];
    for (let i = 0; i < 12; i++) followers.push(await following(tokens.controller, i % 2 === 0 ? 0 : 1));
    await growing;
    for (const follower of followers) await follower.upTo(total);
  }, 20_000);

  it('sees the stream of its side, by its own numbers', async () => {
    for (const audience of ['PAK', 'CHN', 'CONTROL', 'JOINT', 'PAK'] as const) await append(2, audience);
    const each = { controller: 11, pak: 7, chn: 5, joint: 3 } as const;
    for (const [name, count] of Object.entries(each) as [keyof typeof each, number][]) {
      const follower = await following(tokens[name]);
      await follower.upTo(count);
      await append(1, 'CONTROL');
      await append(1, 'JOINT');
      expect(new Set(follower.events.map(({ audience }) => audience))).toEqual(
        new Set(
          name === 'controller'
            ? ['JOINT', 'PAK', 'CHN', 'CONTROL']
            : name === 'joint'
              ? ['JOINT']
              : ['JOINT', name.toUpperCase()],
        ),
      );
      follower.client.disconnect();
      await bench.dataSource.query('SELECT 1');
      exercise = await fresh();
    }
  });

  async function fresh(): Promise<string> {
    const id = await bench.exercise();
    exercise = id;
    for (const audience of ['PAK', 'CHN', 'CONTROL', 'JOINT', 'PAK'] as const) await append(2, audience);
    return id;
  }

  it('is told the last number as it joins, and refused with a cursor beyond it', async () => {
    await append(4);
    const client = await connected(tokens.controller);
    expect(await join(client, { exercise, after: 5 })).toEqual({ ok: true, last: 5 });
    const ahead = await join(client, { exercise, after: 6 });
    expect(ahead).toMatchObject({ ok: false, error: { code: 'CURSOR_AHEAD', status: 400 } });
  });

  it('that is refused stays where it is, and does not throw out who joins meanwhile', async () => {
    await append(4);
    const { client, upTo } = await following(tokens.controller);
    await upTo(5);
    expect(await join(client, { exercise, after: 99 })).toMatchObject({ ok: false });
    await append(1);
    await upTo(6);

    const other = await connected(tokens.controller);
    const batches: EventsMessage[] = [];
    other.on('events', (batch) => batches.push(batch));
    const answers = await Promise.all([
      join(other, { exercise, after: 99 }),
      join(other, { exercise, after: 0 }),
      join(other, { exercise, after: 99 }),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, true, false]);
    await eventually(() => expect(batches.at(-1)?.to).toBe(6));
    await append(1);
    await eventually(() => expect(batches.at(-1)?.to).toBe(7));
  });

  it('joins nothing that does not exist for it', async () => {
    const bound = await bench.token({ role: 'observer', exerciseId: exercise });
    const other = await bench.exercise();
    const client = await connected(bound);
    for (const id of [other, 'EX-none']) {
      expect(await join(client, { exercise: id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    const service = await connected(await bench.token({ role: 'service' }));
    expect(await join(service, { exercise })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it.each([undefined, null, 7, 'x', [], {}, { exercise: 7 }, { exercise: 'x', after: -1 }, { exercise: 'x', more: 1 }])(
    'that says join %j gets an error, and stays',
    async (message) => {
      const client = await connected(tokens.controller);
      expect(await join(client, message)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', status: 422 } });
      (client as unknown as Socket).emit('join', message);
      (client as unknown as Socket).emit('join');
      (client as unknown as Socket).emit('nonsense', { a: 1 });
      expect(await join(client, { exercise })).toMatchObject({ ok: true });
    },
  );

  it('that sends too much at once is closed; the others are not', async () => {
    const good = await following(tokens.controller);
    const bad = await connected(tokens.controller);
    const closed = new Promise((resolve) => bad.once('disconnect', resolve));
    (bad as unknown as Socket).emit('join', { exercise: 'x'.repeat(100_000) });
    await closed;
    await append(1);
    await good.upTo(2);
  });

  it('follows a bounded number of exercises, and leaves them', async () => {
    const client = await connected(tokens.controller);
    const others = await Promise.all(Array.from({ length: 16 }, () => bench.exercise(undefined, 'planned')));
    for (const id of others) expect(await join(client, { exercise: id })).toMatchObject({ ok: true });
    expect(await join(client, { exercise })).toMatchObject({ ok: false, error: { code: 'TOO_MANY_JOINED' } });
    const leave = (id: string) => client.timeout(5_000).emitWithAck('leave', { exercise: id });
    expect(await leave(others[0] ?? '')).toEqual({ ok: true });
    expect(await leave(others[0] ?? '')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await join(client, { exercise })).toMatchObject({ ok: true });
  });

  it('is closed with a word when its token is revoked', async () => {
    const account = await bench.accounts.createAccount({ name: 'x', role: 'observer' });
    const { secret, token } = await bench.accounts.createToken(account.id);
    const { client } = await following(secret);
    const goodbye = new Promise((resolve) => client.once('goodbye', resolve));
    await bench.http
      .delete(`/v1/accounts/${account.id}/tokens/${token.id}`)
      .set('authorization', `Bearer ${tokens.controller}`);
    expect(await goodbye).toMatchObject({ code: 'UNAUTHENTICATED' });
    await eventually(() => expect(client.connected).toBe(false));
  }, 15_000);
});

/** Five hundred of them are more than any bound that a slow client has. */
const appendLarge = (count: number): Promise<void> =>
  bench.appendTexts(
    exercise,
    Array.from({ length: count }, () => ({ audience: 'JOINT', text: 'x'.repeat(20_000) })),
  );

describe('a log of large events', () => {
  it('is caught up with, and followed on, by a socket and a stream that read', async () => {
    await appendLarge(500);
    const socket = await following(tokens.pak);
    const stream = await streaming(tokens.pak);
    await socket.upTo(501);
    await eventually(() => expect(stream.events).toHaveLength(501));
    await appendLarge(60);
    await socket.upTo(561);
    await eventually(() => expect(stream.events).toHaveLength(561));
    expect(stream.events.map(({ id }) => id)).toEqual(socket.events.map(({ seq }) => seq));
    stream.close();
  }, 60_000);

  it('is listed in pages that are bounded by their size, too', async () => {
    await appendLarge(300);
    const get = async (after: number) =>
      (
        await bench.http
          .get(`/v1/exercises/${exercise}/events?limit=1000&after=${after}`)
          .set('authorization', `Bearer ${tokens.chn}`)
      ).body;
    const seen: number[] = [];
    for (let last = 0, more = true; more;) {
      const page = await get(last);
      expect(JSON.stringify(page.events).length).toBeLessThan(2.5 * 1024 * 1024);
      seen.push(...page.events.map(({ seq }: EventView) => seq));
      ({ last, more } = page);
    }
    expect(seen).toEqual(Array.from({ length: 301 }, (_, i) => i + 1));
  }, 60_000);
});

describe('a slow client', () => {
  it('is disconnected at the bound, never slows the others, and catches up', async () => {
    const quick = await following(tokens.controller);
    const slow = await following(tokens.controller);
    await slow.upTo(1);
    const closed = new Promise((resolve) => slow.client.once('disconnect', resolve));
    // Its end of the connection is no longer read.
    const transport = (slow.client.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;
    transport.pause();
    let total = 1;
    for (let i = 0; i < 60 && !bench.logLines.some((line) => line.includes('slow client')); i++) {
      await append(500);
      total += 500;
      await quick.upTo(total);
    }
    expect(bench.logLines.join('')).toContain('slow client is disconnected');
    transport.resume();
    await closed;
    const back = await following(tokens.controller, slow.batches.at(-1)?.to ?? 0);
    await back.upTo(total);
  }, 60_000);
});

describe('server-sent events', () => {
  it('give the same as the socket: what was missed, then what happens', async () => {
    await append(700);
    const follower = await following(tokens.pak);
    const stream = await streaming(tokens.pak);
    expect(stream.answer.headers['content-type']).toBe('text/event-stream');
    await append(2, 'CHN');
    await append(2, 'PAK');
    await follower.upTo(703);
    await eventually(() => expect(stream.events).toHaveLength(703));
    expect(stream.events.map(({ data }) => data)).toEqual(follower.events);
    expect(stream.events.map(({ id }) => id)).toEqual(follower.events.map(({ seq }) => seq));
    stream.close();
  });

  it('begin after Last-Event-ID, or after `after`', async () => {
    await append(9);
    for (const stream of [
      await streaming(tokens.joint, '?after=7'),
      await streaming(tokens.joint, '?after=2', { 'last-event-id': '7' }),
    ]) {
      await eventually(() => expect(stream.events.map(({ id }) => id)).toEqual([8, 9, 10]));
      stream.close();
    }
  });

  it('are refused with a cursor that cannot be, and to those who may not read', async () => {
    const get = (token: string, query: string) =>
      bench.http.get(`/v1/exercises/${exercise}/events/stream${query}`).set('authorization', `Bearer ${token}`);
    expect((await get(tokens.pak, '?after=99')).body.code).toBe('CURSOR_AHEAD');
    expect((await get(tokens.pak, '?after=x')).body.code).toBe('QUERY_INVALID');
    expect((await get(tokens.pak, '').set('last-event-id', 'x')).body.code).toBe('QUERY_INVALID');
    expect((await get(await bench.token({ role: 'service' }), '')).status).toBe(403);
  });

  it('of a reader that does not read end at the bound', async () => {
    const stream = await streaming(tokens.controller);
    stream.answer.pause();
    const ended = new Promise((resolve) => stream.answer.once('close', resolve));
    for (let i = 0; i < 60 && !bench.logLines.some((line) => line.includes('slow reader')); i++) await append(500);
    expect(bench.logLines.join('')).toContain('slow reader');
    stream.answer.resume();
    await ended;
  }, 60_000);
});
