/** Answers as they are compared: everything but what is different each time, and that is looked at by itself. */
import { request as httpRequest, Agent } from 'node:http';
import { SideExportReader } from '#log/read-side-export.js';
import type { World } from './world.js';
import { SECRET } from './world.js';

export interface Asked {
  /** What is asked for, in words that are the same in all worlds. */
  readonly door: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly token: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | undefined;
  /** Instead of a body in JSON. */
  readonly text?: { readonly type: string; readonly content: string };
  /** It may be a command, whose outcome is waited for. */
  readonly needsWorker?: boolean;
  /** Of another process than the API. */
  readonly url?: string;
}

export interface Answer {
  readonly status: number;
  /** Status, headers and body, ready to be compared. */
  readonly text: string;
  readonly body: string;
  readonly requestId: string | undefined;
}

/** Sends it; a worker works meanwhile. */
export async function ask(world: World, agent: Agent, asked: Asked, exercise: string): Promise<Answer> {
  const sent = send(world.bench.url, agent, asked);
  const { status, headers, body } = await (asked.needsWorker === true ? world.bench.working(exercise, sent) : sent);
  return { status, body, requestId: headers['x-request-id'], text: comparable(world, { status, headers, body }) };
}

interface Received {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

function send(api: string, agent: Agent, asked: Asked): Promise<Received> {
  return new Promise((resolve, reject) => {
    const json = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const { type, content: text } = asked.text ?? { type: 'application/json', content: json };
    const request = httpRequest(
      `${asked.url ?? api}${asked.path}`,
      {
        agent,
        method: asked.method,
        headers: {
          ...(asked.token !== undefined && { authorization: `Bearer ${asked.token}` }),
          ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
          ...asked.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.once('error', reject).once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const),
            ),
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.once('error', reject);
    request.end(text);
  });
}

/** Of the page of the console: random, and 16 bytes in base64. */
const NONCE = /(nonce[-=]["']?)[A-Za-z0-9+/]{22}==/g;
const WALL_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const SERVER_TIME = /"serverTime":\d{13}/g;

/** With what is random each time taken out, after a look at it. */
export function comparable(world: World, { status, headers, body }: Received): string {
  const { 'x-request-id': requestId, ...others } = headers;
  // When it was answered, and whether the body had been read by then.
  for (const name of ['date', 'connection', 'keep-alive']) delete others[name];
  // How long it is says what is taken out below: whether somebody's socket closed long ago.
  if (/"state":"(?:here|away)","since":/.test(body)) delete others['content-length'];
  const shown = Object.entries(others)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}: ${value}`);
  const text = [String(status), exportForm(body), ...shown, `x-request-id: ${requestId ?? 'none'}`].join('\n');
  return withoutChance(
    world,
    requestId === undefined ? text : text.replaceAll(requestId, `<${requestId.length} random>`),
  );
}

/** Of somebody who has been in the exercise: whether a socket closed more than ten seconds ago depends on how fast the test goes. */
const PRESENCE_STATE = /"state":"(?:here|away)","since":"<wall time>"(?:,"lastSeenAt":"<wall time>")?/g;

/** A text of this world, in the words that all worlds share. */
export function withoutChance(world: World, text: string): string {
  let known = text
    .replace(NONCE, '$1<random>')
    .replace(WALL_TIME, '<wall time>')
    .replace(SERVER_TIME, '"serverTime":"<wall time>"');
  known = known.replace(PRESENCE_STATE, '"state":"<here or away>"');
  for (const [id, name] of world.accounts) known = known.replaceAll(id, `<${name}>`);
  const commands = new Map<string, string>();
  return known
    .replace(/CMD-[\w-]+/g, (id) => {
      const name = commands.get(id) ?? `<command ${commands.size + 1}>`;
      commands.set(id, name);
      return name;
    })
    .replace(/"next":"([\w-]+)"/g, (_, cursor: string) => `"next":"${cursorForm(cursor)}"`);
}

/**
 * An export for one side without what is random in it, and what hangs on that: the salt, the seals and the hash. They may hide nothing: each
 * must be what the lines and the salt give. A file that does not verify is compared with all its salt, and so is never the same twice.
 */
function exportForm(body: string): string {
  if (!body.startsWith('{"kind":"side-export"')) return body;
  const reader = new SideExportReader();
  try {
    for (const line of body.split('\n').slice(0, -1)) reader.line(Buffer.from(line));
    reader.end();
  } catch (error) {
    return `${String(error)}\n${body}`;
  }
  return body.replaceAll(/"(salt|seal|hash)":"[0-9a-f]+"/g, '"$1":"<random>"');
}

/** Of a cursor, no more than its length may be the same twice, and nothing of it may be read. */
function cursorForm(cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const readable = bytes.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  return readable > bytes.length * 0.8 ? `<readable: ${bytes.toString('latin1')}>` : `<cursor of ${cursor.length}>`;
}

/** Consecutive ids must have nothing in common: else they count. */
export function countingIds(ids: readonly string[]): string[] {
  return ids.filter((id, n) => n > 0 && ids[n - 1]?.slice(0, 6) === id.slice(0, 6));
}

/** Whether an answer holds what no player may read, and the question did not. */
export function revealsSecret(asked: string, answered: string): boolean {
  const secret = new RegExp(SECRET, 'i');
  return secret.test(answered) && !secret.test(asked);
}
