/** What is played in all twins, and what is played in one of them only. */
import type { Side } from '#domain/kernel/side.js';
import { toAuthored } from '#scenario/compile/to-authored.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import { playHiddenHalf } from './hidden-half.js';
import { playSharedActs, playSharedAlerts } from './shared-half.js';
import { alertOf, EXERCISE, HIDDEN_ALERTS, HIDDEN_SENDER, SCENARIO, SECRET, type World } from './world.js';

const MINUTE = 60_000;
const POLICY = toAuthored(SCENARIO).policy as object;

/** Until the clock has stepped, in the world that hides something of this side, to what only that world has. */
export async function playBeginning(world: World, side: Side, hides: boolean): Promise<void> {
  if (hides) await hide(world, side);
  const alerts = [
    alertOf('J1', 'JOINT'),
    alertOf('J2', 'JOINT', { exercise: { site: 'road', releasability: { class: 'JOINT' } } }),
    alertOf('P1', 'PAK'),
    alertOf('C1', 'CHN'),
  ];
  await world.act('POST', '/alerts', alerts);
  await playSharedAlerts(world, side, hides);
  await world.programs.deliver();
  if (!hides) return;
  await world.act('POST', '/injects', {
    id: `${SECRET.toLowerCase()}-note`,
    at: 'T+00:00:01',
    note: `${SECRET} note`,
  });
  await world.act('POST', '/step', {});
}

/** All answers of the first minute; what passes between the sides; then what only controllers and one side may know. */
export async function playAnswers(world: World, side: Side, hides: boolean): Promise<void> {
  await world.stepTo(MINUTE);
  await playSharedActs(world, side, hides);
  if (hides) {
    await hideMore(world, side);
    await playHiddenHalf(world, side);
  }
  await world.programs.deliver();
}

export async function playEnd(world: World): Promise<void> {
  await world.runTo(20 * MINUTE);
  await world.act('POST', '/end', {});
}

/** Alerts of one side, what its people do and are refused, and the hand of a trainer; accounts, requests and keys beside. */
async function hide(world: World, side: Side): Promise<void> {
  await world.account(`${SECRET} account`, { role: 'operator', side });
  const text = { event: `${SECRET} event`, headline: `${SECRET} headline` };
  const [info] = (alertOf('x', side) as { info: object[] }).info;
  const hidden = HIDDEN_ALERTS.map((id, n) =>
    alertOf(id, side, {
      sender: HIDDEN_SENDER,
      info: [{ ...info, ...text }],
      exercise: { site: n === 1 ? 'road' : 'plant', releasability: { class: side } },
    }),
  );
  await world.act('POST', '/alerts', hidden);
  const message = { text: `${SECRET} message`, releasability: { class: side } };
  await world.act('POST', '/injects', { id: `${SECRET.toLowerCase()}-message`, message });
  await world.act('PUT', '/policy', { policy: { ...POLICY, version: 2 } });
  await world.act(
    'PUT',
    '/policy/own',
    { policy: { ...POLICY, version: 2, id: SECRET.toLowerCase() } },
    `commander ${side}`,
  );
  await world.act('POST', '/policy/own/drop', { reason: `${SECRET} reason` }, `commander ${side}`);
  await world.act('PUT', `/units/${side === 'PAK' ? 'spu' : 'desk'}/mode`, { mode: 'remote' });
  for (let n = 0; n < 10; n += 1) await world.act('GET', '/incidents');
  await hidePeople(world, side);
}

/** Somebody comes by an invitation, sits before a screen, and is spoken to; on the other side this is not known. */
async function hidePeople(world: World, side: Side): Promise<void> {
  const { bench } = world;
  const token = await world.account(`${SECRET} trainer`, { role: 'controller' });
  const ask = async (method: string, path: string, body: object): Promise<Record<string, string>> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(bench.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const invited = { role: 'operator', side, exercise: EXERCISE, note: `${SECRET} note` };
  const { key } = await ask('POST', '/v1/invitations', invited);
  const { account = '' } = await ask('POST', '/v1/invitations/redeem', { key, name: `${SECRET} person` });
  world.accounts.set(account, `${SECRET} person`);
  await new PresenceStore(bench.dataSource).set({ exercise: EXERCISE, account, away: false });
  await ask('POST', `/v1/exercises/${EXERCISE}/announcements`, { text: { en: `${SECRET} announcement` }, side });
}

async function hideMore(world: World, side: Side): Promise<void> {
  const operator = `operator ${side}`;
  const { items } = (await world.act('GET', `/notifications?limit=100&side=${side}`, undefined, operator)) as {
    items: { id: string; status: string; audience: string }[];
  };
  const own = items.find(({ audience, status }) => audience === side && status === 'acknowledged');
  if (own === undefined) throw new Error(`${side} has no question of its own`);
  // Answered already by the simulation: refused, which its own side and controllers see.
  await world.act('POST', `/notifications/${own.id}/decline`, { reason: `${SECRET} reason` }, operator, true);
  await world.act('POST', `/incidents/${side}-0002/resolve`, { reason: `${SECRET} reason` }, operator);
  // On an incident that both sides know, for those who hide something only.
  await world.act('POST', '/incidents/INC-0001/notes', { text: `${SECRET} note` }, operator);
  await world.act('POST', '/incidents/INC-0001/notes', { text: `${SECRET} note` });
  const degraded = { status: 'degraded', latencyMs: 1_000, loss: 0.5 };
  await world.act('PUT', `/units/${side === 'PAK' ? 'spu' : 'desk'}/link`, { link: degraded });
  const observation = { kind: 'strength', text: `${SECRET} observation`, evidence: [1], incident: `${side}-0001` };
  await world.act('POST', '/observations', observation);
  await world.act('POST', '/observations', { ...observation, label: { class: side } });
}
