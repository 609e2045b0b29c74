import { EXIT, Failure } from '../failure.js';

/** Where a fault is. */
export interface FaultPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A file that cannot be used, with the places of its faults; none when it cannot be read at all. */
export class UnusableFile extends Failure {
  constructor(
    message: string,
    readonly places: readonly FaultPlace[] = [],
  ) {
    super(message, EXIT.unusable);
    this.name = 'UnusableFile';
  }
}
