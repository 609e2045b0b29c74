/**
 * One hash for what happened in an exercise, whoever ran it, however fast, and wherever it was paused. The head hash
 * seals the log with all that is in it: who gave which command, each pause and speed. Two runs of one script by two
 * people differ in it. Their courses do not, if nobody interfered: that is what this hash shows.
 */
import { createHash } from 'node:crypto';
import type { EventType, LoggedEvent } from '#domain/kernel/event.js';
import { canonicalJson } from './canonical-json.js';
import type { ChainedEvent } from './hash-chain.js';

/** What runs the clock, what was refused, and what was said about the exercise: no part of its course. */
const BESIDE: ReadonlySet<string> = new Set<EventType>([
  'ExercisePaused',
  'ExerciseResumed',
  'SpeedChanged',
  'RunToSet',
  'ExerciseStepped',
  'CommandRefused',
  'ObservationRecorded',
  'ObjectiveRated',
  'ImprovementPlanned',
]);

export class CourseHash {
  readonly #hash = createHash('sha256');

  /** In the order of the log; over its canonical text `{at, audience, data, type}`, one event per line. */
  add({ at, audience, data, type }: Pick<ChainedEvent, 'at' | 'audience' | 'data' | 'type'>): void {
    if (BESIDE.has(type)) return;
    const told = type === 'ExerciseStarted' ? withoutSpeed(data) : data;
    this.#hash.update(`{"at":${at},"audience":"${audience}","data":${told},"type":"${type}"}\n`);
  }

  /** Lower-case hex, of what was added so far. */
  get hex(): string {
    return this.#hash.copy().digest('hex');
  }
}

function withoutSpeed(data: string): string {
  const { speed: _speed, ...rest } = JSON.parse(data) as Extract<LoggedEvent, { type: 'ExerciseStarted' }>['data'];
  return canonicalJson(rest);
}
