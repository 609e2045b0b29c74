/** Which rules an exercise runs by: those that its log was begun with. */
import { ENGINE_VERSION } from '#domain/engine/version.js';

interface Begun {
  /** The version that stands in its row. */
  readonly engine: number;
  readonly seqs: { readonly all: number };
}

/** An exercise without a log can be begun by any engine, whichever opened it. */
export function engineOf({ engine, seqs }: Begun): number {
  return seqs.all === 0 ? ENGINE_VERSION : engine;
}

/** Whether its log was begun by other rules than ours: it is read, and never continued. */
export function isOfOtherEngine(exercise: Begun): boolean {
  return engineOf(exercise) !== ENGINE_VERSION;
}
