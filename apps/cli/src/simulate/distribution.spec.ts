import fc from 'fast-check';
import { Distribution } from './distribution.js';

const times = fc.array(fc.integer({ min: 0, max: 30 * 86_400_000 }), { minLength: 1, maxLength: 300 });

function of(values: readonly number[]): Distribution {
  const distribution = new Distribution();
  for (const value of values) distribution.add(value);
  return distribution;
}

it('gives percentiles by nearest rank, right to 0.4 %', () => {
  fc.assert(
    fc.property(times, fc.constantFrom(0.5, 0.9, 0.99, 1), (values, part) => {
      const exact = values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? 0;
      const found = of(values).percentile(part) ?? Number.NaN;
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.004);
    }),
  );
});

it('merged of two is that of both', () => {
  fc.assert(
    fc.property(times, times, (some, others) => {
      const merged = of(some);
      merged.merge(of(others).counts);
      expect(merged.counts).toEqual(of([...some, ...others]).counts);
    }),
    { numRuns: 20 },
  );
});

it('has no percentile of nothing', () => {
  expect(new Distribution().percentile(0.5)).toBeUndefined();
});
