/** Each role's main way, by mouse; and by the keyboard alone. */
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from './support/browser.js';
import { live, seen } from './support/seen.js';
import { ask, incidentsOf, newExercise, sendAlerts, theBench } from './support/server.js';
import { say } from './support/texts.js';

/** The button of what can be done to the incident that is shown. */
function act(page: Page, name: string) {
  return page
    .getByRole('toolbar', { name: say('desk:act.bar') })
    .getByRole('button', { name: say(`desk:act.${name}`) });
}

function lane(page: Page, side: 'PAK' | 'CHN') {
  return page.getByRole('region', { name: say('desk:lane.label', { side }) });
}

async function oneIncident(): Promise<{ readonly exercise: string; readonly incident: string }> {
  const exercise = await newExercise(1);
  await sendAlerts(exercise, [{ headline: 'Bus off the road' }]);
  const [incident] = await seen(
    () => incidentsOf(exercise),
    ({ length }) => length === 1,
  );
  return { exercise, incident: incident?.id ?? '' };
}

inBrowser('somebody', () => {
  const chromium = useChromium();

  it('signs in with name and password, to the page of the link, and signs out', async () => {
    const exercise = await newExercise();
    const { page, expectErrors } = await chromium.openAs(undefined, `/x/${exercise}/wall`);
    // What the browser says of the question who is signed in.
    expectErrors(/401/);
    const { name, password } = theBench().people.observer;
    await page.getByLabel(say('session:signIn.name')).fill(name);
    await page.getByLabel(say('session:signIn.password'), { exact: true }).fill('not the password');
    await page.getByRole('button', { name: say('session:signIn.submit') }).click();
    await page.getByText(say('session:refused.SIGN_IN_FAILED')).waitFor();
    await page.getByLabel(say('session:signIn.password'), { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await live(page);
    expect(new URL(page.url()).pathname).toBe(`/x/${exercise}/wall`);
    await page.goto(new URL('/', page.url()).href);
    await page.getByTestId('person').click();
    await page.getByRole('menuitem', { name: say('frame:account.signOut') }).click();
    await page.getByLabel(say('session:signIn.name')).waitFor();
  });
});

inBrowser('a controller', () => {
  const chromium = useChromium();

  it('starts the exercise and fires an inject', async () => {
    const exercise = await newExercise();
    const { page } = await chromium.openAs('controller', `/x/${exercise}/control`);
    await live(page);
    await page.getByRole('button', { name: say('control:clock.start') }).click();
    await page.locator('[data-testid=status][data-status=running]').waitFor();
    const next = page.getByTestId('next-inject');
    await next.getByText('accident').first().waitFor();
    await next.getByRole('button', { name: say('control:next.fire') }).click();
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    await next.getByText('accident', { exact: true }).waitFor({ state: 'detached' });
    await page.goto(new URL(`/x/${exercise}/desk`, page.url()).href);
    await page.getByText('Two project vehicles collided near Willow Camp').first().waitFor();
  });

  it('deletes an exercise after typing which one, and whoever watches it hears so', async () => {
    const exercise = await newExercise();
    const { page: watching, ...watcher } = await chromium.openAs('observer', `/x/${exercise}/wall`);
    await live(watching);
    const { page, ...controller } = await chromium.openAs('controller', '/');
    // Who was there is asked once more, before the row goes.
    for (const { expectErrors } of [watcher, controller]) expectErrors(/404/);
    const row = page.getByRole('row').filter({ hasText: exercise });
    await row.getByRole('button', { name: say('lobby:delete') }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: say('lobby:delete'), exact: true });
    await dialog.getByLabel(say('lobby:deleteType')).fill(`${exercise}x`);
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel(say('lobby:deleteType')).fill(exercise);
    await confirm.click();
    await row.waitFor({ state: 'detached' });
    await watching.getByText(say('frame:deleted.title')).waitFor();
    await expect(ask('GET', `/exercises/${exercise}`)).rejects.toThrow('404');
  });

  it('does the same by the keyboard alone', async () => {
    const exercise = await newExercise(1);
    const { page } = await chromium.openAs('controller', `/x/${exercise}/desk`);
    await live(page);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByTestId('next-inject').getByText('accident').first().waitFor();
    await page.keyboard.press('f');
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    await page.keyboard.press(' ');
    await page.locator('[data-testid=status][data-status=paused]').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press(' ');
    await page.locator('[data-testid=status][data-status=running]').waitFor();
  });
});

inBrowser('operators of both sides', () => {
  const chromium = useChromium();

  it("acknowledge, and see each other's state at once", async () => {
    const { exercise, incident } = await oneIncident();
    const path = `/x/${exercise}/desk?incident=${incident}`;
    const [pak, chn] = await Promise.all([chromium.openAs('pak', path), chromium.openAs('chn', path)]);
    await Promise.all([live(pak.page), live(chn.page)]);
    const done = say('frame:sideState.acknowledged', { side: 'PAK' });
    for (const { page } of [pak, chn]) {
      await lane(page, 'PAK')
        .getByText(say('frame:sideState.waits', { side: 'PAK' }))
        .waitFor({ state: 'attached' });
    }
    await act(pak.page, 'acknowledge').click();
    for (const { page } of [pak, chn]) await lane(page, 'PAK').getByText(done).waitFor({ state: 'attached' });
    await act(chn.page, 'acknowledge').click();
    await pak.page.getByText(say('desk:row.joint'), { exact: true }).first().waitFor();
  });

  it('acknowledge by the keyboard alone', async () => {
    const { exercise } = await oneIncident();
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk`);
    await live(page);
    await page.getByText('Bus off the road').first().waitFor();
    await page.keyboard.press('j');
    await seen(
      () => act(page, 'acknowledge').getAttribute('aria-disabled'),
      (disabled) => disabled === null,
    );
    await page.keyboard.press('a');
    await lane(page, 'PAK')
      .getByText(say('frame:sideState.acknowledged', { side: 'PAK' }))
      .waitFor({ state: 'attached' });
  });

  it('keep what they write over a reload, and no key of theirs acts while they write', async () => {
    const { exercise, incident } = await oneIncident();
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk?incident=${incident}`);
    await live(page);
    const noteText = page.getByRole('textbox', { name: say('desk:note.text') });
    await act(page, 'note').click();
    await noteText.pressSequentially('ask a driver jk?');
    await page.reload();
    await live(page);
    await act(page, 'note').click();
    await seen(
      () => noteText.inputValue(),
      (text) => text === 'ask a driver jk?',
    );
    await page.keyboard.press('Control+Enter');
    await page.getByText('ask a driver jk?').first().waitFor();
    expect((await incidentsOf(exercise))[0]).toMatchObject({ joint: 'none' });
  });

  it('are told in words why the rules refuse', async () => {
    const { exercise, incident } = await oneIncident();
    const { page } = await chromium.openAs('pak', `/x/${exercise}/desk?incident=${incident}`);
    await live(page);
    await seen(
      () => act(page, 'acknowledge').getAttribute('aria-disabled'),
      (disabled) => disabled === null,
    );
    await act(page, 'acknowledge').click();
    await seen(
      () => act(page, 'acknowledge').getAttribute('aria-description'),
      (reason) => (reason ?? '').length > 10,
    );
  });
});

inBrowser('an observer', () => {
  const chromium = useChromium();

  it('sees the wall, with what is open and who has acknowledged', async () => {
    const { exercise } = await oneIncident();
    await sendAlerts(exercise, [{ headline: 'Kingfisher', class: 'PAK' }]);
    const { page } = await chromium.openAs('observer', `/x/${exercise}/wall`);
    await live(page);
    await page.getByRole('heading', { name: 'Bus off the road' }).waitFor();
    expect(await page.getByText('Kingfisher').count()).toBe(0);
    const rows = page.getByRole('list', { name: say('wall:incidents') });
    expect(await rows.getByText(say('wall:waits')).count()).toBe(2);
  });
});

inBrowser('an evaluator', () => {
  const chromium = useChromium();

  it('puts an observation on record, bound to an event, by the keyboard', async () => {
    const { exercise } = await oneIncident();
    const { page } = await chromium.openAs('evaluator', `/x/${exercise}/evaluate`);
    await live(page);
    await page.getByText('Bus off the road').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    const saw = page.getByRole('textbox', { name: say('evaluate:whatISaw') });
    await saw.fill('The desk answered in one minute.');
    await page.keyboard.press('Control+Enter');
    await saw.waitFor({ state: 'detached' });
    await page.getByText('The desk answered in one minute.').first().waitFor();
    const { events } = (await ask('GET', `/exercises/${exercise}/events?limit=200`)) as {
      events: { type: string; data: { evidence?: readonly number[] } }[];
    };
    expect(events.find(({ type }) => type === 'ObservationRecorded')?.data.evidence).toHaveLength(1);
  });
});
