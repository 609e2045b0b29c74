/**
 * The half of an exercise that one side keeps to itself: what its people and programs do at random, and are refused. Nothing of it, by
 * whatever it leads to, may be seen on the other side.
 */
import fc from 'fast-check';
import type { Side } from '#domain/kernel/side.js';
import { draw, labelOf, SEVERITY, TEXT } from './draw.js';
import { alertOf, HIDDEN_SENDER, LIAISON_UNITS, SECRET, type World } from './world.js';

/** Random acts after one of each kind. */
const FURTHER = 12;

interface Half {
  readonly world: World;
  readonly side: Side;
  /** Numbers the alerts. */
  count: number;
}

/** One act: chosen numbers pick among what there is at that moment. */
interface Chance {
  readonly pick: number;
  readonly other: number;
  readonly text: string;
  readonly severity: string;
  readonly label: object;
  readonly who: 'operator' | 'commander' | 'releasing-authority' | 'liaison';
}

/** Each may be refused: that is hidden as well. */
const ACTS: Readonly<Record<string, (half: Half, chance: Chance) => Promise<unknown>>> = {
  alert: (half, chance) => sendAlert(half, chance, {}),
  'its update': async (half, chance) =>
    sendAlert(half, chance, { msgType: 'Update', ...(await reference(half, chance)) }),
  'its cancel': async (half, chance) =>
    sendAlert(half, chance, { msgType: 'Cancel', ...(await reference(half, chance)) }),
  message: (half, chance) => send(half, chance, { kind: 'intelligence', to: [`desk:${half.side}`, 'control'] }),
  'message about an incident': async (half, chance) =>
    send(half, chance, { kind: 'situation', to: ['control'], incident: await incident(half, chance) }),
  request: (half, chance) =>
    send(half, chance, {
      kind: 'request',
      to: [`unit:${LIAISON_UNITS[half.side]}`, `desk:${half.side}`],
      answerWithinMs: 60_000 * (1 + (chance.other % 9)),
    }),
  answer: async (half, chance) =>
    send(half, chance, { kind: 'answer', inReplyTo: await one(half, '/messages?kind=request', chance) }),
  'message read': async (half, chance) =>
    give(half, chance, `/messages/${await one(half, '/messages', chance)}/read`, {}),
  note: (half, chance) => onIncident(half, chance, 'notes', { text: secret(chance) }),
  decision: (half, chance) =>
    onIncident(half, chance, 'decisions', { options: [secret(chance)], decision: secret(chance), reason: 'r' }),
  assignment: async (half, chance) => onIncident(half, chance, 'assign', { account: account(half, chance) }),
  handover: async (half, chance) => {
    await onIncident(half, { ...chance, who: 'operator' }, 'assign', {
      account: account(half, { ...chance, who: 'operator' }),
    });
    const to = account(half, { ...chance, who: 'commander' });
    await onIncident(half, { ...chance, who: 'operator' }, 'hand-over', { to, briefing: secret(chance) });
    return onIncident(half, { ...chance, who: 'commander' }, 'confirm-handover', {});
  },
  'handover of a joint incident': async (half, chance) => {
    const path = '/incidents/INC-0001';
    const operator = { ...chance, who: 'operator' } as const;
    await give(half, operator, `${path}/assign`, { account: account(half, operator) });
    await give(half, operator, `${path}/hand-over`, {
      to: account(half, { ...chance, who: 'commander' }),
      briefing: secret(chance),
    });
    return give(half, { ...chance, who: 'commander' }, `${path}/confirm-handover`, {});
  },
  'note on a joint incident': (half, chance) =>
    give(half, chance, '/incidents/INC-0001/notes', { text: secret(chance) }),
  'decision on a joint incident': (half, chance) =>
    give(half, chance, '/incidents/INC-0001/decisions', { options: ['o'], decision: 'o', reason: secret(chance) }),
  'label of an alert': (half, chance) => changeLabel(half, chance, 'alert', '/alerts'),
  'label of a message': (half, chance) => changeLabel(half, chance, 'message', '/messages'),
  'label with a review': (half, chance) =>
    changeLabel(half, chance, 'alert', '/alerts', { reviewAt: `2099-01-01T0${chance.other % 10}:00:00+05:00` }),
  'question by hand': (half, chance) =>
    onIncident(half, chance, 'ask', { unit: LIAISON_UNITS[half.side], action: 'inform', reason: secret(chance) }),
  escalation: (half, chance) => onIncident(half, chance, 'escalate', {}),
  'chain restarted': (half, chance) => onIncident(half, chance, 'chains/standard/restart', {}),
  progress: (half, chance) =>
    onIncident(half, chance, 'progress', { unit: LIAISON_UNITS[half.side], progress: 'clear' }),
  'proposal that waits': (half, chance) => propose(half, chance),
  'proposal withdrawn': async (half, chance) => {
    const release = await propose(half, chance);
    return give(half, { ...chance, who: 'operator' }, `/releases/${release}/withdraw`, { reason: secret(chance) });
  },
  'proposal declined': async (half, chance) => {
    const release = await propose(half, chance);
    const body = { decision: 'decline', reason: secret(chance), shareReason: true };
    return give(half, { ...chance, who: 'releasing-authority' }, `/releases/${release}/decide`, body);
  },
  resolved: (half, chance) => onIncident(half, chance, 'resolve', { reason: secret(chance) }),
  cancelled: (half, chance) => onIncident(half, chance, 'cancel', { reason: secret(chance) }),
  'decision withdrawn': (half, chance) => onIncident(half, chance, 'withdraw-decision', {}),
};

/** What came of the whole half must be among these, else it proves little. */
export const MUST_HAPPEN = [
  'AlertAccepted',
  'MessagePosted',
  'MessageRead',
  'DecisionRecorded',
  'IncidentNoted',
  'IncidentAssigned',
  'HandedOver',
  'ReleaseProposed',
  'ReleaseWithdrawn',
  'ReleaseDecided',
  'LabelChanged',
  'CommandRefused',
];

/** One act of each kind in a fixed order, then others at random. */
export async function playHiddenHalf(world: World, side: Side): Promise<void> {
  const half: Half = { world, side, count: 0 };
  const kinds = Object.keys(ACTS);
  const chances = draw(chanceOf(side), `half of ${side}`, kinds.length + FURTHER + 2);
  const further = draw(fc.constantFrom(...kinds), `acts of ${side}`, FURTHER);
  // Something to act on first; then one act of each kind by an operator, who may give most.
  const first = ['alert', 'alert', ...kinds];
  for (const [n, kind] of [...first, ...further].entries()) {
    const chance = chances[n];
    if (chance === undefined) continue;
    const { label, who } = chance;
    const own = { label: n < 2 ? { class: side } : label, who: n < first.length ? ('operator' as const) : who };
    await ACTS[kind]?.(half, { ...chance, ...own });
  }
}

function chanceOf(side: Side): fc.Arbitrary<Chance> {
  return fc.record({
    pick: fc.nat(1_000),
    other: fc.nat(1_000),
    text: TEXT,
    severity: SEVERITY,
    label: labelOf(side),
    who: fc.constantFrom('operator', 'commander', 'releasing-authority', 'liaison'),
  });
}

const secret = ({ text }: Chance): string => `${SECRET} ${text}`;

async function sendAlert(half: Half, chance: Chance, changes: object): Promise<void> {
  half.count += 1;
  const { label, severity, pick } = chance;
  const [info] = (alertOf('x', half.side) as { info: object[] }).info;
  const alert = alertOf(`half-${half.count}`, half.side, {
    sender: HIDDEN_SENDER,
    info: [{ ...info, event: secret(chance), headline: secret(chance), severity }],
    exercise: { site: pick % 2 === 0 ? 'plant' : 'road', releasability: label },
    ...changes,
  });
  await half.world.attempt('POST', '/alerts', alert);
}

async function reference(half: Half, { pick }: Chance): Promise<object> {
  const sent = '2026-11-23T09:00:00+05:00';
  return { references: [{ sender: HIDDEN_SENDER, identifier: `half-${1 + (pick % half.count)}`, sent }] };
}

function send(half: Half, chance: Chance, body: object): Promise<unknown> {
  return give(half, chance, '/messages', { text: secret(chance), label: chance.label, ...body });
}

async function changeLabel(
  half: Half,
  chance: Chance,
  of: 'alert' | 'message',
  list: string,
  more: object = {},
): Promise<unknown> {
  const { class: _class, ...label } = chance.label as { class: Side };
  const body = { of, id: await one(half, list, chance), ...label, ...more, reason: secret(chance) };
  return give(half, { ...chance, who: 'commander' }, '/labels', body);
}

async function propose(half: Half, chance: Chance): Promise<string> {
  const body = { incident: await incident(half, chance), reason: secret(chance) };
  const { answer } = await give(half, { ...chance, who: 'operator' }, '/releases', body);
  const { events = [] } = answer as { events?: { data: { release?: string } }[] };
  return events[0]?.data.release ?? 'none';
}

async function onIncident(half: Half, chance: Chance, path: string, body: object): Promise<unknown> {
  return give(half, chance, `/incidents/${await incident(half, chance)}/${path}`, body);
}

function give({ world, side }: Half, { who }: Chance, path: string, body: object) {
  return world.attempt('POST', path, body, `${who} ${side}`);
}

/** One that is open. */
function incident(half: Half, chance: Chance): Promise<string> {
  return one(half, '/incidents?status=open,responding', chance);
}

/** One thing of the side's own. */
async function one({ world, side }: Half, list: string, { pick }: Chance): Promise<string> {
  const { items } = (await world.act('GET', list)) as { items: { id: string }[] };
  const own = items.map(({ id }) => id).filter((id) => id.includes(`${side}-`));
  return own[pick % own.length] ?? 'none';
}

function account({ world, side }: Half, { who }: Chance): string {
  const name = `${who} ${side}`;
  const [id = ''] = [...world.accounts].find(([, known]) => known === name) ?? [];
  return id;
}
