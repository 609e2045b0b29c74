/** Another person takes the seat in the same browser. */
import { inBrowser, useChromium } from './support/browser.js';
import { ask, theBench } from './support/server.js';

inBrowser('a link that signs in another person', () => {
  const chromium = useChromium();

  it('shows that person, also if the answer about who sat here before comes late', async () => {
    const { people } = theBench();
    const { id } = await ask('POST', '/accounts', { name: 'Nadia', role: 'observer' });
    const { path } = await ask('POST', `/accounts/${String(id)}/links`, {});
    const { page } = await chromium.openAs('evaluator', '/?of=before');
    await page.getByText(people.evaluator.name).first().waitFor();
    const asked: { readonly release: () => void }[] = [];
    await page.route('**/v1/session', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const answer = await route.fetch();
      await new Promise<void>((release) => asked.push({ release }));
      // The page may not want it any more.
      return route.fulfill({ response: answer }).catch(() => undefined);
    });
    // From another address, so that the page is loaded anew and asks who sits here.
    await page.goto(new URL(String(path), page.url()).href, { waitUntil: 'commit' });
    await page.getByText('Nadia').first().waitFor();
    for (const { release } of asked) release();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(people.evaluator.name).count()).toBe(0);
    expect(await page.getByText('Nadia').count()).toBeGreaterThan(0);
  });
});
