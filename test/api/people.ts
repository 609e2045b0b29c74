/** People as they come in: by cookies, over a browser's headers, and sockets of theirs. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import type { ApiBench } from './api-bench.js';

export type Client = Socket<ServerToClient, ClientToServer>;
export type Method = 'get' | 'post' | 'put' | 'delete';

export const PASSWORD = 'a long enough password';

/** Asks as a page of the API's own does, with the cookie of a session. */
export function page(bench: ApiBench, cookie: string, origin = bench.url) {
  return (method: Method, path: string, body?: object) => {
    const request = bench.http[method](path).set('cookie', cookie).set('origin', origin);
    return body === undefined ? request : request.send(body);
  };
}

export function token(bench: ApiBench, secret: string) {
  return (method: Method, path: string, body?: object) => {
    const request = bench.http[method](path).set('authorization', `Bearer ${secret}`);
    return body === undefined ? request : request.send(body);
  };
}

/** The cookie as a browser sends it back. */
export function cookieOf({ headers }: { headers: Record<string, unknown> }): string {
  const set = headers['set-cookie'];
  return String(Array.isArray(set) ? set[0] : set).split(';')[0] ?? '';
}

/** A socket, open or refused. */
export async function socket(
  bench: Pick<ApiBench, 'url'>,
  headers: Record<string, string>,
  auth: object = {},
): Promise<Client> {
  const client: Client = io(bench.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
    auth,
  });
  await new Promise<void>((resolve, reject) => client.once('connect', resolve).once('connect_error', reject));
  return client;
}

/** Resolves with the reason when the server has closed it. */
export function closed(client: Client): Promise<string> {
  return new Promise((resolve) => client.once('disconnect', resolve));
}
