/** Asks twins the same by every door, as every viewer who may not know of the difference, and finds what is answered differently. */
import { readdirSync } from 'node:fs';
import { Agent } from 'node:http';
import { whyNoMetrics } from '#infra/accounts/metrics-right.js';
import { ask, type Answer, type Asked, countingIds, revealsSecret, withoutChance } from './answers.js';
import { type Kind, requestsOf } from './doors.js';
import { pushed, streamed } from './live-doors.js';
import { type KnownIds, knownIds } from './values.js';
import { EXERCISE, REMOTE_UNITS, type Viewer, type World } from './world.js';

/** Pages of one list that are walked at most. */
const MOST_PAGES = 6;
/** So many in a row without one that is random are counted. */
const LOOKED_AT = 40;

export interface Difference {
  readonly viewer: string;
  readonly door: string;
  /** What the world without the hidden things answers, and the other one; or what is wrong with an answer by itself. */
  readonly shown: readonly string[];
}

export interface Compared {
  readonly differences: readonly Difference[];
  readonly doors: number;
  /** Statuses that were answered, to see that more than refusals were compared. */
  readonly statuses: ReadonlySet<number>;
}

/** What is asked. */
export interface Doors {
  readonly kinds: readonly Kind[];
  /** Absent: every door. */
  readonly only?: RegExp;
  /** Of things to ask after; absent: {@link idsOf}. */
  readonly known?: KnownIds;
}

/** @param hiding the world in which something is hidden from these viewers; its ids are asked of both */
export async function compare(
  plain: World,
  hiding: World,
  viewers: readonly Viewer[],
  doorsAsked: Doors = { kinds: ['reading', 'acting'] },
): Promise<Compared> {
  const known = doorsAsked.known ?? (await idsOf(plain, hiding));
  const differences: Difference[] = [];
  const statuses = new Set<number>();
  let doors = 0;
  // One after the other: what they do must be done in the same order in both worlds.
  for (const viewer of viewers) {
    const [a, b] = await Promise.all([plain, hiding].map((world) => tour(world, viewer, known, doorsAsked)));
    if (a === undefined || b === undefined) throw new Error('there are two worlds');
    for (const door of new Set([...a.shown.keys(), ...b.shown.keys()])) {
      doors += 1;
      const shown = [a.shown.get(door) ?? '(not asked)', b.shown.get(door) ?? '(not asked)'] as const;
      if (shown[0] !== shown[1]) differences.push({ viewer: viewer.name, door, shown: excerpts(...shown) });
    }
    for (const fault of [...a.faults, ...b.faults]) differences.push({ viewer: viewer.name, ...fault });
    for (const status of a.statuses) statuses.add(status);
  }
  return { differences, doors, statuses };
}

/** Of two long texts, where they begin to differ. */
function excerpts(a: string, b: string): string[] {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return [a, b].map((text) => text.slice(Math.max(0, at - 150), at + 150));
}

interface Tour {
  readonly shown: Map<string, string>;
  readonly statuses: Set<number>;
  /** What is wrong with one answer alone. */
  readonly faults: Omit<Difference, 'viewer'>[];
}

async function tour(world: World, viewer: Viewer, known: KnownIds, { kinds, only }: Doors): Promise<Tour> {
  const token = world.tokens.get(viewer.name) ?? '';
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const result: Tour = { shown: new Map(), statuses: new Set(), faults: [] };
  const requestIds: string[] = [];
  // Metrics are of both sides; who runs the installation may give them to a service of neither.
  const readsMetrics = whyNoMetrics(viewer) === undefined;
  const hear = (asked: Asked, answer: Answer): void => {
    const isOfBothSides = readsMetrics && asked.path === '/metrics';
    result.shown.set(asked.door, isOfBothSides ? String(answer.status) : answer.text);
    result.statuses.add(answer.status);
    if (answer.requestId !== undefined && requestIds.length < LOOKED_AT) requestIds.push(answer.requestId);
    if (revealsSecret(JSON.stringify(asked), answer.text))
      result.faults.push({ door: asked.door, shown: [answer.text] });
  };
  try {
    const isAsked = (door: string): boolean => only?.test(door) ?? true;
    for (const kind of kinds) {
      for (const asked of requestsOf(viewer, token, known, kind).filter(({ door }) => isAsked(door))) {
        hear(asked, await ask(world, agent, asked, EXERCISE));
        if (kind === 'reading') await pages(asked, (page) => ask(world, agent, page, EXERCISE), hear);
      }
      await world.bench.work(EXERCISE);
    }
    for (const asked of beside(world, token).filter(({ door }) => isAsked(door)))
      hear(asked, await ask(world, agent, asked, EXERCISE));
    if (only !== undefined && !only.test('streamEvents') && !only.test('socket')) {
      // Streams and sockets are not of interest.
    } else if (viewer.role === 'service') {
      // A program has no stream; it is refused alike.
      for (const [door, text] of await streamed(world, token, 0)) result.shown.set(door, text);
    } else {
      const last = await lastSeq(world, agent, token);
      for (const [door, text] of [...(await streamed(world, token, last)), ...(await pushed(world, token, last))]) {
        result.shown.set(door, text);
        if (revealsSecret(door, text)) result.faults.push({ door, shown: [text] });
      }
    }
    if (viewer.role === 'liaison' && viewer.side !== undefined) {
      const received = await world.programs.receivedBy(REMOTE_UNITS[viewer.side]);
      for (const [n, message] of received.entries()) {
        const door = `delivery ${n + 1}`;
        result.shown.set(door, withoutChance(world, message));
        if (revealsSecret(door, message)) result.faults.push({ door, shown: [message] });
      }
    }
  } finally {
    agent.destroy();
  }
  const counting = countingIds(requestIds);
  if (counting.length > 0) result.faults.push({ door: 'request ids', shown: requestIds });
  return result;
}

/** A list is walked entry by entry, so that each cursor is looked at and used. */
async function pages(
  asked: Asked,
  get: (asked: Asked) => Promise<Answer>,
  hear: (asked: Asked, answer: Answer) => void,
): Promise<void> {
  if (!asked.path.endsWith('?limit=1')) return;
  let next: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = next === undefined ? '' : `&cursor=${next}`;
    const answer = await get({ ...asked, path: `${asked.path}${query}` });
    hear({ ...asked, door: `${asked.door} page ${page}` }, answer);
    next = /"next":"([\w-]+)"/.exec(answer.body)?.[1];
    if (next === undefined) return;
  }
}

/** What is no route of the table: paths that are none, methods that are not allowed, the documents, and what lacks a token. */
function beside({ workerUrl }: World, token: string): Asked[] {
  const path = `/v1/exercises/${EXERCISE}`;
  const own = { 'x-request-id': 'given' };
  return [
    { door: 'no route', method: 'GET', path: `${path}/nothing`, token },
    { door: 'not allowed', method: 'PATCH', path, token },
    { door: 'no token', method: 'GET', path, token: undefined },
    { door: 'wrong token', method: 'GET', path, token: 'tdm_wrong' },
    { door: 'own request id', method: 'GET', path: `${path}/incidents/PAK-0002`, token, headers: own },
    { door: 'documents', method: 'GET', path: '/docs/openapi.json', token },
    { door: 'console', method: 'GET', path: '/', token },
    ...CONSOLE_FILES.map((path) => ({ door: `console file ${path}`, method: 'GET', path, token })),
    { door: 'console of the exercise', method: 'GET', path: `/x/${EXERCISE}/board`, token },
    ...['/metrics', '/nothing'].map((at) => ({
      door: `worker ${at}`,
      method: 'GET',
      path: at,
      token,
      url: workerUrl,
    })),
  ];
}

/** The scripts and styles of the console, which all get alike. */
const CONSOLE_FILES = readdirSync('dist/console/assets')
  .filter((name) => /^index-.*\.(?:js|css)$/.test(name))
  .map((name) => `/assets/${name}`);

async function lastSeq(world: World, agent: Agent, token: string): Promise<number> {
  const path = `/v1/exercises/${EXERCISE}`;
  const { body } = await ask(world, agent, { door: '', method: 'GET', path, token }, EXERCISE);
  return (JSON.parse(body) as { lastSeq: number }).lastSeq;
}

/** Of each list what both worlds have, what only the other one has, and one that there is not. */
const OF_EACH = 3;

/** Asked of both worlds. */
export async function idsOf(plain: World, hiding: World): Promise<KnownIds> {
  const [before, after] = [await listsOf(plain), await listsOf(hiding)];
  const some = (list: string): string[] => {
    const [old = [], now = []] = [before[list], after[list]];
    const shared = now.filter((id) => old.includes(id));
    const hidden = now.filter((id) => !old.includes(id));
    return [...spread(shared, hidden.length === 0 ? 2 * OF_EACH : OF_EACH), ...spread(hidden, OF_EACH), 'none'];
  };
  const { lastSeq: last } = await hiding.act('GET', '');
  const { items: announcements } = (await hiding.act('GET', '/announcements')) as { items: { id: string }[] };
  const sessions = await hiding.bench.dataSource.query<{ id: string }[]>('SELECT id FROM session ORDER BY id');
  const found = {
    alert: some('alerts'),
    incident: some('incidents'),
    notification: some('notifications'),
    unit: some('units'),
    command: some('commands'),
    message: some('messages'),
    release: some('releases'),
    announcement: announcements.map(({ id }) => id),
    session: sessions.map(({ id }) => id),
  };
  return knownIds(found, Number(last));
}

/** Evenly spaced, since what belongs together stands together. */
function spread(ids: readonly string[], most: number): string[] {
  return ids.filter((_, n) => n % Math.ceil(ids.length / most) === 0);
}

const LISTS = ['alerts', 'incidents', 'notifications', 'units', 'commands', 'messages'] as const;
type Lists = Record<string, readonly string[]>;

async function listsOf(world: World): Promise<Lists> {
  const lists = await Promise.all(LISTS.map(async (list) => [list, await world.ids(list)] as const));
  const { cases, requests } = (await world.act('GET', '/releases')) as Record<'cases' | 'requests', { id: string }[]>;
  const releases = [...cases, ...requests].map(({ id }) => id);
  return { ...Object.fromEntries(lists), releases };
}
