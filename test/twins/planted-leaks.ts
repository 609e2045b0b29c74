/** Leaks to plant in the answers of a world: each kind of door, the one at which it must be found, and the leak. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import type { World } from './world.js';

type Leak = (request: IncomingMessage, response: ServerResponse) => void;

/** Before the API's own handler, which then goes on if nothing has been answered yet. */
function before(world: World, leak: Leak): () => void {
  const server: Server = world.bench.api.app.getHttpServer();
  const own = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    leak(request, response);
    // Else the connection would wait for somebody who reads the body.
    if (response.writableEnded) request.resume();
    else for (const listener of own) listener(request, response);
  });
  return () => {
    server.removeAllListeners('request');
    for (const listener of own) server.on('request', listener);
  };
}

function answer(response: ServerResponse, status: number, body: object | string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** An answer of its own to whatever is asked at this path, with the world's count in it. */
export function answering(path: RegExp, replyOf: (count: number) => readonly [number, object | string]) {
  return (world: World, count: number): (() => void) =>
    before(world, ({ url = '' }, response) => {
      if (path.test(url)) answer(response, ...replyOf(count));
    });
}

/** Each kind of door, the one at which it must be found, and the leak. They leak at different doors, so that all can be planted at once. */
export const LEAKS: readonly (readonly [string, RegExp, (world: World, count: number) => () => void])[] = [
  [
    'a row of a list',
    /^listIncidents/,
    answering(/\/incidents$/, (n) => [200, { items: Array.from({ length: n }, () => ({})) }]),
  ],
  ['a count', /^listUnits/, answering(/\/units\?duty=on$/, (total) => [200, { items: [], total }])],
  ['a single thing', /^readIncident .*PAK-/, answering(/\/incidents\/PAK-\d+$/, (n) => [200, { id: 'PAK', n }])],
  ['another refusal', /^readAlert/, answering(/\/alerts\/ALT-/, (n) => [n > 0 ? 403 : 404, {}])],
  ['a filter', /^listAlerts .*sender=hidden/, answering(/sender=hidden/, (n) => [200, { items: [], n }])],
  ['an export', /^exportRecording/, answering(/\/recording$/, (n) => [n > 0 ? 200 : 403, {}])],
  ['a report', /^readReport/, answering(/\/report$/, (n) => [n > 0 ? 409 : 403, {}])],
  [
    'a page of the log',
    /^listEvents .*after=3/,
    answering(/\/events\?after=3$/, (n) => [200, { events: [], last: n }]),
  ],
  ['a snapshot', /^readSnapshot/, answering(/\/snapshot$/, (n) => [200, { state: { incidents: n } }])],
  ['an explanation', /^explainIncident .*PAK-/, answering(/PAK-\d+\/explain$/, (n) => [n > 0 ? 422 : 404, {}])],
  ['a message of a list', /^listMessages/, answering(/\/messages$/, (n) => [200, { items: [], total: n }])],
  ['a message by its id', /^readMessage .*MSG-PAK/, answering(/MSG-PAK-\d+$/, (n) => [n > 0 ? 403 : 404, {}])],
  ['what a releasing desk decides', /^listReleases/, answering(/\/releases$/, (n) => [200, { cases: n }])],
  ['a preview of a release', /^previewRelease .*REL-PAK/, answering(/\/preview$/, (n) => [n > 0 ? 409 : 404, {}])],
  ['who is there', /\/presence$/, answering(/\/presence$/, (n) => [200, { people: n }])],
  ['an announcement', /\/announcements$/, answering(/\/announcements$/, (n) => [200, { unread: n }])],
  ['a list of exercises', /^listExercises/, answering(/\/exercises\?limit=1$/, (n) => [200, { items: [], last: n }])],
  ["the console's page", /^console of/, answering(/\/x\//, (n) => [200, `<html lang="en">${n}</html>`])],
  ["the console's files", /^console file/, answering(/\/assets\//, (n) => [200, `const hidden=${n}`])],
  ['metrics', /^metrics/, answering(/^\/metrics$/, (n) => [200, `tandem_inbox_depth ${n}`])],
  ['a path that is no route', /^no route/, answering(/\/nothing$/, (n) => [404, { detail: `${n} routes` }])],
  [
    'a cursor that can be read',
    /^listAlerts .* page/,
    answering(/\/alerts\?limit=1$/, (n) => [200, { items: [], next: Buffer.from(`["a",${n}]`).toString('base64url') }]),
  ],
  [
    'a message as CAP',
    /^readNotification .* as application\/cap/,
    (world, n) =>
      before(world, ({ url = '', headers }, response) => {
        const isCap = headers.accept === CAP_MEDIA_TYPE && /\/notifications\/.+/.test(url);
        if (isCap) answer(response, 200, `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${n}</alert>`);
      }),
  ],
  [
    'a header',
    /^readUnit/,
    (world, n) =>
      before(world, ({ url = '' }, response) => void (/\/units\/.+/.test(url) && response.setHeader('x-all', n))),
  ],
  [
    'the session',
    /\/v1\/session$/,
    (world, n) =>
      before(world, ({ url = '' }, response) => void (url === '/v1/session' && response.setHeader('x-all', n))),
  ],
  [
    'request ids that count',
    /^request ids/,
    (world) => {
      let number = 0;
      return before(world, (request) => {
        request.headers['x-request-id'] ??= `counting-${(number += 1)}`;
      });
    },
  ],
];
