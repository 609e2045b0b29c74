/** Axes of exercise time whose ticks are round: minutes and hours, not powers of ten of milliseconds. */

import type { ReportLanguage } from '#contracts/language/report-language.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [1, 2, 5, 10, 20, 30]
  .map((n) => n * SECOND)
  .concat([1, 2, 5, 10, 15, 20, 30].map((n) => n * MINUTE))
  .concat([1, 2, 3, 4, 6, 12, 24, 48, 96, 240].map((n) => n * HOUR));

const MOST_TICKS = 9;

export interface TimeAxis {
  readonly max: number;
  readonly interval: number;
}

/** From 0 to at least `most`, ms, in at most nine round steps. */
export function timeAxis(most: number): TimeAxis {
  const interval = STEPS.find((step) => most / step <= MOST_TICKS) ?? HOUR * 24 * 30;
  return { max: Math.max(1, Math.ceil(most / interval)) * interval, interval };
}

/** `0`, `30 s`, `4 min`, `1:30 min`, `2 h`, `1:15 h`. @param ms exercise time */
export function tickText(ms: number, text: ReportLanguage['text']): string {
  if (ms === 0) return '0';
  if (ms < MINUTE) return text('tick.s', { time: String(ms / SECOND) });
  if (ms < HOUR) return text('tick.m', { time: twoParts(ms / SECOND) });
  return text('tick.h', { time: twoParts(ms / MINUTE) });
}

function twoParts(small: number): string {
  const rest = Math.round(small % 60);
  return `${Math.floor(small / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
