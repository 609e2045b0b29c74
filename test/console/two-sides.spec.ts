/** Two browsers of two sides: each sees its own, and what reached it over the wire holds nothing of the other's. */
import { inBrowser, useChromium } from './support/browser.js';
import { received } from './support/received.js';
import { caughtUp, live, seen } from './support/seen.js';
import { ask, incidentsOf, newExercise, sendAlerts } from './support/server.js';

const TEXTS = {
  JOINT: 'Landslide near both camps',
  PAK: 'Kingfisher seen by the patrol',
  CHN: 'Sandpiper seen by the office',
};

inBrowser('two sides at a time', () => {
  const chromium = useChromium();

  it('see their own incidents, and receive nothing of the other side', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(exercise, [
      { headline: `${TEXTS.PAK} before`, class: 'PAK' },
      { headline: `${TEXTS.CHN} before`, class: 'CHN' },
    ]);
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 2,
    );
    const pages = await Promise.all(
      (['pak', 'chn'] as const).map(async (side) => {
        const opened = await chromium.openAs(side, '/');
        const bytesOf = received(opened.page);
        await opened.page.goto(new URL(`/x/${exercise}/desk`, opened.page.url()).href);
        await live(opened.page);
        return { side, page: opened.page, bytesOf };
      }),
    );
    for (const releaseClass of ['PAK', 'CHN', 'JOINT'] as const) {
      await sendAlerts(exercise, [{ headline: TEXTS[releaseClass], class: releaseClass, site: 'poplar-camp' }]);
    }
    const incidents = await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 5,
    );
    for (const { side, page, bytesOf } of pages) {
      const own = side === 'pak' ? 'PAK' : 'CHN';
      const other = side === 'pak' ? 'CHN' : 'PAK';
      const { lastSeq } = (await ask('GET', `/exercises/${exercise}`, undefined, side)) as { lastSeq: number };
      await caughtUp(page, lastSeq);
      // Every page of the exercise, so that all it asks for is seen.
      for (const screen of ['desk', 'wall', 'replay']) {
        // The replay shows its end.
        await page.goto(new URL(`/x/${exercise}/${screen}?t=T%2B12:00:00`, page.url()).href);
        await page.getByText(TEXTS.JOINT).first().waitFor();
        // A room may hold people of both sides: the wall shows what all of them may know.
        expect((await page.getByText(TEXTS[own]).count()) > 0).toBe(screen !== 'wall');
        expect(await page.getByText(TEXTS[other]).count()).toBe(0);
        // Whatever it asks for has come before it is left.
        await page.waitForLoadState('networkidle');
      }
      const bytes = (await bytesOf()).join('\n');
      expect(bytes).toContain(TEXTS[own]);
      const hidden = incidents.filter((incident) => incident.class === other).map(({ id }) => id);
      expect(hidden).toHaveLength(2);
      for (const sign of [TEXTS[other], ...hidden]) expect(bytes).not.toContain(sign);
    }
  });
});
