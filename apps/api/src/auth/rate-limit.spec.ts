import { RateLimit } from './rate-limit.js';

/** A limit of ten a second, on a clock that stands unless it is moved. */
function limitOfTen() {
  let now = 0;
  const limit = new RateLimit(10, () => now);
  return {
    take: (times: number, account = 'one') => Array.from({ length: times }, () => limit.take(account)),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const count = (waits: readonly number[]): number => waits.filter((wait) => wait === 0).length;

describe('the rate limit', () => {
  it('lets twice the rate in at once, then tells the seconds to wait', () => {
    const { take } = limitOfTen();
    const waits = take(60);
    expect(count(waits)).toBe(20);
    expect(waits.at(-1)).toBe(1);
  });

  it('lets the rate in as time goes, and no more than twice the rate however long nobody asks', () => {
    const { take, pass } = limitOfTen();
    take(60);
    pass(1_000);
    expect(count(take(60))).toBe(10);
    pass(60_000);
    expect(count(take(60))).toBe(20);
  });

  it('counts each account by itself', () => {
    const { take } = limitOfTen();
    take(60);
    expect(count(take(5, 'other'))).toBe(5);
  });

  it('is none at 0', () => {
    const none = new RateLimit(0, () => 0);
    expect(Array.from({ length: 1_000 }, () => none.take('one')).every((wait) => wait === 0)).toBe(true);
  });
});
