/** People of two sides write to each other in the console: one asks, one answers, and what a side keeps to itself reaches nobody else. */
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from './support/browser.js';
import { received } from './support/received.js';
import { live, seen } from './support/seen.js';
import { ask, newExercise, type Json } from './support/server.js';
import { say } from './support/texts.js';

const QUESTION = 'How many people are on the bus?';
const ANSWER = 'Forty, all accounted for.';
const SECRET = 'A driver saw a van at the gate.';
const SANITISED = 'Watch the north gate.';

const button = (page: Page, key: string) => page.getByRole('button', { name: say(`messages:${key}`), exact: true });
const unread = (page: Page) => page.getByTestId('unread');
const form = (page: Page, name: string) => page.getByRole('form', { name });

async function messageOf(exercise: string, id: string): Promise<Json> {
  return ask('GET', `/exercises/${exercise}/messages/${id}`);
}

/** Fills in the form that is open. */
async function fillIn(page: Page, { kind, to, text, of }: { kind?: string; to?: string; text: string; of?: string }) {
  if (kind !== undefined) await page.getByLabel(say('messages:form.kind')).last().selectOption(kind);
  if (to !== undefined) {
    const name = say('messages:form.to');
    await page
      .getByRole('combobox', { name, exact: true })
      .or(page.getByRole('textbox', { name, exact: true }))
      .fill(to);
    await page.getByRole('option', { name: to }).click();
  }
  await page.getByLabel(say('messages:form.text')).last().fill(text);
  if (of !== undefined) await page.getByLabel(say('messages:form.class')).selectOption(of);
}

inBrowser('two desks', () => {
  const chromium = useChromium();

  it('ask and answer each other, and what one keeps to itself never reaches the other', async () => {
    const exercise = await newExercise(1);
    const [{ page: pak, expectErrors }, { page: chn }] = await Promise.all([
      chromium.openAs('pak', `/x/${exercise}/messages`),
      chromium.openAs('chn', '/'),
    ]);
    const arrived = received(chn);
    await chn.goto(new URL(`/x/${exercise}/desk`, chn.url()).href);
    await Promise.all([live(pak), live(chn)]);

    // What is half written survives a reload.
    await pak.keyboard.press('n');
    await fillIn(pak, { kind: 'request', to: 'the desk of CHN', text: QUESTION, of: 'JOINT' });
    await pak.getByLabel(say('messages:form.minutes')).fill('30');
    await pak.reload();
    await live(pak);
    const draft = form(pak, say('messages:write'));
    expect(await draft.getByLabel(say('messages:form.text')).inputValue()).toBe(QUESTION);
    await draft.getByRole('button', { name: say('messages:send') }).click();
    await pak.getByRole('article').getByText(QUESTION).waitFor();
    await pak.getByText(say('messages:status.open')).first().waitFor();

    // The other desk sees that something waits, whatever it looks at.
    await unread(chn).getByText('1', { exact: true }).waitFor();
    expect(await messageOf(exercise, 'MSG-0001')).toMatchObject({ readBy: [], request: { status: 'open' } });
    await chn.getByRole('link', { name: say('frame:screen.messages') }).click();
    await chn.getByRole('button', { name: QUESTION }).click();
    await chn.getByRole('article').getByText(QUESTION).waitFor();
    // To open it is to read it.
    await unread(chn).getByText('1', { exact: true }).waitFor({ state: 'detached' });
    await seen(
      () => messageOf(exercise, 'MSG-0001'),
      ({ readBy }) => (readBy as unknown[]).length === 1,
    );
    await chn
      .getByRole('article')
      .getByRole('button', { name: say('messages:answer') })
      .click();
    await fillIn(chn, { text: ANSWER });
    await chn.keyboard.press('Control+Enter');
    await chn.getByRole('article').getByText(ANSWER).waitFor();

    // It stands in the thread that is open, and is read.
    await pak.getByRole('article').getByText(ANSWER).waitFor();
    await pak.getByText(say('messages:status.answered'), { exact: true }).first().waitFor();
    await seen(
      () => messageOf(exercise, 'MSG-0002'),
      ({ readBy }) => (readBy as unknown[]).length === 1,
    );

    // To the other side's desk a message of one side needs a tear line: the rule is said in words.
    expectErrors(/422/);
    await button(pak, 'write').first().click();
    await fillIn(pak, { kind: 'intelligence', to: 'the desk of CHN', text: SECRET, of: 'PAK' });
    const written = form(pak, say('messages:write'));
    await written.getByRole('button', { name: say('messages:send') }).click();
    await written.getByRole('alert').getByText('tear line').waitFor();
    await written.getByLabel(say('labels:tearLine', { side: 'CHN' })).fill(SANITISED);
    await written.getByRole('button', { name: say('messages:send') }).click();
    await pak.getByRole('article').getByText(SECRET).waitFor();
    await chn.getByRole('button', { name: SANITISED }).click();
    await chn.getByRole('article').getByText(SANITISED).waitFor();

    // All that it asks for when it is opened anew.
    await chn.reload();
    await chn.getByRole('button', { name: SANITISED }).waitFor();
    await chn.waitForLoadState('networkidle');
    const bytes = (await arrived()).join('\n');
    expect(bytes).toContain(QUESTION);
    expect(bytes).toContain(SANITISED);
    for (const sign of [SECRET, 'MSG-PAK-']) expect(bytes).not.toContain(sign);
  });

  it('are answered by a controller as a unit, and nobody who only looks on can write', async () => {
    const exercise = await newExercise(1);
    const asked = { kind: 'request', to: ['desk:CHN'], text: QUESTION, label: { class: 'JOINT' } };
    await ask('POST', `/exercises/${exercise}/messages`, asked, 'pak');
    const { page } = await chromium.openAs('controller', `/x/${exercise}/messages?message=MSG-0001`);
    await live(page);
    await page
      .getByRole('article')
      .getByRole('button', { name: say('messages:answer') })
      .click();
    await page.getByLabel(say('messages:form.from')).selectOption({ label: 'Embassy Duty Desk' });
    await fillIn(page, { text: ANSWER });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText(ANSWER).waitFor();
    expect(await messageOf(exercise, 'MSG-0002')).toMatchObject({ kind: 'answer', from: 'unit:embassy' });

    const { page: evaluator } = await chromium.openAs('evaluator', `/x/${exercise}/messages?message=MSG-0001`);
    await live(evaluator);
    await evaluator.getByRole('article').getByText(ANSWER).waitFor();
    for (const key of ['write', 'answer', 'reply']) expect(await button(evaluator, key).count()).toBe(0);
  });
});
