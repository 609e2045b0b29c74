/** `Prefer: wait=n` (RFC 7240, section 4.3): seconds to wait for the outcome. */
const DEFAULT_WAIT_MS = 2_000;
const MOST_WAIT_S = 10;

/** In ms. A preference that cannot be understood is ignored, as the RFC has it (section 2). */
export function preferredWaitMs(prefer: string | undefined): number {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(prefer ?? '')?.[1];
  return seconds === undefined ? DEFAULT_WAIT_MS : Math.min(Number(seconds), MOST_WAIT_S) * 1_000;
}
