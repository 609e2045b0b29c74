/** What injects of generated exercises wait for. */
import type { InjectCondition } from '#domain/inject/inject.js';
import type { Plain } from '#domain/kernel/brand.js';
import type { Side } from '#domain/kernel/side.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { Random } from './random.js';

const SIDES: readonly Side[] = ['PAK', 'CHN'];

/** One, or two that are joined, or what is not so. */
export function waitingFor(random: Random, units: readonly UnitDefinition[], alerts: number): Plain<InjectCondition> {
  const one = (): Plain<InjectCondition> => single(random, units, alerts);
  switch (random.pick(['one', 'one', 'one', 'one', 'all', 'any', 'not'])) {
    case 'all':
      return { kind: 'all', of: [one(), one()] };
    case 'any':
      return { kind: 'any', of: [one(), one()] };
    case 'not':
      return { kind: 'all', of: [one(), { kind: 'not', of: one() }] };
    default:
      return one();
  }
}

function single(random: Random, units: readonly UnitDefinition[], alerts: number): Plain<InjectCondition> {
  const inject = `a${random.int(0, alerts - 1)}`;
  const unit = random.pick(units).id;
  return random.pick<Plain<InjectCondition>>([
    { kind: 'fired', inject },
    { kind: 'resolved', incident: inject },
    { kind: 'declined', unit },
    { kind: 'declined', unit, incident: inject },
    { kind: 'escalated', incident: inject, level: random.int(1, 2) },
    { kind: 'unacknowledged', incident: inject, side: random.pick(SIDES), forMs: 1000 * random.pick([30, 60, 120]) },
  ]);
}
