/** When a process that died is started again, and when it is given up. */

export interface RestartSettings {
  /** A life shorter than this is a quick death, ms. */
  readonly quickMs: number;
  /** So many quick deaths in a row, and it is given up. */
  readonly mostQuickDeaths: number;
  /** The wait before the first restart, ms; doubled for each further quick death. */
  readonly firstWaitMs: number;
}

const DEFAULTS: RestartSettings = { quickMs: 10_000, mostQuickDeaths: 5, firstWaitMs: 500 };

export class RestartPolicy {
  private quickDeaths = 0;

  constructor(private readonly settings: RestartSettings = DEFAULTS) {}

  /** @returns how long to wait before the next start, ms; undefined: give it up. */
  afterDeath(livedMs: number): number | undefined {
    const { quickMs, mostQuickDeaths, firstWaitMs } = this.settings;
    this.quickDeaths = livedMs < quickMs ? this.quickDeaths + 1 : 1;
    if (this.quickDeaths >= mostQuickDeaths) return undefined;
    return firstWaitMs * 2 ** (this.quickDeaths - 1);
  }
}
