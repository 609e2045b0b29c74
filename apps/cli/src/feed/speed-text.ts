/** @param speed exercise time per wall time */
export function speedText(speed: number): string {
  return speed === 1 ? 'as fast as the wall clock' : `${speed} times as fast as the wall clock`;
}
