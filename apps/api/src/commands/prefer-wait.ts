/** `Prefer: wait=n` and `respond-async` (RFC 7240, sections 4.3 and 4.1): seconds to wait for the outcome. */
const DEFAULT_WAIT_MS = 2_000;
const MOST_WAIT_S = 10;

/** In ms. A preference that cannot be understood is ignored, as the RFC has it (section 2). */
export function preferredWaitMs(prefer: string | undefined): number {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1];
  if (seconds !== undefined) return Math.min(Number(seconds), MOST_WAIT_S) * 1_000;
  return /(?:^|,)\s*respond-async\s*(?:$|[,;])/i.test(prefer ?? '') ? 0 : DEFAULT_WAIT_MS;
}
