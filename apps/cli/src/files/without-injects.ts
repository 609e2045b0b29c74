/** A scenario in which some injects never fire: to see what depends on them. */
import { didYouMean } from '#contracts/json/nearest.js';
import type { Inject } from '#domain/inject/inject.js';
import { after, STARTEX } from '#domain/kernel/exercise-time.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';

/**
 * The same scenario; what refers to these injects still finds them, and waits for them in vain.
 * @throws Failure for an inject that it does not have
 */
export function withoutInjects(scenario: Scenario, ids: readonly string[]): Scenario {
  const injects = scenario.injects ?? [];
  const known = injects.map(({ id }): string => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw unusable(harmless(`--without ${id}: ${scenario.id} has no inject "${id}".${didYouMean(id, known)}`));
  }
  return {
    ...scenario,
    injects: injects.map((inject) => (ids.includes(inject.id) ? neverFiring(inject, scenario) : inject)),
  };
}

/** Its time is beyond the end. */
function neverFiring(inject: Inject, { durationMs }: Scenario): Inject {
  const { at: _at, when: _when, delayMs: _delay, latestMs: _latest, repeat: _repeat, ...what } = inject;
  return { ...what, at: after(STARTEX, durationMs + 1) };
}
