/** The files for a container engine fit each other and the code. No engine runs here: they are read, not started. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { loadConfig, SETTING_NAMES } from '#infra/config/config.js';
import {
  composeFile,
  composeOverride,
  interpolate,
  interpolations,
  type ComposeFile,
  type ComposeService,
} from './compose-file.js';
import { allOf, environmentOf, stagesOf } from './dockerfile.js';
import { SERVER_NODE_OPTIONS } from '#infra/process/node-options.js';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');

const composeText = read('docker-compose.yml');
const compose: ComposeFile = composeFile.parse(parse(interpolate(composeText, {}), { merge: true }));
/** As an engine mounts them, in a folder that stands for /run/secrets. */
const mounted = mkdtempSync(join(tmpdir(), 'tandem-secrets-'));
writeFileSync(join(mounted, 'database_password'), 'sesame/1@\n');
writeFileSync(join(mounted, 'redis_password'), 'sesame2');
afterAll(() => rmSync(mounted, { recursive: true }));

function withMounted(env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace(/^\/run\/secrets\//, `${mounted}/`)]),
  );
}
const services = Object.entries(compose.services);
const stages = stagesOf(read('Dockerfile'));
const nestProjects = (JSON.parse(read('nest-cli.json')) as { projects: Record<string, NestProject> }).projects;

interface NestProject {
  readonly sourceRoot: string;
  readonly entryFile: string;
}

/** The services that are built from our Dockerfile, and their environment in the container. */
const ours = services.flatMap(([name, service]) =>
  service.build
    ? [
        {
          name,
          target: service.build.target,
          env: { ...environmentOf(stages, service.build.target), ...service.environment },
        },
      ]
    : [],
);

function service(name: string): ComposeService {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

describe('the topology', () => {
  it('has two APIs behind a proxy, two workers, PostgreSQL 18 and Redis', () => {
    const processes = (target: string) =>
      services.filter(([, s]) => s.build?.target === target).reduce((n, [, s]) => n + (s.deploy?.replicas ?? 1), 0);
    expect(processes('api')).toBe(2);
    expect(processes('worker')).toBe(2);
    expect(service('postgres').image).toMatch(/^postgres:18/);
    expect(service('redis').image).toMatch(/^redis:[78]/);
  });

  it('names only services, networks and volumes that exist', () => {
    for (const [name, s] of services) {
      for (const other of Object.keys(s.depends_on ?? {})) expect([name, compose.services]).toHaveProperty([1, other]);
      for (const network of s.networks) expect([name, compose.networks]).toHaveProperty([1, network]);
      for (const volume of s.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.')) expect(existsSync(resolve(root, source))).toBe(true);
        else expect([name, compose.volumes]).toHaveProperty([1, source]);
      }
    }
  });

  it('waits for health where it says so, and every service that is waited for reports it', () => {
    for (const [, s] of services) {
      for (const [other, { condition }] of Object.entries(s.depends_on ?? {})) {
        expect([other, condition]).toEqual([other, 'service_healthy']);
        const target = service(other).build?.target;
        const reports = service(other).healthcheck ?? (target && allOf(stages, target, 'HEALTHCHECK').length === 1);
        expect([other, Boolean(reports)]).toEqual([other, true]);
      }
    }
  });

  it('lets two services talk only when they share a network, and keeps the stores off the way out', () => {
    for (const [name, s] of services) {
      for (const other of Object.keys(s.depends_on ?? {})) {
        const shared = s.networks.filter((network) => service(other).networks.includes(network));
        expect([name, other, shared.length > 0]).toEqual([name, other, true]);
      }
    }
    for (const store of ['postgres', 'redis']) {
      expect(service(store).networks.every((network) => compose.networks[network]?.internal)).toBe(true);
    }
  });

  it('publishes nothing but the proxy, on 127.0.0.1', () => {
    const published = services.flatMap(([name, s]) => (s.ports ?? []).map((port) => [name, port]));
    expect(published).toEqual([['proxy', '127.0.0.1:3000:8080']]);
  });
});

describe('the proxy', () => {
  const caddyfile = read('docker/Caddyfile');

  it('sends to every API, at the port on which it listens', () => {
    const [, upstreams = ''] = /^\s*reverse_proxy\s+([^{]*)\{/m.exec(caddyfile) ?? [];
    const apis = ours.filter(({ target }) => target === 'api').map(({ name, env }) => `${name}:${env.PORT}`);
    expect(upstreams.trim().split(/\s+/).sort()).toEqual(apis.sort());
  });

  it('listens at the port that is published', () => {
    const [, port] = /^\{\$TANDEM_SITE:http:\/\/:(\d+)\} \{$/m.exec(caddyfile) ?? [];
    expect(service('proxy').ports?.[0]?.split(':').at(-1)).toBe(port);
  });

  it('passes every path but the metrics: the page, its files, the API and the sockets', () => {
    const [, site = ''] = /^\{\$TANDEM_SITE[^\n]*\n([^]*?)^\}/m.exec(caddyfile) ?? [];
    const lines = site.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => /^(respond|redir|rewrite|handle|route|@|uri|file_server)/.test(line))).toEqual([
      'respond /metrics 404',
    ]);
    expect(lines.filter((line) => line.startsWith('reverse_proxy '))).toHaveLength(1);
  });

  it('speaks TLS when the second file says so, at the port that this one publishes', () => {
    const tls = composeOverride.parse(parse(interpolate(read('docker-compose.tls.yml'), {})));
    const { environment = {}, ports = [], secrets = [] } = tls.services['proxy'] ?? {};
    expect(ports).toEqual(['443:8443']);
    expect(environment['TANDEM_SITE']).toBe('https://:8443');
    const [, snippet = ''] = new RegExp(`^\\(${environment['TANDEM_TLS']}\\) \\{([^}]*)\\}`, 'm').exec(caddyfile) ?? [];
    for (const secret of secrets) expect(snippet).toContain(`/run/secrets/${secret}`);
    expect(Object.keys(tls.secrets)).toEqual(secrets);
  });

  it('is asked for its health where it answers for itself', () => {
    const address = service('proxy').healthcheck?.test.at(-1) ?? '';
    expect(caddyfile).toContain(`\n${address.slice(0, -1)} {\n`);
  });
});

describe('the environment', () => {
  it.each(ours)('of $name holds only settings that the code reads, with values that it takes', ({ env }) => {
    const known = new Set<string>([...SETTING_NAMES, 'NODE_ENV']);
    expect(Object.keys(env).filter((name) => !known.has(name))).toEqual([]);
    expect(loadConfig(withMounted(env))).toMatchObject({
      host: '0.0.0.0',
      databaseUrl: 'postgres://tandem:sesame%2F1%40@postgres:5432/tandem',
      redisUrl: 'redis://:sesame2@redis:6379/0',
    });
  });

  it('holds no secret: each is a file that only those who need it get', () => {
    expect(composeText).not.toMatch(/PASSWORD: |sesame|:[^/\s]+@/);
    expect(interpolations(composeText).filter(({ kind }) => kind !== 'default')).toEqual([]);
    const using = services.flatMap(([name, { secrets = [] }]) => secrets.map((secret) => `${secret} ${name}`));
    expect(using.toSorted()).toEqual([
      'database_password api-1',
      'database_password api-2',
      'database_password postgres',
      'database_password worker',
      'postgres_password postgres',
      'redis_password api-1',
      'redis_password api-2',
      'redis_password redis',
      'redis_password worker',
    ]);
    const made = /for name in (.*); do/.exec(read('docker/make-secrets.sh'))?.[1]?.split(' ');
    expect(made?.map((name) => `./docker/secrets/${name}`)).toEqual(
      Object.values(compose.secrets).map(({ file }) => file),
    );
    expect(read('.gitignore')).toContain('docker/secrets/');
  });

  it('is described by the example file', () => {
    const example = new Map(
      [...read('docker/env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    expect([...example.keys()].toSorted()).toEqual(
      [...new Set(interpolations(composeText).map(({ name }) => name))].toSorted(),
    );
  });

  it('gives the application the role that the script creates', () => {
    const address = new URL(String(ours[0]?.env.DATABASE_URL));
    const script = read('docker/create-role.sh');
    expect(script).toContain(`CREATE ROLE ${address.username} LOGIN NOSUPERUSER`);
    expect(script).toContain(`CREATE DATABASE ${address.pathname.slice(1)} OWNER ${address.username};`);
    expect(service('postgres').environment?.POSTGRES_USER).not.toBe(address.username);
    expect(address.hostname in compose.services).toBe(true);
    expect(new URL(String(ours[0]?.env.REDIS_URL)).hostname in compose.services).toBe(true);
  });
});

describe('every container', () => {
  it.each(services)('%s can write nothing but what it must, and is bounded', (_name, s) => {
    expect(s).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: expect.any(Number),
      mem_limit: expect.any(String),
      logging: { driver: 'json-file', options: { 'max-size': expect.any(String), 'max-file': expect.any(String) } },
    });
    const target = s.build?.target;
    expect(Boolean(s.healthcheck) || (target && allOf(stages, target, 'HEALTHCHECK').length === 1)).toBe(true);
    const user = target === undefined ? s.user : allOf(stages, target, 'USER').at(-1);
    expect(user).toBeDefined();
    expect(user).not.toMatch(/^(root|0)(:|$)/);
  });

  it('keeps no capability but the one without which the proxy does not start', () => {
    expect(services.flatMap(([name, { cap_add = [] }]) => cap_add.map((each) => `${name} ${each}`))).toEqual([
      'proxy NET_BIND_SERVICE',
    ]);
  });
});

describe('Redis', () => {
  it('keeps every key, writes them down, and wakes in time', () => {
    const [program, flag, script = ''] = service('redis').command ?? [];
    expect([program, flag]).toEqual(['sh', '-c']);
    const settings = [...script.matchAll(/--([\w-]+) (\S+)/g)].map(([, name = '', value = '']) => [name, value]);
    expect(Object.fromEntries(settings)).toEqual({
      appendonly: 'yes',
      'maxmemory-policy': 'noeviction',
      hz: '100',
      dir: '/data',
    });
    expect(script).toContain('exec redis-server /tmp/redis.conf ');
    expect(service('redis').volumes).toEqual(['redis:/data']);
  });
});

describe('the images', () => {
  it('are of Node 24, and whoever builds may say which exactly', () => {
    expect(new Set(stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from)))).toEqual(
      new Set(['node:24-bookworm-slim']),
    );
    for (const [, { build }] of services)
      if (build) expect(build.args).toEqual({ NODE_IMAGE: 'node:24-bookworm-slim' });
  });

  it('come from one Dockerfile that has each target', () => {
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(ours.map(({ target }) => target)));
  });

  it.each(['api', 'worker'])('%s starts the entry file of its Nest project, not as root', (target) => {
    const project = nestProjects[target];
    expect(project).toBeDefined();
    expect(existsSync(resolve(root, `${project?.sourceRoot}/${project?.entryFile}.ts`))).toBe(true);
    const [command = '[]'] = allOf(stages, target, 'CMD').slice(-1);
    expect(JSON.parse(command)).toEqual(['node', ...SERVER_NODE_OPTIONS, `dist/bin/${target}.js`]);
    const entry = `${project?.sourceRoot}/${project?.entryFile}`.replace(/^apps\//, '');
    expect(read('tools/bundle.mjs')).toContain(`${target}: moduleOf('${entry}')`);
    expect(allOf(stages, target, 'USER').at(-1)).toBe('node');
  });

  it.each(['api', 'worker'])('%s asks the port on which it listens whether it is well', (target) => {
    const env = environmentOf(stages, target);
    const [check = ''] = allOf(stages, target, 'HEALTHCHECK');
    expect(check).toContain(`http://127.0.0.1:${target === 'api' ? env.PORT : env.WORKER_METRICS_PORT}/health/ready`);
  });

  it('hold the console: what builds it is there, and what the programs load beside their bundle', () => {
    const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    expect(scripts?.['build']).toContain('build:console');
    // The build needs the packages of the page, which are for development only as far as Node is concerned.
    expect(allOf(stages, 'build', 'RUN')).toEqual(['npm ci --ignore-scripts', 'npm run build']);
    expect(allOf(stages, 'build', 'COPY').map((text) => text.split(' ').at(-1))).toEqual(
      expect.arrayContaining(['./apps', './libs']),
    );
    expect(allOf(stages, 'api', 'COPY')).toContain('--from=build /app/dist ./dist');
    const [, beside = ''] = /WITH_FILES = \/\^\((.*)\)\$\//.exec(read('tools/bundle.mjs')) ?? [];
    for (const name of beside.replaceAll('\\', '').split('|')) expect(Object.keys(dependencies ?? {})).toContain(name);
  });

  it('copy only what the build context holds', () => {
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword, text }) => keyword === 'COPY' && !text.startsWith('--from='))
      .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
    for (const name of copied) {
      expect(admitted).toContain(name);
      expect([name, existsSync(resolve(root, name))]).toEqual([name, true]);
    }
  });
});
