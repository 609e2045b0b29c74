import { loadReportLanguage } from '#contracts/language/report-language.js';
import { tickText, timeAxis } from './time-axis.js';

it('an axis of time has few ticks, and round ones, whatever its length', async () => {
  const { text } = await loadReportLanguage('en');
  const ticks = (most: number) => {
    const { max, interval } = timeAxis(most);
    return [max / interval, tickText(interval, text), tickText(max, text)];
  };
  expect(ticks(1)).toEqual([1, '1 s', '1 s']);
  expect(ticks(45_000)).toEqual([9, '5 s', '45 s']);
  expect(ticks(10 * 60_000)).toEqual([5, '2 min', '10 min']);
  expect(ticks(90 * 60_000)).toEqual([9, '10 min', '1:30 h']);
  expect(ticks(24 * 3_600_000)).toEqual([8, '3 h', '24 h']);
  expect(ticks(30 * 24 * 3_600_000)[0]).toBeLessThanOrEqual(9);
});
