import { preferredWaitMs } from './prefer-wait.js';

describe('how long an answer waits for the outcome', () => {
  it.each([
    [undefined, 2_000],
    ['', 2_000],
    ['wait=0', 0],
    ['WAIT = "3"', 3_000],
    ['return=minimal, wait=4', 4_000],
    ['wait=900', 10_000],
    ['wait=-1', 2_000],
    ['wait=soon', 2_000],
    ['respond-async', 0],
    ['return=minimal, Respond-Async', 0],
    ['respond-async, wait=5', 5_000],
    ['respond-asynchronously', 2_000],
    ['wait=99999999999', 2_000],
  ])('%p: %p ms', (prefer, ms) => {
    expect(preferredWaitMs(prefer)).toBe(ms);
  });
});
