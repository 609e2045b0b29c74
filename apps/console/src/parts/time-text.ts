/** Times and durations as texts. Exercise time is `T+hh:mm:ss`; digits are Latin in every language, as on the radio. */
import { formatExerciseTime } from '#domain/kernel/exercise-time.js';

/** `T+00:07:43`, without fractions of a second. */
export function exerciseTimeText(ms: number): string {
  return formatExerciseTime(Math.floor(ms / 1000) * 1000);
}

/** `00:07:43` */
export function clockText(ms: number): string {
  return exerciseTimeText(ms).replace(/^T[+]/, '');
}

/** `4:48` of minutes and seconds, `1:02:03` from an hour on; negative durations begin with a minus sign. */
export function durationText(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  const text = h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return ms < 0 ? `−${text}` : text;
}

/** What is left, rounded up so that `0:00` means that it is over. */
export function remainingText(ms: number): string {
  return durationText(ms > 0 ? Math.ceil(ms / 1000) * 1000 : ms);
}
