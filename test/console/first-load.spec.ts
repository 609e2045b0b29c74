/** What the first load costs: script over the network, and the time until somebody can act. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { inBrowser, useChromium } from './support/browser.js';
import { live, seen } from './support/seen.js';
import { incidentsOf, newExercise, sendAlerts } from './support/server.js';
import { say } from './support/texts.js';

const SCRIPT_BYTES = 300_000;
const INTERACTIVE_MS = 2_000;
const ASSETS = resolve('dist/console/assets');

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Bytes of script that went over the network, compressed as they were; those of the map apart. */
async function scriptBytes(page: Page): Promise<number> {
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })),
  );
  expect(scripts.length).toBeGreaterThan(3);
  return scripts.filter(({ name }) => !/map-view|maplibre/.test(name)).reduce((sum, { size }) => sum + size, 0);
}

inBrowser('the first load', () => {
  const chromium = useChromium();
  let exercise: string;

  beforeAll(async () => {
    exercise = await newExercise(1);
    await sendAlerts(exercise, [{ headline: 'Bus off the road' }]);
    await seen(
      () => incidentsOf(exercise),
      ({ length }) => length === 1,
    );
  });

  it(`of the desk takes less than ${SCRIPT_BYTES / 1000} kB of script before the map, and less than ${INTERACTIVE_MS / 1000} s`, async () => {
    const times: number[] = [];
    const sizes: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const { page } = await chromium.openAs('pak', `/x/${exercise}/desk`);
      await page.getByText('Bus off the road').first().click();
      const acknowledge = page
        .getByRole('toolbar', { name: say('desk:act.bar') })
        .getByRole('button', { name: say('desk:act.acknowledge') });
      await seen(
        () => acknowledge.getAttribute('aria-disabled'),
        (disabled) => disabled === null,
      );
      times.push(await page.evaluate(() => performance.now()));
      await live(page);
      await page.waitForLoadState('networkidle');
      sizes.push(await scriptBytes(page));
      await chromium.closePages();
    }
    process.stdout.write(
      `first load of the desk: ${sizes[0]} B of script, can act after ${times.map(Math.round).join(', ')} ms\n`,
    );
    expect(Math.max(...sizes)).toBeLessThan(SCRIPT_BYTES);
    expect(median(times)).toBeLessThan(INTERACTIVE_MS);
  });

  it('has each file beside its compressed form, and no address outside', () => {
    const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    for (const name of scripts.filter((one) => statSync(join(ASSETS, one)).size >= 1_024)) {
      expect(statSync(join(ASSETS, `${name}.br`)).size).toBeLessThan(statSync(join(ASSETS, name)).size);
    }
    const page = readFileSync(resolve('dist/console/index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(named.every((address) => address.startsWith('/'))).toBe(true);
    const first = named
      .filter((address) => address.endsWith('.js'))
      .map((address) => sizeOf(address.replace('/assets/', '')));
    expect(first.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_BYTES);
  });
});

function sizeOf(name: string): number {
  const file = join(ASSETS, name);
  const size = statSync(file).size;
  return size < 1_024 ? size : statSync(`${file}.br`).size;
}
