/** The settings of the API beyond those that all processes share. */
import type { Config } from '#infra/config/config.js';

export class ApiSettings {
  /** The longest that a sender of lines may pause, ms. */
  readonly lineTimeoutMs: number;
  readonly bodyLimitBytes: number;
  readonly bodyTimeoutMs: number;
  readonly slowClientBytes: number;
  /** Requests per second and account in the long run; 0: no limit. */
  readonly ratePerSecond: number;
  /** Commands that may wait for their outcome at a time, in this process. */
  readonly waitingCommands: number;

  constructor(config: ApiConfig) {
    this.bodyLimitBytes = config.bodyLimitBytes;
    this.bodyTimeoutMs = config.requestTimeoutMs;
    this.lineTimeoutMs = Math.min(config.requestTimeoutMs, 15_000);
    this.slowClientBytes = config.slowClientBytes;
    this.ratePerSecond = config.ratePerSecond;
    this.waitingCommands = config.waitingCommands;
  }
}

export interface ApiConfig extends Config {
  /** Always there by now: of the embedded PostgreSQL, when none was set. */
  readonly databaseUrl: string;
}
