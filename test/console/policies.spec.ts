/** Commanders of two sides set, propose, approve and reject policies; an evaluator releases an observation to a side. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { parse } from 'yaml';
import { inBrowser, useChromium } from './support/browser.js';
import { ask, newExercise } from './support/server.js';
import { live } from './support/seen.js';

inBrowser('the policies of two sides', () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
  });

  it('are proposed by one side, compared and approved by the other', async () => {
    const { page: pak } = await chromium.openAs('pakCommander', `/x/${exercise}/policies`);
    const { page: chn } = await chromium.openAs('chnCommander', `/x/${exercise}/desk`);
    await live(pak);
    await live(chn);
    await pak.getByTestId('policy-item').getByText('From the scenario').waitFor();

    await pak
      .getByRole('button', { name: /^Propose a policy/ })
      .first()
      .click();
    const form = pak.getByTestId('policy-form');
    await rewrite(form, 'ackWithin: 20m', 'ackWithin: 15m');
    await form.getByRole('button', { name: 'Check' }).click();
    await form.getByText('A reason is needed').waitFor();
    await form.getByLabel('Reason, which the other side reads').fill('Twenty minutes are too long');
    await form.getByRole('button', { name: 'Propose it' }).click();
    await pak
      .getByTestId('policy-item')
      .getByRole('heading', { name: /POL-0001/ })
      .waitFor();
    await pak.getByText('It waits for the other side').waitFor();

    await chn.getByTestId('policies-waiting').waitFor();
    await chn.getByRole('link', { name: /^Policies/ }).click();
    await chn.getByTestId('policies-waiting').getByText('POL-0001').click();
    const item = chn.getByTestId('policy-item');
    await item.getByText('Twenty minutes are too long').waitFor();
    await item.getByText('ackWithin: 15m').first().waitFor();
    await item.getByRole('button', { name: /^Approve/ }).click();
    await item.getByRole('form', { name: 'Approve' }).getByRole('button', { name: 'Approve' }).click();
    await item.getByText('approved', { exact: true }).waitFor();

    await pak.getByTestId('policies-inForce').locator('[data-id=JOINT]').click();
    await pak.getByTestId('policy-item').getByText('Agreed by both sides: POL-0001').waitFor();
  });

  it('are rejected with a reason, and withdrawn', async () => {
    const ids = [];
    for (const reason of ['wider', 'narrower']) {
      const body = { policy: nextPolicy(2), reason };
      await ask(
        'POST',
        `/exercises/${exercise}/policy/proposals`,
        body,
        ids.length === 0 ? 'pakCommander' : 'chnCommander',
      );
      ids.push(reason);
    }
    const { page } = await chromium.openAs('chnCommander', `/x/${exercise}/policies`);
    await live(page);
    await page.getByTestId('policies-waiting').getByText('POL-0002').click();
    const item = page.getByTestId('policy-item');
    await item.getByRole('button', { name: /^Reject/ }).click();
    const form = item.getByRole('form', { name: 'Reject' });
    expect(await form.getByRole('button', { name: 'Reject' }).isDisabled()).toBe(true);
    await form.getByLabel('Reason, which the other side reads').fill('Not at night');
    await form.getByRole('button', { name: 'Reject' }).click();
    await item.getByText('rejected', { exact: true }).waitFor();
    await item.getByText('Not at night').waitFor();

    await page.getByTestId('policies-asked').getByText('POL-0003').click();
    await item.getByRole('button', { name: /^Withdraw/ }).click();
    await item.getByRole('form', { name: 'Withdraw' }).getByRole('button', { name: 'Withdraw' }).click();
    await item.getByText('withdrawn', { exact: true }).waitFor();
  });

  it('can be of one side alone, set and dropped, and the other side sees nothing of it', async () => {
    const { page, expectErrors } = await chromium.openAs('pakCommander', `/x/${exercise}/policies?item=PAK`);
    expectErrors(/422.*\/lint/);
    await live(page);
    const item = page.getByTestId('policy-item');
    await item.getByText('Your side has no policy of its own').waitFor();
    await item.getByRole('button', { name: 'Change our own policy' }).click();
    const form = page.getByTestId('policy-form');
    await rewrite(form, 'ackWithin:', 'ackWithn:');
    await form.getByRole('button', { name: 'Check' }).click();
    await form
      .getByText(/ackWithn/)
      .first()
      .waitFor();
    expect(await form.getByRole('button', { name: 'Put it in force for our side' }).isDisabled()).toBe(true);
    await form.getByRole('button', { name: 'Begin anew' }).click();
    await rewrite(form, 'requirement: any', 'requirement: all');
    await form.getByRole('button', { name: 'Check' }).click();
    await form.getByRole('button', { name: 'Put it in force for our side' }).click();
    await item.getByText('own policy').first().waitFor();

    const { page: chn } = await chromium.openAs('chnCommander', `/x/${exercise}/policies`);
    await live(chn);
    await chn.getByTestId('policies-inForce').locator('[data-id=CHN]').waitFor();
    expect(await chn.getByTestId('policies-inForce').locator('[data-id=PAK]').count()).toBe(0);

    await item.getByRole('button', { name: 'Drop our own policy' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Drop our own policy' }).last().click();
    await item.getByText('Your side has no policy of its own').waitFor();
  });

  it('are read by others of a side, who can change nothing', async () => {
    const { page } = await chromium.openAs('pak', `/x/${exercise}/policies`);
    await live(page);
    await page.getByTestId('policies-ended').getByText('POL-0001').click();
    await page.getByTestId('policy-item').getByText('Twenty minutes are too long').waitFor();
    expect(await page.getByRole('button', { name: /Propose|Approve|Change our own/ }).count()).toBe(0);
  });

  it('are overridden by a controller with a reason', async () => {
    const { page } = await chromium.openAs('controller', `/x/${exercise}/control?open=policy&policy=change`);
    await live(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Check' }).click();
    await dialog.getByText('A reason is needed').waitFor();
    await dialog.getByLabel('Reason, for the log').fill('Play goes too slowly');
    await dialog.getByRole('button', { name: 'Put it in force' }).click();
    await dialog.getByText('in force for incidents to come').waitFor();
    await dialog.getByRole('tab', { name: 'Proposals' }).click();
    await dialog.getByText('Not at night').waitFor();
  });
});

inBrowser('an observation', () => {
  const chromium = useChromium();

  it('is released to a side by an evaluator', async () => {
    const exercise = await newExercise(1);
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

/** As a person does it in the text of the form. */
async function rewrite(form: Locator, from: string, to: string): Promise<void> {
  const source = form.getByLabel('Source of the policy');
  const text = await source.inputValue();
  expect(text).toContain(from);
  await source.fill(text.replace(from, to));
}

/** The policy of the scenario as its author writes it, with a higher version. */
function nextPolicy(higher: number): object {
  const { policy } = parse(readFileSync(resolve('test/console/quiet-day.yaml'), 'utf8')) as {
    policy: { version: number };
  };
  return { ...policy, version: policy.version + higher };
}
