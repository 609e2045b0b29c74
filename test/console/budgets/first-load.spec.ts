/** What a browser that was never here before loads until the page can be used, and how long that takes. */
import { inBrowser, useChromium } from '../support/browser.js';
import { live } from '../support/seen.js';
import { newExercise, sendAlerts } from '../support/server.js';
import { slowness } from '../../support/yardstick.js';

/** Of compressed script, B. */
const MOST_SCRIPT = 300_000;
/** From the request for the page until it follows the exercise, ms. */
const MOST_MS = 2_000;
/** Chunks of the map and its library, and of what it draws. */
const MAP = /\/(?:map|maplibre|site-map|milsymbol|land)[^/]*\.js$/;

inBrowser('the first load', () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Rockfall on the road' }]);
  });

  it.each<['pak' | 'controller', string]>([
    ['pak', 'desk'],
    ['controller', 'control'],
  ])('of a %s: the %s is below 300 kB of script and live within 2 s', async (person, screen) => {
    const { page } = await chromium.openAs(person, `/x/${exercise}/${screen}`);
    await live(page);
    const ms = await page.evaluate(() => performance.now());
    // What comes by itself after that counts, too.
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry as PerformanceResourceTiming)
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
    );
    const first = scripts.filter(({ name }) => !MAP.test(name));
    const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
    process.stdout.write(`${screen}: live after ${Math.round(ms)} ms, ${Math.round(bytes / 1000)} kB of script\n`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(MOST_SCRIPT);
    expect(ms).toBeLessThan(MOST_MS * slowness());
  });
});
