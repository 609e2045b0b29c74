/** A full day that has ended opens, and is jumped through, at once. */
import { inBrowser, useChromium } from '../support/browser.js';
import { endedDay } from '../support/played-day.js';
import { slowness } from '../../support/yardstick.js';

inBrowser('the replay of a full day', () => {
  const chromium = useChromium();

  it('opens within a second and jumps within 100 ms', async () => {
    const { exercise, events } = await endedDay();
    // The files of the page are in the browser already, as they are of somebody who comes from the exercise.
    const { page } = await chromium.openAs('controller', `/x/${exercise}/report`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const opened = await page.evaluate(
      (path) =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          new MutationObserver((_, observer) => {
            if (document.querySelector('[data-testid=replay-time]') === null) return;
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - start));
          }).observe(document.body, { childList: true, subtree: true });
          document.querySelector<HTMLAnchorElement>(`a[href*="${path}"]`)?.click();
        }),
      '/replay',
    );
    const jumps = await page.evaluate(async () => {
      const range = document.querySelector<HTMLInputElement>('input[type=range]');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (range === null || set === undefined) throw new Error('there is no scrubber');
      const times: number[] = [];
      for (const part of [0.9, 0.1, 0.5, 1, 0, 0.33, 0.77, 0.66, 0.95, 0.2]) {
        const start = performance.now();
        set.call(range, String(Math.round(Number(range.max) * part)));
        range.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
        await new Promise((resolve) => setTimeout(resolve));
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b);
    });
    const median = jumps[Math.floor(jumps.length / 2)] ?? 0;
    process.stdout.write(
      `${events} events: open after ${Math.round(opened)} ms, jumps of ${jumps.map(Math.round).join(', ')} ms\n`,
    );
    expect(events).toBeGreaterThan(3_000);
    const slower = slowness();
    expect(opened).toBeLessThan(1_000 * slower);
    expect(median).toBeLessThan(100 * slower);
  });
});
