/**
 * One hash for what happened in an exercise, independent of people, speed and pauses. The head hash
 * seals the log with all that is in it: who gave which command, each pause and speed. Two runs of one script by two
 * people differ in it. Their courses do not, if nobody interfered: that is what this hash shows.
 */
import { createHash } from 'node:crypto';
import { specOf } from '#contracts/events/event-specs.js';
import { canonicalJson } from './canonical-json.js';
import type { ChainedEvent } from './hash-chain.js';

export class CourseHash {
  readonly #hash = createHash('sha256');

  /** In the order of the log; over its canonical text `{at, audience, data, type}`, one event per line. */
  add({ at, audience, data, type }: Pick<ChainedEvent, 'at' | 'audience' | 'data' | 'type'>): void {
    // A type of a newer version counts.
    const { isCourse = true, besideCourse = [], exceptCourse } = specOf(type) ?? {};
    if (!isCourse || (exceptCourse !== undefined && holds(exceptCourse, data))) return;
    const counted = besideCourse.length === 0 ? data : without(besideCourse, data);
    this.#hash.update(`{"at":${at},"audience":"${audience}","data":${counted},"type":"${type}"}\n`);
  }

  /** Lower-case hex, of what was added so far. */
  get hex(): string {
    return this.#hash.copy().digest('hex');
  }
}

function holds(values: Readonly<Record<string, string>>, data: string): boolean {
  const found = JSON.parse(data) as Readonly<Record<string, unknown>>;
  return Object.entries(values).some(([field, value]) => found[field] === value);
}

function without(fields: readonly string[], data: string): string {
  const entries = Object.entries(JSON.parse(data) as object).filter(([field]) => !fields.includes(field));
  return canonicalJson(Object.fromEntries(entries));
}
