/** The checks of single values that several parts of a scenario share. */
import type { Finding } from './finding.js';
import { error } from './finding.js';

/** One finding for each id that has been there before. */
export function duplicates(items: readonly { readonly id: string }[], path: string): Finding[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [error('DUPLICATE_ID', `${path}[${index}].id`, `The id "${id}" is there twice; give each its own.`)];
  });
}

/** A duration in whole milliseconds, not below `least`. */
export function duration(ms: number | undefined, least: number, path: string): Finding[] {
  if (ms === undefined || (Number.isSafeInteger(ms) && ms >= least)) return [];
  return [
    error('DURATION_OUT_OF_RANGE', path, `${ms} ms is no duration here; whole milliseconds, at least ${least}, are.`),
  ];
}

export function chance(value: number, path: string): Finding[] {
  if (value >= 0 && value <= 1) return [];
  return [error('CHANCE_OUT_OF_RANGE', path, `${value} is no chance; a number from 0 to 1 is.`)];
}

/** Two durations of which the second may not be shorter. */
export function ascending(
  low: number,
  high: number,
  least: number,
  path: string,
  [from, to]: [string, string],
): Finding[] {
  const findings = [...duration(low, least, `${path}.${from}`), ...duration(high, least, `${path}.${to}`)];
  if (findings.length > 0 || low <= high) return findings;
  return [error('DURATION_OUT_OF_RANGE', `${path}.${to}`, `${to} is below ${from}; it must be at least as long.`)];
}
