/** The library: what scenarios a server offers, and that exercises can be opened from them. */
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioPreview, ScenarioSummary } from '#contracts/http/library.js';
import { ApiBench } from './api-bench.js';

const SHIPPED = 'scenarios';

let folder: string;
let bench: ApiBench;
let controller: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-library-'));
  await mkdir(join(folder, 'shared'));
  for (const name of ['shared/policy.yaml', 'shared/register.yaml', 'convoy.yaml', 'demonstration.json']) {
    await copyFile(join(SHIPPED, name), join(folder, name));
  }
  bench = await ApiBench.start({ scenariosDir: folder });
  controller = await bench.token({ role: 'controller' });
}, 60_000);

afterAll(async () => {
  await bench?.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, token = controller) => bench.http.get(path).set('authorization', `Bearer ${token}`);
const ids = async (): Promise<string[]> =>
  ((await get('/v1/scenarios')).body.items as ScenarioSummary[]).map(({ id }) => id);

it('lists the scenarios of the folder, and reads each', async () => {
  const { items } = (await get('/v1/scenarios')).body as { items: ScenarioSummary[] };
  expect(items.map(({ id }) => id)).toEqual(['convoy', 'demonstration']);
  const [convoy] = items;
  const preview = (await get('/v1/scenarios/convoy')).body as ScenarioPreview;
  expect(convoy).toMatchObject({ title: preview.title, durationMs: preview.durationMs, sites: preview.sites.length });
  expect(convoy?.units.PAK).toBe(preview.units.filter(({ side }) => side === 'PAK').length);
  expect(preview.sites[0]?.position).toEqual({ lat: expect.any(Number), lon: expect.any(Number) });
  const times = preview.injects.map(({ at }) => at ?? Number.POSITIVE_INFINITY);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(preview.injects.some((inject) => inject.kind === 'alert' && inject.class !== undefined)).toBe(true);
  expect(preview.expectations.length).toBeGreaterThan(0);
  expect((await get('/v1/scenarios/none')).status).toBe(404);
});

it('opens an exercise from the source that it shows', async () => {
  for (const id of await ids()) {
    const { source } = (await get(`/v1/scenarios/${id}`)).body as ScenarioPreview;
    const { status, body } = await bench.http
      .post('/v1/exercises')
      .set('authorization', `Bearer ${controller}`)
      .send({ scenario: source });
    expect([status, body.scenario]).toEqual([201, id]);
  }
});

it('sees when its files change, and reads nothing outside its folder', async () => {
  const secret = await mkdtemp(join(tmpdir(), 'tandem-secret-'));
  await copyFile(join(SHIPPED, 'false-alarm.yaml'), join(secret, 'false-alarm.yaml'));
  try {
    await symlink(join(secret, 'false-alarm.yaml'), join(folder, 'link.yaml'));
    await symlink(secret, join(folder, 'linked'));
    await writeFile(join(folder, 'broken.yaml'), 'tandem: 1\nid: broken\n');
    await writeFile(join(folder, 'outside.yaml'), 'tandem: 1\ninclude: [../../etc/passwd]\nid: outside\n');
    expect(await ids()).toEqual(['convoy', 'demonstration']);
    for (const path of ['..%2Fconvoy', '%2Fetc%2Fpasswd', 'shared%2Fpolicy']) {
      expect((await get(`/v1/scenarios/${path}`)).status).toBe(404);
    }
    await copyFile(join(SHIPPED, 'false-alarm.yaml'), join(folder, 'a-false-alarm.yaml'));
    expect(await ids()).toEqual(['false-alarm', 'convoy', 'demonstration']);
    await rm(join(folder, 'a-false-alarm.yaml'));
    expect(await ids()).toEqual(['convoy', 'demonstration']);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
});

it('is for controllers', async () => {
  for (const role of ['evaluator', 'operator', 'observer', 'service'] as const) {
    const token = await bench.token({ role });
    expect((await get('/v1/scenarios', token)).status).toBe(403);
    expect((await get('/v1/scenarios/convoy', token)).status).toBe(403);
  }
});

it('offers what ships where no other folder is named', async () => {
  const usual = await ApiBench.start();
  try {
    const token = await usual.token({ role: 'controller' });
    const { body } = await usual.http.get('/v1/scenarios').set('authorization', `Bearer ${token}`);
    const files = (await readdir(SHIPPED)).filter((name) => name.endsWith('.yaml') || name === 'demonstration.json');
    expect(body.items).toHaveLength(files.length);
  } finally {
    await usual.stop();
  }
});
