/** One session that sees very many events: its heap does not grow with them. */
import { Appender } from './support/appended.js';
import { inBrowser, useChromium } from './support/browser.js';
import { caughtUp, live } from './support/seen.js';
import { newExercise } from './support/server.js';

const EVENTS = Number(process.env['CONSOLE_SESSION_EVENTS'] ?? 16_000);
const BATCH = 500;
/** Between the half and the end, bytes. */
const MAY_GROW = 4_000_000;

inBrowser(`${EVENTS} events in one session`, () => {
  const chromium = useChromium();
  let appender: Appender;

  beforeAll(async () => {
    appender = await Appender.open();
  });
  afterAll(() => appender?.close());

  it(
    'leave the heap flat',
    async () => {
      const exercise = await newExercise(1);
      const { page } = await chromium.openAs('controller', `/x/${exercise}/desk`);
      await live(page);
      const session = await page.context().newCDPSession(page);
      const heap = async (): Promise<number> => {
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Runtime.getHeapUsage')).usedSize;
      };
      const marks: number[] = [];
      for (let sent = 0; sent < EVENTS; sent += BATCH) {
        // The page has time to keep up, as in an exercise that lasts for days.
        const seq = await appender.append(exercise, BATCH);
        await caughtUp(page, seq);
        if (sent + BATCH === EVENTS / 2 || sent + BATCH === EVENTS) marks.push(await heap());
      }
      const [half = 0, end = 0] = marks;
      process.stdout.write(`heap after half of the events ${half} B, after all ${end} B\n`);
      expect(end - half).toBeLessThan(MAY_GROW);
    },
    60_000 + EVENTS * 10,
  );
});
