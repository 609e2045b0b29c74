import fc from 'fast-check';
import { compilePolicy } from '#scenario/compile/compile-scenario.js';
import { checkPolicySchema } from '#scenario/check/check-schema.js';
import { readDocument } from '#scenario/yaml/read-document.js';
import { branded } from '#domain/testing/branded.js';
import type { Plain } from '#domain/kernel/brand.js';
import { CONDITION_FIELDS, type Condition, type Policy, type Route } from '#domain/policy/policy.js';
import { authoredPolicyText } from './authored-policy.js';

/** Some look like another type in YAML: `no`, `null`, `1e3`. */
const id = fc.oneof(
  fc.constantFrom('no', 'null', 'true', '1e3', '007', '0x1f', 'on-call'),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/),
);
const duration = fc.integer({ min: 0, max: 30 * 86_400_000 });
const action = fc.constantFrom('respond', 'secure', 'advise', 'inform', 'consular');
const text = fc.oneof(id, fc.constantFrom('Geo: a #1', '- x', '&a *b', '"quoted"', 'گیٹ', '大门', ' edge '));
const compared = fc.oneof(text, fc.integer({ min: -1000, max: 1000 }));
const field = fc.constantFrom(...CONDITION_FIELDS);
const test: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, equals: compared }),
  fc.record({ field, oneOf: fc.array(compared, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, atLeast: compared }),
  fc.record({ field, within: fc.tuple(compared, compared) }),
  fc.record({ field, within: fc.constant({ lat: 35.9, lon: 74.4, radiusKm: 12.5 }) }),
  fc.record({ field, exists: fc.boolean() }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  test,
  fc.record({ all: fc.array(test, { minLength: 1, maxLength: 2 }) }),
  fc.record({ any: fc.array(test, { minLength: 1, maxLength: 2 }) }),
  fc.record({ not: test }),
);
const step = fc.record(
  {
    id,
    delayMs: duration,
    targets: fc.array(
      fc.oneof(
        fc.record({ action, unit: id }),
        fc.record({ action, group: id }),
        fc.record({ action, side: fc.constantFrom('PAK', 'CHN') }),
        fc.record({
          action,
          kind: fc.constantFrom('provincial-police', 'embassy'),
          side: fc.constantFrom('PAK', 'CHN'),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    requirement: fc.oneof(
      fc.constantFrom('any', 'all', 'each-side'),
      fc.record({ count: fc.integer({ min: 1, max: 5 }) }),
    ),
    ackWithinMs: duration,
  },
  { requiredKeys: ['id', 'targets', 'requirement', 'ackWithinMs'] },
);
const chain = fc.record(
  {
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    repeat: fc.integer({ min: 0, max: 3 }),
    remindEveryMs: duration,
    ackExpiresMs: duration,
    expireAfterMs: duration,
    onRaise: fc.constantFrom('inform', 'reacknowledge'),
  },
  { requiredKeys: ['steps', 'repeat', 'expireAfterMs'] },
);
const leaf = fc.record({ id, match: condition, chain: id, continue: fc.boolean() }, { requiredKeys: ['id'] });
const route = fc.record({ id, chain: id, routes: fc.array(leaf, { maxLength: 3 }) }) as fc.Arbitrary<Plain<Route>>;
const policy = fc.record(
  {
    id,
    version: fc.integer({ min: 1, max: 99 }),
    correlationWindowMs: duration,
    closeAfterMs: duration,
    route,
    chains: fc.dictionary(id, chain, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    groups: fc.dictionary(id, fc.array(id, { maxLength: 3 }), { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'version', 'correlationWindowMs', 'route', 'chains', 'groups'] },
) as fc.Arbitrary<Plain<Policy>>;

it('read again, the written policy is the same', () => {
  fc.assert(
    fc.property(policy.map(branded<Policy>), (original) => {
      const source = readDocument(authoredPolicyText(original));
      expect(source.faults).toEqual([]);
      const { authored, problems } = checkPolicySchema((source.value as { policy: unknown }).policy);
      expect(problems).toEqual([]);
      expect(compilePolicy(authored!)).toEqual(original);
    }),
    { seed: 1, numRuns: 300 },
  );
});
