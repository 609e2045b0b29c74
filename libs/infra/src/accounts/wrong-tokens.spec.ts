import { WrongTokens } from './wrong-tokens.js';

function limited(atOnce = 5, perMinute = 60) {
  let now = 0;
  const limit = new WrongTokens({ atOnce, perMinute }, () => now);
  const take = (times: number, network = 'one') =>
    Array.from({ length: times }, () => limit.take(network)).filter((wait) => wait === 0).length;
  return { limit, take, pass: (ms: number) => (now += ms) };
}

describe('wrong tokens', () => {
  it('are taken up to so many at once, then as time goes, and never more than at once', () => {
    const { limit, take, pass } = limited();
    expect(take(20)).toBe(5);
    expect(limit.take('one')).toBe(1);
    pass(3_000);
    expect(take(20)).toBe(3);
    pass(3_600_000);
    expect(take(20)).toBe(5);
  });

  it('count by network, and not what turned out to be good', () => {
    const { limit, take } = limited();
    take(20);
    expect(take(20, 'other')).toBe(5);
    limit.giveBack('other');
    expect(take(20, 'other')).toBe(1);
    limit.giveBack('nobody');
    expect(take(20, 'nobody')).toBe(5);
  });

  it('of more networks than are remembered forget the oldest, not the one who tries', () => {
    const { take } = limited();
    for (let n = 0; n < 10_050; n += 1) take(1, `n${n}`);
    expect(take(20, 'n10049')).toBe(4);
    expect(take(20, 'n0')).toBe(5);
  });
});
