import { randomFor } from './random.js';

const DRAWS = 20_000;

describe('a random draw', () => {
  it('hangs on the seed, the entity and the purpose, and on nothing else', () => {
    const first = randomFor('seed', 'INC-0001.N1', 'answer 1');
    const other = randomFor('seed', 'INC-0001.N2', 'answer 1');
    const drawn = Array.from({ length: 5 }, () => (other(), first()));
    const again = randomFor('seed', 'INC-0001.N1', 'answer 1');
    expect(Array.from({ length: 5 }, () => again())).toEqual(drawn);
    const others = [
      randomFor('sead', 'INC-0001.N1', 'answer 1'),
      randomFor('seed', 'INC-0001.N2', 'answer 1'),
      randomFor('seed', 'INC-0001.N1', 'answer 2'),
      randomFor('see', 'dINC-0001.N1', 'answer 1'),
    ];
    expect(others.map((draw) => draw())).not.toContain(drawn[0]);
  });

  it('lies in [0, 1)', () => {
    const draw = randomFor('s', 'e', 'p');
    const drawn = Array.from({ length: DRAWS }, () => draw());
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
  });

  it.each([
    [
      'of one generator',
      (
        (draw) => () =>
          draw()
      )(randomFor('seed', 'INC-0001.N1', 'answer 1')),
    ],
    ['first of neighbours', (n: number) => randomFor('seed', `INC-0001.N${n}`, 'answer 1')()],
    ['first of many incidents', (n: number) => randomFor('seed', `INC-${String(n).padStart(4, '0')}.N1`, 'answer 1')()],
    ['first of many seeds', (n: number) => randomFor(String(n), 'INC-0001.N1', 'answer 1')()],
  ])('is uniform: %s', (_, draw) => {
    const counts = Array.from({ length: 20 }, () => 0);
    for (let n = 0; n < DRAWS; n++) counts[Math.floor(draw(n) * 20)]!++;
    const expected = DRAWS / 20;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 19 degrees of freedom: above 43.8 once in a thousand.
    expect(chiSquare).toBeLessThan(43.8);
  });

  it('of neighbours is not related', () => {
    const drawn = Array.from({ length: DRAWS }, (_, n) => randomFor('seed', `INC-0001.N${n}`, 'answer 1')() - 0.5);
    const product = drawn.slice(1).reduce((sum, value, n) => sum + value * (drawn[n] ?? 0), 0) / DRAWS;
    // The variance of a uniform draw is 1/12; the correlation's own deviation is 0.007.
    expect(Math.abs(product * 12)).toBeLessThan(0.03);
  });
});
