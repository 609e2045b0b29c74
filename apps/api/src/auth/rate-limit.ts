/** A token bucket per account: `perSecond` in the long run, twice as many at once. Per process. */
const SWEEP_AT = 10_000;

interface Bucket {
  left: number;
  at: number;
}

export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param perSecond 0: no limit. @param clock milliseconds that only go forward. */
  constructor(
    private readonly perSecond: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Takes one; answers 0, or the whole seconds after which to ask again. */
  take(account: string): number {
    if (this.perSecond === 0) return 0;
    const now = this.clock();
    const bucket = this.bucket(account, now);
    bucket.left = Math.min(2 * this.perSecond, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.left) / this.perSecond));
  }

  private bucket(account: string, now: number): Bucket {
    let bucket = this.buckets.get(account);
    if (bucket === undefined) {
      // A bucket that was not touched for two seconds is full: forgetting it changes nothing.
      if (this.buckets.size >= SWEEP_AT) {
        for (const [key, { at }] of this.buckets) if (now - at > 2_000) this.buckets.delete(key);
      }
      bucket = { left: 2 * this.perSecond, at: now };
      this.buckets.set(account, bucket);
    }
    return bucket;
  }
}
