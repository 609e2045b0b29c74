/**
 * The permission table through the API. It proves that every command in the table has a route; that each role of both sides gives it on its
 * own things and on joint ones, and on no others; that a thing of the other side, one that a label withholds within the side, and one of
 * another exercise are answered as one that there is not; and that so is an exercise of somebody else. Commands that change the exercise as
 * a whole are tried by role only. Tear lines and things named inside other bodies are among the twins (test/twins).
 */
import type { Operation } from '#contracts/openapi/operation.js';
import { OPERATIONS, type OperationId } from '#contracts/openapi/operations.js';
import { type Role, ROLE_TRAITS, ROLES, type RoleTraits } from '#domain/kernel/role.js';
import { type ReleaseClass, type Side, SIDES } from '#domain/kernel/side.js';
import { PERMISSIONS, reachOf } from '#domain/release/permissions.js';
import { ask, chain, chn, pak, PLAYED, smallExercise, step } from '#domain/testing/small-exercise.js';
import { ApiBench, sampleAlert } from './api-bench.js';
import { CLASSES, type Ids, type Thing, thingsOf, UNITS } from './things-to-change.js';

const AUTHORITY = { ...PLAYED, authority: ['advise', 'inform'] } as const;
const units = SIDES.flatMap((side) => UNITS[side].map((id) => (side === 'PAK' ? pak : chn)(id, undefined, AUTHORITY)));
/** A bound for what hangs. */
const WITHIN_MS = 300_000;
const SCENARIO = smallExercise({
  units,
  chain: chain([
    step(
      'all',
      units.map((unit) => ask(unit, 'advise')),
    ),
  ]),
});
/** A unit of the other exercise only, and one that there is nowhere; as injects, too. */
const FAR = 'faraway';
const NOWHERE = 'nowhere';

interface Person {
  readonly role: Role;
  readonly side: Side | undefined;
  readonly token: string;
  /** Of an account for the other exercise only. */
  readonly elsewhere: string;
}

let bench: ApiBench;
let exercise: string;
let other: string;
let people: Person[] = [];
let ids: Ids;

beforeAll(async () => {
  bench = await ApiBench.start({ ratePerSecond: 0 });
  exercise = await bench.exercise(SCENARIO);
  other = await bench.exercise({ ...SCENARIO, units: [...SCENARIO.units, pak(FAR, undefined, AUTHORITY)] });
  people = await Promise.all(ROLES.flatMap((role) => sidesOf(role).map((side) => person(role, side))));
  const { token } = controller();
  const read = async (path: string) =>
    (await bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`)).body;
  const incidentOf = async (releaseClass: ReleaseClass, more: object = {}): Promise<string> => {
    const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: releaseClass, ...more } } });
    const sent = await send('POST', '/alerts', alert, token);
    await bench.work(exercise);
    return (await read(`/alerts/${sent.body.accepted[0]}`)).incident;
  };
  const incidents = { JOINT: await incidentOf('JOINT'), PAK: await incidentOf('PAK'), CHN: await incidentOf('CHN') };
  const all: { id: string; incident: string; unit: string; side: Side }[] = (await read('/notifications')).items;
  const notifications = all.map(({ id, incident, unit, side }) => ({
    id,
    class: CLASSES.find((one) => incidents[one] === incident) ?? 'JOINT',
    unit,
    side,
  }));
  for (const one of CLASSES) {
    const to = SIDES.filter((side) => one === 'JOINT' || one === side).map((side) => `desk:${side}`);
    const message = { kind: 'message', to, text: 't', label: { class: one } };
    await bench.working(exercise, send('POST', '/messages', message, token));
  }
  for (const from of SIDES) {
    await bench.working(exercise, send('POST', '/releases/requests', { text: 'more?', from }, token));
  }
  ids = {
    incidents,
    red: await incidentOf('PAK', { tlp: 'TLP:RED' }),
    notifications,
    messages: { JOINT: 'MSG-0001', PAK: 'MSG-PAK-0001', CHN: 'MSG-CHN-0001' },
    releases: { PAK: ['REL-PAK-0001', 'REQ-PAK-0001'], CHN: ['REL-CHN-0001', 'REQ-CHN-0001'] },
  };
}, 60_000);

afterAll(() => bench?.stop());

function sidesOf(role: Role): (Side | undefined)[] {
  const { side }: RoleTraits = ROLE_TRAITS[role];
  if (side === 'none') return [undefined];
  return side === 'required' ? [...SIDES] : [...SIDES, undefined];
}

async function person(role: Role, side: Side | undefined): Promise<Person> {
  const own = role === 'liaison' && side !== undefined ? { units: [UNITS[side][0]] } : {};
  const account = (exerciseId: string) =>
    bench.token({ role, exerciseId, ...own, ...(side !== undefined && { side }) });
  return { role, side, token: await account(exercise), elsewhere: await account(other) };
}

function controller(): Person {
  const found = people.find(({ role }) => role === 'controller');
  if (found === undefined) throw new Error('there is no controller');
  return found;
}

function send(method: Operation['method'], path: string, body: object, token: string, where = exercise) {
  const verb = method === 'PUT' ? 'put' : 'post';
  return bench.http[verb](`/v1/exercises/${where}${path}`).set('authorization', `Bearer ${token}`).send(body);
}

const COMMANDS = (Object.keys(OPERATIONS) as OperationId[]).filter((id) => commandOf(id) !== undefined);

function commandOf(id: OperationId) {
  const entry: Operation = OPERATIONS[id];
  return entry.command;
}

function whereOf(id: OperationId): string {
  return OPERATIONS[id].path
    .replace('/v1/exercises/{exercise}', '')
    .replace('{unit}', 'police')
    .replace('{side}', 'PAK')
    .replaceAll(/\{\w+\}/g, 'none');
}

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly detail?: string };
}

/** What an answer says, without what differs from request to request. */
function saidIn({ status, body }: Answer, id: string): unknown {
  const { instance: _, requestId: __, ...said } = body as Record<string, unknown>;
  return { status, said: JSON.stringify(said).replaceAll(id, 'ID') };
}

const NOT_ALLOWED = ['FORBIDDEN', 'NOT_PERMITTED', 'NOT_YOUR_SIDE', 'NOT_YOUR_UNIT'];

/** @returns what the table says of it: the code of a refusal, `hidden`, or undefined where it may be done */
function expected({ role, side }: Person, id: OperationId, thing: Thing = { path: '', body: {} }): string | undefined {
  const type = commandOf(id);
  const reach = type === undefined ? undefined : reachOf(role, type);
  if (reach === undefined) return 'FORBIDDEN';
  if (reach === 'any' || reach === 'own-classes') return undefined;
  if (thing.class !== undefined && thing.class !== 'JOINT' && thing.class !== side) return 'hidden';
  if (thing.isRed && role !== 'releasing-authority') return 'hidden';
  if (thing.side !== undefined && thing.side !== side) return 'NOT_YOUR_SIDE';
  if (reach === 'own-units' && side !== undefined && thing.unit !== undefined && thing.unit !== UNITS[side][0])
    return 'NOT_YOUR_UNIT';
  return undefined;
}

it('there is a route for every command', () => {
  expect(new Set(COMMANDS.map(commandOf))).toEqual(new Set(Object.keys(PERMISSIONS)));
});

/** Those that change much come last: an incident is resolved once all else was tried on it. */
const LAST: readonly OperationId[] = ['resolveIncident', 'closeIncident', 'cancelIncident'];
const IN_ORDER = [...COMMANDS.filter((id) => !LAST.includes(id)), ...LAST];

describe.each(IN_ORDER)('%s', (id) => {
  it('is given by those whom the table names, on things that are theirs', async () => {
    const things = thingsOf(id, ids);
    const { method } = OPERATIONS[id];
    for (const one of people) {
      const who = `${one.role} ${one.side}`;
      if (things.length === 0) {
        // A body with a field that no command has: who is let in is told of it, and nothing happens.
        const { status, body } = await send(method, whereOf(id), { noSuchField: 1 }, one.token);
        const isForbidden = expected(one, id) === 'FORBIDDEN';
        expect([who, status, isForbidden ? body.code : undefined]).toEqual(
          isForbidden ? [who, 403, 'FORBIDDEN'] : [who, 422, undefined],
        );
        continue;
      }
      for (const thing of things) {
        const is = expected(one, id, thing);
        const answer = await bench.working(exercise, send(method, thing.path, thing.body, one.token));
        const what = `${who} ${thing.path}`;
        if (is === 'hidden') {
          const unknown = thing.unknown ?? thing;
          const none = await bench.working(exercise, send(method, unknown.path, unknown.body, one.token));
          expect([what, saidIn(answer, thing.hidden ?? '')]).toEqual([what, saidIn(none, thing.unknown?.id ?? '')]);
          expect(answer.status).toBe(404);
        } else if (is !== undefined) {
          expect([what, answer.body.code]).toEqual([what, is]);
        } else {
          expect([what, NOT_ALLOWED.includes(answer.body.code ?? '')]).toEqual([what, false]);
          expect(answer.status).not.toBe(404);
        }
      }
    }
  });

  it('takes an exercise of somebody else for one that there is not', async () => {
    const { method } = OPERATIONS[id];
    const [thing = { path: whereOf(id), body: {} }] = thingsOf(id, ids);
    for (const one of people) {
      if (expected(one, id) === 'FORBIDDEN') continue;
      const there = await send(method, thing.path, thing.body, one.elsewhere, exercise);
      const nowhere = await send(method, thing.path, thing.body, one.elsewhere, 'none');
      expect(there.status).toBe(404);
      expect(saidIn(there, exercise)).toEqual(saidIn(nowhere, 'none'));
    }
  });
});

it(
  'ids of another exercise are ids that there are not',
  async () => {
    // The other exercise has no incident yet: what the first one has is unknown there, to whoever may give the command.
    for (const id of COMMANDS) {
      const { method } = OPERATIONS[id];
      for (const one of people.filter((each) => expected(each, id) === undefined)) {
        // None of its ids is known there, so that the first and the last kind of thing stand for all.
        const things = thingsOf(id, ids);
        for (const thing of new Set([things[0], things.at(-1)])) {
          if (thing?.unknown === undefined) continue;
          const there = await bench.working(other, send(method, thing.path, thing.body, one.elsewhere, other));
          const { path, body } = thing.unknown;
          const none = await bench.working(other, send(method, path, body, one.elsewhere, other));
          const who = `${one.role} ${one.side} ${thing.path}`;
          expect([who, saidIn(there, thing.hidden ?? '')]).toEqual([who, saidIn(none, thing.unknown.id)]);
          expect(there.status).toBe(404);
        }
      }
    }
  },
  WITHIN_MS,
);

/** Of each command that names a unit, the request for this one. */
function requestsFor(unit: string): Readonly<Partial<Record<OperationId, { path: string; body: object }>>> {
  return {
    askUnit: { path: `/incidents/${ids.incidents.JOINT}/ask`, body: { unit, action: 'inform', reason: 'r' } },
    reportProgress: { path: `/incidents/${ids.incidents.JOINT}/progress`, body: { unit, progress: 'clear' } },
    setDuty: { path: `/units/${unit}/duty`, body: { duty: 'off' } },
    setMode: { path: `/units/${unit}/mode`, body: { mode: 'played' } },
    setUnitLink: { path: `/units/${unit}/link`, body: { link: { status: 'down' } } },
  };
}

it('a unit of another exercise is a unit that there is not', async () => {
  for (const [id, far] of Object.entries(requestsFor(FAR)) as [OperationId, { path: string; body: object }][]) {
    const nowhere = requestsFor(NOWHERE)[id] ?? far;
    const { method } = OPERATIONS[id];
    for (const one of people.filter((each) => expected(each, id) === undefined)) {
      const there = await bench.working(exercise, send(method, far.path, far.body, one.token));
      const none = await bench.working(exercise, send(method, nowhere.path, nowhere.body, one.token));
      const who = `${one.role} ${one.side} ${id}`;
      expect([who, saidIn(there, FAR)]).toEqual([who, saidIn(none, NOWHERE)]);
      expect([who, there.status >= 400]).toEqual([who, true]);
    }
  }
});

it('an alert that names an incident of the other side is answered as one that names none that there is', async () => {
  const service = people.find(({ role, side }) => role === 'service' && side === 'CHN');
  const [hidden, none] = [ids.incidents.PAK, 'PAK-0099'];
  const outcomes = await Promise.all(
    [hidden, none].map(async (incident, n) => {
      const alert = sampleAlert({
        sender: `chn-${n}@example.org`,
        incidents: [incident],
        exercise: { site: 'plant', releasability: { class: 'CHN' } },
      });
      const sent = await send('POST', '/alerts', alert, service?.token ?? '');
      const [id = ''] = (sent.body as { accepted: string[] }).accepted ?? [];
      await bench.work(exercise);
      const read = await bench.http
        .get(`/v1/exercises/${exercise}/alerts/${id}`)
        .set('authorization', `Bearer ${controller().token}`);
      return [sent.status, (read.body as { incident: string }).incident.replace(/\d+$/, '')];
    }),
  );
  expect(outcomes).toEqual([
    [202, 'CHN-'],
    [202, 'CHN-'],
  ]);
});
