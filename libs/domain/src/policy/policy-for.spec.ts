import fc from 'fast-check';
import type { ReleaseClass } from '../kernel/side.js';
import { RELEASE_CLASSES } from '../kernel/side.js';
import { branded } from '../testing/branded.js';
import { conditionForClass } from './class-condition.js';
import { evaluate } from './condition.js';
import { matchRoutes } from './match-routes.js';
import type { Plain } from '../kernel/brand.js';
import type { Chain, Condition, Policy, Route } from './policy.js';
import { policyFor } from './policy-for.js';
import { NO_FACTS, type RoutingFacts } from './routing-facts.js';

const SEVERITIES = ['Minor', 'Severe'] as const;

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...RELEASE_CLASSES).map((value): Condition => ({ field: 'alert.class', equals: value })),
    fc.subarray([...RELEASE_CLASSES]).map((values): Condition => ({ field: 'alert.class', oneOf: values })),
    fc.constantFrom(...SEVERITIES).map((value): Condition => ({ field: 'alert.severity', equals: value })),
    fc.boolean().map((exists): Condition => ({ field: 'alert.class', exists })),
    tie('condition').map((not): Condition => ({ not })),
    fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
  ),
}));

const routes: fc.Arbitrary<readonly Route[]> = fc
  .array(fc.tuple(condition, fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.array(condition, { maxLength: 2 })), {
    maxLength: 4,
  })
  .map((drawn) =>
    branded<Route[]>(
      drawn.map(([match, chain, goOn, inner], n) => ({
        id: `r${n}`,
        match,
        chain,
        continue: goOn,
        routes: inner.map((one, m) => ({ id: `r${n}.${m}`, match: one, chain: m === 0 ? 'inner' : undefined })),
      })),
    ),
  );

function policyOf(children: readonly Route[]): Policy {
  const chain = (group: string): Plain<Chain> => ({
    repeat: 0,
    expireAfterMs: 1,
    steps: [{ id: 's', targets: [{ group, action: 'inform' }], requirement: 'any', ackWithinMs: 1 }],
  });
  const chains = Object.fromEntries(['root', 'a', 'b', 'c', 'inner'].map((id) => [id, chain(`group-${id}`)]));
  const groups = Object.fromEntries(Object.keys(chains).map((id) => [`group-${id}`, ['unit']]));
  const route = { id: 'root', chain: 'root', routes: children };
  return branded<Policy>({ id: 'p', version: 1, correlationWindowMs: 0, route, chains, groups });
}

const factsOf = (releaseClass: ReleaseClass, severity: (typeof SEVERITIES)[number]): RoutingFacts => ({
  ...NO_FACTS,
  severity,
  class: releaseClass,
});

const VIEWED: readonly (readonly ReleaseClass[])[] = [['JOINT'], ['JOINT', 'PAK'], ['JOINT', 'CHN'], RELEASE_CLASSES];

describe('the policy for some classes', () => {
  it('routes what is of these classes as the whole policy does', () => {
    fc.assert(
      fc.property(routes, fc.constantFrom(...VIEWED), fc.constantFrom(...SEVERITIES), (children, classes, severity) => {
        const whole = policyOf(children);
        const part = policyFor(classes, whole);
        for (const one of classes) {
          const facts = factsOf(one, severity);
          const matches = matchRoutes(part, facts, undefined);
          expect(matches).toEqual(matchRoutes(whole, facts, undefined));
          for (const { chain } of matches) expect(part.chains[chain]).toEqual(whole.chains[chain]);
        }
      }),
    );
  });

  it('names no other class, and no condition that is decided', () => {
    fc.assert(
      fc.property(condition, fc.constantFrom(...VIEWED.slice(0, 3)), (one, classes) => {
        const remains = conditionForClass(classes, one);
        for (const other of RELEASE_CLASSES) {
          if (!classes.includes(other)) expect(JSON.stringify(remains)).not.toContain(other);
        }
        for (const own of classes) {
          for (const severity of SEVERITIES) {
            const facts = factsOf(own, severity);
            const holds = typeof remains === 'boolean' ? remains : evaluate(remains, facts, undefined);
            expect(holds).toBe(evaluate(one, facts, undefined));
          }
        }
      }),
    );
  });

  it('has no chain and no group of the other side only', () => {
    const children = branded<Route[]>([
      { id: 'chn', match: { field: 'alert.class', equals: 'CHN' }, chain: 'a' },
      { id: 'both', match: { field: 'alert.class', oneOf: ['PAK', 'CHN'] }, chain: 'b' },
    ]);
    const { route, chains, groups } = policyFor(['JOINT', 'PAK'], policyOf(children));
    expect(route.routes).toEqual([{ id: 'both', match: { field: 'alert.class', oneOf: ['PAK'] }, chain: 'b' }]);
    expect(Object.keys(chains)).toEqual(['root', 'b']);
    expect(Object.keys(groups)).toEqual(['group-root', 'group-b']);
  });
});
