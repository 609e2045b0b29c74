/** The clock of an exercise, read through a socket. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ClockAnswer, ServerToClient } from '#contracts/push/messages.js';
import { ApiBench } from './api-bench.js';

let bench: ApiBench;
const clients: Socket[] = [];

beforeAll(async () => {
  bench = await ApiBench.start();
}, 60_000);

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

afterAll(() => bench?.stop());

async function clockFor(token: string, message: object): Promise<ClockAnswer> {
  const client: Socket<ServerToClient, ClientToServer> = io(bench.url, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
  clients.push(client);
  await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject));
  return client.timeout(5_000).emitWithAck('clock', message as { exercise: string });
}

it("shows each viewer the clock that the exercise shows, and the server's own", async () => {
  const exercise = await bench.exercise();
  const controller = await bench.token({ role: 'controller' });
  const before = Date.now();
  const running = await clockFor(controller, { exercise });
  expect(running).toMatchObject({ ok: true, status: 'running', speed: 1 });
  if (!running.ok) throw new Error('refused');
  expect(running.serverTime).toBeGreaterThanOrEqual(before);
  expect(running.serverTime).toBeLessThanOrEqual(Date.now());

  await bench.command(exercise, 'PauseExercise', {});
  for (const account of [{ role: 'controller' }, { role: 'observer', side: 'PAK' }, { role: 'observer' }] as const) {
    const token = await bench.token(account);
    const shown = await bench.http.get(`/v1/exercises/${exercise}`).set('authorization', `Bearer ${token}`);
    const { time, speed } = shown.body as { time: number; speed: number };
    expect(await clockFor(token, { exercise })).toMatchObject({ ok: true, status: 'paused', time, speed });
  }
});

it('is for those who may see the exercise', async () => {
  const exercise = await bench.exercise();
  const code = async (token: string, message: object) => {
    const answer = await clockFor(token, message);
    return answer.ok ? 'ok' : answer.error.code;
  };
  const bound = await bench.token({ role: 'observer', exerciseId: await bench.exercise() });
  expect(await code(bound, { exercise })).toBe('NOT_FOUND');
  expect(await code(bound, { exercise: 'EX-none' })).toBe('NOT_FOUND');
  expect(await code(await bench.token({ role: 'service' }), { exercise })).toBe('FORBIDDEN');
  expect(await code(await bench.token({ role: 'observer' }), {})).toBe('INPUT_INVALID');
});
