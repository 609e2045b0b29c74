/**
 * Slows down who tries tokens. Each try that is not known to be good takes from what its network may try; one that turns out
 * to be good gives it back. So the database is asked about a bounded number of wrong tokens, however many come at a time.
 */
const SWEEP_AT = 10_000;

interface WrongTokenLimit {
  /** Wrong tokens that may come at once. */
  readonly atOnce: number;
  /** Wrong tokens per minute in the long run. */
  readonly perMinute: number;
}

const WRONG_TOKENS: WrongTokenLimit = { atOnce: 20, perMinute: 20 };

interface Tries {
  left: number;
  at: number;
}

export class WrongTokens {
  private readonly tries = new Map<string, Tries>();

  /** @param clock milliseconds that only go forward */
  constructor(
    private readonly limit: WrongTokenLimit = WRONG_TOKENS,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Takes one try; returns 0, or the whole seconds after which to try again. */
  take(network: string): number {
    const { atOnce, perMinute } = this.limit;
    const now = this.clock();
    const tries = this.of(network, now);
    tries.left = Math.min(atOnce, tries.left + ((now - tries.at) / 60_000) * perMinute);
    tries.at = now;
    if (tries.left >= 1) {
      tries.left -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - tries.left) / perMinute) * 60));
  }

  /** The try was a good token, or could not be looked up. */
  giveBack(network: string): void {
    const tries = this.tries.get(network);
    if (tries !== undefined) tries.left = Math.min(this.limit.atOnce, tries.left + 1);
  }

  private of(network: string, now: number): Tries {
    const known = this.tries.get(network);
    if (known !== undefined) return known;
    if (this.tries.size >= SWEEP_AT) this.sweep(now);
    const tries = { left: this.limit.atOnce, at: now };
    this.tries.set(network, tries);
    return tries;
  }

  /** Who has all tries back is as good as new. If that is nobody, the one who came first goes. */
  private sweep(now: number): void {
    const full = (this.limit.atOnce / this.limit.perMinute) * 60_000;
    for (const [network, { at }] of this.tries) if (now - at >= full) this.tries.delete(network);
    const [first] = this.tries.keys();
    if (this.tries.size >= SWEEP_AT && first !== undefined) this.tries.delete(first);
  }
}
