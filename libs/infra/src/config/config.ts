/** The settings of every process, read once from the environment. A bad value stops the start; nothing falls back. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { OIDC_CALLBACK_PATH } from '#contracts/http/sign-in.js';
import { groupRules, type GroupRule } from './oidc-groups.js';
import { oidcProblems } from './oidc-settings.js';
import { readFileOf, readSecrets, type SettingProblem } from './secret-files.js';

export class ConfigError extends Error {
  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      ['The configuration cannot be used:']
        .concat(problems.map((p) => `  ${p.setting}=${p.value}: ${p.expected}`))
        .join('\n'),
    );
    this.name = 'ConfigError';
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A whole number between two bounds. */
function integer(min: number, max: number, unit: string) {
  const expected = `a whole number from ${min} to ${max}${unit}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((n) => n >= min && n <= max, expected);
}

function address(protocols: readonly string[], example: string) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `an address like ${example}`);
}

/** Over TLS, but for a provider on this machine, such as one that is being tried out. */
function webAddress(example: string) {
  const expected = `an address like ${example}; http is for 127.0.0.1, ::1 and localhost only`;
  return z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
  }, expected);
}

/** An address, or a network with its number of bits. */
function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 6 ? 128 : 32));
}

const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), 'addresses or networks like 10.0.0.0/8, separated by commas');

const flag = z.enum(['true', 'false'], { error: '`true` or `false`' }).transform((text) => text === 'true');

const file = z.string().optional();

const SETTINGS = {
  PORT: integer(0, 65_535, ' (a TCP port; 0 takes any free one)').default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,255}$/, 'a host name or IP address to listen on')
    .default('127.0.0.1'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/tandem').optional(),
  DATABASE_URL_FILE: file,
  DATABASE_PASSWORD_FILE: file,
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379/0').optional(),
  REDIS_URL_FILE: file,
  REDIS_PASSWORD_FILE: file,
  TANDEM_DATA_DIR: z.string().min(1, 'a folder').default('.tandem'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  LOG_PRETTY: flag.default(false),
  DATABASE_POOL_SIZE: integer(2, 500, ' connections').default(10),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'lower-case letters, digits, - and _, at most 40, a letter first')
    .default('tandem'),
  SWEEP_INTERVAL_MS: integer(100, 60_000, ' ms').default(1000),
  WORKER_CONCURRENCY: integer(1, 64, ' exercises advanced at the same time by one worker').default(4),
  WORKER_METRICS_PORT: integer(0, 65_535, ' (a TCP port; 0 takes any free one)').default(0),
  TRUSTED_PROXIES: networks.optional(),
  BODY_LIMIT_BYTES: integer(1024, 1_073_741_824, ' bytes').default(16 * 1024 * 1024),
  SLOW_CLIENT_BYTES: integer(65_536, 1_073_741_824, ' bytes').default(4 * 1024 * 1024),
  REQUEST_TIMEOUT_MS: integer(1000, 600_000, ' ms').default(30_000),
  SESSION_IDLE_MINUTES: integer(1, 10_080, ' minutes').default(480),
  SESSION_LONGEST_MINUTES: integer(1, 43_200, ' minutes').default(720),
  RATE_LIMIT_PER_SECOND: integer(0, 10_000_000, ' requests per second and account (0: no limit)').default(20_000),
  WAITING_COMMANDS_LIMIT: integer(1, 1_000_000, ' commands').default(1_000),
  CONNECTIONS_PER_ACCOUNT: integer(1, 1_000_000, ' sockets and streams of one account').default(200),
  UNKNOWN_CONNECTIONS_LIMIT: integer(0, 1_000_000, ' connections without a token (0: no limit)').default(1_000),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      'origins of web pages, separated by commas, like https://console.example.org',
    )
    .optional(),
  INBOX_WAITING_LIMIT: integer(100, 1_000_000, ' commands').default(20_000),
  SCENARIOS_DIR: z.string().min(1, 'a folder').optional(),
  REMOTE_ALLOWED_NETWORKS: networks.optional(),
  REMOTE_TIMEOUT_MS: integer(100, 60_000, ' ms').default(5_000),
  REMOTE_RETRY_MS: integer(10, 60_000, ' ms').default(1_000),
  REMOTE_RETRY_LONGEST_MS: integer(100, 3_600_000, ' ms').default(60_000),
  PASSWORD_SIGN_IN: flag.default(true),
  OIDC_ISSUER: webAddress('https://id.example.org/realms/exercise').optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'the id of a client').max(500, 'at most 500 characters').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, 'the secret of the client').optional(),
  OIDC_CLIENT_SECRET_FILE: file,
  OIDC_REDIRECT_URI: webAddress(`https://tandem.example.org${OIDC_CALLBACK_PATH}`)
    .refine(
      (text) => URL.canParse(text) && new URL(text).pathname === OIDC_CALLBACK_PATH,
      `a path ${OIDC_CALLBACK_PATH}`,
    )
    .optional(),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'scopes separated by spaces, `openid` among them')
    .default('openid profile'),
  OIDC_GROUPS_CLAIM: z.string().min(1).max(200, 'at most 200 characters').default('groups'),
  OIDC_GROUPS: groupRules.optional(),
  OIDC_GROUPS_FILE: file,
  OIDC_LABEL: z.string().min(1).max(60, 'at most 60 characters').optional(),
} as const;

/** The names of all environment variables that are read; a test holds the compose file and the docs to it. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly (keyof typeof SETTINGS)[];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl?: string;
  /** Folder of the embedded PostgreSQL and of what is kept between runs. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly logPretty: boolean;
  readonly databasePoolSize: number;
  /** Prefix of the queues' keys in Redis, and of their schema in PostgreSQL. */
  readonly queuePrefix: string;
  /** How often a worker looks for exercises whose wake-up was lost. */
  readonly sweepIntervalMs: number;
  readonly workerConcurrency: number;
  readonly workerMetricsPort: number;
  /** Proxies whose `X-Forwarded-For` is believed; none: the address of the connection counts. */
  readonly trustedProxies?: readonly string[];
  readonly bodyLimitBytes: number;
  /** A socket client with more than this unsent is disconnected; it catches up by its cursor. */
  readonly slowClientBytes: number;
  readonly requestTimeoutMs: number;
  /** A session that is not used for so long ends. */
  readonly sessionIdleMinutes: number;
  /** A session ends so long after its beginning, however much it is used. */
  readonly sessionLongestMinutes: number;
  /** Requests per second and account in the long run, in one API process; 0: no limit. */
  readonly ratePerSecond: number;
  /** People's commands that may wait for their outcome at a time, in one API process. */
  readonly waitingCommands: number;
  /** Sockets and streams of one account that may be open at a time, in one API process. */
  readonly connectionsPerAccount: number;
  /** Connections over which no valid token has come that may be open at a time, in one API process; 0: no limit. */
  readonly unknownConnections: number;
  /** Of web pages that may use the API and its sockets, beside its own; absent: no others. */
  readonly allowedOrigins?: readonly string[];
  /** Commands that may wait for a commit in one API process before it answers 503. */
  readonly inboxWaitingLimit: number;
  /** Folder of the library's scenario files; absent: those that come with the program. */
  readonly scenariosDir?: string;
  /** Networks beside the public ones to which messages to remote units may go; absent: none. */
  readonly remoteAllowedNetworks?: readonly string[];
  /** How long the program of a remote unit may take for a message. */
  readonly remoteTimeoutMs: number;
  /** The wait before a message to a remote unit is tried again; it doubles with each attempt. */
  readonly remoteRetryMs: number;
  /** The longest such wait, and how long an endpoint that keeps failing is left alone. */
  readonly remoteRetryLongestMs: number;
  /** Whether people may sign in by name and password. Links that sign in once and invitations always work. */
  readonly passwordSignIn: boolean;
  /** Of the identity provider; absent: there is none. */
  readonly oidcIssuer?: string;
  readonly oidcClientId?: string;
  /** Absent: a public client, which PKCE alone protects. */
  readonly oidcClientSecret?: string;
  /** Where the provider sends browsers back to; absent: the host by which the browser came. */
  readonly oidcRedirectUri?: string;
  readonly oidcScopes: string;
  /** The claim that lists the groups of a person. */
  readonly oidcGroupsClaim: string;
  /** Which role a group has; the first one that fits counts. */
  readonly oidcGroups?: readonly GroupRule[];
  /** What the button of the sign-in page says. */
  readonly oidcLabel?: string;
}

/**
 * Reads the settings. An empty variable counts as absent.
 * @throws ConfigError naming every setting that cannot be used.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given: Record<string, string | undefined> = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, env[name] === '' ? undefined : env[name]]),
  );
  const problems = [
    ...readSecrets(given, 'DATABASE'),
    ...readSecrets(given, 'REDIS'),
    ...readFileOf(given, 'OIDC_CLIENT_SECRET'),
    ...readFileOf(given, 'OIDC_GROUPS'),
    ...oidcProblems(given),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const read = z.object(SETTINGS).safeParse(given);
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map((issue) => {
        const setting = String(issue.path[0]);
        // What stands in a file is not shown.
        const file = given[`${setting}_FILE`];
        if (file !== undefined) {
          return { setting: `${setting}_FILE`, value: file, expected: `expected a file that holds ${issue.message}` };
        }
        return { setting, value: withoutPassword(given[setting] ?? ''), expected: `expected ${issue.message}` };
      }),
    );
  }
  const s = read.data;
  return {
    port: s.PORT,
    host: s.HOST,
    databaseUrl: s.DATABASE_URL,
    redisUrl: s.REDIS_URL,
    dataDir: s.TANDEM_DATA_DIR,
    logLevel: s.LOG_LEVEL,
    logPretty: s.LOG_PRETTY,
    databasePoolSize: s.DATABASE_POOL_SIZE,
    queuePrefix: s.QUEUE_PREFIX,
    sweepIntervalMs: s.SWEEP_INTERVAL_MS,
    workerConcurrency: s.WORKER_CONCURRENCY,
    workerMetricsPort: s.WORKER_METRICS_PORT,
    trustedProxies: s.TRUSTED_PROXIES,
    bodyLimitBytes: s.BODY_LIMIT_BYTES,
    slowClientBytes: s.SLOW_CLIENT_BYTES,
    requestTimeoutMs: s.REQUEST_TIMEOUT_MS,
    sessionIdleMinutes: s.SESSION_IDLE_MINUTES,
    sessionLongestMinutes: s.SESSION_LONGEST_MINUTES,
    ratePerSecond: s.RATE_LIMIT_PER_SECOND,
    waitingCommands: s.WAITING_COMMANDS_LIMIT,
    connectionsPerAccount: s.CONNECTIONS_PER_ACCOUNT,
    unknownConnections: s.UNKNOWN_CONNECTIONS_LIMIT,
    allowedOrigins: s.ALLOWED_ORIGINS,
    inboxWaitingLimit: s.INBOX_WAITING_LIMIT,
    scenariosDir: s.SCENARIOS_DIR,
    remoteAllowedNetworks: s.REMOTE_ALLOWED_NETWORKS,
    remoteTimeoutMs: s.REMOTE_TIMEOUT_MS,
    remoteRetryMs: s.REMOTE_RETRY_MS,
    remoteRetryLongestMs: s.REMOTE_RETRY_LONGEST_MS,
    passwordSignIn: s.PASSWORD_SIGN_IN,
    oidcIssuer: s.OIDC_ISSUER,
    oidcClientId: s.OIDC_CLIENT_ID,
    oidcClientSecret: s.OIDC_CLIENT_SECRET,
    oidcRedirectUri: s.OIDC_REDIRECT_URI,
    oidcScopes: s.OIDC_SCOPES,
    oidcGroupsClaim: s.OIDC_GROUPS_CLAIM,
    oidcGroups: s.OIDC_GROUPS,
    oidcLabel: s.OIDC_LABEL,
  };
}

/** Hides what stands between `:` and `@` of an address. */
export function withoutPassword(text: string): string {
  return text.replace(/(\/\/[^/:@\s]*):[^@\s]*@/, '$1:***@');
}
