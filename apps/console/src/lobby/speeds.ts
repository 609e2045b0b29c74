/** Exercise time per wall time, as it is offered at STARTEX. */
export const SPEEDS = [1, 2, 5, 10, 20, 60] as const;

/** `×10`, kept together in texts of either direction: an option of a list takes no markup. */
export function speedText(speed: number): string {
  return `\u2066×${speed}\u2069`;
}
