/** FollowLog against a server of its own making, that does what networks and restarts do. */
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { EventView } from '#contracts/http/events.js';
import type { ClientToServer, JoinMessage, ServerToClient } from '#contracts/push/messages.js';
import { FollowLog } from '../../apps/cli/src/client/follow-log.js';

type Push = Server<ClientToServer, ServerToClient>;

const event = (seq: number): EventView => ({
  seq,
  at: exerciseTime(seq),
  wall: '2026-11-23T09:00:00.000Z',
  type: 'ExercisePaused',
  data: {},
  cause: {},
  actor: { kind: 'engine' },
  audience: 'JOINT',
});
const batch = (from: number, to: number) => ({
  exercise: 'EX-1',
  from,
  to,
  events: Array.from({ length: to - from + 1 }, (_, i) => event(from + i)),
});
const problem = (code: string) => ({
  type: 'about:blank',
  title: 'Refused',
  status: 503,
  detail: `because of ${code}`,
  instance: 'join',
  code,
  requestId: 'r',
});

interface TestServer {
  readonly push: Push;
  readonly port: number;
  /** All joins, in order. */
  readonly joins: JoinMessage[];
  stop(): Promise<void>;
}

let servers: TestServer[] = [];
let followers: FollowLog[] = [];

/** `onJoin` gets the number of the join, from 1. */
async function serve(
  onJoin: (socket: Parameters<Parameters<Push['on']>[1]>[0], join: JoinMessage, count: number) => unknown,
  port = 0,
): Promise<TestServer> {
  const http: HttpServer = createServer();
  const push: Push = new Server(http, { transports: ['websocket'] });
  const joins: JoinMessage[] = [];
  push.on('connection', (socket) => {
    socket.on('join', (join, answer) => {
      joins.push(join);
      const error = onJoin(socket, join, joins.length);
      answer(typeof error === 'string' ? { ok: false, error: problem(error) } : { ok: true, last: 0 });
    });
  });
  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done));
  const server = {
    push,
    joins,
    port: (http.address() as AddressInfo).port,
    stop: () => new Promise<void>((done) => void push.close(() => done())),
  };
  servers.push(server);
  return server;
}

interface Followed {
  readonly log: FollowLog;
  readonly seqs: number[];
  /** Resolves when so many events have come. */
  have(count: number): Promise<number[]>;
}

function follow({ port }: TestServer, after?: number): Followed {
  const seqs: number[] = [];
  let arrived = (): void => undefined;
  const log = new FollowLog({
    url: `http://127.0.0.1:${port}`,
    token: 'tdm_token',
    exercise: 'EX-1',
    after,
    onEvents: (events) => {
      seqs.push(...events.map(({ seq }) => seq));
      arrived();
    },
  });
  followers.push(log.start());
  const have = async (count: number): Promise<number[]> => {
    while (seqs.length < count) await new Promise<void>((done) => (arrived = done));
    return seqs;
  };
  return { log, seqs, have };
}

afterEach(async () => {
  for (const follower of followers) follower.close();
  await Promise.all(servers.map((server) => server.stop().catch(() => undefined)));
  followers = [];
  servers = [];
});

describe('following a log', () => {
  it('joins with the cursor it was given and passes on what comes', async () => {
    const server = await serve((socket) => socket.emit('events', batch(6, 8)));
    const { have, log } = follow(server, 5);
    expect(await have(3)).toEqual([6, 7, 8]);
    expect(server.joins).toEqual([{ exercise: 'EX-1', after: 5 }]);
    expect(log.cursor).toBe(8);
  });

  it('leaves out what it has seen, and what belongs to another exercise', async () => {
    const server = await serve((socket) => {
      socket.emit('events', batch(1, 3));
      socket.emit('events', batch(1, 3));
      socket.emit('events', { ...batch(4, 9), exercise: 'EX-2' });
      socket.emit('events', batch(2, 5));
    });
    const { have } = follow(server);
    expect(await have(5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('never takes a gap, but asks again from its cursor', async () => {
    const server = await serve((socket, { after = 0 }, count) => {
      if (count === 1) {
        socket.emit('events', batch(1, 2));
        socket.emit('events', batch(5, 6));
        socket.emit('events', batch(7, 7));
      } else socket.emit('events', batch(after + 1, 7));
    });
    const { have } = follow(server);
    expect(await have(7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(server.joins.map(({ after }) => after)).toEqual([0, 2]);
  });

  it('comes back with its cursor when the server was away', async () => {
    const first = await serve((socket) => socket.emit('events', batch(1, 4)));
    const { have } = follow(first);
    await have(4);
    await first.stop();
    const second = await serve((socket, { after = 0 }) => socket.emit('events', batch(after + 1, 6)), first.port);
    expect(await have(6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(second.joins).toEqual([{ exercise: 'EX-1', after: 4 }]);
  });

  it('comes back when the server has closed the socket, as it does with a slow client', async () => {
    const server = await serve((socket, { after = 0 }, count) => {
      socket.emit('events', batch(after + 1, after + 2));
      if (count === 1) setImmediate(() => socket.disconnect(true));
    });
    const { have } = follow(server);
    expect(await have(4)).toEqual([1, 2, 3, 4]);
    expect(server.joins.map(({ after }) => after)).toEqual([0, 2]);
  });

  it('tries again while the database is away', async () => {
    const server = await serve((socket, _, count) =>
      count === 1 ? 'DATABASE_UNAVAILABLE' : socket.emit('events', batch(1, 1)),
    );
    const { have } = follow(server);
    expect(await have(1)).toEqual([1]);
  });

  it.each(['NOT_FOUND', 'FORBIDDEN', 'CURSOR_AHEAD'])('ends when no attempt can help: %s', async (code) => {
    const server = await serve(() => code);
    await expect(follow(server).log.ended).rejects.toMatchObject({
      exitCode: 2,
      message: `because of ${code} (${code})`,
    });
  });

  it('ends when the token is refused', async () => {
    const server = await serve(() => undefined);
    server.push.use((_, next) => next(Object.assign(new Error('no'), { data: problem('UNAUTHENTICATED') })));
    await expect(follow(server).log.ended).rejects.toMatchObject({ exitCode: 2 });
    expect(server.joins).toEqual([]);
  });

  it('ends when the token is revoked on the way', async () => {
    const server = await serve((socket) => {
      socket.emit('goodbye', { code: 'UNAUTHENTICATED', message: 'The token is no longer valid.' });
      socket.disconnect(true);
    });
    await expect(follow(server).log.ended).rejects.toThrow('The token is no longer valid.');
  });

  it('ends when the exercise is deleted on the way', async () => {
    const server = await serve((socket) => {
      socket.emit('goodbye', { code: 'EXERCISE_DELETED', message: 'The exercise EX-1 was deleted.', exercise: 'EX-1' });
      socket.disconnect(true);
    });
    await expect(follow(server).log.ended).rejects.toThrow('The exercise EX-1 was deleted. (EXERCISE_DELETED)');
  });

  it('passes nothing on after it was closed', async () => {
    const server = await serve((socket) => socket.emit('events', batch(1, 1)));
    const { have, log, seqs } = follow(server);
    await have(1);
    log.close();
    server.push.emit('events', batch(2, 2));
    await log.ended;
    expect(seqs).toEqual([1]);
  });
});
