/** Release in two steps, each person at their own page: asked, proposed, previewed, approved or declined; and what reaches the other side. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { inBrowser, useChromium, type Language } from './support/browser.js';
import { axeFindings, keyboardFindings, textFindings } from './support/look.js';
import { received } from './support/received.js';
import { live, seen } from './support/seen.js';
import { ask, incidentsOf, newExercise, sendAlerts, type PersonName } from './support/server.js';
import { say } from './support/texts.js';

const PICTURES = resolve('test-results/console');
const KEPT = 'Kingfisher seen by the patrol';
const WHY = 'Their workers are on this road';

/** An incident that only PAK knows. */
async function keptIncident(): Promise<string> {
  const exercise = await newExercise(1);
  await sendAlerts(exercise, [{ headline: KEPT, class: 'PAK' }]);
  await seen(
    () => incidentsOf(exercise),
    ({ length }) => length === 1,
  );
  return exercise;
}

const button = (page: Page, key: string) => page.getByRole('button', { name: say(key) });
const row = (page: Page, id: string) => page.locator(`[data-id=${id}]`);
const form = (page: Page, key: string) => page.getByRole('form', { name: say(key) });

inBrowser('the release desk', () => {
  const chromium = useChromium();

  async function open(person: PersonName, path: string, language: Language = 'en'): Promise<Page> {
    const { page } = await chromium.openAs(person, path, { language });
    await live(page);
    return page;
  }

  it('takes a request of one side through proposal, preview and approval to both desks', async () => {
    const exercise = await keptIncident();
    const { page: chn } = await chromium.openAs('chn', '/');
    const bytes = received(chn);
    await chn.goto(new URL(`/x/${exercise}/releases`, chn.url()).href);
    await live(chn);
    await button(chn, 'releases:ask.open').click();
    const question = form(chn, 'releases:ask.title');
    await question.getByLabel(say('releases:ask.text')).fill('Do you know more about the road?');
    await question.getByRole('button', { name: say('releases:ask.submit') }).click();
    await row(chn, 'REQ-CHN-0001').getByText(say('releases:state.waiting')).waitFor();
    await chn.getByRole('status').getByText(say('releases:done.request')).waitFor();

    const pak = await open('pak', `/x/${exercise}/desk?incident=PAK-0001`);
    await pak.getByTestId('releases-waiting').getByText('2', { exact: true }).waitFor();
    await pak.getByRole('link', { name: say('coordination:release.propose') }).click();
    const proposal = form(pak, 'releases:propose.title');
    await proposal.getByLabel(say('releases:propose.answers')).selectOption('REL-PAK-0001');
    await proposal.getByLabel(say('releases:propose.reason')).fill(WHY);
    await proposal.getByRole('button', { name: say('releases:propose.submit') }).click();
    await row(pak, 'REL-PAK-0001').getByText(say('releases:state.proposed')).waitFor();
    await pak.getByRole('status').getByText(say('releases:done.propose')).waitFor();
    // An operator reads whose decision it is, and finds no button for it.
    await pak.getByTestId('why-not').first().waitFor();
    expect(await button(pak, 'releases:act.approve').count()).toBe(0);

    const authority = await open('authority', `/x/${exercise}/releases`);
    await row(authority, 'REL-PAK-0001').click();
    const preview = authority.getByTestId('release-preview');
    await preview.getByText(KEPT).first().waitFor();
    expect(await preview.getByText(WHY).count()).toBe(0);
    await authority.getByTestId('release-along').getByText(KEPT).waitFor();
    await authority.getByTestId('release-stays').getByText(say('releases:nothing.stays')).waitFor();
    await authority.getByText('中文', { exact: true }).click();
    await authority.locator('[data-testid=release-preview][lang=zh] li').first().waitFor();

    // Nothing of it has reached the other side up to this moment.
    await chn.waitForLoadState('networkidle');
    expect((await bytes()).join('\n')).not.toMatch(/Kingfisher|PAK-0001|REL-PAK|Their workers/);

    await authority.keyboard.press('a');
    await form(authority, 'releases:act.approve')
      .getByRole('button', { name: say('releases:submit.approve') })
      .click();
    await row(authority, 'REL-PAK-0001').getByText(say('releases:state.approved')).waitFor();

    await row(chn, 'REQ-CHN-0001').getByText(say('releases:state.released')).waitFor();
    await row(chn, 'REQ-CHN-0001').click();
    await chn.getByTestId('release-item').getByRole('link', { name: 'INC-0001' }).click();
    await chn.getByTestId('incident').getByText(KEPT).first().waitFor();
    // The owner reads both names of the case; the other side only that of the joint one.
    expect(await chn.getByTestId('linked').count()).toBe(0);
    await pak.goto(new URL(`/x/${exercise}/desk?incident=PAK-0001`, pak.url()).href);
    await pak.getByTestId('linked').getByRole('button', { name: 'INC-0001' }).click();
    await pak.getByTestId('linked').getByText('PAK-0001').waitFor();
    await chn.waitForLoadState('networkidle');
    expect((await bytes()).join('\n')).not.toMatch(/PAK-0001|REL-PAK|Their workers/);
  }, 120_000);

  it('lets nobody approve what they have proposed themselves, and says so; another declines with a reason', async () => {
    const exercise = await keptIncident();
    await ask('POST', `/exercises/${exercise}/releases/requests`, { text: 'What of the camp?' }, 'chn');
    const proposal = { incident: 'PAK-0001', answers: 'REL-PAK-0001', reason: WHY };
    await ask('POST', `/exercises/${exercise}/releases`, proposal, 'authority');
    const { page: chn } = await chromium.openAs('chn', '/');
    const bytes = received(chn);
    await chn.goto(new URL(`/x/${exercise}/releases?item=REQ-CHN-0001`, chn.url()).href);
    await live(chn);

    const authority = await open('authority', `/x/${exercise}/releases?item=REL-PAK-0001`);
    await authority.getByTestId('why-not').getByText('You proposed it.').waitFor();
    expect(await button(authority, 'releases:act.approve').count()).toBe(0);
    await button(authority, 'releases:act.decline').click();
    const decline = form(authority, 'releases:act.decline');
    await decline.getByRole('textbox', { name: say('releases:reason') }).fill('It would endanger a source');
    await decline.getByRole('combobox').selectOption('reason');
    await decline.getByRole('button', { name: say('releases:submit.decline') }).click();
    await row(authority, 'REL-PAK-0001').getByText(say('releases:state.declined')).waitFor();

    const answer = chn.getByTestId('release-item');
    await answer.getByText(say('releases:state.declined'), { exact: true }).waitFor();
    await answer.getByText('It would endanger a source').waitFor();
    await chn.waitForLoadState('networkidle');
    expect((await bytes()).join('\n')).not.toMatch(/Kingfisher|PAK-0001|REL-PAK|Their workers/);
  }, 120_000);

  it('gives the other side a tear line in the place of the incident', async () => {
    const exercise = await keptIncident();
    await ask('POST', `/exercises/${exercise}/releases`, { incident: 'PAK-0001', reason: WHY }, 'pak');
    const authority = await open('authority', `/x/${exercise}/releases?item=REL-PAK-0001`);
    await button(authority, 'releases:act.tearLine').click();
    const fields = form(authority, 'releases:act.tearLine');
    await fields.getByRole('textbox', { name: 'English' }).fill('Avoid the coast road');
    await fields.getByRole('button', { name: say('releases:submit.tearLine') }).click();
    await row(authority, 'REL-PAK-0001').getByText(say('releases:state.tearLine')).waitFor();
    const chn = await open('chn', `/x/${exercise}/releases?form=request`);
    const about = form(chn, 'releases:ask.title').getByLabel(say('releases:ask.tearLine'));
    await about.selectOption('TL-CHN-0001');
    await chn.getByText('Avoid the coast road', { exact: true }).waitFor();
  }, 120_000);

  it.each(['en', 'ur', 'zh'] as const)(
    'is whole and accessible in %s, dark and light',
    async (language) => {
      mkdirSync(PICTURES, { recursive: true });
      const exercise = await keptIncident();
      await ask('POST', `/exercises/${exercise}/releases/requests`, { text: 'What of the camp?' }, 'chn');
      await ask('POST', `/exercises/${exercise}/releases`, { incident: 'PAK-0001', reason: WHY }, 'pak');
      const found: string[] = [];
      const look = async (page: Page, name: string) => {
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.fonts.ready);
        for (const theme of ['dark', 'light'] as const) {
          await page.evaluate((newValue) => {
            const key = 'mantine-color-scheme-value';
            localStorage.setItem(key, newValue);
            window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
          }, theme);
          await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor();
          const findings = [...(await textFindings(page, language)), ...(await axeFindings(page))];
          found.push(...findings.map((one) => `${name} ${theme}: ${one}`));
          await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}.png`) });
        }
        if (language === 'en' && name !== 'release-tear-line')
          found.push(...(await keyboardFindings(page)).map((one) => `${name}: ${one}`));
      };
      const authority = await open('authority', `/x/${exercise}/releases?item=REL-PAK-0002`, language);
      await authority.getByTestId('release-preview').getByText(KEPT).first().waitFor();
      await look(authority, 'release-case');
      await authority.keyboard.press('t');
      await look(authority, 'release-tear-line');
      const path = `/x/${exercise}/releases?form=propose&incident=PAK-0001`;
      await authority.goto(new URL(path, authority.url()).href);
      await live(authority);
      await look(authority, 'release-propose');
      await look(await open('controller', `/x/${exercise}/releases`, language), 'release-control');
      expect(found).toEqual([]);
    },
    180_000,
  );
});
