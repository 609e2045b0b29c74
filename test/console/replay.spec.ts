/** Looking back: a link holds a moment, each side is shown as it was, and a long day opens and jumps at once. */
import { Appender } from './support/appended.js';
import { say } from './support/texts.js';
import { inBrowser, useChromium } from './support/browser.js';
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

const DAY_EVENTS = 3_400;
const OPENS_MS = 1_000;
const JUMPS_MS = 100;

inBrowser(`a replay of ${DAY_EVENTS} events`, () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Rockfall on the road' }]);
    const appender = await Appender.open();
    await appender.append(exercise, DAY_EVENTS);
    await appender.close();
  });

  it(`opens in ${OPENS_MS} ms and jumps anywhere in ${JUMPS_MS} ms`, async () => {
    const { page } = await chromium.openAs('evaluator', `/x/${exercise}/replay`);
    const opening: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await page.goto(new URL(`/x/${exercise}/report`, page.url()).href);
      await page.waitForLoadState('networkidle');
      opening.push(
        await page.evaluate(async () => {
          const start = performance.now();
          document.querySelector<HTMLElement>('nav a[href$="/replay"]')?.click();
          while (document.querySelector('[data-testid=replay-time]') === null) await new Promise(requestAnimationFrame);
          return performance.now() - start;
        }),
      );
    }
    const jumps = await page.evaluate(async () => {
      const range = document.querySelector<HTMLInputElement>('input[type=range]');
      const shown = document.querySelector('[data-testid=replay-time]');
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (range === null || shown === null || write === undefined) throw new Error('there is nothing to move');
      const took: number[] = [];
      for (const part of [0.9, 0.1, 0.5, 0.99, 0.01, 0.7, 0.3]) {
        const before = shown.textContent;
        const start = performance.now();
        write.call(range, String(Math.round(Number(range.max) * part)));
        range.dispatchEvent(new Event('input', { bubbles: true }));
        while (shown.textContent === before) await new Promise(requestAnimationFrame);
        took.push(performance.now() - start);
      }
      return took;
    });
    const all = [opening, jumps].map((times) => times.map(Math.round).join(', '));
    process.stdout.write(`the replay opens in ${all[0]} ms and jumps in ${all[1]} ms\n`);
    expect(median(opening)).toBeLessThan(OPENS_MS);
    expect(median(jumps)).toBeLessThan(JUMPS_MS);
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
