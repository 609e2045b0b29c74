/** The list of notes and decisions: what each reader may read now, once, after releases and changes of labels. */
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
const tokens = new Map<string, string>();

const bearer = (who: string) => ({ authorization: `Bearer ${tokens.get(who) ?? ''}` });

async function read(who: string, path: string) {
  return (await bench.http.get(`/v1/exercises/${exercise}${path}`).set(bearer(who))).body;
}

async function act(who: string, path: string, body: object) {
  const answer = await bench.working(
    exercise,
    bench.http.post(`/v1/exercises/${exercise}${path}`).set(bearer(who)).send(body),
  );
  expect(answer.status).toBe(200);
}

/** By what each says, with its label; the oldest first. */
async function listed(who: string, query = ''): Promise<[string, string?][]> {
  const { items } = await read(who, `/records${query}`);
  return items
    .map(({ kind, text, decision, label }: Record<string, string> & { label?: { tlp: string } }) => [
      kind === 'note' ? text : decision,
      label?.tlp,
    ])
    .toReversed();
}

beforeAll(async () => {
  bench = await ApiBench.start();
  const people: readonly (readonly [string, Role, Side?])[] = [
    ['controller', 'controller'],
    ['operator', 'operator', 'PAK'],
    ['observer', 'observer', 'PAK'],
    ['authority', 'releasing-authority', 'PAK'],
    ['chinese', 'operator', 'CHN'],
  ];
  for (const [name, role, side] of people) tokens.set(name, await bench.token({ role, ...(side && { side }) }));
  exercise = await bench.exercise();
}, 60_000);

afterAll(() => bench?.stop());

it('lists each note and decision once for those who may read it now, with its label, whatever was raised, lowered or released', async () => {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: 'PAK' } } });
  await bench.working(
    exercise,
    bench.http.post(`/v1/exercises/${exercise}/alerts`).set(bearer('controller')).send(alert),
  );
  await bench.work(exercise);
  const [{ id: incident }] = (await read('operator', '/incidents')).items;
  const of = `/incidents/${incident}`;
  const strict = { tlp: 'TLP:RED', releasableTo: ['role:operator'] };
  await act('operator', `${of}/notes`, { text: 'the gate is shut' });
  await act('operator', `${of}/notes`, { text: 'the source is near', label: strict });
  const decision = { options: ['hold', 'turn back'], decision: 'hold', reason: 'the road is shut' };
  await act('operator', `${of}/decisions`, decision);
  expect(await listed('observer')).toEqual([
    ['the gate is shut', 'TLP:AMBER'],
    ['hold', 'TLP:AMBER'],
  ]);
  expect(await listed('chinese')).toEqual([]);

  await act('authority', '/labels', { of: 'decision', id: `${incident}.PAK.D1`, ...strict });
  await act('authority', '/labels', { of: 'note', id: `${incident}.PAK.2`, tlp: 'TLP:GREEN' });
  expect(await listed('observer')).toEqual([
    ['the gate is shut', 'TLP:AMBER'],
    ['the source is near', 'TLP:GREEN'],
  ]);
  expect(await listed('operator')).toEqual([
    ['the gate is shut', 'TLP:AMBER'],
    ['the source is near', 'TLP:GREEN'],
    ['hold', 'TLP:RED'],
  ]);
  expect(JSON.stringify(await read('observer', '/records'))).not.toContain('the road is shut');

  await act('operator', '/releases', { incident, reason: 'they use the road', notes: [`${incident}.PAK.1`] });
  const [release] = (await read('authority', '/releases')).cases;
  await act('authority', `/releases/${release.id}/decide`, { decision: 'approve' });
  expect(await listed('chinese')).toEqual([['the gate is shut', 'TLP:GREEN']]);
  expect((await read('chinese', '/records')).items[0]).toMatchObject({ incident: 'INC-0001', released: 'PAK' });
});

it('is read in pages, and by kind and incident', async () => {
  expect(await listed('operator', '?kind=decision')).toEqual([['hold', 'TLP:RED']]);
  expect(await listed('operator', '?incident=INC-0001')).toEqual([['the gate is shut', 'TLP:GREEN']]);
  const first = await read('operator', '/records?limit=3');
  const rest = await read('operator', `/records?limit=3&cursor=${first.next}`);
  expect([...first.items, ...rest.items]).toEqual((await read('operator', '/records')).items);
  expect(rest.next).toBeUndefined();
  expect((await read('operator', '/records?cursor=x')).code).toBe('CURSOR_INVALID');
});
