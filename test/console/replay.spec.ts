/** Looking back: a link holds a moment, each side is shown as it was, and a long day opens and jumps at once. */
import { say } from './support/texts.js';
import { inBrowser, useChromium } from './support/browser.js';
import { endedDay } from './support/played-day.js';
import { seen } from './support/seen.js';
import { ask, newExercise, sendAlerts } from './support/server.js';

inBrowser('a replay', () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
    await sendAlerts(exercise, [
      { headline: 'Rockfall on the road' },
      { headline: 'Kingfisher', class: 'PAK', site: 'poplar-camp' },
    ]);
    await ask('POST', `/exercises/${exercise}/pause`, {});
    await ask('POST', `/exercises/${exercise}/injects/accident/fire`, {});
    await ask('POST', `/exercises/${exercise}/end`, {});
  });

  it('opens at the time of its link, for each side', async () => {
    const { page } = await chromium.openAs('controller', `/x/${exercise}/replay?t=T%2B00:00:00&as=chn`);
    const time = page.getByTestId('replay-time');
    await time.waitFor();
    expect(await time.innerText()).toBe('T+00:00:00');
    await page.getByText(say('replay:next')).first().click();
    await page.getByRole('button', { name: /Rockfall on the road/ }).waitFor();
    expect(await page.getByRole('button', { name: /Kingfisher/ }).count()).toBe(0);
    await page.getByText(say('replay:as.pak'), { exact: true }).first().click();
    await page.getByRole('button', { name: /Kingfisher/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('as')).toBe('pak');
  });

  it('plays, and puts its time into the address when it stands', async () => {
    const { page } = await chromium.openAs('observer', `/x/${exercise}/replay`);
    await page.getByTestId('play').click();
    await page.keyboard.press('.');
    await seen(
      () => Promise.resolve(new URL(page.url()).searchParams.get('t') ?? ''),
      (t) => t.startsWith('T+'),
    );
  });
});

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
    expect(opened).toBeLessThan(1_000);
    expect(median).toBeLessThan(100);
  });
});
