/**
 * The comparison of twins is worth what it finds: a leak planted in each kind of door, in the world that hides something, is found by
 * that door's name.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import { EventReader } from '#infra/log/event-reader.js';
import { SideExportSource } from '#infra/recording/side-export-source.js';
import { compare, type Difference } from './compare.js';
import { playAnswers, playBeginning } from './play.js';
import { EXERCISE, VIEWERS, World } from './world.js';

let plain: World;
let hiding: World;

beforeAll(async () => {
  plain = await World.open();
  hiding = await World.open();
  for (const [world, hides] of [
    [plain, false],
    [hiding, true],
  ] as const) {
    await playBeginning(world, 'PAK', hides);
    await playAnswers(world, 'PAK', hides);
  }
}, 60_000);

afterAll(async () => {
  await plain?.close();
  await hiding?.close();
});

const VIEWER = VIEWERS.filter(({ name }) => name === 'observer CHN');

/** What is found while both worlds leak in this way: `count` is of the world, and of what is hidden in it. */
async function foundWith(
  plant: (world: World, count: number) => () => void,
  viewers = VIEWER,
): Promise<readonly Difference[]> {
  const undo = [plant(plain, 0), plant(hiding, 3)];
  try {
    return (await compare(plain, hiding, viewers, { kinds: ['reading'] })).differences;
  } finally {
    for (const one of undo) one();
  }
}

type Leak = (request: IncomingMessage, response: ServerResponse) => void;

/** Before the API's own handler, which then goes on if nothing has been answered yet. */
function before(world: World, leak: Leak): () => void {
  const server: Server = world.bench.api.app.getHttpServer();
  const own = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    leak(request, response);
    if (!response.writableEnded) for (const listener of own) listener(request, response);
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
function answering(path: RegExp, told: (count: number) => readonly [number, object | string]) {
  return (world: World, count: number): (() => void) =>
    before(world, ({ url = '' }, response) => {
      if (path.test(url)) answer(response, ...told(count));
    });
}

/** Each kind of door, the one at which it must be found, and the leak. They leak at different doors, so that all can be planted at once. */
const LEAKS: readonly (readonly [string, RegExp, (world: World, count: number) => () => void])[] = [
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

describe('a leak in the answers of HTTP', () => {
  let doors: readonly string[];

  beforeAll(async () => {
    const differences = await foundWith((world, count) => {
      const undo = LEAKS.map(([, , plant]) => plant(world, count));
      return () => {
        for (const one of undo.toReversed()) one();
      };
    });
    doors = differences.map(({ door }) => door);
  }, 60_000);

  it.each(LEAKS)('is found: %s', (_, door) => expect(doors.filter((one) => door.test(one))).not.toEqual([]));
});

it('a leak in each event is found by the log, the stream and the socket', async () => {
  const differences = await foundWith((world) => {
    const reader = world.bench.api.app.get(EventReader);
    const after = reader.after.bind(reader);
    reader.after = async (exercise, stream, cursor, limit) => {
      const page = await after(exercise, stream, cursor, limit);
      const all = await reader.lastSeq(EXERCISE, 'all');
      return { ...page, events: page.events.map((event) => ({ ...event, actor: `{"all":${all}}` })) };
    };
    return () => void (reader.after = after);
  });
  const doors = new Set(differences.map(({ door }) => door.split(' ')[0]));
  expect([...doors]).toEqual(expect.arrayContaining(['listEvents', 'readEvent', 'streamEvents', 'socket']));
}, 60_000);

it('a socket whose answer counts for all is found', async () => {
  const differences = await foundWith((world, n) => {
    const reader = world.bench.api.app.get(EventReader);
    const last = reader.lastSeq.bind(reader);
    reader.lastSeq = async (exercise, stream) => (await last(exercise, stream)) + n;
    return () => void (reader.lastSeq = last);
  });
  expect(differences.map(({ door }) => door).filter((door) => door.startsWith('socket join'))).not.toEqual([]);
}, 60_000);

/** Whoever takes exports. */
const EXPORTER = VIEWERS.filter(({ name }) => name === 'releasing-authority CHN');

/** What the lines of each export are changed to. */
function exporting(change: (line: string, n: number) => string) {
  return (world: World, n: number): (() => void) => {
    const source = world.bench.api.app.get(SideExportSource);
    const lines = source.lines.bind(source);
    source.lines = async function* (...wanted) {
      for await (const text of lines(...wanted)) yield text.replaceAll(/^.+$/gm, (line) => change(line, n));
    };
    return () => void (source.lines = lines);
  };
}

function doorsOf(differences: readonly Difference[]): string[] {
  return differences.map(({ door }) => door.split(' ')[0] ?? '');
}

describe('a leak in an export for one side', () => {
  it('is found: the number of an event in the whole log, with all seals right', async () => {
    const differences = await foundWith((world) => {
      const reader = world.bench.api.app.get(EventReader);
      const after = reader.after.bind(reader);
      reader.after = async (exercise, stream, cursor, limit) => {
        const page = await after(exercise, stream, cursor, limit);
        const all = await reader.lastSeq(EXERCISE, 'all');
        return { ...page, events: page.events.map((event) => ({ ...event, cause: `{"timer":"${all}"}` })) };
      };
      return () => void (reader.after = after);
    }, EXPORTER);
    expect(doorsOf(differences)).toContain('exportRecording');
  }, 60_000);

  it.each([
    [
      'a field that an export does not have',
      (line: string, n: number) => line.replace('"kind":"event",', `$&"all":${n},`),
    ],
    ['a count in what looks random', (line: string, n: number) => line.replace(/"seal":"../, `"seal":"0${n}`)],
  ])(
    'is found: %s',
    async (_what, change) => {
      expect(doorsOf(await foundWith(exporting(change), EXPORTER))).toContain('exportRecording');
    },
    60_000,
  );

  it('is not found where there is none', async () => {
    expect(await foundWith(() => () => undefined, EXPORTER)).toEqual([]);
  }, 60_000);
});

it('nothing is found where nothing is planted', async () => {
  expect(await foundWith(() => () => undefined)).toEqual([]);
}, 60_000);
