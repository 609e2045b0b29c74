/** A controller sets where the program of a unit is reached, reads its secret once, and sees what was delivered to it. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inBrowser, useChromium } from './support/browser.js';
import { axeFindings, keyboardFindings, textFindings } from './support/look.js';
import { live, seen } from './support/seen.js';
import { ask, newExercise, sendAlerts, type Json } from './support/server.js';
import { say } from './support/texts.js';

const PICTURES = resolve('test-results/console');
/** No such name is ever found (RFC 6761). */
const URL_OF_UNIT = 'https://unit.invalid/in';

inBrowser('remote units', () => {
  const chromium = useChromium();

  it.each(['en', 'ur', 'zh'] as const)(
    'are set, watched and removed in %s',
    async (language) => {
      mkdirSync(PICTURES, { recursive: true });
      const exercise = await newExercise(1);
      const name = (key: string) => say(`remote:${key}`, {}, language);
      const { page, expectErrors } = await chromium.openAs('controller', `/x/${exercise}/control`, { language });
      await live(page);
      await page.getByRole('button', { name: say('control:remote.open', {}, language) }).click();
      const dialog = page.getByRole('dialog');
      const form = dialog.getByRole('form', { name: name('set.title') });
      await form.getByLabel(name('set.unit')).selectOption('embassy');
      // A private address is refused in words.
      expectErrors(/422/);
      await form.getByLabel(name('set.url')).fill('http://127.0.0.1:9/');
      await form.getByRole('button', { name: name('set.submit') }).click();
      await form.getByRole('alert').waitFor();
      await form.getByLabel(name('set.url')).fill(URL_OF_UNIT);
      await form.getByRole('button', { name: name('set.submit') }).click();
      const secret = await dialog.getByTestId('secret').innerText();
      expect(secret).toMatch(/^whsec_/);
      await sendAlerts(exercise, [{ headline: 'Bus off the road', class: 'CHN' }]);
      await seen(
        async () => (await ask('GET', `/exercises/${exercise}/deliveries`))['items'] as Json[],
        ({ length }) => length > 0,
      );
      const log = dialog.getByRole('list', { name: name('deliveries') });
      await log.getByText('CHN-0001.N1').first().click();
      await page.evaluate(() => document.fonts.ready);
      const findings = [...(await textFindings(page, language)), ...(await axeFindings(page))];
      if (language === 'en') findings.push(...(await keyboardFindings(page)));
      await page.screenshot({ path: join(PICTURES, `remote-units-${language}.png`) });
      expect(findings).toEqual([]);
      // Nowhere to be read again.
      await dialog.getByRole('button', { name: name('secret.close') }).click();
      await page.reload();
      await live(page);
      await dialog.getByText(URL_OF_UNIT).first().waitFor();
      expect(await page.getByText(secret).count()).toBe(0);
      await dialog.getByRole('button', { name: name('remove') }).click();
      await page.getByText(name('removeMeans')).waitFor();
      await page
        .getByRole('button', { name: name('remove') })
        .last()
        .click();
      await dialog.getByText(name('none')).waitFor();
    },
    120_000,
  );
});
