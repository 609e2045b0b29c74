/** A commander changes the label of an alert and of a message; who may not read it any more sees it go, and sees it come again. */
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from './support/browser.js';
import { ask, incidentsOf, newExercise, sendAlerts } from './support/server.js';
import { live } from './support/seen.js';

inBrowser('labels that change', () => {
  const chromium = useChromium();

  it('takes an alert from those whom its label does not name, and gives it back', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Noise at the fence', class: 'PAK' }]);
    const { page: operator, expectErrors } = await chromium.openAs('pak', `/x/${exercise}/desk`);
    // What the page asks about the incident as it goes.
    expectErrors(/404.*\/incidents\/PAK-0001/);
    await live(operator);
    const row = operator.locator('[data-id=PAK-0001]');
    await row.waitFor();

    const [incident = ''] = (await incidentsOf(exercise)).map(({ id }) => id);
    const { page } = await chromium.openAs('pakCommander', `/x/${exercise}/desk?incident=${incident}`);
    await live(page);
    await page.getByRole('button', { name: /1 alert in full/ }).click();
    const dialog = await openLabel(page);
    await dialog.getByLabel('TLP label').selectOption('TLP:RED');
    await dialog.getByLabel('Reason').fill('The source asked for it');
    await dialog.getByRole('button', { name: 'Set label' }).click();
    await dialog.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });

    const again = await openLabel(page);
    await again.getByLabel('TLP label').selectOption('TLP:AMBER');
    await again.getByRole('button', { name: 'Set label' }).click();
    await row.waitFor();
  });

  it('are stated with a note, with a tear line that the other side reads', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Noise at the fence' }]);
    const { page: chn } = await chromium.openAs('chn', `/x/${exercise}/desk`);
    await live(chn);
    const [incident = ''] = (await incidentsOf(exercise)).map(({ id }) => id);
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk?incident=${incident}`);
    await live(page);
    await page.getByRole('toolbar').getByRole('button', { name: /^Note/ }).click();
    const form = page.getByRole('form', { name: 'Note' });
    await form.getByRole('textbox').first().fill('The guard on duty says so');
    await form.getByText('Label, tear line, review').click();
    await form.getByLabel('TLP label').selectOption('TLP:AMBER+STRICT');
    await form.getByLabel('Tear line for CHN').fill('Somebody on site says so');
    await form.getByRole('button', { name: 'Write the note' }).click();
    await form.waitFor({ state: 'detached' });
    await chn.getByText('Somebody on site says so').first().waitFor();
    expect(await chn.getByText('The guard on duty').count()).toBe(0);
    const { items } = (await ask('GET', `/exercises/${exercise}/records`, undefined, 'pak')) as {
      items: { label: { tlp: string } }[];
    };
    expect(items.map(({ label }) => label.tlp)).toEqual(['TLP:AMBER+STRICT']);
  });

  it('offers nobody what contradicts the class, and no button to an operator', async () => {
    const exercise = await newExercise(1);
    await ask(
      'POST',
      `/exercises/${exercise}/messages`,
      { kind: 'situation', to: ['desk:CHN'], label: { class: 'JOINT' }, text: 'The road is open' },
      'pak',
    );
    const { page: operator } = await chromium.openAs('pak', `/x/${exercise}/messages`);
    await operator.getByText('The road is open').first().click();
    expect(await operator.getByRole('button', { name: 'Label…' }).count()).toBe(0);

    const { page } = await chromium.openAs('pakCommander', `/x/${exercise}/messages`);
    await page.getByText('The road is open').first().click();
    const dialog = await openLabel(page);
    const offered = await dialog.getByLabel('TLP label').locator('option').allTextContents();
    expect(offered.map((text) => /TLP:\S+/.exec(text)?.[0])).toEqual(['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']);
  });
});

async function openLabel(page: Page) {
  await page.getByRole('button', { name: 'Label…' }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Label of/ });
  await dialog.waitFor();
  return dialog;
}
