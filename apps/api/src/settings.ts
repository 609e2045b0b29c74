/** The settings of the API beyond those that all processes share. */
import { join } from 'node:path';
import type { Config } from '#infra/config/config.js';
import { type OidcSettings, oidcSettings } from './people/oidc/oidc-settings.js';
import { PACKAGE_FOLDER } from './docs/version.js';

export class ApiSettings {
  /** The longest that a sender of lines may pause, ms. */
  readonly lineTimeoutMs: number;
  readonly bodyLimitBytes: number;
  readonly bodyTimeoutMs: number;
  readonly slowClientBytes: number;
  /** For so long a viewer that catches up may read nothing, ms. */
  readonly silenceMs: number;
  /** Requests per second and account in the long run; 0: no limit. */
  readonly ratePerSecond: number;
  /** Commands that may wait for their outcome at a time, in this process. */
  readonly waitingCommands: number;

  /** Sockets and streams of one account that may be open at a time, in this process. */
  readonly connectionsPerAccount: number;
  /** Connections without a valid token that may be open at a time; 0: no limit. */
  readonly unknownConnections: number;
  /** Origins of web pages that may use the API and its sockets, beside its own. */
  readonly allowedOrigins: readonly string[];
  /** Folder of the library's scenario files. */
  readonly scenariosDir: string;
  /** Absent: the queue is in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Networks beside the public ones to which messages to remote units may go. */
  readonly remoteAllowedNetworks: readonly string[];
  /** Whether people may sign in by name and password. */
  readonly passwordSignIn: boolean;
  /** Absent: there is no identity provider. */
  readonly oidc: OidcSettings | undefined;

  constructor(config: ApiConfig) {
    this.bodyLimitBytes = config.bodyLimitBytes;
    this.bodyTimeoutMs = config.requestTimeoutMs;
    this.lineTimeoutMs = Math.min(config.requestTimeoutMs, 15_000);
    this.slowClientBytes = config.slowClientBytes;
    this.silenceMs = config.silenceMs ?? 30_000;
    this.ratePerSecond = config.ratePerSecond;
    this.waitingCommands = config.waitingCommands;
    this.connectionsPerAccount = config.connectionsPerAccount;
    this.unknownConnections = config.unknownConnections;
    this.allowedOrigins = config.allowedOrigins ?? [];
    this.scenariosDir = config.scenariosDir ?? join(PACKAGE_FOLDER, 'scenarios');
    this.redisUrl = config.redisUrl;
    this.remoteAllowedNetworks = config.remoteAllowedNetworks ?? [];
    this.passwordSignIn = config.passwordSignIn;
    this.oidc = oidcSettings(config);
  }
}

export interface ApiConfig extends Config {
  /** Always there by now: of the embedded PostgreSQL, when none was set. */
  readonly databaseUrl: string;
  /** See {@link ApiSettings.silenceMs}; no setting of the environment. */
  readonly silenceMs?: number;
}
