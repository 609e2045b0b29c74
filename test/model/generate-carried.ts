/** What a release carries over in generated exercises meets what is there already: notes of both sides, and chains of several routes. */
import type { ChainId } from '#domain/kernel/ids.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Side } from '#domain/kernel/side.js';
import type { Case, Deed } from './deed.js';
import type { Random } from './random.js';

const TICK = 30_000;

/** Drawn apart: without them, the exercise is the one that it is otherwise. @param owner whose incidents there are */
export function withMeetings(random: Random, made: Case, owner: Side): Case {
  const notes = random.chance(0.4) ? Array.from({ length: 4 }, () => note(random, owner)) : [];
  const policy = random.chance(0.4) ? withLapses(random, made.scenario.policy) : made.scenario.policy;
  return {
    scenario: { ...made.scenario, policy },
    deeds: [...made.deeds, ...notes].sort((a, b) => a.at - b.at),
  };
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
  const match = random.pick<Plain<NonNullable<Policy['route']['match']>>>([
    { field: 'alert.severity', atLeast: 'Minor' },
    { field: 'site.id', equals: random.pick(['plant', 'port']) },
  ]);
  const child = { id: 'also', match, chain: second, continue: true };
  const routes = [
    child,
    ...(policy.route.routes ?? []),
    { id: 'all', match: { not: match }, chain: first, continue: true },
  ];
  return branded<Policy>({ ...policy, route: { ...policy.route, routes }, chains: Object.fromEntries(chains) });
}
