/** A commander sees the policy of the own side, and drops it; an evaluator releases an observation to a side. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { inBrowser, useChromium } from './support/browser.js';
import { ask, newExercise } from './support/server.js';
import { live } from './support/seen.js';

inBrowser('what each side is owed', () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
  });

  it('shows a commander the policy of the own side alone, and drops it', async () => {
    const { page } = await chromium.openAs('pakCommander', `/x/${exercise}/desk`);
    await live(page);
    await page.getByTestId('own-policy').click();
    const origin = page.getByTestId('policy-origin');
    await origin.filter({ hasText: 'From the scenario' }).waitFor();
    expect(await page.getByRole('button', { name: 'Drop our own policy' }).count()).toBe(0);

    await ask('PUT', `/exercises/${exercise}/policy/own`, { policy: nextPolicy(), reason: 'night' }, 'pakCommander');
    await origin.filter({ hasText: 'own policy' }).filter({ hasText: 'night' }).waitFor();
    await page.getByRole('button', { name: 'Drop our own policy' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Drop our own policy' }).last().click();
    await origin.filter({ hasText: 'From the scenario' }).waitFor();
  });

  it('lets an evaluator release an observation to a side', async () => {
    const { page } = await chromium.openAs('evaluator', `/x/${exercise}/evaluate`);
    await live(page);
    await page.getByRole('button', { name: 'New observation' }).first().click();
    await page.getByLabel('What I saw').fill('Handed over without a briefing');
    await page.getByLabel('Released to').selectOption('PAK');
    await page.getByLabel('TLP label').selectOption('TLP:AMBER+STRICT');
    await page.getByRole('button', { name: /^Record/ }).click();
    await page.getByText('OBS-PAK-0001').first().waitFor();
    const { events } = (await ask(
      'GET',
      `/exercises/${exercise}/events?type=ObservationRecorded`,
      undefined,
      'pak',
    )) as {
      events: { data: object }[];
    };
    expect(events.map(({ data }) => data)).toMatchObject([{ label: { tlp: 'TLP:AMBER+STRICT' } }]);
  });
});

/** The policy of the scenario as its author writes it, with a higher version. */
function nextPolicy(): object {
  const { policy } = parse(readFileSync(resolve('test/console/quiet-day.yaml'), 'utf8')) as {
    policy: { version: number };
  };
  return { ...policy, version: policy.version + 1 };
}
