/** Labels that people replace in generated exercises, and times at which labels are to be looked at again. */
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { Case, Deed } from './deed.js';
import { withReviews } from './generate-labels.js';
import type { Random } from './random.js';

const TICK = 30_000;
const STARTEX = Date.parse('2026-01-01T09:00:00+05:00');

/** Drawn apart: without them, the exercise is the one that it is otherwise. @param owner whose incidents there are */
export function withLabelChanges(random: Random, made: Case, owner: ReleaseClass): Case {
  if (random.chance(0.5)) return made;
  const time = () => new Date(STARTEX + random.int(-1, 20) * TICK).toISOString();
  const units = made.scenario.units.map(({ id }) => `unit:${id}`);
  const changes = Array.from({ length: random.pick([1, 2, 4, 8]) }, () =>
    change(random, { owner, units, time }),
  ).flat();
  const reviewed = withReviews(random, made, time);
  const deeds = reviewed.deeds.map((deed) => (random.chance(0.2) ? withReview(deed, time()) : deed));
  return { ...reviewed, deeds: [...deeds, ...changes].sort((a, b) => a.at - b.at) };
}

/** What people write states when its label is to be looked at again. */
function withReview(deed: Deed, reviewAt: string): Deed {
  if (deed.do === 'send') return { ...deed, label: { ...deed.label, reviewAt } };
  if (deed.do === 'note' || deed.do === 'record') return { ...deed, label: { ...deed.label, reviewAt } };
  return deed;
}

interface Drawn {
  readonly owner: ReleaseClass;
  readonly units: readonly string[];
  readonly time: () => string;
}

/** By somebody of the owner's side who may, mostly; or by exercise control. */
function change(random: Random, { owner, units, time }: Drawn): Deed[] {
  const own = owner === 'JOINT' ? random.pick(['PAK', 'CHN'] as const) : owner;
  const other = own === 'PAK' ? ('CHN' as const) : ('PAK' as const);
  const by = random.chance(0.05) ? other : random.pick<Side | undefined>([own, own, own, undefined]);
  const roles = random.chance(0.1) ? ([undefined] as const) : (['releasing-authority', 'commander'] as const);
  const others = random.pick([[], ['role:operator'], ['role:operator', 'role:commander'], ['account:commander-PAK']]);
  const at = random.int(1, 18) * TICK;
  const of = random.pick(['alert', 'alert', 'alert', 'message', 'message', 'note', 'decision'] as const);
  const changed: Deed = {
    at,
    by,
    as: by && random.pick(roles),
    do: 'relabel',
    of,
    back: random.pick([0, 0, 0, 1, 2]),
    tlp: random.pick(
      owner === 'JOINT'
        ? ([undefined, 'TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED'] as const)
        : ([undefined, 'TLP:RED', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const),
    ),
    releasableTo: [...units.filter(() => random.chance(0.5)), ...others, ...(random.chance(0.03) ? ['unit:x'] : [])],
    reviewAt: random.chance(0.3) ? time() : undefined,
    reason: random.chance(0.9) ? 'the source is safe' : undefined,
  };
  if (of !== 'note' && of !== 'decision') return [changed];
  const label = random.pick([
    undefined,
    { tlp: 'TLP:RED', tearLine: { en: 'be careful' } },
    { tlp: 'TLP:CLEAR' },
  ] as const);
  const written = { do: of === 'note' ? 'note' : 'record', incident: random.pick([0, 0, 1]), label } as const;
  const writer = random.pick([undefined, 'commander'] as const);
  return [{ at: at - random.pick([0, 1]) * TICK, by: own, as: writer, ...written }, changed];
}
