import { randomFor } from '#domain/kernel/random.js';
import { differenceOf, shareOf } from './chance.js';

describe('a share', () => {
  it.each([
    // Wilson's interval, from the tables of Newcombe (1998), table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i lies between %d and %d', (hits, of, low, high) => {
    const share = shareOf(hits, of);
    expect(share?.low).toBeCloseTo(low, 3);
    expect(share?.high).toBeCloseTo(high, 3);
  });

  it('is unknown where nothing was judged', () => {
    expect(shareOf(0, 0)).toBeUndefined();
  });
});

describe('a difference between runs on the same seeds', () => {
  const random = randomFor('seed', 'pairs', 'noise');
  const noise = Array.from({ length: 200 }, () => random() * 100);

  it('shows however much the seeds differ', () => {
    const found = differenceOf(
      noise,
      noise.map((value, n) => value + 1 + (n % 3)),
    );
    expect(found?.mean).toBeCloseTo(2, 1);
    expect(found?.p).toBeLessThan(0.01);
  });

  it('is taken for chance about as often as chance gives it', () => {
    const draws = 400;
    let taken = 0;
    for (let n = 0; n < draws; n++) {
      const a = Array.from({ length: 40 }, () => random());
      const b = Array.from({ length: 40 }, () => random());
      if ((differenceOf(a, b)?.p ?? 0) < 0.05) taken++;
    }
    expect(taken / draws).toBeGreaterThan(0.02);
    expect(taken / draws).toBeLessThan(0.09);
  });

  it('is none where both are always the same', () => {
    expect(differenceOf(noise, noise)).toMatchObject({ mean: 0, p: 1 });
  });

  it('is not told of fewer than 30 pairs, those of which one is unknown left out', () => {
    const some = noise.slice(0, 30);
    expect(differenceOf(some, some)?.pairs).toBe(30);
    expect(differenceOf([...some.slice(1), Number.NaN], some)).toBeUndefined();
  });
});
