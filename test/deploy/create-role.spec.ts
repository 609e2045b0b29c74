/** The role that `docker/create-role.sh` creates is no superuser, and is enough for everything that Tandem does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../support/services.js';

const root = resolve(import.meta.dirname, '../..');
const PASSWORD = "it's/a@secret";

let postgres: TestPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'tandem-role-'));
  writeFileSync(join(folder, 'database_password'), PASSWORD);
}, 60_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await postgres?.stop();
});

/** As the image of PostgreSQL runs it; where there is no psql, its statements one by one. */
async function runScript(server: URL): Promise<void> {
  const script = join(folder, 'create-role.sh');
  // The superuser of the tests' own server has the name of the role.
  writeFileSync(
    script,
    readFileSync(join(root, 'docker/create-role.sh'), 'utf8').replaceAll(/\btandem\b/g, 'tandem_app'),
  );
  if (spawnSync('psql', ['--version']).status === 0) {
    const { status, stderr } = spawnSync('sh', [script], {
      env: {
        PATH: process.env['PATH'],
        POSTGRES_USER: server.username,
        PGHOST: server.hostname,
        PGPORT: server.port,
        PGPASSWORD: decodeURIComponent(server.password),
        DATABASE_PASSWORD_FILE: join(folder, 'database_password'),
      },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return;
  }
  const client = new pg.Client(server.href);
  await client.connect();
  const literal = client.escapeLiteral(PASSWORD);
  for (const [statement] of readFileSync(script, 'utf8').matchAll(/^(CREATE|REVOKE) [^;]+;/gm)) {
    await client.query(statement.replace(":'password'", literal));
  }
  await client.end();
}

it('migrates, makes the first token and reads it back, with the password in a file', async () => {
  const server = new URL(postgres.url);
  await runScript(server);
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: `postgres://tandem_app@${server.host}/tandem_app`,
    DATABASE_PASSWORD_FILE: join(folder, 'database_password'),
  };
  const tandem = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/bin/tandem.js'), ...args], { env, cwd: folder, encoding: 'utf8' });
  const made = tandem('token', 'create', '--name', 'Exercise control', '--role', 'controller');
  expect(made.stdout).toMatch(/^tdm_\S+\n$/);
  expect(tandem('token', 'list').stdout).toContain('Exercise control');
  const url = new URL(env.DATABASE_URL);
  url.password = encodeURIComponent(PASSWORD);
  const client = new pg.Client(url.href);
  await client.connect();
  const { rows } = await client.query(
    'SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  await client.end();
  expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false]);
}, 60_000);
