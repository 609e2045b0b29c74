/**
 * The same log, everywhere: every scenario that ships, run live at speed 1000 on both queue backends, with a worker killed on
 * the way, then exported and replayed in virtual time. The head hash is that of the recording's replay, the course that of
 * `tandem replay` of the scenario itself.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import type { Scenario } from '#domain/exercise/scenario.js';
import { poolOf } from '#infra/database/data-source.js';
import { loadScenarioFile } from '../../apps/cli/src/files/scenario-folder.js';
import { openRecording } from '../../apps/cli/src/files/recording-file.js';
import { RecordedLog } from '../../apps/cli/src/files/recorded-log.js';
import { replay, type ReplaySettings } from '../../apps/cli/src/replay/replay-run.js';
import { Cluster } from '../cluster/cluster.js';
import { checkExercise, reportText } from '../invariants/check-exercise.js';
import { eventually } from '../support/eventually.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { startRedis, type TestRedis } from '../support/services.js';
import { COURSES } from './courses.js';

const SPEED = 1_000;
/** The longest one that is waited for here: 7 h take 25 s of ours. The full day has a run of its own, `LONG`. */
const LONGEST_MS = 7 * 3_600_000;
const LONG = process.env['REPLAY_LONG'] === '1';
/** Beyond the scenario's own time. */
const PATIENCE_MS = 40_000;

jest.setTimeout(LONG ? 300_000 : 120_000);

const FOLDER = resolve('scenarios');

interface Shipped {
  readonly name: string;
  readonly scenario: Scenario;
}

async function shipped(): Promise<Shipped[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml'));
  return names.toSorted().map((name) => {
    const { scenario } = loadScenarioFile(join(FOLDER, name));
    if (!scenario) throw new Error(`${name} cannot be used`);
    return { name, scenario };
  });
}

const quiet: ReplaySettings['onEvents'] = () => undefined;

let scenarios: Shipped[];
let postgres: TestDatabases;
let redis: TestRedis | undefined;
let folder: string;

beforeAll(async () => {
  scenarios = await shipped();
  [postgres, redis] = await Promise.all([sharedPostgres(), startRedis()]);
  folder = await mkdtemp(join(tmpdir(), 'tandem-live-'));
}, 60_000);

afterAll(async () => {
  await redis?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('in virtual time', () => {
  it('each scenario that ships has the hashes of every machine and Node version', () => {
    const found = scenarios.map(({ name, scenario }) => {
      const { events, hash, course } = replay({ scenario, seed: scenario.seed, onEvents: quiet });
      return [name, { events, hash, course }];
    });
    expect(Object.fromEntries(found)).toEqual(COURSES);
  });
});

describe.each(['postgres', 'redis'] as const)('live, with queues in %s', (backend) => {
  it('each scenario has the log of its replay, although a worker was killed', async () => {
    // startRedis has said so loudly, and fails where CI is set.
    if (backend === 'redis' && !redis) return;
    const cluster = await Cluster.start({
      databaseUrl: await postgres.freshDatabase(),
      redisUrl: backend === 'redis' ? redis?.url : undefined,
      apis: 1,
      workers: 2,
    });
    try {
      await liveLikeReplay(cluster);
    } finally {
      await cluster.stop();
    }
  });
});

async function liveLikeReplay(cluster: Cluster): Promise<void> {
  const { token } = await cluster.login('controller');
  const chosen = scenarios.filter(({ scenario }) => LONG || scenario.durationMs <= LONGEST_MS);
  const exercises = await Promise.all(
    chosen.map(async ({ name, scenario }) => ({ name, scenario, id: await cluster.createExercise(scenario) })),
  );
  const call = (id: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${cluster.urls[0]}/v1/exercises/${id}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  const started = exercises.map(({ id }) =>
    call(id, '/start', { method: 'POST', body: JSON.stringify({ speed: SPEED }) }),
  );
  for (const { status } of await Promise.all(started)) expect([200, 202]).toContain(status);

  // While they are under way: whatever it holds, another one goes on from what is stored.
  const [victim] = cluster.workers;
  await grown(cluster, 60);
  await victim?.kill();
  await grown(cluster, 120);
  await victim?.start();

  const longest = Math.max(...chosen.map(({ scenario }) => scenario.durationMs));
  await eventually(
    async () => {
      const { rows } = await poolOf(cluster.dataSource).query<{ id: string }>(
        `SELECT id FROM exercise WHERE status <> 'ended'`,
      );
      if (rows.length > 0) throw new Error(`${rows.length} exercises have not ended`);
    },
    longest / SPEED + PATIENCE_MS,
  );

  for (const { id, name, scenario } of exercises) {
    const report = await checkExercise({ databaseUrl: cluster.databaseUrl, exerciseId: id });
    expect(reportText(report)).toMatch(/all invariants hold/);
    const answer = await call(id, '/recording');
    const file = join(folder, `${id}.ndjson`);
    await writeFile(file, await answer.text());
    const recording = openRecording(file);
    const log = new RecordedLog(recording);
    const { course, hash } = replay({
      scenario: recording.head.scenario,
      seed: recording.head.seed,
      recorded: { commands: recording.commands(), until: recording.end.advancedTo },
      onEvents: (_events, chained) => log.add(chained),
    });
    expect([name, log.compare()]).toEqual([name, expect.objectContaining({ isSame: true })]);
    const { rows } = await poolOf(cluster.dataSource).query<{ last_hash: string }>(
      'SELECT last_hash FROM exercise WHERE id = $1',
      [id],
    );
    expect([name, hash]).toEqual([name, rows[0]?.last_hash]);
    const virtual = replay({ scenario, seed: scenario.seed, onEvents: quiet });
    expect([name, course]).toEqual([name, virtual.course]);
  }
}

/** Until that many events are stored, or all that there are. */
async function grown(cluster: Cluster, events: number): Promise<void> {
  await eventually(async () => {
    const { rows } = await poolOf(cluster.dataSource).query<{ count: number }>('SELECT count(*) AS count FROM event');
    if ((rows[0]?.count ?? 0) < events) throw new Error(`only ${rows[0]?.count} events`);
  }, 30_000);
}
