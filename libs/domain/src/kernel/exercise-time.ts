/** Exercise times as people read them. */

/** `T+01:02:03`: hours (two digits or more), minutes and whole seconds since STARTEX, of milliseconds. */
export function formatExerciseTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `T+${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
