/** Exercise time per wall time, as it is offered at STARTEX. */
export const SPEEDS = [1, 2, 5, 10, 20, 60] as const;
