/** Requests for release, proposals and decisions of generated exercises; most of them of an incident of one side. */
import type { Inject, KnownThing, ReleaseAct } from '#domain/inject/inject.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import { alertId } from '#domain/kernel/ids.js';
import type { Side } from '#domain/kernel/side.js';
import { jointId } from './carry-over.js';
import type { Case, Choice, Deed } from './deed.js';
import { message } from './message.js';
import type { Random } from './random.js';

const TICK = 30_000;

/** @param owner whose incidents there are */
export function withReleases(random: Random, { scenario, deeds: others }: Case, owner: Side): Case {
  const release = random.chance(0.5) ? { decideWithinMs: random.pick([1, 2, 4]) * TICK } : undefined;
  const asking = Array.from({ length: random.pick([0, 1, 2]) }, () => request(random, owner)).flat();
  const proposals = Array.from({ length: random.pick([1, 2, 2, 3]) }, () => proposal(random, owner)).flat();
  const notes = Array.from({ length: random.pick([0, 1, 2]) }, () => note(random, owner));
  const ids = scenario.units.filter(({ side }) => side === owner).map(({ id }) => id);
  const units = ids.filter(() => random.chance(0.7)).flatMap((unit) => answering(random, unit));
  const joint = [
    ...(random.chance(0.6) ? [jointAlert(random)] : []),
    ...(random.chance(0.2) ? [sameAsJoint(random)] : []),
  ];
  const alerts = (scenario.injects ?? []).flatMap(({ id, kind }) => (kind === 'alert' ? id : []));
  const injects = [...(scenario.injects ?? []), ...branded<Inject[]>(scripted(random, owner, alerts))];
  return {
    scenario: { ...scenario, injects, policy: { ...scenario.policy, release } },
    deeds: [...others, ...units, ...notes, ...joint, ...asking, ...proposals].sort((a, b) => a.at - b.at),
  };
}

/** The script asks, proposes, decides, writes, and waits for what the other side knows. */
function scripted(random: Random, owner: Side, alerts: readonly string[]): Plain<Inject>[] {
  const other = random.pick(alerts);
  const side = otherThan(owner);
  const at = () => random.int(1, 14) * TICK;
  const of = () => random.pick(['a0', 'a0', 'r0']);
  const readers = random.pick([owner, owner, 'JOINT'] as const);
  const kept = { class: readers, ...(readers !== 'JOINT' && { tearLine: { en: 'be careful' } }) };
  const tearLine = random.pick([undefined, 'a0', 's0']);
  const [join, answers] = [random.chance(0.2) ? other : undefined, random.chance(0.3) ? 'r0' : undefined];
  const decided = random.pick<Plain<ReleaseAct>>([
    { act: 'approve', of: of() },
    { act: 'approve', of: of() },
    { act: 'tear-line', of: of(), text: { en: 'avoid the road' } },
    { act: 'decline', of: of(), reason: 'it is not safe', shareReason: random.chance(0.5) },
  ]);
  const known = random.pick<Plain<KnownThing>>([{ incident: 'a0' }, { tearLine: 'a0' }, { tearLine: 's0' }]);
  const sent = {
    kind: 'send',
    message: random.pick(['request', 'intelligence'] as const),
    from: `desk:${owner}`,
    to: [`desk:${random.pick([owner, side])}`],
    text: { en: 'a ship has come' },
    releasability: kept,
    ...(random.chance(0.4) && { incident: other }),
  } as const;
  const all: Plain<Inject>[] = [
    { id: 's0', at: at(), ...sent },
    { id: 'r0', at: at(), kind: 'release', release: { act: 'request', side, text: 'more?', tearLine } },
    {
      id: 'r1',
      at: at(),
      kind: 'release',
      release: { act: 'propose', incident: 'a0', reason: 'they use the road', join, answers },
    },
    { id: 'r2', at: at(), kind: 'release', release: decided },
    { id: 'k0', when: { kind: 'knows', side, ...known }, kind: 'note', text: { en: 'they know' } },
    { id: 'm0', at: at(), kind: 'message', text: { en: 'on the radio' }, releasability: kept },
  ];
  return random.chance(0.5) ? all : [];
}

const otherThan = (side: Side): Side => (side === 'PAK' ? 'CHN' : 'PAK');
const soon = (random: Random): number => random.pick([0, 1, 2, 4]) * TICK;

/** A unit of the owner's side acknowledges, and may be clear before the release. */
function answering(random: Random, unit: string): Deed[] {
  const at = random.int(1, 5) * TICK;
  const clear: Deed = { at: at + soon(random), do: 'report', unit, progress: random.pick(['clear', 'enRoute']) };
  return [{ at, do: 'acknowledge', unit }, ...(random.chance(0.5) ? [clear] : [])];
}

/** Something of both sides that a release may join. */
function jointAlert(random: Random): Deed {
  const alert = message({
    id: 'J0',
    msgType: 'Alert',
    references: [],
    class: 'JOINT',
    site: random.pick(['plant', 'port']),
    category: 'Safety',
    severity: random.pick(['Minor', 'Severe']),
  });
  return { at: random.int(0, 4) * TICK, do: 'alert', message: alert };
}

/** The very message of the first alert, for both sides. */
function sameAsJoint(random: Random): Deed {
  const text = { references: [], class: 'JOINT', category: 'Safety', severity: 'Moderate' } as const;
  const { alert, references } = message({ id: 'A0', msgType: 'Alert', site: 'plant', ...text });
  const id = jointId({ alert, sentBy: undefined });
  return { at: random.int(0, 12) * TICK, do: 'alert', message: { alertId: alertId(id), alert, references } };
}

function note(random: Random, owner: Side): Deed {
  const tlp = random.pick([undefined, undefined, 'TLP:RED', 'TLP:AMBER+STRICT'] as const);
  return {
    at: random.int(1, 6) * TICK,
    by: owner,
    as: random.pick([undefined, 'releasing-authority'] as const),
    do: 'note',
    incident: random.pick([0, 0, 1]),
    shared: random.pick([undefined, true]),
    label: tlp && { tlp },
  };
}

/** Somebody of the owner's side who may decide, or may not; or exercise control. */
function deciding(random: Random, owner: Side): Pick<Deed, 'by' | 'as'> {
  const as = random.chance(0.85) ? 'releasing-authority' : random.pick(['commander', 'commander', undefined] as const);
  const by = random.pick([owner, owner, owner, owner, owner, owner, undefined, otherThan(owner)] as const);
  return { by, as: by && as };
}

function decision(random: Random, owner: Side, at: number): Deed {
  return {
    at,
    ...deciding(random, owner),
    do: 'decideRelease',
    back: random.pick([0, 0, 0, 1]),
    decision: random.pick(['approve', 'approve', 'approve', 'approve', 'tear-line', 'decline'] as const),
    reason: random.chance(0.8) ? 'it is safe' : undefined,
    shareReason: random.chance(0.5),
    text: random.chance(0.9) ? 'avoid the road' : undefined,
  };
}

function request(random: Random, owner: Side): Deed[] {
  const at = random.int(0, 10) * TICK;
  const from = otherThan(owner);
  const by = random.chance(0.85) ? from : undefined;
  const asked: Deed = {
    at,
    by,
    as: by && random.pick([undefined, 'releasing-authority', 'commander'] as const),
    do: 'requestRelease',
    from: by ? (random.chance(0.1) ? owner : undefined) : random.pick([from, undefined]),
    tearLine: random.chance(0.4) ? `TL-${random.chance(0.9) ? from : owner}-0001` : undefined,
  };
  const withdrawn: Deed = { at: at + soon(random), by: from, do: 'withdrawRelease', back: 0, of: 'requests' };
  return [
    asked,
    ...(random.chance(0.2) ? [withdrawn] : []),
    ...(random.chance(0.6) ? [decision(random, owner, at + soon(random))] : []),
  ];
}

function proposal(random: Random, owner: Side): Deed[] {
  const at = random.int(1, 12) * TICK;
  const many: Choice[] = ['default', 'default', 'default', 'default', 'default'];
  const choice = (choices: readonly Choice[]) => random.pick(choices);
  const by = random.pick([owner, owner, owner, owner, owner, owner, undefined, otherThan(owner)] as const);
  const proposed: Deed = {
    at,
    by,
    as: by && random.pick([undefined, undefined, 'commander', 'releasing-authority'] as const),
    do: 'proposeRelease',
    incident: random.pick([0, 0, 0, 0, 1]),
    alerts: choice([...many, 'first', 'first', 'all', 'none', 'other']),
    answers: choice([...many, 'first', 'none', 'other']),
    notes: choice([...many, 'first', 'first', 'all', 'other']),
    join: random.chance(0.4) ? random.pick([0, 0, 0, 1]) : undefined,
    back: random.chance(0.3) ? 0 : undefined,
  };
  const withdrawn: Deed = { at: at + soon(random), by: owner, do: 'withdrawRelease', back: 0, of: 'cases' };
  const resolved: Deed = { at: at + soon(random), do: 'resolve', incident: random.pick([0, 1]) };
  const decisions = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => decision(random, owner, at + soon(random)));
  // Of two proposals of the same, the second finds what the first has left.
  const again = random.chance(0.3) ? [proposed, { ...decision(random, owner, at + 4 * TICK), back: 1 }] : [];
  return [
    proposed,
    ...again,
    ...(random.chance(0.15) ? [withdrawn] : []),
    ...(random.chance(0.15) ? [resolved] : []),
    ...decisions,
  ];
}
