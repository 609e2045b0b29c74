/** What commanders do in generated exercises: they decide, choose who decides for both, and change policies. */
import type { Case, Deed } from './deed.js';
import type { Random } from './random.js';

const TICK = 30_000;

/** What commanders do, and who leads by the policy. Drawn apart: without it, the exercise is the one that it is otherwise. */
export function withSides(random: Random, { scenario, deeds: others }: Case): Case {
  if (random.chance(0.5)) return { scenario, deeds: others };
  const command = random.chance(0.4) ? { lead: random.pick(['PAK', 'CHN', 'both'] as const) } : undefined;
  const chains = Object.keys(scenario.policy.chains);
  const sides = Array.from({ length: random.pick([1, 3, 6, 8]) }, () => byCommander(random, chains)).flat();
  const policy = { ...scenario.policy, command };
  return { scenario: { ...scenario, policy }, deeds: [...others, ...sides].sort((a, b) => a.at - b.at) };
}

function byCommander(random: Random, chains: readonly string[]): Deed[] {
  const at = random.int(0, 16) * TICK;
  const side = random.pick(['PAK', 'CHN'] as const);
  const other = side === 'PAK' ? 'CHN' : 'PAK';
  const [by, answering] = [
    { at, by: side, as: 'commander' as const },
    { at: at + random.pick([0, 1, 4]) * TICK, by: random.chance(0.9) ? other : side, as: 'commander' as const },
  ];
  const incident = random.pick([0, 0, 1]);
  const account = random.pick(['commander-PAK', 'operator-CHN']);
  const policy = { version: random.pick([2, 2, 3, 4]), chain: random.pick(chains) };
  const proposal = random.pick([1, 1, 2]);
  switch (random.pick(['lead', 'lead', 'choose', 'choose', 'policy', 'policy', 'policy', 'own', 'alone'])) {
    case 'lead':
      return [{ ...by, do: random.pick(['resolve', 'cancel', 'close', 'hasty'] as const), incident }];
    case 'choose':
      return [
        { ...by, do: 'proposeCommander', incident, account },
        { ...answering, do: 'confirmCommander', incident, account },
      ];
    case 'policy':
      return [
        { ...by, do: 'proposePolicy', ...policy },
        {
          ...answering,
          do: random.pick(['approvePolicy', 'approvePolicy', 'rejectPolicy', 'withdrawPolicy'] as const),
          proposal,
        },
      ];
    case 'own':
      return random.chance(0.7)
        ? [{ ...by, do: 'ownPolicy', ...policy }]
        : [
            { ...by, do: 'ownPolicy', ...policy },
            { ...by, at: at + random.pick([1, 4]) * TICK, do: 'dropPolicy' },
          ];
    default:
      return [{ at, do: 'changePolicy', ...policy }];
  }
}
