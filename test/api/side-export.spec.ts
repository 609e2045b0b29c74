/** An export for one side: who gets it, what is in it and what is not, and that it verifies by itself. */
import type { SideExportEvent, SideExportHead } from '#contracts/recording/side-export-lines.js';
import type { NewAccount } from '#infra/accounts/account-store.js';
import { SideExportReader } from '#log/read-side-export.js';
import { ApiBench, sampleAlert } from './api-bench.js';

const RED = 'The informant has named the road';
const AMBER = 'The convoy leaves at noon';
const HIDDEN = 'The consul stays at home';

let bench: ApiBench;
let exercise: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  bench = await ApiBench.start({ ratePerSecond: 0 });
  exercise = await bench.exercise();
  const people: (readonly [string, Partial<NewAccount> & Pick<NewAccount, 'role'>])[] = [
    ['controller', { role: 'controller' }],
    ['evaluator', { role: 'evaluator' }],
    ['commander', { role: 'commander', side: 'PAK' }],
    ['authority', { role: 'releasing-authority', side: 'PAK' }],
    ['operator', { role: 'operator', side: 'PAK' }],
    ['other commander', { role: 'commander', side: 'CHN' }],
    ['elsewhere', { role: 'commander', side: 'PAK', exerciseId: await bench.exercise() }],
  ];
  for (const [name, account] of people) tokens.set(name, await bench.token(account));
  await send(RED, { class: 'PAK', tlp: 'TLP:RED', releasableTo: ['role:operator', 'role:commander'] });
  await send(AMBER, { class: 'PAK', tlp: 'TLP:AMBER+STRICT' });
  await send(HIDDEN, { class: 'CHN' });
  await send('A road is closed', { class: 'JOINT' });
}, 60_000);

afterAll(() => bench?.stop());

async function send(headline: string, releasability: object): Promise<void> {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability } });
  Object.assign((alert['info'] as object[])[0] ?? {}, { headline });
  const path = `/v1/exercises/${exercise}/alerts`;
  const sent = bench.http.post(path).set(header('controller')).send(alert);
  const { status, body } = await bench.working(exercise, sent);
  expect([status, body]).toEqual([202, expect.anything()]);
  await bench.work(exercise);
}

function header(who: string): { authorization: string } {
  return { authorization: `Bearer ${tokens.get(who)}` };
}

async function get(
  who: string,
  query = '',
  of = exercise,
): Promise<{ status: number; text: string; name: string | null }> {
  const answer = await fetch(`${bench.url}/v1/exercises/${of}/recording${query}`, { headers: header(who) });
  return { status: answer.status, text: await answer.text(), name: answer.headers.get('content-disposition') };
}

interface Exported {
  readonly text: string;
  readonly head: SideExportHead;
  readonly events: readonly SideExportEvent[];
  readonly hash: string;
}

/** Read as `tandem verify` reads it. */
async function exported(who: string, query = '', of = exercise): Promise<Exported> {
  const { status, text } = await get(who, query, of);
  expect([status, text.slice(0, 100)]).toEqual([200, expect.anything()]);
  const reader = new SideExportReader();
  const events: SideExportEvent[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const read = reader.line(Buffer.from(line));
    if (read.kind === 'event') events.push(read);
  }
  const { head, end } = reader.end();
  return { text, head, events, hash: end.hash };
}

const withoutChance = (text: string): string => text.replaceAll(/"(?:seal|salt|hash|made)":"[^"]*"/g, '"random":""');

it('holds the events of the side, as the log shows them to it, and says what it is', async () => {
  const { head, events } = await exported('commander');
  const read = await bench.http.get(`/v1/exercises/${exercise}/events?limit=1000`).set(header('commander'));
  // A commander who is named reads on a screen what a file withholds.
  const shown = (read.body as { events: SideExportEvent[] }).events.map((event) =>
    JSON.stringify(event.data).includes('TLP:RED') ? { seq: event.seq, at: event.at, type: 'Withheld' } : event,
  );
  expect(events.map(({ kind: _, ...event }) => event)).toEqual(shown.map((event) => expect.objectContaining(event)));
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const withheld = events.filter(({ type }) => type === 'Withheld').length;
  expect(withheld).toBeGreaterThan(0);
  expect(head).toMatchObject({
    marking: 'EXERCISE',
    exercise,
    side: 'PAK',
    label: { class: 'PAK', tlp: 'TLP:AMBER+STRICT' },
    labels: ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN'],
    includesRed: false,
    status: 'running',
    events: events.length,
    withheld,
    madeBy: expect.stringMatching(/^Tandem \d/),
  });
});

it('holds nothing of the other side, of the script, or of the whole log', async () => {
  const pak = await exported('controller', '?side=PAK');
  const chn = await exported('controller', '?side=CHN');
  expect(pak.text).toContain(AMBER);
  expect(pak.text).not.toContain(HIDDEN);
  expect(pak.text).not.toContain(RED);
  expect(chn.text).toContain(HIDDEN);
  expect(chn.text).not.toContain(RED);
  expect(chn.text).not.toContain(AMBER);
  expect([chn.head.withheld, chn.head.labels]).toEqual([0, ['TLP:AMBER', 'TLP:GREEN']]);
  const log = await bench.http.get(`/v1/exercises/${exercise}/events?limit=1000`).set(header('controller'));
  for (const { hash } of (log.body as { events: { hash: string }[] }).events) {
    expect(pak.text).not.toContain(hash);
    expect(chn.text).not.toContain(hash);
  }
  expect(Object.keys(pak.head.scenario)).not.toEqual(expect.arrayContaining(['seed', 'injects', 'expectations']));
});

it('is the same for whoever takes it, but for salt, time and what hangs on them', async () => {
  const own = await exported('other commander');
  const named = await exported('other commander', '?side=CHN');
  const trainer = await exported('controller', '?side=CHN');
  expect(withoutChance(own.text)).toBe(withoutChance(trainer.text));
  expect(withoutChance(own.text)).toBe(withoutChance(named.text));
  expect(new Set([own, named, trainer].map(({ hash }) => hash)).size).toBe(3);
  expect(new Set([own, named, trainer].map(({ head }) => head.salt)).size).toBe(3);
});

it('holds TLP:RED if the releasing authority asks for it, and then says so', async () => {
  const { head, text } = await exported('authority', '?includeRed=true');
  expect(text).toContain(RED);
  expect(head).toMatchObject({ includesRed: true, withheld: 0, label: { class: 'PAK', tlp: 'TLP:RED' } });
  expect((await exported('authority')).text).not.toContain(RED);
});

it('has a name of its own', async () => {
  expect((await get('commander')).name).toBe(`attachment; filename="${exercise}.PAK.ndjson"`);
  const whole = await get('controller');
  expect(whole.name).toBe(`attachment; filename="${exercise}.recording.ndjson"`);
  expect(whole.text.startsWith('{"kind":"recording"')).toBe(true);
});

it.each([
  ['the other side by a commander', 'commander', '?side=CHN', 403, /is of PAK/],
  ['the other side by a releasing authority', 'authority', '?side=CHN', 403, /is of PAK/],
  ['TLP:RED by a commander', 'commander', '?includeRed=true', 403, /releasing authority/],
  ['TLP:RED by a controller', 'controller', '?side=PAK&includeRed=true', 403, /releasing authority/],
  ['TLP:RED of the whole by a controller', 'controller', '?includeRed=true', 403, /releasing authority/],
  ['anything by an operator', 'operator', '', 403, /this is for controller, commander, releasing-authority/],
  ['anything by an evaluator', 'evaluator', '?side=PAK', 403, /this is for controller, commander, releasing-authority/],
  ['an exercise of others', 'elsewhere', '', 404, /exercise/],
  ['a side that there is not', 'controller', '?side=pak', 400, /side/],
])('is refused: %s', async (_what, who, query, status, detail) => {
  const answer = await bench.http.get(`/v1/exercises/${exercise}/recording${query}`).set(header(who));
  const said = expect.objectContaining({ detail: expect.stringMatching(detail) });
  expect([answer.status, answer.body]).toEqual([status, said]);
});

it('goes on from page to page, each event once', async () => {
  const long = await bench.exercise();
  const audiences = (['JOINT', 'PAK', 'CHN', 'CONTROL'] as const).flatMap((audience) =>
    Array.from({ length: 600 }, () => audience),
  );
  await bench.append(long, ...audiences);
  // STARTEX, and those of both sides and of PAK.
  expect((await exported('controller', '?side=PAK', long)).head.events).toBe(1 + 1_200);
});
