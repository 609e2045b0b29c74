/** Looking back: a link holds a moment, and each side is shown as it was. */
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
