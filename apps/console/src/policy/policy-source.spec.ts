import { branded } from '#domain/testing/branded.js';
import type { Policy } from '#domain/policy/policy.js';
import { inOrderOf, readSource, sourceOf } from './policy-source.js';

describe('the source of a policy', () => {
  const text = 'id: x\nchains:\n  tell:\n    steps:\n      - id: a\n      - id: b\n        ackWithin: 5m\n';
  it('is read back as it was written, as YAML and as JSON', () => {
    const policy = { id: 'x', version: 2, chains: { tell: { steps: [{ id: 'a' }] } } };
    expect(readSource(sourceOf(policy, 'yaml')).policy).toEqual(policy);
    expect(readSource(sourceOf(policy, 'json')).policy).toEqual(policy);
  });
  it('shows the line of a path, and of what is missing the line of what should hold it', () => {
    const { lineOf } = readSource(text);
    expect(lineOf('policy.chains.tell.steps[1].ackWithin')).toBe(7);
    expect(lineOf('policy.chains.tell.steps[0].targets')).toBe(5);
    expect(lineOf('policy.route')).toBe(1);
  });
  it('shows faults of the text by line, and gives no policy', () => {
    const { faults, policy } = readSource('id: x\nchains: [a\n');
    expect(policy).toBeUndefined();
    expect(faults[0]?.line).toBeGreaterThan(1);
  });
});

it('puts chains and groups in the order of the policy that it is compared with', () => {
  const of = (...names: readonly string[]) =>
    branded<Policy>({
      id: 'p',
      version: 1,
      correlationWindowMs: 0,
      route: { id: 'r', chain: 'a' },
      chains: Object.fromEntries(names.map((name) => [name, { steps: [], repeat: 0, expireAfterMs: 1 }])),
      groups: Object.fromEntries(names.map((name) => [name, []])),
    });
  const { chains, groups } = inOrderOf(of('b', 'gone', 'a'), of('new', 'a', 'b'));
  expect([Object.keys(chains), Object.keys(groups)]).toEqual([
    ['b', 'a', 'new'],
    ['b', 'a', 'new'],
  ]);
});
