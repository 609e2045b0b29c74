/** A key that is pressed before the page knows what is possible, while the server does not answer. */
import { inBrowser, useChromium } from './support/browser.js';
import { live, seen } from './support/seen.js';
import { incidentsOf, newExercise, sendAlerts } from './support/server.js';
import { say } from './support/texts.js';

inBrowser('an act that is asked for early', () => {
  const chromium = useChromium();

  it('is done as soon as it is known to be possible, and the page says meanwhile why not', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Bus off the road' }]);
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    const { page, expectErrors } = await chromium.openAs('pak', `/x/${exercise}/desk`);
    expectErrors(/503/);
    let answers = false;
    await page.route('**/explain', (route) =>
      answers ? route.continue() : route.fulfill({ status: 503, body: '{}' }),
    );
    await live(page);
    await page.getByText('Bus off the road').first().waitFor();
    await page.keyboard.press('j');
    const acknowledge = page
      .getByRole('toolbar', { name: say('desk:act.bar') })
      .getByRole('button', { name: say('desk:act.acknowledge') });
    await seen(
      () => acknowledge.getAttribute('aria-description'),
      (reason) => reason === say('desk:act.failing'),
    );
    await page.keyboard.press('a');
    answers = true;
    await page
      .getByRole('region', { name: say('desk:lane.label', { side: 'PAK' }) })
      .getByText(say('frame:sideState.acknowledged', { side: 'PAK' }))
      .waitFor({ state: 'attached' });
  });
});
