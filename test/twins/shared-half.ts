/**
 * What both sides know of, played in both twins, with other things behind it: texts behind a tear line, alerts and notes that a release
 * leaves back, reasons of a refusal. The other side reads the same of both.
 */
import fc from 'fast-check';
import type { Side } from '#domain/kernel/side.js';
import { draw, openLabelOf, SEVERITY, TEAR_LINE_LABEL, TEXT } from './draw.js';
import { alertOf, LIAISON_UNITS, SECRET, type World } from './world.js';

const SENDER = 'shared@exercise.example';
const SENT = '2026-11-23T09:00:00+05:00';

interface Shared {
  readonly world: World;
  readonly owner: Side;
  readonly other: Side;
  /** Whether this is the twin with something to hide. */
  readonly hides: boolean;
  readonly chance: Chance;
}

interface Chance {
  readonly label: { class: Side; tlp?: string };
  readonly tearLine: string;
  readonly tearLineLabel: object;
  readonly severity: string;
  readonly join: boolean;
  readonly shareReason: boolean;
}

function sharedOf(world: World, owner: Side, hides: boolean): Shared {
  const chance = fc.record({
    label: openLabelOf(owner),
    tearLine: TEXT,
    tearLineLabel: TEAR_LINE_LABEL,
    severity: SEVERITY,
    join: fc.boolean(),
    shareReason: fc.boolean(),
  }) as fc.Arbitrary<Chance>;
  const [drawn] = draw(chance, `shared by ${owner}`, 1);
  if (drawn === undefined) throw new Error('nothing was drawn');
  return { world, owner, other: owner === 'PAK' ? 'CHN' : 'PAK', hides, chance: drawn };
}

/** The text of the twin that hides something, or of the other one. */
const behind = ({ hides }: Shared, text: string): string => (hides ? `${SECRET} ${text}` : 'nothing much');

/** Alerts: with a tear line, and one that is released later. */
export async function playSharedAlerts(world: World, owner: Side, hides: boolean): Promise<void> {
  const shared = sharedOf(world, owner, hides);
  await world.act('POST', '/alerts', tearLined(shared, 'torn-1'));
  await world.act('POST', '/alerts', toRelease(shared, 'released-1', 'both sides learn of it'));
  if (hides) await world.act('POST', '/alerts', toRelease(shared, 'stays-back', `${SECRET} stays`));
}

function tearLined(shared: Shared, id: string, changes: object = {}): object {
  const { owner, hides, chance } = shared;
  const { label, tearLine, tearLineLabel, severity } = chance;
  return alertOf(id, owner, {
    sender: SENDER,
    info: [infoOf(shared, behind(shared, 'event'), 'Fire', hides ? severity : 'Minor')],
    exercise: {
      site: hides ? 'road' : 'plant',
      releasability: { ...label, tearLine: { en: `${tearLine} ${id}` }, ...tearLineLabel },
    },
    ...changes,
  });
}

/** In an incident of its own: of no other category. */
function toRelease(shared: Shared, id: string, event: string): object {
  return alertOf(id, shared.owner, {
    sender: SENDER,
    info: [infoOf(shared, event, 'Health', id === 'released-1' ? 'Severe' : shared.chance.severity)],
    exercise: { site: 'road', releasability: shared.chance.label },
  });
}

function infoOf({ owner }: Shared, event: string, category: string, severity: string): object {
  const [info] = (alertOf('x', owner) as { info: object[] }).info;
  return { ...info, event, category: [category], severity };
}

/** Tear lines that are lowered and answered, requests of the other side and what comes of each, and decisions of both. */
export async function playSharedActs(world: World, owner: Side, hides: boolean): Promise<void> {
  const shared = sharedOf(world, owner, hides);
  await world.act('POST', '/alerts', tearLined(shared, 'torn-2', update('torn-1')));
  await playMessages(shared);
  await playReleases(shared);
  await playDecisions(shared);
}

function update(identifier: string): object {
  return { msgType: 'Update', references: [{ sender: SENDER, identifier, sent: SENT }] };
}

async function playMessages(shared: Shared): Promise<void> {
  const { world, owner, other, chance } = shared;
  const torn = { ...chance.label, tearLine: { en: chance.tearLine }, ...chance.tearLineLabel };
  const send = (side: Side, body: object) => world.act('POST', '/messages', body, `operator ${side}`);
  await send(owner, { kind: 'intelligence', to: [`desk:${other}`], text: behind(shared, 'report'), label: torn });
  const joint = { class: 'JOINT' };
  const asked = await send(other, {
    kind: 'request',
    to: [`desk:${owner}`, ...Object.values(LIAISON_UNITS).map((unit) => `unit:${unit}`)],
    text: 'What of the plant?',
    label: joint,
    answerWithinMs: 300_000,
  });
  const [{ data: request }] = asked['events'] as [{ data: { message: string } }];
  const answer = { kind: 'answer', to: [], inReplyTo: request.message, text: behind(shared, 'answer'), label: torn };
  await send(owner, answer);
}

/** The other side asks five times: it is declined, given a tear line, left waiting, taken back, and granted. */
async function playReleases(shared: Shared): Promise<void> {
  const { world, owner, other, hides, chance } = shared;
  const desk = `operator ${owner}`;
  const authority = `releasing-authority ${owner}`;
  const [hidden = 'none'] = await incidentsOf(shared, 'stays-back');
  /** @returns the case of the owner's desk, and the request of the other side's */
  const ask = async (text: string): Promise<{ release: string; request: string }> => {
    await world.act('POST', '/releases/requests', { text }, `operator ${other}`);
    const { cases } = (await world.act('GET', '/releases', undefined, authority)) as unknown as Releases;
    const { requests } = (await world.act('GET', '/releases', undefined, `operator ${other}`)) as unknown as Releases;
    const release = cases.find((one) => one.asked?.text === text)?.id ?? 'none';
    return { release, request: requests.find((one) => one.text === text)?.id ?? 'none' };
  };
  const propose = async (answers: string, body: object): Promise<void> => {
    await world.act('POST', '/releases', { answers, reason: behind(shared, 'reason'), ...body }, desk);
  };
  const decide = (release: string, body: object) => world.act('POST', `/releases/${release}/decide`, body, authority);

  const declined = await ask('About the road?');
  if (hides) await propose(declined.release, { incident: hidden });
  const reason = chance.shareReason ? 'We cannot say' : behind(shared, 'decline');
  await decide(declined.release, { decision: 'decline', reason, shareReason: chance.shareReason });

  const torn = await ask('About the convoy?');
  if (hides) await propose(torn.release, { incident: hidden });
  await decide(torn.release, { decision: 'tear-line', text: { en: chance.tearLine }, tlp: 'TLP:GREEN' });

  const waiting = await ask('About the port?');
  if (hides) await propose(waiting.release, { incident: hidden });

  const taken = await ask('About the bridge?');
  if (hides) await propose(taken.release, { incident: hidden });
  await world.act('POST', `/releases/${taken.request}/withdraw`, {}, `operator ${other}`);

  const granted = await ask('About the health of workers?');
  const [alert = 'none'] = await idsOf(shared, 'released-1');
  const [incident = 'none'] = await incidentsOf(shared, 'released-1');
  const note = await world.act('POST', `/incidents/${incident}/notes`, { text: 'goes along' }, desk);
  const [{ data: noted }] = note['events'] as [{ data: { note: string } }];
  if (hides) await world.act('POST', `/incidents/${incident}/notes`, { text: `${SECRET} stays` }, desk);
  const join = chance.join ? { join: 'INC-0002' } : {};
  const things = { alerts: [alert], notifications: [], notes: [noted.note] };
  await propose(granted.release, { incident, ...things, ...join });
  await decide(granted.release, { decision: 'approve' });
}

interface Releases {
  readonly cases: readonly { readonly id: string; readonly asked?: { readonly text: string } }[];
  readonly requests: readonly { readonly id: string; readonly text: string }[];
}

/** On what both know: one side decides, the other one otherwise, and one takes it back; somebody is to command for both. */
async function playDecisions({ world, owner, other }: Shared): Promise<void> {
  const path = '/incidents/INC-0002';
  await world.act('POST', `${path}/resolve`, { reason: 'over' }, `operator ${owner}`);
  await world.act('POST', `${path}/cancel`, { reason: 'never was' }, `operator ${other}`);
  await world.act('POST', `${path}/withdraw-decision`, {}, `operator ${owner}`);
  const [account] = [...world.accounts].find(([, name]) => name === `commander ${owner}`) ?? [];
  await world.act('POST', `${path}/commander/propose`, { account }, `commander ${owner}`);
}

interface AlertRow {
  readonly id: string;
  readonly incident: string;
  readonly alert: { readonly identifier: string };
}

async function rowsOf({ world, owner }: Shared, identifier: string): Promise<AlertRow[]> {
  const { items } = (await world.act('GET', '/alerts?limit=200')) as { items: (AlertRow & { audience: Side })[] };
  return items.filter(({ alert, audience }) => alert.identifier === identifier && audience === owner);
}

async function idsOf(shared: Shared, identifier: string): Promise<string[]> {
  return (await rowsOf(shared, identifier)).map(({ id }) => id);
}

async function incidentsOf(shared: Shared, identifier: string): Promise<string[]> {
  return (await rowsOf(shared, identifier)).map(({ incident }) => incident);
}
