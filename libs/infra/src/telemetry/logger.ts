/** Structured logs: one JSON object a line, or text for people when `pretty`. */
import { createRequire } from 'node:module';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

export interface LoggerSettings {
  /** `api`, `worker` … */
  readonly name: string;
  readonly level: string;
  readonly pretty?: boolean;
  /** Where to; default is standard output. */
  readonly destination?: DestinationStream;
}

const require = createRequire(import.meta.url);

/** Never logged, wherever they stand in the first three levels of a record. */
const SECRETS = ['authorization', 'cookie', 'token', 'secret', 'password', 'databaseUrl', 'redisUrl'];

export function createLogger(settings: LoggerSettings): Logger {
  const options = {
    name: settings.name,
    level: settings.level,
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[hidden]',
    },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    base: { name: settings.name, pid: process.pid },
  };
  if (settings.destination !== undefined) return pino(options, settings.destination);
  if (settings.pretty !== true) return pino(options);
  const { level: _level, ...formatters } = options.formatters;
  return pino({
    ...options,
    formatters,
    transport: {
      target: require.resolve('pino-pretty'),
      options: { translateTime: 'SYS:HH:MM:ss.l', ignore: 'pid,hostname' },
    },
  });
}
