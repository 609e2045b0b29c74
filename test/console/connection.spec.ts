/** The API is killed, the laptop sleeps, the tab is in the background: what one sees comes back whole, and says so meanwhile. */
import type { Page } from 'playwright-core';
import { AppProcess } from '../cluster/app-process.js';
import { freePort } from '../support/services.js';
import { inBrowser, useChromium } from './support/browser.js';
import { caughtUp, clockOf, live, seen } from './support/seen.js';
import { ask, incidentsOf, lastSeq, newExercise, sendAlerts, theBench } from './support/server.js';
import { say } from './support/texts.js';

/** What a browser says of requests that find no server. */
const UNREACHABLE = /ERR_CONNECTION_REFUSED|WebSocket connection|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
const BURST = 12;

async function burst(exercise: string, from: number): Promise<void> {
  const list = Array.from({ length: BURST }, (_, index) => ({ headline: `Burst ${from + index}` }));
  await sendAlerts(exercise, list);
  await seen(
    () => incidentsOf(exercise),
    (all) => all.some(({ headline }) => headline === `Burst ${from + BURST - 1}`),
  );
}

/** The one incident that is selected in the address. */
const selection = (page: Page): string | null => new URL(page.url()).searchParams.get('incident');

inBrowser('a lost connection', () => {
  const chromium = useChromium();
  let api: AppProcess;
  let url: string;

  beforeAll(async () => {
    const port = String(await freePort());
    api = new AppProcess('api 2', 'api', { DATABASE_URL: theBench().databaseUrl, HOST: '127.0.0.1', PORT: port });
    await api.start();
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => api?.stop());

  it('is unmistakable, and on return nothing is missing', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Before the loss' }]);
    const [incident] = await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    const path = `/x/${exercise}/desk?incident=${incident?.id}`;
    const { page, expectErrors } = await chromium.openAs('pak', path, { url });
    expectErrors(UNREACHABLE);
    await live(page);
    await page.waitForLoadState('networkidle');
    const actions = page.getByRole('toolbar', { name: say('desk:act.bar') });
    const acknowledge = actions.getByRole('button', { name: say('desk:act.acknowledge') });
    await seen(
      () => acknowledge.getAttribute('aria-disabled'),
      (disabled) => disabled === null,
    );

    await api.kill();
    await page.getByText(say('frame:lost.title')).waitFor();
    await seen(
      () => acknowledge.getAttribute('aria-disabled'),
      (disabled) => disabled === 'true',
    );
    expect(await acknowledge.getAttribute('aria-description')).toBe(say('frame:act.offline'));
    expect(await page.getByText('Before the loss').count()).toBeGreaterThan(0);
    await burst(exercise, 1);

    await api.start();
    await live(page);
    await caughtUp(page, await lastSeqOf(exercise));
    expect(await page.getByText(say('frame:lost.title')).count()).toBe(0);
    expect(selection(page)).toBe(incident?.id);
    await seen(
      () => acknowledge.getAttribute('aria-disabled'),
      (disabled) => disabled === null,
    );
  });

  it('looks different from an exercise that has ended', async () => {
    const exercise = await newExercise(1);
    const { page } = await chromium.openAs('observer', `/x/${exercise}/desk`, { url });
    await live(page);
    await ask('POST', `/exercises/${exercise}/end`, {});
    await page.getByText(say('frame:ended')).waitFor();
    expect(await page.getByText(say('frame:lost.title')).count()).toBe(0);
  });
});

/** As PAK counts them. */
async function lastSeqOf(exercise: string): Promise<number> {
  return (await ask('GET', `/exercises/${exercise}`, undefined, 'pak'))['lastSeq'] as number;
}

/** Lets the test set the clock of the computer, and hide the page: hidden pages get no frames. */
const CONTROLLED = `
  const now = Date.now, frame = window.requestAnimationFrame;
  window.skewMs = 0;
  Date.now = () => now() + window.skewMs;
  window.isHidden = false;
  Object.defineProperty(document, 'hidden', { get: () => window.isHidden });
  Object.defineProperty(document, 'visibilityState', { get: () => (window.isHidden ? 'hidden' : 'visible') });
  window.requestAnimationFrame = (draw) => frame.call(window, (at) => {
    if (window.isHidden) window.requestAnimationFrame(draw); else draw(at);
  });
`;

interface Controlled extends Window {
  skewMs: number;
  isHidden: boolean;
}

async function setPage(page: Page, change: { readonly skewMs?: number; readonly isHidden?: boolean }): Promise<void> {
  await page.evaluate((to) => {
    Object.assign(window as unknown as Controlled, to);
    document.dispatchEvent(new Event('visibilitychange'));
    if (!document.hidden) window.dispatchEvent(new Event('focus'));
  }, change);
}

inBrowser('a laptop that slept for ten minutes', () => {
  const chromium = useChromium();

  it('shows the right time and everything that came meanwhile', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Before the sleep' }]);
    const [incident] = await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
    const look = { before: CONTROLLED };
    const { page, expectErrors } = await chromium.openAs(
      'controller',
      `/x/${exercise}/desk?incident=${incident?.id}`,
      look,
    );
    expectErrors(UNREACHABLE);
    await live(page);
    const before = await clockOf(page);

    // A page that cannot run a line of its code is as good as asleep.
    const asleep = page.evaluate((ms) => {
      for (const end = performance.now() + ms; performance.now() < end;);
    }, 3_000);
    await burst(exercise, 1);
    await asleep;
    // The computer's clock has gone on; the server's, which the page must go by, has not.
    await setPage(page, { skewMs: 600_000 });

    await caughtUp(page, await lastSeq(exercise));
    await live(page);
    const { time } = (await ask('GET', `/exercises/${exercise}`)) as { time: number };
    const shown = await seen(
      () => clockOf(page),
      (at) => at < time + 60_000,
    );
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(Math.abs(shown - time)).toBeLessThan(5_000);
    expect(selection(page)).toBe(incident?.id);
  });
});

inBrowser('a tab in the background', () => {
  const chromium = useChromium();

  it('goes on without a frame, and its clock does not lag when it comes back', async () => {
    const exercise = await newExercise(1);
    const { page } = await chromium.openAs('controller', `/x/${exercise}/desk`, { before: CONTROLLED });
    await live(page);
    await setPage(page, { isHidden: true });
    await burst(exercise, 0);
    const seq = await lastSeq(exercise);
    // It does not wait for the first frame to take them in.
    await caughtUp(page, seq);
    await setPage(page, { isHidden: false });
    const { time } = (await ask('GET', `/exercises/${exercise}`)) as { time: number };
    expect(Math.abs((await clockOf(page)) - time)).toBeLessThan(5_000);
    await live(page);
  });
});
