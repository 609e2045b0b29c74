/** A hundred runs of a day of 300 injects, from its start, within two seconds. */
import type { ForecastView } from '#contracts/http/forecast.js';
import { ask, bench } from '../support/server.js';
import { plannedDay } from '../support/played-day.js';
import { slowness } from '../../support/yardstick.js';

const RUNS = 100;
const MOST_MS = 2_000;

(bench === undefined ? describe.skip : describe)('a forecast', () => {
  it(`makes ${RUNS} runs of a full day within two seconds`, async () => {
    const forecast = async (): Promise<ForecastView> =>
      (await ask('POST', `/exercises/${await plannedDay()}/forecast`, { runs: RUNS })) as unknown as ForecastView;
    // The threads have made some before, as those of a server that has run for a minute.
    for (let warm = 0; warm < 5; warm += 1) await forecast();
    const { runs, tookMs } = await forecast();
    process.stdout.write(`a full day from its start: ${runs} runs in ${tookMs} ms\n`);
    // The server begins no run that would make the answer late.
    expect(runs).toBeGreaterThanOrEqual(Math.floor(RUNS / slowness()));
    expect(tookMs).toBeLessThan(MOST_MS);
  });
});
