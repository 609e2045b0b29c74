import { notificationId } from '../kernel/ids.js';
import { randomFor } from '../kernel/random.js';
import { answers, declines, MINUTE, moves, SECOND, SILENT } from '../testing/small-exercise.js';
import { drawAnswer, drawMovements, drawTransmission, sample, worseLink } from './behaviour.js';
import type { Distribution, Link } from './unit.js';

const DRAWS = 20_000;

function drawn(distribution: Distribution): number[] {
  const random = randomFor('seed', 'unit', 'behaviour');
  return Array.from({ length: DRAWS }, () => sample(distribution, random)).toSorted((a, b) => a - b);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

describe('a time that is drawn', () => {
  it('is what it says when fixed', () => {
    expect(new Set(drawn({ kind: 'fixed', ms: 1_234 }))).toEqual(new Set([1_234]));
  });

  it('lies evenly between its bounds when uniform', () => {
    const times = drawn({ kind: 'uniform', minMs: 10_000, maxMs: 20_000 });
    expect(times[0]).toBeGreaterThanOrEqual(10_000);
    expect(times.at(-1)).toBeLessThanOrEqual(20_000);
    for (const share of [0.1, 0.5, 0.9]) {
      expect(Math.abs(percentile(times, share) - (10_000 + share * 10_000))).toBeLessThan(200);
    }
  });

  it('has the stated median and 95th percentile when lognormal', () => {
    const times = drawn({ kind: 'lognormal', medianMs: 30_000, p95Ms: 180_000 });
    expect(percentile(times, 0.5) / 30_000).toBeGreaterThan(0.97);
    expect(percentile(times, 0.5) / 30_000).toBeLessThan(1.03);
    expect(percentile(times, 0.95) / 180_000).toBeGreaterThan(0.95);
    expect(percentile(times, 0.95) / 180_000).toBeLessThan(1.05);
    expect(times.every((ms) => Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
  });

  it('does not vary when median and 95th percentile are the same', () => {
    expect(new Set(drawn({ kind: 'lognormal', medianMs: 5_000, p95Ms: 5_000 }))).toEqual(new Set([5_000]));
  });
});

describe('an answer', () => {
  it('is a decline, silence or an acknowledgement as often as stated', () => {
    const behaviour = { ...answers(MINUTE), declineChance: 0.2, silentChance: 0.3 };
    const counts = { acknowledge: 0, decline: 0, silent: 0 };
    for (let n = 0; n < DRAWS; n++) counts[drawAnswer('seed', behaviour, notificationId(`INC-0001.N${n}`), 1).answer]++;
    expect(Math.abs(counts.decline / DRAWS - 0.2)).toBeLessThan(0.015);
    expect(Math.abs(counts.silent / DRAWS - 0.3)).toBeLessThan(0.015);
  });

  it('is certain at the chances 0 and 1', () => {
    for (let n = 0; n < 100; n++) {
      const id = `INC-0001.N${n}`;
      expect(drawAnswer('seed', answers(MINUTE), notificationId(id), 1)).toEqual({
        answer: 'acknowledge',
        afterMs: MINUTE,
      });
      expect(drawAnswer('seed', declines(MINUTE), notificationId(id), 1)).toEqual({
        answer: 'decline',
        afterMs: MINUTE,
      });
      expect(drawAnswer('seed', SILENT, notificationId(id), 1)).toEqual({ answer: 'silent' });
    }
  });

  it('is drawn anew for each delivery, and is the same for the same one', () => {
    const behaviour = { ...answers(0), acknowledge: { kind: 'uniform', minMs: 0, maxMs: 1e9 } } as const;
    const first = drawAnswer('seed', behaviour, notificationId('INC-0001.N1'), 1);
    expect(drawAnswer('seed', behaviour, notificationId('INC-0001.N1'), 1)).toEqual(first);
    expect(drawAnswer('seed', behaviour, notificationId('INC-0001.N1'), 2)).not.toEqual(first);
  });
});

describe('movements', () => {
  it('follow one another', () => {
    const behaviour = moves(answers(0), MINUTE, 2 * MINUTE, 3 * MINUTE);
    expect(drawMovements('seed', behaviour, notificationId('INC-0001.N1'))).toEqual({
      enRoute: MINUTE,
      onScene: 3 * MINUTE,
      clear: 6 * MINUTE,
    });
  });
});

describe('a transmission over a degraded link', () => {
  it('takes the latency, and is lost as often as stated, each attempt by itself', () => {
    const link = { status: 'degraded', latencyMs: SECOND, loss: 0.25 } as const;
    const transmissions = Array.from({ length: DRAWS }, (_, n) =>
      drawTransmission('seed', link, 'INC-0001.N1', `transmission ${n}`),
    );
    const arrived = transmissions.flatMap((transmission) => (transmission.lost ? [] : [transmission.afterMs]));
    expect(new Set(arrived)).toEqual(new Set([SECOND]));
    expect(Math.abs(1 - arrived.length / DRAWS - 0.25)).toBeLessThan(0.015);
  });
});

describe('of two links the worse one counts', () => {
  const up: Link = { status: 'up' };
  const down: Link = { status: 'down' };
  const slow: Link = { status: 'degraded', latencyMs: 500, loss: 0.1 };
  const lossy: Link = { status: 'degraded', latencyMs: 100, loss: 0.4 };

  it.each([
    [up, up, up],
    [up, slow, slow],
    [slow, down, down],
    [up, down, down],
    [slow, lossy, { status: 'degraded', latencyMs: 500, loss: 0.4 } as const],
  ])('%j and %j give %j', (a, b, worse) => {
    expect(worseLink(a, b)).toEqual(worse);
    expect(worseLink(b, a)).toEqual(worse);
  });
});
