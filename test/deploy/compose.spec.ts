/** The files for a container engine fit each other and the code. No engine runs here: they are read, not started. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { loadConfig, SETTING_NAMES } from '#infra/config/config.js';
import { composeFile, interpolate, interpolations, type ComposeFile, type ComposeService } from './compose-file.js';
import { allOf, environmentOf, stagesOf } from './dockerfile.js';
import { SERVER_NODE_OPTIONS } from '#infra/process/node-options.js';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');

const composeText = read('docker-compose.yml');
const secrets = { POSTGRES_PASSWORD: 'sesame1', REDIS_PASSWORD: 'sesame2' };
const compose: ComposeFile = composeFile.parse(parse(interpolate(composeText, secrets), { merge: true }));
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
    expect(service('proxy').ports?.[0]?.split(':').at(-1)).toBe(/^http:\/\/:(\d+) \{$/m.exec(caddyfile)?.[1]);
  });
});

describe('the environment', () => {
  it.each(ours)('of $name holds only settings that the code reads, with values that it takes', ({ env }) => {
    const known = new Set<string>([...SETTING_NAMES, 'NODE_ENV']);
    expect(Object.keys(env).filter((name) => !known.has(name))).toEqual([]);
    expect(loadConfig(env)).toMatchObject({
      host: '0.0.0.0',
      databaseUrl: 'postgres://tandem:sesame1@postgres:5432/tandem',
      redisUrl: 'redis://:sesame2@redis:6379/0',
    });
  });

  it('takes each secret from outside and does not start without it', () => {
    const taken = interpolations(composeText);
    for (const name of Object.keys(secrets)) {
      const kinds = new Set(taken.filter((each) => each.name === name).map((each) => each.kind));
      expect([name, ...kinds]).toEqual([name, 'required']);
    }
    expect(taken.filter((each) => each.kind === 'plain')).toEqual([]);
  });

  it('is described by the example file, which holds no secret', () => {
    const example = new Map(
      [...read('docker/env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    expect([...example.keys()].sort()).toEqual(
      [...new Set(interpolations(composeText).map(({ name }) => name))].sort(),
    );
    for (const name of Object.keys(secrets)) expect(example.get(name)).toBe('');
  });

  it('gives the stores the name and the passwords that the applications use', () => {
    const address = new URL(String(ours[0]?.env.DATABASE_URL));
    expect(service('postgres').environment).toEqual({
      POSTGRES_USER: address.username,
      POSTGRES_PASSWORD: address.password,
      POSTGRES_DB: address.pathname.slice(1),
    });
    expect(address.hostname in compose.services).toBe(true);
    expect(new URL(String(ours[0]?.env.REDIS_URL)).hostname in compose.services).toBe(true);
  });
});

describe('Redis', () => {
  it('keeps every key, writes them down, and wakes in time', () => {
    const [program, ...flags] = service('redis').command ?? [];
    expect(program).toBe('redis-server');
    const settings = new Map<string, string>();
    for (let i = 0; i < flags.length; i += 2) settings.set(String(flags[i]), String(flags[i + 1]));
    expect(Object.fromEntries(settings)).toEqual({
      '--appendonly': 'yes',
      '--maxmemory-policy': 'noeviction',
      '--hz': '100',
      '--requirepass': secrets.REDIS_PASSWORD,
    });
    expect(service('redis').volumes).toEqual(['redis:/data']);
  });
});

describe('the images', () => {
  it('come from one Dockerfile that has each target', () => {
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(ours.map(({ target }) => target)));
  });

  it.each(['api', 'worker'])('%s starts the entry file of its Nest project, not as root', (target) => {
    const project = nestProjects[target];
    expect(project).toBeDefined();
    expect(existsSync(resolve(root, `${project?.sourceRoot}/${project?.entryFile}.ts`))).toBe(true);
    const [command = '[]'] = allOf(stages, target, 'CMD').slice(-1);
    expect(JSON.parse(command)).toEqual(['node', ...SERVER_NODE_OPTIONS, `dist/bin/${target}.js`]);
    expect(read('bundle.js')).toContain(`${target}: 'dist/${project?.sourceRoot}/${project?.entryFile}.js'`);
    expect(allOf(stages, target, 'USER').at(-1)).toBe('node');
  });

  it.each(['api', 'worker'])('%s asks the port on which it listens whether it is well', (target) => {
    const env = environmentOf(stages, target);
    const [check = ''] = allOf(stages, target, 'HEALTHCHECK');
    expect(check).toContain(`http://127.0.0.1:${target === 'api' ? env.PORT : env.WORKER_METRICS_PORT}/health/ready`);
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
