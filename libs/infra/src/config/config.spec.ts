import { ConfigError, loadConfig, SETTING_NAMES, withoutPassword } from './config.js';

describe('the configuration', () => {
  it('needs nothing: then it is one machine, with the embedded PostgreSQL and its queues', () => {
    expect(loadConfig({ PATH: '/bin', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.tandem',
      databaseUrl: undefined,
      redisUrl: undefined,
      sweepIntervalMs: 1000,
    });
  });

  it('takes what is set', () => {
    const env = {
      PORT: '0',
      DATABASE_URL: 'postgres://u:p@db/tandem',
      REDIS_URL: 'redis://r:6379/1',
      LOG_PRETTY: 'true',
    };
    expect(loadConfig(env)).toMatchObject({
      port: 0,
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      logPretty: true,
    });
  });

  it('names every setting that cannot be used, its value without a password, and what would be right', () => {
    const env = {
      PORT: '99999',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      LOG_LEVEL: 'loud',
      SWEEP_INTERVAL_MS: '1e3',
    };
    let error: unknown;
    try {
      loadConfig(env);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems.map(({ setting }) => setting).toSorted()).toEqual(
      Object.keys(env).toSorted(),
    );
    const { message } = error as ConfigError;
    expect(message).toContain('PORT=99999: expected a whole number from 0 to 65535');
    expect(message).toContain('postgres://user:password@host:5432/tandem');
    expect(message).toContain('one of fatal, error, warn');
    expect(message).not.toContain('hunter2');
  });

  it('reads no variable that is not in its list', () => {
    const seen = new Set<string>();
    loadConfig(new Proxy({}, { get: (_target, name) => void seen.add(String(name)) }));
    expect([...seen].toSorted()).toEqual([...SETTING_NAMES].toSorted());
  });

  it('hides passwords of addresses', () => {
    expect(withoutPassword('redis://:secret@host:1')).toBe('redis://:***@host:1');
    expect(withoutPassword('postgres://host/db')).toBe('postgres://host/db');
  });
});
