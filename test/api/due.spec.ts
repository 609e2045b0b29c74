/** Lists that find what is due, and sort by it. */
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let controller: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise();
  controller = await bench.token({ role: 'controller' });
  const alerts = ['JOINT', 'PAK', 'CHN', 'JOINT', 'PAK'].map((releaseClass) =>
    sampleAlert({ exercise: { site: 'plant', releasability: { class: releaseClass } } }),
  );
  // One after the other, so that not all are due at the same time.
  for (const alert of alerts) {
    await bench.http.post(`/v1/exercises/${exercise}/alerts`).set(as()).send(alert);
    await bench.work(exercise);
  }
  // Of this one nothing is due any more.
  await bench.working(exercise, bench.http.post(`/v1/exercises/${exercise}/incidents/PAK-0001/resolve`).set(as()));
}, 60_000);

afterAll(() => bench?.stop());

const as = () => ({ authorization: `Bearer ${controller}` });
const get = (path: string) => bench.http.get(`/v1/exercises/${exercise}${path}`).set(as());

type Item = Record<string, unknown> & { id: string };

async function pages(path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { status, body } = await get(`${path}&limit=2${cursor}`);
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.next === undefined ? undefined : `&cursor=${encodeURIComponent(body.next)}`;
  }
  return items;
}

describe.each([
  ['/incidents', 'nextStepAt'],
  ['/incidents', 'deadline'],
  ['/notifications', 'expiresAt'],
])('the list %s by %s', (path, field) => {
  const timesOf = (items: Item[]) => items.map((item) => item[field] as number | undefined);
  const list = async (query: string) => timesOf(await pages(`${path}?${query}`));

  it('is sorted both ways, page by page; what waits for nothing comes last', async () => {
    const upwards = await list(`sort=${field}`);
    const times = upwards.filter((time) => time !== undefined);
    const none = upwards.filter((time) => time === undefined);
    expect(Math.min(times.length - 1, none.length)).toBeGreaterThan(0);
    expect(upwards).toEqual([...times.toSorted((a, b) => a - b), ...none]);
    expect(await list(`sort=-${field}`)).toEqual([...times.toSorted((a, b) => b - a), ...none]);
  });

  it('finds what is due by a time', async () => {
    const times = (await list(`sort=${field}`)).filter((time) => time !== undefined);
    const [earliest = 0] = times;
    const latest = times.at(-1) ?? 0;
    expect(await list(`overdueAfter=${earliest - 1}`)).toEqual([]);
    expect(await list(`overdueAfter=${earliest}&sort=${field}`)).toEqual(times.filter((time) => time <= earliest));
    expect(await list(`overdueAfter=${latest}&sort=${field}`)).toEqual(times);
    expect(await get(`${path}?overdueAfter=soon`)).toMatchObject({ status: 400, body: { code: 'QUERY_INVALID' } });
  });
});
