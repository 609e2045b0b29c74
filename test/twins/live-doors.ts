/** Doors that stay open: the stream of server-sent events, and sockets as the AsyncAPI document has them. */
import { io, type Socket } from 'socket.io-client';
import { asyncApiDocument } from '#contracts/openapi/asyncapi-document.js';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import { comparable, withoutChance } from './answers.js';
import { EXERCISE, type World } from './world.js';

const CURSORS = [0, 5, 100_000];
const DEADLINE_MS = 10_000;

/** What the stream says after each cursor, until the last event that this viewer may see, and what it is refused. */
export async function streamed(world: World, token: string, last: number): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const after of CURSORS) {
    const end = new AbortController();
    const deadline = setTimeout(() => end.abort(), DEADLINE_MS);
    const answer = await fetch(`${world.bench.url}/v1/exercises/${EXERCISE}/events/stream`, {
      headers: { authorization: `Bearer ${token}`, 'last-event-id': String(after) },
      signal: end.signal,
    });
    let body = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      body += decoder.decode(chunk as Uint8Array, { stream: true });
      if (answer.status === 200 && (after >= last || holdsWhole(body, last))) break;
    }
    clearTimeout(deadline);
    end.abort();
    const headers = Object.fromEntries(answer.headers.entries());
    found.set(`streamEvents after ${after}`, comparable(world, { status: answer.status, headers, body }));
  }
  return found;
}

/** Whether the event of this number has come to its end: a chunk may end within it. */
function holdsWhole(body: string, seq: number): boolean {
  const start = body.indexOf(`id: ${seq}\n`);
  return start >= 0 && body.includes('\n\n', start);
}

type Client = Socket<ServerToClient, ClientToServer>;

/** What each message of a client is answered with. One that is not named here is an error, so that a new one cannot be left out. */
const MESSAGES: Readonly<Record<string, readonly object[]>> = {
  join: [...CURSORS.map((after) => ({ exercise: EXERCISE, after })), { exercise: 'EX-none' }, { after: -1 }],
  attention: [{ away: true }, { away: false }, { away: 'x' }],
  leave: [{ exercise: EXERCISE }, { exercise: EXERCISE }, { exercise: 'EX-none' }],
  clock: [{ exercise: EXERCISE }, { exercise: 'EX-none' }, {}],
};

/** What a socket receives. */
export async function pushed(world: World, token: string, last: number): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const session = await world.bench.http.get('/v1/session').set('authorization', `Bearer ${token}`);
  const { account } = session.body as { account: string };
  const client: Client = io(world.bench.url, { transports: ['websocket'], auth: { token }, forceNew: true });
  const events: unknown[] = [];
  /** What people learn of one another, in its latest form: how often it came is a matter of time. */
  const people = new Map<string, unknown>();
  let heard = (): void => undefined;
  client.on('presence', (message) => {
    people.set('presence', message);
    heard();
  });
  client.on('announcement', (message) => void people.set(message.announcement.id, message));
  client.on('events', (batch) => {
    events.push(...batch.events);
    heard();
  });
  try {
    await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject));
    for (const name of clientMessages()) {
      const bodies = MESSAGES[name];
      if (bodies === undefined) throw new Error(`No messages "${name}" for a socket: add them to test/twins.`);
      for (const [n, body] of bodies.entries()) {
        events.length = 0;
        const answer = (await client.timeout(DEADLINE_MS).emitWithAck(name as 'join', body as never)) as object;
        const after = (body as { after?: number }).after;
        if ('ok' in answer && answer.ok === true && name === 'join' && after !== undefined) {
          await until(
            () => events.length >= last - after,
            (listener) => (heard = listener),
          );
          // Of itself, too, that it has come: by then it has learned of all others.
          await until(
            () => isHere(people.get('presence'), account),
            (listener) => (heard = listener),
          );
        }
        const told = JSON.stringify({ answer, events }).replaceAll(client.id ?? '', '<socket>');
        found.set(`socket ${name} ${JSON.stringify(body)} (${n + 1})`, withoutChance(world, told));
      }
    }
    found.set('socket: what people learn', withoutChance(world, JSON.stringify([...people.values()])));
  } finally {
    client.disconnect();
  }
  return found;
}

/** Whether the viewer finds itself on the list. */
function isHere(message: unknown, viewer: string): boolean {
  const { people = [] } = (message ?? {}) as { people?: readonly { account: string; state: string }[] };
  return people.some(({ account, state }) => account === viewer && state === 'here');
}

/** The messages that a server of the document takes. */
function clientMessages(): string[] {
  const { operations } = asyncApiDocument('0') as { operations: Record<string, { action: string }> };
  return Object.entries(operations).flatMap(([name, { action }]) => (action === 'receive' ? [name] : []));
}

/** Resolves as soon as it holds; looked at whenever the listener is called. */
async function until(holds: () => boolean, listen: (listener: () => void) => void): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('the socket did not receive everything')), DEADLINE_MS);
    listen(() => {
      if (!holds()) return;
      clearTimeout(deadline);
      resolve();
    });
  });
}
