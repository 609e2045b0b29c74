/**
 * The comparison of twins is worth what it finds: a leak planted in each kind of door, in the world that hides something, is found by
 * that door's name.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed } from '../../apps/api/src/live/feed.js';
import { Feeds } from '../../apps/api/src/live/feeds.js';
import { EventReader } from '#infra/log/event-reader.js';
import { SideExportSource } from '#infra/recording/side-export-source.js';
import { compare, type Difference, type Doors, idsOf } from './compare.js';
import { playAnswers, playBeginning } from './play.js';
import { answering, LEAKS } from './planted-leaks.js';
import type { KnownIds } from './values.js';
import { alertOf, EXERCISE, VIEWERS, World } from './world.js';

/** A bound for what hangs. */
const WITHIN_MS = 300_000;

let plain: World;
let hiding: World;
/** As asked before anything leaks. */
let known: KnownIds;

beforeAll(async () => {
  plain = await World.open();
  hiding = await World.open();
  for (const [world, hides] of [
    [plain, false],
    [hiding, true],
  ] as const) {
    // Read by nobody of CHN but the releasing authority.
    const exercise = { source: 'nobody', releasability: { class: 'CHN', tlp: 'TLP:RED' } };
    await world.act('POST', '/alerts', alertOf('red', 'CHN', { exercise }));
    await playBeginning(world, 'PAK', hides);
    await playAnswers(world, 'PAK', hides);
  }
  known = await idsOf(plain, hiding);
}, WITHIN_MS);

afterAll(async () => {
  await plain?.close();
  await hiding?.close();
});

const VIEWER = named('observer CHN');
const READING: Doors = { kinds: ['reading'] };
/** The doors of events. */
const EVENTS: Doors = { ...READING, only: /^(?:listEvents|readEvent|streamEvents|socket|exportRecording)/ };

function named(name: string) {
  return VIEWERS.filter((viewer) => viewer.name === name);
}

const nothing = () => () => undefined;

type LoggedRow = Awaited<ReturnType<EventReader['after']>>['events'][number];

/** What each event of the log is changed to: `all` is the number of the last event of the whole log, `n` the count of what is hidden. */
function reading(change: (event: LoggedRow, counts: { readonly all: number; readonly n: number }) => LoggedRow) {
  return (world: World, n: number): (() => void) => {
    const reader = world.bench.api.app.get(EventReader);
    const after = reader.after.bind(reader);
    reader.after = async (exercise, stream, cursor, limit) => {
      const page = await after(exercise, stream, cursor, limit);
      const all = await reader.lastSeq(EXERCISE, 'all');
      return { ...page, events: page.events.map((event) => change(event, { all, n })) };
    };
    return () => void (reader.after = after);
  };
}

/** What is found while both worlds leak in this way: `count` is of the world, and of what is hidden in it. */
async function foundWith(
  plant: (world: World, count: number) => () => void,
  viewers = VIEWER,
  doors = READING,
  then: (world: World) => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly Difference[]> {
  const undo = [plant(plain, 0), plant(hiding, 3)];
  try {
    for (const world of [plain, hiding]) await then(world);
    return (await compare(plain, hiding, viewers, { ...doors, known })).differences;
  } finally {
    for (const one of undo) one();
  }
}

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
  }, WITHIN_MS);

  it.each(LEAKS)('is found: %s', (_, door) => expect(doors.filter((one) => door.test(one))).not.toEqual([]));
});

it(
  'a leak in each event is found by the log, the stream and the socket',
  async () => {
    const differences = await foundWith(
      reading((event, { all }) => ({ ...event, actor: `{"all":${all}}` })),
      VIEWER,
      EVENTS,
    );
    const doors = new Set(differences.map(({ door }) => door.split(' ')[0]));
    expect([...doors]).toEqual(expect.arrayContaining(['listEvents', 'readEvent', 'streamEvents', 'socket']));
  },
  WITHIN_MS,
);

it(
  'a socket whose answer counts for all is found',
  async () => {
    const differences = await foundWith(
      (world, n) => {
        const feeds = world.bench.api.app.get(Feeds);
        const hold = feeds.hold.bind(feeds);
        const leaking = new Set<Feed>();
        // The feed itself: one that others have held may still know its position.
        feeds.hold = (exercise, stream) => {
          const feed = hold(exercise, stream);
          const position = leaking.has(feed) ? undefined : feed.position.bind(feed);
          leaking.add(feed);
          return position ? Object.assign(feed, { position: async () => (await position()) + n }) : feed;
        };
        return () => {
          feeds.hold = hold;
          for (const feed of leaking) delete (feed as Partial<Feed>).position;
        };
      },
      VIEWER,
      EVENTS,
    );
    expect(differences.map(({ door }) => door).filter((door) => door.startsWith('socket join'))).not.toEqual([]);
  },
  WITHIN_MS,
);

/** Whoever takes exports. */
const EXPORTER = named('releasing-authority CHN');
const EXPORT: Doors = { ...READING, only: /^exportRecording/ };

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
  it(
    'is found: the number of an event in the whole log, with all seals right',
    async () => {
      const differences = await foundWith(
        reading((event, { all }) => ({ ...event, cause: `{"timer":"${all}"}` })),
        EXPORTER,
        EXPORT,
      );
      expect(doorsOf(differences)).toContain('exportRecording');
    },
    WITHIN_MS,
  );

  it.each([
    [
      'a field that an export does not have',
      (line: string, n: number) => line.replace('"kind":"event",', `$&"all":${n},`),
    ],
    ['a count in what looks random', (line: string, n: number) => line.replace(/"seal":"../, `"seal":"0${n}`)],
  ])(
    'is found: %s',
    async (_what, change) => {
      expect(doorsOf(await foundWith(exporting(change), EXPORTER, EXPORT))).toContain('exportRecording');
    },
    WITHIN_MS,
  );

  it(
    'is not found where there is none',
    async () => {
      expect(await foundWith(nothing, EXPORTER, EXPORT)).toEqual([]);
    },
    WITHIN_MS,
  );
});

it(
  'a label without effect is found by the log, the stream and the socket',
  async () => {
    const differences = await foundWith(
      reading((event, { n }) =>
        n === 0 ? event : { ...event, data: event.data.replaceAll('"tlp":"TLP:RED"', '"tlp":"TLP:AMBER"') },
      ),
      named('commander CHN'),
      EVENTS,
    );
    expect([...new Set(doorsOf(differences))]).toEqual(
      expect.arrayContaining(['listEvents', 'readEvent', 'streamEvents', 'socket', 'exportRecording']),
    );
  },
  WITHIN_MS,
);

it.each([
  ['a hidden incident', /^noteIncident/, answering(/PAK-\d+\/notes$/, (n) => [n > 0 ? 403 : 404, {}])],
  ['a hidden release', /^withdrawRelease/, answering(/REL-PAK-\d+\/withdraw$/, (n) => [n > 0 ? 409 : 404, {}])],
  ['a hidden message', /^markMessageRead/, answering(/MSG-PAK-\d+\/read$/, (n) => [n > 0 ? 403 : 404, {}])],
  ['a hidden thing in a body', /^proposeRelease/, answering(/\/releases$/, (n) => [422, { detail: `${n}` }])],
])(
  'another refusal of a command is found: on %s',
  async (_what, only, plant) => {
    const differences = await foundWith(plant, named('operator CHN'), { kinds: ['acting'], only });
    expect(differences.map(({ door }) => door).filter((door) => only.test(door))).not.toEqual([]);
  },
  WITHIN_MS,
);

/** An incident of its own, about which the unit is asked. */
const { info: INFO } = alertOf('J9', 'JOINT') as { info: object[] };
const ELSEWHERE = { info: [{ ...INFO[0], category: ['Transport'] }] };

it(
  'a leak in what the program of a remote unit receives is found',
  async () => {
    const differences = await foundWith(
      ({ programs }, n) => {
        const { messages } = programs;
        const of = messages.of.bind(messages);
        messages.of = async (delivery) => (await of(delivery))?.replace('</alert>', `<!-- ${n} --></alert>`);
        return () => {
          messages.of = of;
          programs.forget();
        };
      },
      named('liaison CHN'),
      { kinds: [], only: /^delivery/ },
      (world) => world.act('POST', '/alerts', alertOf('J9', 'JOINT', ELSEWHERE)),
    );
    expect(new Set(doorsOf(differences))).toEqual(new Set(['delivery']));
  },
  WITHIN_MS,
);

it(
  "a leak in a worker's answers is found",
  async () => {
    const serverOf = (n: number) => createServer((_request, response) => response.end(`open incidents: ${n}`));
    const [plainly, otherwise] = [serverOf(0), serverOf(3)];
    const servers = [plainly, otherwise];
    for (const server of servers) await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const differences = await foundWith(
      (world, n) => {
        const own = world.workerUrl;
        const { port } = (n === 0 ? plainly : otherwise).address() as AddressInfo;
        world.workerUrl = `http://127.0.0.1:${port}`;
        return () => void (world.workerUrl = own);
      },
      VIEWER,
      { ...READING, only: /^worker/ },
    );
    for (const server of servers) server.close();
    expect(new Set(doorsOf(differences))).toEqual(new Set(['worker']));
  },
  WITHIN_MS,
);

it.each<readonly [string, Doors]>([
  ['observer CHN', READING],
  ['commander CHN', EVENTS],
  ['operator CHN', { kinds: ['acting'], only: /^(?:noteIncident|withdrawRelease|markMessageRead|proposeRelease)/ }],
  ['liaison CHN', { kinds: [], only: /^delivery/ }],
])(
  'nothing is found where nothing is planted: %s',
  async (name, doors) => expect(await foundWith(nothing, named(name), doors)).toEqual([]),
  WITHIN_MS,
);
