/** Times of the story, as people fill them in: local to where it plays. */
import { DEFAULT_STARTS_AT } from '#domain/kernel/story-time.js';

/** The UTC offset of the story, as in `startsAt`: `+05:00`, or `Z`. */
export function storyOffset(startsAt: string | undefined): string {
  return /(?:Z|[+-]\d\d:\d\d)$/.exec(startsAt ?? DEFAULT_STARTS_AT)?.[0] ?? 'Z';
}

/** @param local as an `<input type="datetime-local">` gives it: `2026-04-22T08:00` */
export function storyTime(local: string, offset: string): string {
  return `${local}:00${offset}`;
}
