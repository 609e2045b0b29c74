/** Times as CAP 1.2 writes them (3.2.1, `sent`): `2002-05-24T16:49:00-07:00`; UTC is `-00:00`, never `Z`. */

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const CAP_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** XML Schema's limit (dateTime, 3.2.7.3): no offset beyond fourteen hours. */
const MAX_OFFSET_MINUTES = 14 * 60;
const FIRST_YEAR = 1900;

/**
 * Milliseconds since 1970 of a time of RFC 3339 that has an offset; undefined for anything else, for a date that the
 * calendar does not have, and for a leap second. A fraction of a second is cut off: CAP has none.
 */
export function readTime(text: string): number | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (year < FIRST_YEAR || day < 1 || day > daysOf(year, month) || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (match[7] === undefined) return utc;
  const offsetMinutes = Number(match[8]) * 60 + Number(match[9]);
  if (Number(match[9]) > 59 || offsetMinutes > MAX_OFFSET_MINUTES) return undefined;
  return match[7] === '+' ? utc - offsetMinutes * 60_000 : utc + offsetMinutes * 60_000;
}

function daysOf(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** Whether a time is written as CAP writes it. Says nothing about the calendar: see {@link readTime}. */
export function isCapForm(text: string): boolean {
  return CAP_FORM.test(text);
}

/** A time that {@link readTime} can read, in CAP's form: no fraction, capital T, `-00:00` for Z. */
export function toCapForm(text: string): string {
  if (isCapForm(text)) return text;
  const offset = /[+-]\d\d:\d\d$/.exec(text)?.[0] ?? '-00:00';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${offset}`;
}

/** The last moment that a year of four digits can write, ms since 1970, in UTC. */
export const LAST_TIME_MS = Date.UTC(10_000, 0, 1) - 1;

/** The offset of a time that {@link readTime} can read, ms east of Greenwich. */
export function offsetOf(text: string): number {
  const match = /([+-])(\d\d):(\d\d)$/.exec(toCapForm(text));
  const sign = match?.[1] === '-' ? -1 : 1;
  return sign * (Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0)) * 60_000;
}

/** A moment in CAP's form, in UTC. */
export function capTimeOf(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}-00:00`;
}
