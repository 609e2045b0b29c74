import { RestartPolicy } from './restart-policy.js';

const settings = { quickMs: 10_000, mostQuickDeaths: 5, firstWaitMs: 500 };

describe('starting a process again', () => {
  it('waits longer after each quick death and gives up at the fifth', () => {
    const policy = new RestartPolicy(settings);
    const waits = [1, 2, 3, 4, 5].map(() => policy.afterDeath(100));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, undefined]);
  });

  it('begins anew when the process lived for a while', () => {
    const policy = new RestartPolicy(settings);
    policy.afterDeath(100);
    policy.afterDeath(100);
    expect(policy.afterDeath(10_000)).toBe(500);
    expect(policy.afterDeath(100)).toBe(1_000);
  });
});
