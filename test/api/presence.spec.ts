/** Who is here, and who plays the units that are played. */
import { PresenceStore } from '#infra/people/presence-store.js';
import type { PresenceView, PresentPerson } from '#contracts/http/presence.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';
import { type Client, socket, token } from './people.js';

let bench: ApiBench;
let store: PresenceStore;
let exercise: string;
let control: ReturnType<typeof token>;
const clients: Client[] = [];

beforeAll(async () => {
  bench = await ApiBench.start();
  store = new PresenceStore(bench.dataSource);
  control = token(bench, await bench.token({ role: 'controller', name: 'Control' }));
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise();
});

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

afterAll(() => bench?.stop());

interface Somebody {
  readonly client: Client;
  readonly secret: string;
  /** What the socket was told of who is here, latest last. */
  readonly told: PresenceView[];
}

async function follow(secret: string): Promise<Somebody> {
  const client = await socket(bench, {}, { token: secret });
  clients.push(client);
  const told: PresenceView[] = [];
  client.on('presence', ({ exercise: _, ...view }) => told.push(view));
  expect(await client.emitWithAck('join', { exercise })).toMatchObject({ ok: true });
  return { client, secret, told };
}

async function comes(account: Parameters<ApiBench['token']>[0]): Promise<Somebody> {
  return follow(await bench.token(account));
}

const read = async (ask = control): Promise<PresenceView> =>
  (await ask('get', `/v1/exercises/${exercise}/presence`)).body;
const find = ({ people }: PresenceView, name: string): PresentPerson | undefined =>
  people.find((one) => one.name === name);

/** As if so long had gone by since somebody left. */
async function passed(ms: number): Promise<void> {
  await bench.dataSource.query(
    `UPDATE presence SET left_at = left_at - make_interval(secs => $2::float8 / 1000) WHERE exercise_id = $1`,
    [exercise, ms],
  );
  await store.settle(exercise);
}

describe('somebody', () => {
  it('is here with role, side and since when, stays for a moment without a socket, and then is away', async () => {
    const { client } = await comes({ role: 'operator', side: 'CHN', name: 'Li' });
    const here = await eventually(async () => {
      const person = find(await read(), 'Li');
      expect(person).toMatchObject({ role: 'operator', side: 'CHN', state: 'here', since: expect.any(String) });
      return person;
    });
    client.disconnect();
    await eventually(async () => {
      const [row] = await bench.dataSource.query('SELECT left_at FROM presence WHERE exercise_id = $1', [exercise]);
      expect(row.left_at).not.toBeNull();
    });
    await passed(9_000);
    expect(find(await read(), 'Li')).toMatchObject({ state: 'here', since: here?.since });
    await passed(2_000);
    const away = find(await read(), 'Li');
    expect(away).toMatchObject({ state: 'away', lastSeenAt: expect.any(String) });
    expect(Date.parse(away?.since ?? '')).toBeGreaterThan(Date.parse(here?.since ?? ''));
  });

  it('is away when all pages say that nobody sits before them', async () => {
    const { client, secret } = await comes({ role: 'observer', name: 'Watcher' });
    const other = await follow(secret);
    const state = async () => find(await read(), 'Watcher')?.state;
    await eventually(async () => expect(await state()).toBe('here'));
    expect(await client.emitWithAck('attention', { away: true })).toEqual({ ok: true });
    await other.client.emitWithAck('attention', { away: true });
    await eventually(async () => expect(await state()).toBe('away'));
    await other.client.emitWithAck('attention', { away: false });
    await eventually(async () => expect(await state()).toBe('here'));
    expect(await client.emitWithAck('attention', {} as never)).toMatchObject({ ok: false });
  });

  it('is away when the process that held the socket has died', async () => {
    const { id } = await bench.accounts.createAccount({ name: 'Of A Dead One', role: 'observer' });
    const dead = new PresenceStore(bench.dataSource);
    await dead.set({ exercise, account: id, away: false });
    expect(find(await read(), 'Of A Dead One')?.state).toBe('here');
    await bench.dataSource.query(
      `UPDATE presence_socket SET seen_at = clock_timestamp() - interval '31 s' WHERE account_id = $1`,
      [id],
    );
    await store.beat([], []);
    expect(find(await read(), 'Of A Dead One')).toMatchObject({ state: 'away', lastSeenAt: expect.any(String) });
  });

  it('who comes again at once was never away', async () => {
    const { client } = await comes({ role: 'observer', name: 'Quick' });
    await eventually(async () => expect(find(await read(), 'Quick')?.state).toBe('here'));
    for (let n = 0; n < 5; n += 1) {
      await client.emitWithAck('leave', { exercise });
      await client.emitWithAck('join', { exercise });
    }
    await eventually(async () => {
      const rows = await bench.dataSource.query('SELECT FROM presence_socket WHERE exercise_id = $1', [exercise]);
      expect(rows).toHaveLength(1);
    });
    expect(find(await read(), 'Quick')?.state).toBe('here');
  });

  it('who is bound to the exercise is on the list before the first visit; programs never are', async () => {
    await bench.token({ role: 'evaluator', name: 'Not Yet', exerciseId: exercise });
    await bench.token({ role: 'service', name: 'A Program', exerciseId: exercise });
    await comes({ role: 'controller', name: 'tandem start', builtIn: true });
    const view = await read();
    expect(view.people).toEqual([expect.objectContaining({ name: 'Not Yet', state: 'away' })]);
    expect(find(view, 'Not Yet')?.since).toBeUndefined();
  });
});

describe('who sees whom', () => {
  it('controllers and evaluators see all, a side its own people, others themselves', async () => {
    const people = {
      evaluator: await comes({ role: 'evaluator', name: 'Evaluator' }),
      pak: await comes({ role: 'operator', side: 'PAK', name: 'Amina' }),
      pakToo: await comes({ role: 'observer', side: 'PAK', name: 'Bilal' }),
      chn: await comes({ role: 'operator', side: 'CHN', name: 'Li' }),
      neither: await comes({ role: 'observer', name: 'Neither' }),
    };
    const all = ['Evaluator', 'Amina', 'Li', 'Neither', 'Bilal'];
    const expected = {
      evaluator: all,
      pak: ['Amina', 'Bilal'],
      pakToo: ['Amina', 'Bilal'],
      chn: ['Li'],
      neither: ['Neither'],
    };
    const names = (view: PresenceView | undefined) => view?.people.map(({ name }) => name).toSorted();
    for (const [key, seen] of Object.entries(expected)) {
      const { secret, told } = people[key as keyof typeof people];
      const view = await read(token(bench, secret));
      expect([key, names(view)]).toEqual([key, seen.toSorted()]);
      expect([key, view.units !== undefined]).toEqual([key, key === 'evaluator']);
      await eventually(() => expect([key, names(told.at(-1))]).toEqual([key, seen.toSorted()]));
    }
  });

  it('a screen is told when what it sees has changed, and never of what it does not see', async () => {
    const watcher = await comes({ role: 'operator', side: 'PAK', name: 'Amina' });
    const controller = await comes({ role: 'controller', name: 'Control Two' });
    await eventually(() => expect(find(watcher.told.at(-1) ?? { people: [] }, 'Amina')?.state).toBe('here'));
    const before = watcher.told.length;
    const li = await comes({ role: 'operator', side: 'CHN', name: 'Li' });
    await eventually(() => expect(find(controller.told.at(-1) ?? { people: [] }, 'Li')?.state).toBe('here'));
    await li.client.emitWithAck('attention', { away: true });
    await eventually(() => expect(find(controller.told.at(-1) ?? { people: [] }, 'Li')?.state).toBe('away'));
    expect(watcher.told).toHaveLength(before);
    await comes({ role: 'observer', side: 'PAK', name: 'Bilal' });
    await eventually(() => expect(watcher.told.length).toBeGreaterThan(before));
    expect(JSON.stringify(watcher.told)).not.toMatch(/Li|CHN|Control/);
  });
});

it('a played unit is played by somebody, and the trainer sees whether that person is here', async () => {
  const play = (unit: string) =>
    bench.working(
      exercise,
      control('put', `/v1/exercises/${exercise}/units/${unit}/mode`, { mode: 'played' }).then((one) => one),
    );
  await play('spu');
  await play('desk');
  const account = async (name: string, side: 'PAK' | 'CHN', units?: string[]) => {
    const { id } = await bench.accounts.createAccount({ name, role: 'operator', side, exerciseId: exercise, units });
    return { id, secret: (await bench.accounts.createToken(id)).secret };
  };
  const spu = await account('Of The Unit', 'PAK', ['spu']);
  await account('Of The Side', 'PAK');
  const desk = await account('Of The Desk', 'CHN');
  const units = async () => (await read()).units;
  expect(await units()).toEqual([
    { unit: 'desk', side: 'CHN', answeredBy: [desk.id], here: false },
    { unit: 'spu', side: 'PAK', answeredBy: [spu.id], here: false },
  ]);
  await follow(spu.secret);
  await eventually(async () =>
    expect(await units()).toEqual([
      expect.objectContaining({ here: false }),
      expect.objectContaining({ unit: 'spu', here: true }),
    ]),
  );
});
