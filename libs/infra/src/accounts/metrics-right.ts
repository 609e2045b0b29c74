/** Who may read `/metrics`, of the API and of a worker alike: both processes ask this function. */
import { METRICS_READERS } from '#contracts/http/roles.js';
import type { Role } from '#domain/kernel/role.js';

/** What decides it; an absent or null side or exercise means "of no side" and "of all exercises". */
export interface MetricsReader {
  readonly role: Role;
  readonly side?: string | null | undefined;
  readonly exercise?: string | null | undefined;
}

/**
 * Why this account may not read the metrics; undefined when it may. Metrics count what happens in all exercises and on both
 * sides, so an account of one side or one exercise would learn from them what it may not know.
 */
export function whyNoMetrics({ role, side, exercise }: MetricsReader): string | undefined {
  if (!METRICS_READERS.includes(role))
    return `The role of this token is ${role}; this is for ${METRICS_READERS.join(', ')}.`;
  if ((side ?? null) === null && (exercise ?? null) === null) return undefined;
  return 'Metrics count what happens on both sides and in all exercises; this token is of one side or exercise.';
}
