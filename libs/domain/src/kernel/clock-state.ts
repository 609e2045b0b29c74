/** The part of the state that every rule may look at. */
import type { ExerciseTime } from './exercise-time.js';
import type { StreamSeqs } from './side.js';
import type { Timers } from './timers.js';

export type ExerciseStatus = 'planned' | 'running' | 'paused' | 'ended';

export interface ClockState {
  /** Of all draws of the simulation. */
  readonly seed: string;
  status: ExerciseStatus;
  /** Exercise time of the latest event, ms. */
  time: ExerciseTime;
  timers: Timers;
}

export interface LogState {
  /** The last number of each stream. */
  seqs: StreamSeqs;
}
