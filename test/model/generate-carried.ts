/** What a release carries over in generated exercises meets what is there already: notes of both sides, and chains of several routes. */
import type { ChainId } from '#domain/kernel/ids.js';
import { branded } from '#domain/testing/branded.js';
import type { Chain, Condition, Policy, Target } from '#domain/policy/policy.js';
import type { Side } from '#domain/kernel/side.js';
import type { Case, Deed } from './deed.js';
import { message } from './message.js';
import type { Random } from './random.js';

const TICK = 30_000;

/** Drawn apart: without them, the exercise is the one that it is otherwise. @param owner whose incidents there are */
export function withMeetings(random: Random, made: Case, owner: Side): Case {
  const notes = random.chance(0.4) ? Array.from({ length: 4 }, () => note(random, owner)) : [];
  const noted = { ...made, deeds: inOrder([...made.deeds, ...notes]) };
  return random.chance(0.5) ? withMerger(random, noted, owner) : noted;
}

const inOrder = (deeds: readonly Deed[]): Deed[] => [...deeds].sort((a, b) => a.at - b.at);

/** People play the owner's units, who are asked to respond and stay where they are, so that their answers lapse. */
function withMerger(random: Random, { scenario, deeds }: Case, owner: Side): Case {
  const own = scenario.units.flatMap(({ id, side }) => (side === owner ? id : []));
  const responders = scenario.units.filter(({ side, authority }) => side === owner && authority.includes('respond'));
  const units = scenario.units.map((unit) => (unit.side === owner ? { ...unit, mode: 'played' as const } : unit));
  const chains = Object.entries(scenario.policy.chains).map(([name, chain]): [string, Chain] => {
    const steps = chain.steps.map((step) => {
      if (responders.length === 0) return step;
      const asked: Target = { unit: random.pick(responders).id, action: 'respond' };
      return { ...step, targets: [asked, ...step.targets.slice(1)] };
    });
    return [name, { ...chain, steps }];
  });
  const policy = withLapses(random, { ...scenario.policy, chains: Object.fromEntries(chains) });
  return { scenario: { ...scenario, units, policy }, deeds: inOrder([...deeds, ...merge(random, owner, own)]) };
}

/** Units answer soon, and what they have answered becomes part of an incident of both sides that is elsewhere, and less grave. */
function merge(random: Random, owner: Side, units: readonly string[]): Deed[] {
  const text = {
    id: 'J9',
    msgType: 'Alert',
    references: [],
    class: 'JOINT',
    category: 'Fire',
    severity: 'Minor',
  } as const;
  const joint = message({ ...text, site: 'port' });
  const at = random.int(3, 5) * TICK;
  const all = { alerts: 'default', answers: 'default', notes: 'default' } as const;
  return [
    { at: 0, do: 'alert', message: joint },
    ...units.map((unit): Deed => ({ at: random.int(1, 3) * TICK, do: 'acknowledge', unit })),
    { at, by: owner, do: 'proposeRelease', incident: 0, join: 0, ...all },
    { at: at + 1, by: owner, as: 'releasing-authority', do: 'decideRelease', back: 0, decision: 'approve' },
  ];
}

/** Shared with whoever may know of the incident: about one of both sides, it is numbered among those of both. */
function note(random: Random, owner: Side): Deed {
  const at = random.int(1, 8) * TICK;
  return { at, by: owner, do: 'note', incident: random.pick([0, 1]), shared: true };
}

/** Of two chains that start for the same facts, or for other ones, each has another time after which an answer lapses. */
function withLapses(random: Random, policy: Policy): Policy {
  const names = Object.keys(policy.chains) as ChainId[];
  const [first, second] = names;
  if (first === undefined || second === undefined) return policy;
  const times = random.shuffle([1, 2, 4, 6]);
  const chains = names.map((name, index) => [
    name,
    { ...policy.chains[name], ackExpiresMs: (times[index] ?? 8) * TICK },
  ]);
  const always: Condition = { field: 'alert.severity', atLeast: 'Unknown' };
  const there: Condition = { field: 'site.id', equals: 'plant' };
  const [one, other] = random.chance(0.5) ? [always, always] : [there, { not: there }];
  const child = { id: 'also', match: one, chain: second, continue: true };
  const routes = [child, { id: 'all', match: other, chain: first, continue: true }, ...(policy.route.routes ?? [])];
  return branded<Policy>({ ...policy, route: { ...policy.route, routes }, chains: Object.fromEntries(chains) });
}
