/** The date and time that the story shows: STARTEX as the scenario's author wrote it, and the exercise time after it. */

/** Of a scenario that names none. */
export const DEFAULT_STARTS_AT = '2026-01-01T09:00:00+05:00';

/** What of a scenario the story's time depends on. */
export interface StoryStart {
  /** RFC 3339 with an offset, checked when the scenario was read; absent: {@link DEFAULT_STARTS_AT}. */
  readonly startsAt?: string;
}

/** @param at exercise time, ms since STARTEX @returns ms since 1970 */
export function storyTimeMs({ startsAt = DEFAULT_STARTS_AT }: StoryStart, at: number): number {
  return Date.parse(startsAt) + at;
}

/** The story's time in CAP's form (CAP 1.2, 3.3.2), in UTC: `2026-01-01T04:00:00-00:00`. @param at ms since STARTEX */
export function storyTime(start: StoryStart, at: number): string {
  return `${new Date(storyTimeMs(start, at)).toISOString().slice(0, 19)}-00:00`;
}
