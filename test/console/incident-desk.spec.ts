/** Two desks and one joint incident: decisions by side, command, handover, the decision log, tear lines and labels. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from './support/browser.js';
import { axeFindings, keyboardFindings, textFindings } from './support/look.js';
import { live, seen } from './support/seen.js';
import { ask, incidentsOf, newExercise, sendAlerts, theBench, type NewAlert } from './support/server.js';
import { say } from './support/texts.js';

const PICTURES = resolve('test-results/console');
const BRIEFING = 'The valley road is closed.\nThe doctor has the list of names.';
const OPTIONS = ['Open the valley road', 'Wait for daylight'] as const;

async function incidentOf(alert: NewAlert): Promise<{ readonly exercise: string; readonly incident: string }> {
  const exercise = await newExercise(1);
  await sendAlerts(exercise, [alert]);
  const [incident] = await seen(
    () => incidentsOf(exercise),
    ({ length }) => length === 1,
  );
  return { exercise, incident: incident?.id ?? '' };
}

const joint = () => incidentOf({ headline: 'Bus off the road' });

/** The form of an act, opened by its keys. */
async function form(page: Page, keys: readonly string[], name: string) {
  for (const key of keys) await page.keyboard.press(key);
  const opened = page.getByRole('form', { name: say(`desk:act.${name}`), exact: true });
  await opened.waitFor();
  return {
    opened,
    fill: (label: string, text: string) => opened.getByLabel(new RegExp(`^${say(label)}`)).fill(text),
    choose: (label: string, value: string) => opened.getByLabel(new RegExp(`^${say(label)}`)).selectOption(value),
    submit: () => opened.getByRole('button', { name: say(`desk:act.submit.${name}`), exact: true }).click(),
  };
}

const charge = (page: Page) => page.getByRole('region', { name: say('coordination:command.title') });
const decisions = (page: Page) => page.getByTestId('decisions');
const log = (page: Page) => page.getByTestId('decision-log');
const banner = (page: Page) => page.getByTestId('handover');
const isDone = (page: Page, name: string) =>
  page
    .getByRole('status')
    .getByText(say(`desk:act.done.${name}`))
    .waitFor();

inBrowser('two desks of one joint incident', () => {
  const chromium = useChromium();

  async function desk(person: Parameters<typeof chromium.openAs>[0], exercise: string, incident?: string) {
    const { page } = await chromium.openAs(person, `/x/${exercise}/desk${incident ? `?incident=${incident}` : ''}`);
    await live(page);
    if (incident !== undefined) await charge(page).waitFor();
    return page;
  }

  it('hand it over within a side with a briefing, which the next person reads and confirms', async () => {
    const { exercise, incident } = await joint();
    const { pak, pakRelief } = theBench().people;
    const [ours, theirs] = [await desk('pak', exercise, incident), await desk('chn', exercise, incident)];
    const relief = await desk('pakRelief', exercise);
    const assigning = await form(ours, ['i', 's'], 'assign');
    await assigning.choose('coordination:command.person', pak.account);
    await assigning.submit();
    await isDone(ours, 'assign');
    await charge(ours).getByText(pak.name).waitFor();
    const offering = await form(ours, ['i', 'h'], 'handOver');
    await offering.choose('coordination:command.person', pakRelief.account);
    await offering.fill('coordination:command.briefing', BRIEFING);
    await offering.submit();
    await isDone(ours, 'handOver');
    await charge(ours).getByText(pakRelief.name).waitFor();
    // It is over the page of the person, whatever the page shows, and after a reload.
    await banner(relief).getByText(BRIEFING).waitFor();
    await relief.reload();
    await banner(relief).getByText(BRIEFING).waitFor();
    await banner(relief).getByText(pak.name).waitFor();
    await relief.getByRole('button', { name: say('coordination:handover.confirm') }).click();
    await banner(relief).waitFor({ state: 'detached' });
    await seen(
      () => charge(ours).innerText(),
      (text) => text.includes(pakRelief.name) && !text.includes(pak.name),
    );
    // The other side sees nothing of it.
    await charge(theirs).getByText(say('coordination:command.nobody')).waitFor();
    expect(await theirs.locator('body').innerText()).not.toContain('valley road');
  }, 120_000);

  it('record decisions, for the own side or for both', async () => {
    const { exercise, incident } = await joint();
    const [ours, theirs] = [await desk('pak', exercise, incident), await desk('chn', exercise, incident)];
    const record = async (page: Page, reason: string, isShared: boolean) => {
      const recording = await form(page, ['i', 'd'], 'record');
      await recording.fill('coordination:record.options', OPTIONS.join('\n'));
      await recording.fill('coordination:record.decision', OPTIONS[1]);
      await recording.fill('coordination:record.reason', reason);
      if (isShared) await recording.opened.getByLabel(say('desk:note.shared')).check();
      await recording.submit();
      await isDone(page, 'record');
    };
    await record(theirs, 'The slope still moves', true);
    await log(ours).getByText('The slope still moves').waitFor();
    expect(await log(ours).getByRole('listitem').getByText(OPTIONS[0]).count()).toBe(1);
    await log(ours).getByText(say('coordination:record.chosen')).waitFor();
    await record(ours, 'Our crew is tired', false);
    await log(ours).getByText('Our crew is tired').waitFor();
    // It is newer than what the other desk has: then all that could come has come.
    await record(theirs, 'Still no daylight', true);
    await log(theirs).getByText('Still no daylight').waitFor();
    expect(await log(theirs).getByText('Our crew is tired').count()).toBe(0);
    // What was sent is not offered again.
    const next = await form(ours, ['i', 'd'], 'record');
    expect(await next.opened.getByLabel(new RegExp(`^${say('coordination:record.options')}`)).inputValue()).toBe('');
  }, 120_000);

  it('resolve it side by side, withdraw, are stuck, and a controller decides for both with a reason', async () => {
    const { exercise, incident } = await joint();
    const [ours, theirs] = [await desk('pak', exercise, incident), await desk('chn', exercise, incident)];
    const decide = async (page: Page, keys: readonly string[], name: string, effect: string, values = {}) => {
      const deciding = await form(page, keys, name);
      await deciding.opened.getByText(say(`coordination:joint.${effect}`, values)).waitFor();
      await deciding.submit();
    };
    await decide(theirs, ['Shift+R'], 'resolve', 'forOwnSide');
    await theirs.getByText(say('desk:act.decided')).waitFor();
    await decisions(ours).getByText(say('coordination:joint.decided.resolve'), { exact: true }).waitFor();
    expect(await decisions(ours).innerText()).toMatch(/PAK\s+has not decided: CHN has waited for \d:\d\d/);
    await ours
      .getByRole('button')
      .filter({ hasText: say('coordination:row.waitsForUs') })
      .waitFor();
    // Only the side that has decided can withdraw it: whoever sits at its desk.
    expect(await decisions(ours).getByRole('button').count()).toBe(0);
    const colleague = await desk('chn', exercise, incident);
    await decide(ours, ['i', 'x'], 'cancel', 'differsFrom.resolve', { side: 'CHN' });
    for (const page of [ours, theirs]) {
      await decisions(page).getByText(say('coordination:joint.deadlockBy.differ')).waitFor();
    }
    const withdraw = async (page: Page) => {
      await decisions(page)
        .getByRole('button', { name: say('desk:act.withdraw') })
        .click();
      await (await form(page, [], 'withdraw')).submit();
    };
    await withdraw(colleague);
    await withdraw(ours);
    for (const page of [ours, theirs]) await decisions(page).waitFor({ state: 'detached' });
    await decide(colleague, ['Shift+R'], 'resolve', 'forOwnSide');
    await decisions(ours).waitFor();
    // The button at the other desk of the side came without anything done there.
    await decisions(theirs)
      .getByRole('button', { name: say('desk:act.withdraw') })
      .waitFor();
    await decide(ours, ['Shift+R'], 'resolve', 'sameAs', { side: 'CHN' });
    for (const page of [ours, theirs]) await page.locator('[data-status=resolved]').waitFor();
    await decide(ours, ['i', 'c'], 'close', 'forOwnSide');
    const control = await desk('controller', exercise, incident);
    await decisions(control).getByText(say('coordination:joint.decided.close'), { exact: true }).waitFor();
    const closing = await form(control, ['i', 'c'], 'close');
    await closing.opened.getByText(say('coordination:joint.forBoth')).waitFor();
    expect(await closing.opened.getByRole('button', { name: say('desk:act.submit.close') }).isDisabled()).toBe(true);
    await closing.fill('desk:act.reason', 'Nothing is left to do');
    await closing.submit();
    for (const page of [ours, theirs]) await page.locator('[data-status=closed]').waitFor();
    await ours.getByText('Nothing is left to do').first().waitFor();
  }, 120_000);

  it('choose an incident commander, who decides for both with a reason', async () => {
    const { exercise, incident } = await joint();
    const { account, name } = theBench().people.pakCommander;
    const [ours, theirs] = [
      await desk('pakCommander', exercise, incident),
      await desk('chnCommander', exercise, incident),
    ];
    const proposing = await form(ours, ['i', 'l'], 'propose');
    await proposing.choose('coordination:command.person', account);
    await proposing.submit();
    await isDone(ours, 'propose');
    await charge(theirs)
      .getByRole('button', { name: say('desk:act.confirmCommander') })
      .click();
    const confirming = await form(theirs, [], 'confirmCommander');
    await confirming.opened.getByText(account).waitFor();
    await confirming.submit();
    await charge(ours).getByText(name).waitFor();
    await charge(theirs).getByText(account).waitFor();
    // An operator of either side may not propose.
    const operator = await desk('pak', exercise, incident);
    expect(
      await charge(operator)
        .getByRole('button', { name: say('desk:act.propose') })
        .count(),
    ).toBe(0);
    const resolving = await form(ours, ['Shift+R'], 'resolve');
    await resolving.opened.getByText(say('coordination:joint.forBoth')).waitFor();
    await resolving.fill('desk:act.reason', 'Both convoys are home');
    await resolving.submit();
    await theirs.locator('[data-status=resolved]').waitFor();
  }, 120_000);

  it('see labels, what is withheld, and the tear line of the other side', async () => {
    const { pak } = theBench().people;
    const { exercise } = await incidentOf({
      headline: 'The informant has named the road',
      class: 'PAK',
      label: {
        tlp: 'TLP:RED',
        releasableTo: [`account:${pak.account}`],
        tearLine: { en: 'A threat to road convoys' },
        tearLineTlp: 'TLP:GREEN',
      },
    });
    const ours = await desk('pak', exercise, 'PAK-0001');
    const row = ours.locator('[data-id=PAK-0001]');
    await row.getByText('TLP:RED').waitFor();
    await ours.getByTestId('incident').getByText('TLP:RED').first().waitFor();
    await ours.getByTestId('feed').getByText('TLP:RED').first().waitFor();
    const theirs = await desk('chn', exercise);
    const card = theirs.getByTestId('tear-lines').getByRole('article');
    await card.getByText('A threat to road convoys').waitFor();
    expect(await card.innerText()).toMatch(/PAK\s*, alert\s+CHN TLP:GREEN/);
    expect(await theirs.locator('body').innerText()).not.toMatch(/informant|PAK-0001|TLP:RED/);
    // A colleague of the side who is not named gets gaps that are shown as gaps, for those who want details.
    const { page: colleague } = await chromium.openAs('pakRelief', `/x/${exercise}/desk?feedAll=1`);
    await live(colleague);
    await colleague.locator('[data-type=Withheld]').first().waitFor();
    expect(await colleague.locator('body').innerText()).not.toMatch(/informant|PAK-0001|TLP:RED/);
    // Those who run the exercise read from whom it comes and to whom it goes.
    const control = await desk('controller', exercise);
    await control.getByTestId('tear-lines').getByText('TL-CHN-0001').waitFor();
  }, 120_000);
});

inBrowser('what a desk shows of a joint incident', () => {
  const chromium = useChromium();

  it('is whole and accessible in three languages, dark and light', async () => {
    mkdirSync(PICTURES, { recursive: true });
    const { exercise, incident } = await joint();
    const { pak, pakRelief } = theBench().people;
    const path = `/exercises/${exercise}/incidents/${incident}`;
    await sendAlerts(exercise, [
      { headline: 'Report of a source', class: 'CHN', label: { tearLine: { en: 'A threat to convoys' } } },
      { headline: 'Named to one desk', class: 'PAK', label: { tlp: 'TLP:AMBER+STRICT' } },
      { headline: 'For everybody', label: { tlp: 'TLP:CLEAR' } },
      { headline: 'For one reader', class: 'PAK', label: { tlp: 'TLP:RED', releasableTo: [`account:${pak.account}`] } },
    ]);
    await ask('POST', `${path}/resolve`, { reason: 'The road is clear' }, 'chn');
    await ask('POST', `${path}/cancel`, { reason: 'It was a drill' }, 'pak');
    await ask(
      'POST',
      `${path}/decisions`,
      { options: [...OPTIONS], decision: OPTIONS[1], reason: 'The slope moves' },
      'pak',
    );
    await ask('POST', `${path}/assign`, { account: pakRelief.account }, 'pak');
    await ask('POST', `${path}/hand-over`, { to: pak.account, briefing: BRIEFING }, 'pakRelief');
    const found: string[] = [];
    for (const language of ['en', 'ur', 'zh'] as const) {
      const { page } = await chromium.openAs('pak', `/x/${exercise}/desk?incident=${incident}`, { language });
      await live(page);
      await banner(page).getByText('The valley road').waitFor();
      await decisions(page).waitFor();
      await page.getByTestId('tear-lines').waitFor();
      for (const keys of [[], ['i', 'd'], ['i', 'h']]) {
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.fonts.ready);
        const name = `incident-desk${keys.at(-1) ?? ''}-${language}`;
        found.push(...(await textFindings(page, language)), ...(await axeFindings(page)));
        await page.screenshot({ path: join(PICTURES, `${name}-dark.png`) });
        if (language === 'en' && keys.length === 0) found.push(...(await keyboardFindings(page)));
      }
      await page.keyboard.press('Escape');
      await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'light'));
      await page.reload();
      await decisions(page).waitFor();
      await page.locator('html[data-mantine-color-scheme=light]').waitFor();
      found.push(...(await axeFindings(page, ['color-contrast'])).map((one) => `light: ${one}`));
      await page.screenshot({ path: join(PICTURES, `incident-desk-${language}-light.png`) });
      await page.getByTestId('decision-log').scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(PICTURES, `incident-desk-log-${language}-light.png`) });
    }
    expect(found).toEqual([]);
  }, 240_000);
});
