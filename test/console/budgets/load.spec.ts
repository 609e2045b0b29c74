/** A desk under 200 events a second for half a minute: nothing is lost, nothing moves under the cursor, no task is long. */
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from '../support/browser.js';
import { caughtUp, live, seen } from '../support/seen.js';
import { incidentsOf, lastSeq, newExercise, sendAlerts } from '../support/server.js';
import { slowness } from '../../support/yardstick.js';

const EVENTS_PER_SECOND = 200;
const SECONDS = 30;
/** The longest task is taken of each, and of these the median counts: what else the machine does makes single tasks long. */
const PARTS = 5;
const LONGEST_MS = 200;
/** Between two batches of alerts. */
const EVERY_MS = 250;

/** Collects the page's tasks of more than 50 ms, and what is under the cursor, at each frame. */
const WATCH = `
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
    .observe({ type: 'longtask', buffered: true });
`;

interface Seen {
  readonly tasks: readonly { readonly startTime: number; readonly duration: number }[];
  readonly rows: readonly string[];
}

/** From now on, notes each row that comes to lie under this point. */
function watchPoint(page: Page, x: number, y: number): Promise<void> {
  return page.evaluate(
    ([left, top]) => {
      const rows = new Set<string>();
      Object.assign(globalThis, { rows });
      const look = (): void => {
        rows.add(document.elementFromPoint(left, top)?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? 'no row');
        requestAnimationFrame(look);
      };
      look();
    },
    [x, y] as const,
  );
}

inBrowser(`${EVENTS_PER_SECOND} events a second`, () => {
  const chromium = useChromium();

  it('are all shown, while the row under the cursor stays and no task is long', async () => {
    const exercise = await newExercise(1);
    await sendAlerts(
      exercise,
      Array.from({ length: 24 }, (_, n) => ({ headline: `Rockfall ${n}` })),
    );
    const { page } = await chromium.openAs('controller', `/x/${exercise}/desk`, { before: WATCH });
    await live(page);
    const row = page.locator('[data-id]').nth(4);
    await row.waitFor();
    await caughtUp(page, await lastSeq(exercise));
    const eventsPerAlert = (await lastSeq(exercise)) / 24;
    await row.hover();
    const box = await row.boundingBox();
    if (box === null) throw new Error('the row is not shown');
    const id = await row.getAttribute('data-id');
    await watchPoint(page, box.x + box.width / 2, box.y + box.height / 2);

    const alertsPerBatch = Math.ceil((EVENTS_PER_SECOND * EVERY_MS) / 1_000 / eventsPerAlert);
    const before = await lastSeq(exercise);
    const begin = await page.evaluate(() => performance.now());
    const started = performance.now();
    for (let batch = 0; batch * EVERY_MS < SECONDS * 1_000; batch += 1) {
      await sendAlerts(
        exercise,
        Array.from({ length: alertsPerBatch }, (_, n) => ({ headline: `Bus off the road ${batch}.${n}` })),
      );
      const wait = started + (batch + 1) * EVERY_MS - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
    const took = (performance.now() - started) / 1_000;
    const open = await seen(
      () => incidentsOf(exercise),
      ({ length }) => length > 0,
    );
    const end = await lastSeq(exercise);
    await caughtUp(page, end);

    const { tasks, rows } = await page.evaluate(() => {
      const { tasks: all, rows: set } = globalThis as unknown as { tasks: Seen['tasks']; rows: Set<string> };
      return { tasks: all, rows: [...set] };
    });
    const longest = Array.from({ length: PARTS }, (_, part) => {
      const from = begin + (part * SECONDS * 1_000) / PARTS;
      const until = from + (SECONDS * 1_000) / PARTS;
      return tasks
        .filter(({ startTime }) => startTime >= from && startTime < until)
        .reduce((most, { duration }) => Math.max(most, duration), 0);
    }).toSorted((a, b) => a - b);
    process.stdout.write(
      `${Math.round((end - before) / took)} events/s for ${took.toFixed(1)} s, ${open.length} incidents; longest tasks ${longest.join(', ')} ms\n`,
    );
    expect(end - before).toBeGreaterThan(EVENTS_PER_SECOND * SECONDS * 0.9);
    expect(rows).toEqual([id]);
    expect(longest[Math.floor(PARTS / 2)]).toBeLessThan(LONGEST_MS * slowness());
  }, 120_000);
});
