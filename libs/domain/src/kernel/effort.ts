/**
 * A bound on the work of a check. The check counts what it looks at as it goes, so that it ends after the same work on every
 * machine, whatever it is given.
 */
export class Effort {
  constructor(private left: number) {}

  /** @throws EffortSpent when this is more than what is left */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new EffortSpent();
  }
}

/** A check has looked at as much as it may. */
export class EffortSpent extends Error {}
