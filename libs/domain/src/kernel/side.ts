/** The two sides, and who may know: the words in which visibility is expressed. The rules are in `release/`. */

/** The two sovereign sides of a joint exercise. */
export const SIDES = ['PAK', 'CHN'] as const;
export type Side = (typeof SIDES)[number];

/** The class of a thing that may be released: known to both sides, or to its owner only. */
export const RELEASE_CLASSES = ['JOINT', 'PAK', 'CHN'] as const;
export type ReleaseClass = (typeof RELEASE_CLASSES)[number];

/** The audience of an event. `CONTROL` is for those who run the exercise (what simulated units are going to do). */
export type Audience = ReleaseClass | 'CONTROL';

/**
 * A viewer's stream of the log. Each stream has a gapless sequence of its own, so that a hidden event leaves no gap.
 * `all`: controllers and evaluators; `joint`: viewers of no side; `pak`, `chn`: viewers of that side.
 */
export const STREAMS = ['all', 'joint', 'pak', 'chn'] as const;
export type Stream = (typeof STREAMS)[number];

/** The last number given out in each stream. */
export type StreamSeqs = Record<Stream, number>;
