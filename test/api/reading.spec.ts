/** Lists, single things, the log, explain and lint; and that a side sees nothing of the other. */
import { readFile } from 'node:fs/promises';
import { PageCursors } from '#infra/read/page-cursor.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let controller: string;
let pak: string;
let chn: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise();
  controller = await bench.token({ role: 'controller' });
  pak = await bench.token({ role: 'observer', side: 'PAK' });
  chn = await bench.token({ role: 'observer', side: 'CHN' });
  const alerts = ['JOINT', 'PAK', 'CHN', 'JOINT', 'PAK'].map((releaseClass, i) =>
    sampleAlert({
      info: [
        {
          category: [['Fire', 'Health', 'Security'][i % 3]],
          event: 'E',
          urgency: 'Immediate',
          severity: ['Severe', 'Minor'][i % 2],
          certainty: 'Likely',
        },
      ],
      exercise: { site: i % 2 === 0 ? 'plant' : 'road', releasability: { class: releaseClass } },
    }),
  );
  await bench.http.post(`/v1/exercises/${exercise}/alerts`).set('authorization', `Bearer ${controller}`).send(alerts);
  await bench.work(exercise);
}, 60_000);

afterAll(() => bench?.stop());

const get = (path: string, token = controller) =>
  bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);

type Item = Record<string, unknown> & { id: string };

async function pages(path: string, token = controller): Promise<Item[]> {
  const items: Item[] = [];
  let cursor = '';
  do {
    const { status, body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`, token);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(2);
    items.push(...body.items);
    cursor = body.next === undefined ? '' : `&cursor=${encodeURIComponent(body.next)}`;
  } while (cursor !== '');
  return items;
}

describe('lists', () => {
  it.each(['/alerts', '/incidents', '/notifications', '/units'])(
    '%s come in pages, each entry once, and singly',
    async (path) => {
      const items = await pages(path);
      const ids = items.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(2);
      expect(new Set(ids).size).toBe(ids.length);
      for (const item of items) expect((await get(`${path}/${item.id}`)).body).toEqual(item);
    },
  );

  it('are sorted and filtered as asked', async () => {
    const ids = (await pages('/incidents?sort=id')).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(await pages('/incidents?sort=-id')).toEqual((await pages('/incidents?sort=id')).toReversed());
    const severe = await pages('/alerts?severity=Severe,Extreme');
    expect(severe).toHaveLength(3);
    expect((await pages('/incidents?site=road')).every(({ site }) => site === 'road')).toBe(true);
    expect((await pages('/units?side=CHN')).map(({ id }) => id)).toEqual(['consulate', 'desk']);
    expect(await pages('/notifications?incident=INC-0001&side=CHN')).toHaveLength(1);
    expect((await pages('/alerts?status=active'))[0]).toMatchObject({ status: 'active', incident: expect.any(String) });
  });

  it('tell what is wrong with a parameter', async () => {
    for (const query of [
      'limit=0',
      'limit=x',
      'limit=501',
      'sort=colour',
      'status=lost',
      'status=',
      'colour=1',
      'limit=1&limit=2',
    ]) {
      const { status, body } = await get(`/incidents?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'QUERY_INVALID']);
      expect(body.errors).toHaveLength(1);
    }
    for (const cursor of ['x', 'bm90']) {
      const { status, body } = await get(`/incidents?cursor=${cursor}`);
      expect([cursor, status, body.code]).toEqual([cursor, 400, 'CURSOR_INVALID']);
    }
  });

  it('of an exercise that does not exist are not found', async () => {
    for (const path of ['/incidents', '/events', '/commands', '/policy', '/lint', '/units/spu']) {
      const { status } = await bench.http
        .get(`/v1/exercises/EX-none${path}`)
        .set('authorization', `Bearer ${controller}`);
      expect([path, status]).toEqual([path, 404]);
    }
  });
});

describe('what a side sees', () => {
  it('is what is of its class or joint, in every list', async () => {
    for (const [token, hidden] of [
      [pak, 'CHN'],
      [chn, 'PAK'],
    ] as const) {
      for (const path of ['/alerts', '/incidents', '/notifications']) {
        const items = await pages(path, token);
        expect(items.length).toBeGreaterThan(0);
        expect(JSON.stringify(items)).not.toContain(`"audience":"${hidden}"`);
        const all = await pages(path);
        for (const item of all.filter(({ audience }) => audience === hidden)) {
          expect((await get(`${path}/${item.id}`, token)).status).toBe(404);
        }
      }
    }
  });

  it('of the log is its own gapless stream', async () => {
    for (const token of [controller, pak, chn]) {
      const { body } = await get('/events?limit=1000', token);
      expect(body.more).toBe(false);
      expect(body.events.map(({ seq }: { seq: number }) => seq)).toEqual(
        body.events.map((_: unknown, i: number) => i + 1),
      );
      expect((await get('', token)).body.lastSeq).toBe(body.events.length);
    }
    const { body } = await get('/events?limit=1000', pak);
    expect(new Set(body.events.map(({ audience }: { audience: string }) => audience))).toEqual(
      new Set(['JOINT', 'PAK']),
    );
  });
});

describe('the log', () => {
  it('is read from a number on, by type, and singly', async () => {
    const whole = (await get('/events?limit=1000')).body.events;
    const { body } = await get('/events?after=3&limit=4');
    expect(body).toEqual({ events: whole.slice(3, 7), last: 7, more: true });
    const opened = await get('/events?type=IncidentOpened,ExerciseStarted&limit=2');
    expect(opened.body.events.map(({ type }: { type: string }) => type)).toEqual(['ExerciseStarted', 'IncidentOpened']);
    expect(opened.body.more).toBe(true);
    const rest = await get(`/events?type=IncidentOpened&after=${opened.body.last}&limit=1000`);
    expect([rest.body.events.length, rest.body.last, rest.body.more]).toEqual([4, whole.length, false]);
    expect((await get('/events/2')).body).toEqual(whole[1]);
    for (const seq of ['0', '-1', '99999', 'x', '1e3']) expect((await get(`/events/${seq}`)).status).toBe(404);
    const end = await get(`/events?after=${whole.length}`);
    expect(end.body).toEqual({ events: [], last: whole.length, more: false });
    expect((await get('/events?after=99999')).body).toMatchObject({ status: 400, code: 'CURSOR_AHEAD' });
  });
});

describe('the log, searched', () => {
  type Event = { seq: number; type: string; data: { incident?: string } };
  const wholeOf = async (token: string): Promise<Event[]> => (await get('/events?limit=1000', token)).body.events;

  it('is read backwards from a number, or from its end', async () => {
    for (const token of [controller, pak, chn]) {
      const whole = await wholeOf(token);
      const end = whole.length;
      const { body } = await get(`/events?before=${end + 1_000}&limit=3`, token);
      expect(body).toEqual({ events: whole.slice(-3), first: end - 2, last: end, more: true });
      const found: Event[] = [];
      let before = Number.MAX_SAFE_INTEGER;
      for (let more = true; more;) {
        const page = (await get(`/events?before=${before}&limit=7`, token)).body;
        found.unshift(...page.events);
        before = page.first;
        more = page.more;
      }
      expect([found, before]).toEqual([whole, 1]);
    }
    expect((await get('/events?before=1')).body).toEqual({ events: [], first: 1, last: 0, more: false });
    expect((await get('/events?after=2&before=5')).body).toMatchObject({ first: 3, last: 4, more: false });
  });

  it('is read about one incident, and of some types, either way', async () => {
    for (const [token, incident] of [
      [controller, 'INC-0001'],
      [pak, 'PAK-0001'],
      [chn, 'INC-0001'],
    ] as const) {
      const whole = await wholeOf(token);
      const about = whole.filter(({ data }) => data.incident === incident);
      expect(about.length).toBeGreaterThan(5);
      const all = await get(`/events?incident=${incident}&limit=1000`, token);
      expect(all.body).toEqual({ events: about, last: whole.length, more: false });
      const some = await get(`/events?incident=${incident}&limit=2`, token);
      expect(some.body).toEqual({ events: about.slice(0, 2), last: about[1]?.seq, more: true });
      const last = await get(`/events?incident=${incident}&before=1000&limit=2`, token);
      expect(last.body).toMatchObject({ events: about.slice(-2), first: about.at(-2)?.seq, more: true });
      const sent = about.filter(({ type }) => type === 'NotificationSent' || type === 'AlertAccepted');
      const types = 'type=NotificationSent,AlertAccepted';
      expect((await get(`/events?incident=${incident}&${types}&before=1000`, token)).body.events).toEqual(sent);
    }
  });

  it("is empty about what one may not know, and about what is none's", async () => {
    for (const incident of ['CHN-0001', 'INC-9999', '"', '%']) {
      const { body } = await get(`/events?incident=${encodeURIComponent(incident)}`, pak);
      expect(body).toMatchObject({ events: [], more: false });
    }
  });
});

describe('commands', () => {
  it('are listed with their outcome: all for a controller, their own for others', async () => {
    expect((await pages('/commands')).length).toBe(6);
    expect(await pages('/commands?status=applied&type=StartExercise')).toHaveLength(1);
    expect(await pages('/commands?status=pending,refused')).toHaveLength(0);
    expect(await pages('/commands', pak)).toHaveLength(0);
  });
});

describe('exercises', () => {
  it('are opened from a scenario file, read and listed', async () => {
    const scenario = JSON.parse(await readFile('scenarios/demonstration.json', 'utf8'));
    const as = (token: string) => ({ authorization: `Bearer ${token}` });
    const made = await bench.http.post('/v1/exercises').set(as(controller)).send({ scenario, seed: 'mine' });
    expect([made.status, made.body.status, made.body.time]).toEqual([201, 'planned', 0]);
    expect(made.headers['location']).toBe(`/v1/exercises/${made.body.id}`);
    expect((await bench.http.get(made.headers['location'] ?? '').set(as(pak))).body.id).toBe(made.body.id);
    const units = await bench.http.get(`/v1/exercises/${made.body.id}/units?limit=500`).set(as(pak));
    expect(units.body.items.length).toBeGreaterThanOrEqual(10);
    const list = await bench.http.get('/v1/exercises?limit=1').set(as(pak));
    const next = await bench.http.get(`/v1/exercises?limit=1&cursor=${list.body.next}`).set(as(pak));
    expect([list.body.items[0].id, next.body.items[0].id, next.body.next]).toEqual([made.body.id, exercise, undefined]);
    expect((await bench.http.get('/v1/exercises?status=ended').set(as(pak))).body.items).toEqual([]);
  });

  it('are not opened from a bad scenario; each fault is told', async () => {
    const make = (scenario: unknown) =>
      bench.http.post('/v1/exercises').set('authorization', `Bearer ${controller}`).send({ scenario });
    const { status, body } = await make({ id: 'x' });
    expect([status, body.code]).toEqual([422, 'INPUT_INVALID']);
    expect(body.errors.length).toBeGreaterThan(3);
    expect((await make(undefined)).status).toBe(422);
  });
});

describe('the policy', () => {
  const post = (path: string, body: object, token = controller) =>
    bench.http.post(path).set('authorization', `Bearer ${token}`).send(body);

  it('is shown, and linted', async () => {
    expect((await get('/policy', pak)).body).toMatchObject({ id: 'standard', version: 1 });
    expect((await get('/lint', pak)).body.findings).toEqual(expect.any(Array));
    const scenario = JSON.parse(await readFile('scenarios/demonstration.json', 'utf8'));
    const { status, body } = await post('/v1/lint', { scenario });
    expect([status, body.findings.filter(({ level }: { level: string }) => level === 'error')]).toEqual([200, []]);
    expect((await post('/v1/lint', { scenario: { id: 1 } })).body.code).toBe('INPUT_INVALID');
  });

  it('explains what an alert would set going, on the duties of now', async () => {
    const path = `/v1/exercises/${exercise}/explain`;
    const { status, body } = await post(path, { alert: sampleAlert({ exercise: { site: 'plant' } }), at: 1000 }, pak);
    expect([status, body.at, body.matches[0].chain]).toEqual([200, 1000, 'standard']);
    expect(JSON.stringify(body.plans)).toContain('police-sindh');
    await bench.working(
      exercise,
      bench.http
        .put(`/v1/exercises/${exercise}/units/police-sindh/duty`)
        .set('authorization', `Bearer ${controller}`)
        .send({ duty: 'off' }),
    );
    const off = await post(path, { alert: sampleAlert({ exercise: { site: 'plant' } }) }, pak);
    expect(JSON.stringify(off.body.plans)).toContain('off-duty');
    const bad = await post(path, { alert: sampleAlert({ scope: 'Secret' }) }, pak);
    expect([bad.status, bad.body.code]).toEqual([422, 'ALERT_INVALID']);
    expect(
      (await post(path, { alert: sampleAlert({ exercise: { releasability: { class: 'CHN' } } }) }, pak)).status,
    ).toBe(403);
  });
});

// Last, because they open exercises of their own.
it('a list takes back the cursors that it gave, and those of no other list or exercise', async () => {
  const other = await bench.exercise();
  for (const list of ['incidents', 'alerts', 'notifications', 'units', 'commands']) {
    const cursor = encodeURIComponent((await get(`/${list}?limit=1`)).body.next);
    expect([list, (await get(`/${list}?cursor=${cursor}`)).status]).toEqual([list, 200]);
    for (const path of [`${exercise}/${list === 'units' ? 'incidents' : 'units'}`, `${other}/${list}`]) {
      const { status, body } = await bench.http
        .get(`/v1/exercises/${path}?cursor=${cursor}`)
        .set('authorization', `Bearer ${controller}`);
      expect([list, path, status, body.code]).toEqual([list, path, 400, 'CURSOR_INVALID']);
    }
  }
});

it('of large alerts is a page bounded by their size, too, and leads on', async () => {
  const id = await bench.exercise();
  const alert = () => {
    const [info] = sampleAlert()['info'] as Record<string, unknown>[];
    const parameter = Array.from({ length: 15 }, (_, i) => ({ valueName: `n${i}`, value: 'x'.repeat(9_500) }));
    return sampleAlert({ info: [{ ...info, parameter }] });
  };
  const post = (body: unknown) =>
    bench.http
      .post(`/v1/exercises/${id}/alerts`)
      .set('authorization', `Bearer ${controller}`)
      .send(body as object);
  expect((await post(Array.from({ length: 40 }, alert))).status).toBe(202);
  await bench.work(id);
  const ids: string[] = [];
  for (let cursor = '', pages = 0; ; pages += 1) {
    const { body, text } = await bench.http
      .get(`/v1/exercises/${id}/alerts?limit=500${cursor}`)
      .set('authorization', `Bearer ${controller}`);
    expect(text.length).toBeLessThan(2.5 * 1024 * 1024);
    ids.push(...body.items.map((item: Item) => item.id));
    if (body.next === undefined) {
      expect(pages).toBe(2);
      break;
    }
    cursor = `&cursor=${body.next}`;
  }
  expect(new Set(ids).size).toBe(40);
  expect(ids).toHaveLength(40);
}, 30_000);

it('a cursor is a place in the list that gave it out, or is refused; it breaks nothing, and tells nothing', async () => {
  const cursors = await PageCursors.load(bench.dataSource);
  const ask = (path: string, cursor: string) =>
    bench.http.get(`${path}&cursor=${cursor}`).set('authorization', `Bearer ${controller}`);
  for (const key of [Number.MAX_SAFE_INTEGER, -1, 2 ** 40]) {
    for (const [name, sort] of [
      ['alert', 'severity'],
      ['incident', 'status'],
      ['notification', 'queuedAt'],
    ] as const) {
      const path = `/v1/exercises/${exercise}/${name}s?sort=${sort}`;
      const place = cursors.encode({ name, exerciseId: exercise, sort }, { key, id: 'x' });
      expect([name, key, (await ask(path, place)).status]).toEqual([name, key, key === 2 ** 40 ? 200 : 400]);
      // Of another list; not whole; changed; and not sealed at all.
      const other = cursors.encode({ name, exerciseId: exercise, sort: `-${sort}` }, { key, id: 'x' });
      const open = Buffer.from(JSON.stringify([`${name} ${exercise} ${sort}`, key, 'x'])).toString('base64url');
      const changed = `${place.slice(0, 30)}${place[30] === 'A' ? 'B' : 'A'}${place.slice(31)}`;
      for (const wrong of [other, place.slice(0, 20), place.slice(0, -8), changed, open]) {
        expect([name, wrong, (await ask(path, wrong)).status]).toEqual([name, wrong, 400]);
      }
      expect(Buffer.from(place, 'base64url').toString('latin1')).not.toContain(String(key));
      expect(place).toHaveLength(cursors.encode({ name, exerciseId: exercise, sort }, { key: 1, id: 'x' }).length);
    }
    const place = cursors.encode({ name: 'exercise', sort: '-createdAt' }, { key, id: 'x' });
    const { status } = await ask('/v1/exercises?limit=1', place);
    expect(['exercise', key, status]).toEqual(['exercise', key, key === 2 ** 40 ? 200 : 400]);
  }
});

it('units tell each side how many places are taken by what it may know of', async () => {
  const id = await bench.exercise();
  const hidden = sampleAlert({ exercise: { site: 'plant', releasability: { class: 'PAK' } } });
  const units = async (token: string) => {
    const { body } = await bench.http.get(`/v1/exercises/${id}/units`).set('authorization', `Bearer ${token}`);
    return Object.fromEntries(body.items.map((unit: Item) => [unit.id, unit['engaged']]));
  };
  const before = await units(chn);
  const submit = bench.http.post(`/v1/exercises/${id}/alerts`).set('authorization', `Bearer ${controller}`);
  expect((await submit.send([hidden])).status).toBe(202);
  await bench.work(id);
  const { body } = await bench.http
    .get(`/v1/exercises/${id}/notifications`)
    .set('authorization', `Bearer ${controller}`);
  const [{ id: notification, unit }] = body.items;
  const path = `/v1/exercises/${id}/notifications/${notification}/acknowledge`;
  const acknowledged = await bench.working(id, bench.http.post(path).set('authorization', `Bearer ${controller}`));
  expect(acknowledged.status).toBe(200);
  expect((await units(controller))[unit]).toBe(1);
  expect((await units(pak))[unit]).toBe(1);
  expect(await units(chn)).toEqual(before);
});
