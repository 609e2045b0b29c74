import type { Plain } from '../kernel/brand.js';

/** For specs, which write ids and times as plain texts and numbers. Nothing else may take them for what they are said to be. */
export function branded<T>(value: Plain<T>): T {
  return value as T;
}
