import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('an identity provider', () => {
  const GROUPS = '[{ group: leads, role: controller }, { group: /pak, role: operator, side: PAK }]';
  const env = { OIDC_ISSUER: 'https://id.example.org/realms/x', OIDC_CLIENT_ID: 'tandem', OIDC_GROUPS: GROUPS };
  const fault = (changed: Record<string, string | undefined>): string => {
    try {
      loadConfig({ ...env, ...changed });
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('has an issuer, a client and a list of groups, which keeps its order', () => {
    expect(loadConfig(env)).toMatchObject({
      oidcIssuer: env.OIDC_ISSUER,
      oidcScopes: 'openid profile',
      oidcGroupsClaim: 'groups',
      oidcGroups: [
        { group: 'leads', role: 'controller' },
        { group: '/pak', role: 'operator', side: 'PAK' },
      ],
    });
  });

  it('has its secret and its groups in files, too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-oidc-'));
    writeFileSync(join(folder, 'secret'), 'quiet\n');
    writeFileSync(join(folder, 'groups.yaml'), '# staff\n- group: leads\n  role: controller\n');
    const files = { OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'), OIDC_GROUPS_FILE: join(folder, 'groups.yaml') };
    expect(loadConfig({ ...env, OIDC_GROUPS: '', ...files })).toMatchObject({
      oidcClientSecret: 'quiet',
      oidcGroups: [{ group: 'leads', role: 'controller' }],
    });
    expect(fault(files)).toContain('expected either it or OIDC_GROUPS');
    expect(fault({ OIDC_CLIENT_SECRET_FILE: join(folder, 'gone') })).toContain('a file that can be read (ENOENT)');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['OIDC_ISSUER', 'http://id.example.org', /OIDC_ISSUER=.*http is for 127\.0\.0\.1/],
    ['OIDC_ISSUER', 'https://user:pass@id.example.org', /OIDC_ISSUER=/],
    ['OIDC_REDIRECT_URI', 'https://tandem.example.org/', /a path \/v1\/sign-in\/oidc\/callback/],
    ['OIDC_SCOPES', 'profile', /`openid` among them/],
    ['OIDC_CLIENT_ID', undefined, /OIDC_CLIENT_ID=: expected a value/],
    ['OIDC_GROUPS', undefined, /OIDC_GROUPS=: expected a value/],
    ['OIDC_ISSUER', undefined, /OIDC_CLIENT_ID=tandem: expected OIDC_ISSUER beside it/],
    ['OIDC_GROUPS', '{ leads: controller }', /a list of/],
    ['OIDC_GROUPS', '[{ group: a, role: boss }]', /0\.role/],
    ['OIDC_GROUPS', '[{ group: a, role: service }]', /0\.role/],
    ['OIDC_GROUPS', '[{ group: a, role: operator }]', /0\.side: The role operator acts for one side/],
    ['OIDC_GROUPS', '[{ group: a, role: liaison, side: PAK, units: [x] }]', /Units are of one exercise/],
    ['OIDC_GROUPS', '[{ group: a, role: observer }, { group: a, role: controller }]', /"a" is there twice/],
    ['OIDC_GROUPS', '[{ group: a', /neither YAML nor JSON/],
  ])('that is wrong in %s=%s stops the start', (setting, value, expected) => {
    expect(fault({ [setting]: value })).toMatch(expected);
  });

  it('must be there when passwords are off: otherwise nobody could sign in', () => {
    expect(loadConfig({ ...env, PASSWORD_SIGN_IN: 'false' }).passwordSignIn).toBe(false);
    expect(() => loadConfig({ PASSWORD_SIGN_IN: 'false' })).toThrow('expected OIDC_ISSUER beside it');
  });

  it('keeps its secret out of errors', () => {
    expect(fault({ OIDC_ISSUER: undefined, OIDC_CLIENT_SECRET: 'quiet' })).not.toContain('quiet');
  });
});

describe('secrets as files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-config-'));
    writeFileSync(join(folder, 'password'), 'p/w@:1\n');
    writeFileSync(join(folder, 'address'), 'postgres://u:inside@db/tandem\n');
    writeFileSync(join(folder, 'empty'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fault = (env: Record<string, string>): string => {
    try {
      loadConfig(env);
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('give an address its password, or the whole address', () => {
    const password = join(folder, 'password');
    expect(
      loadConfig({
        DATABASE_URL: 'postgres://u@db/tandem',
        DATABASE_PASSWORD_FILE: password,
        REDIS_URL: 'redis://r:6379/0',
        REDIS_PASSWORD_FILE: password,
      }),
    ).toMatchObject({
      databaseUrl: 'postgres://u:p%2Fw%40%3A1@db/tandem',
      redisUrl: 'redis://:p%2Fw%40%3A1@r:6379/0',
    });
    expect(loadConfig({ DATABASE_URL_FILE: join(folder, 'address') }).databaseUrl).toBe(
      'postgres://u:inside@db/tandem',
    );
  });

  it('that cannot be read, are empty or come beside the same thing stop the start; what they hold is not shown', () => {
    const url = 'postgres://u@db/tandem';
    const missing = join(folder, 'nothing');
    expect(fault({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: missing })).toContain(
      `DATABASE_PASSWORD_FILE=${missing}: expected a file that can be read (ENOENT)`,
    );
    expect(fault({ REDIS_URL_FILE: join(folder, 'empty') })).toContain('expected a file that is not empty');
    expect(fault({ DATABASE_URL: url, DATABASE_URL_FILE: join(folder, 'address') })).toContain(
      'expected either it or DATABASE_URL',
    );
    expect(fault({ DATABASE_PASSWORD_FILE: join(folder, 'password') })).toContain('expected DATABASE_URL');
    const twice = fault({ DATABASE_URL: 'postgres://u:x@db/t', DATABASE_PASSWORD_FILE: join(folder, 'password') });
    expect(twice).toContain('expected DATABASE_URL without a password');
    expect(twice).not.toContain('p/w@');
    expect(fault({ DATABASE_URL_FILE: join(folder, 'password') })).not.toContain('p/w@');
  });
});
