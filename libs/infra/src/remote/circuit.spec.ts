import fc from 'fast-check';
import { afterFailure, afterSuccess, type Circuit, circuitState, OPENS_AFTER, retryDelayMs } from './circuit.js';

const RETRY = { firstMs: 1_000, longestMs: 60_000 };

function failing(times: number, now = 0): Circuit {
  let circuit = afterSuccess();
  for (let n = 0; n < times; n += 1) circuit = afterFailure(circuit, now, RETRY);
  return circuit;
}

it('stays closed until as many attempts in a row have failed', () => {
  expect(circuitState(failing(OPENS_AFTER - 1), 0)).toBe('closed');
  expect(circuitState(failing(OPENS_AFTER), 0)).toBe('open');
});

it('lets one attempt through after a while, whose failure opens it again', () => {
  const open = failing(OPENS_AFTER, 1_000);
  expect(circuitState(open, 60_999)).toBe('open');
  expect(circuitState(open, 61_000)).toBe('half-open');
  const again = afterFailure(open, 61_000, RETRY);
  expect([circuitState(again, 61_000), again.openUntil]).toEqual(['open', 121_000]);
});

it('closes with the first success', () => {
  expect(circuitState(afterSuccess(), 0)).toBe('closed');
  expect(circuitState(afterFailure(afterSuccess(), 0, RETRY), 0)).toBe('closed');
});

it('waits longer each time, within bounds, and never the same for all', () => {
  const attempt = fc.integer({ min: 1, max: 10_000 });
  const random = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(attempt, random, (attempts, chance) => {
      const whole = Math.min(60_000, 1_000 * 2 ** (attempts - 1));
      const delay = retryDelayMs(attempts, RETRY, chance);
      expect(delay).toBeGreaterThanOrEqual(whole / 2);
      expect(delay).toBeLessThanOrEqual(whole);
    }),
  );
  expect(retryDelayMs(3, RETRY, 0)).not.toBe(retryDelayMs(3, RETRY, 0.9));
});
