/** A telephone, a tablet, a page at 200 %, and no motion for those who want none. */
import { inBrowser, useChromium } from './support/browser.js';
import { live, seen } from './support/seen.js';
import { incidentsOf, newExercise, sendAlerts } from './support/server.js';
import { say } from './support/texts.js';

inBrowser('a small window', () => {
  const chromium = useChromium();

  it.each<[string, readonly [number, number]]>([
    ['a telephone', [390, 844]],
    ['a tablet', [768, 1024]],
    ['1600 px at 200 %', [800, 500]],
  ])('of %s is enough to acknowledge, without scrolling sideways', async (_name, size) => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Bus off the road' }]);
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk`, { size });
    await live(page);
    await page.getByText('Bus off the road').first().click();
    const acknowledge = page
      .getByRole('toolbar', { name: say('desk:act.bar') })
      .getByRole('button', { name: say('desk:act.acknowledge') });
    await seen(
      () => acknowledge.getAttribute('aria-disabled'),
      (disabled) => disabled === null,
    );
    const { width = 0, height = 0 } = (await acknowledge.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await acknowledge.click();
    await page
      .getByRole('region', { name: say('desk:lane.label', { side: 'PAK' }) })
      .getByText(say('frame:sideState.acknowledged', { side: 'PAK' }))
      .waitFor({ state: 'attached' });
  });
});

inBrowser('somebody who wants no motion', () => {
  const chromium = useChromium();

  it('sees none', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Bus off the road', severity: 'Extreme' }]);
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk`, { reducedMotion: true });
    await live(page);
    await page.getByText('Bus off the road').first().waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
