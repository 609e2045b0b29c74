/**
 * One exercise on a server of its own, played step by step. Twins are worlds in which the same is played, and in one of them also
 * what a side may not know.
 */
import { branded } from '#domain/testing/branded.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Role } from '#domain/kernel/role.js';
import { type ReleaseClass, type Side, SIDES } from '#domain/kernel/side.js';
import {
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleStep,
  sampleUnit,
  SAMPLE_UNITS,
} from '#domain/testing/sample-scenario.js';
import { AccessLog } from '#infra/accounts/access-log.js';
import type { NewAccount } from '#infra/accounts/account-store.js';
import { TokenDoor } from '#infra/accounts/token-door.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { unitRows } from '../../apps/api/src/exercises/exercise-views.js';
import { ApiBench } from '../api/api-bench.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { createRegistry, workerMetrics, type WorkerMetrics } from '#infra/telemetry/metrics.js';
import { HealthServer } from '../../apps/worker/src/health/health-server.js';
import { eventually } from '../support/eventually.js';
import { Programs } from './delivered.js';
import { freePort } from '../support/services.js';

export const EXERCISE = 'EX-twins';
/** Stands in every text that no player may ever read. */
export const SECRET = 'NOBODY-KNOWS';
/** Sender and identifiers of the alerts that are hidden: others reference them, as they would reference nothing. */
export const HIDDEN_SENDER = 'hidden@exercise.example';
export const HIDDEN_ALERTS = ['H1', 'H2', 'H3'] as const;

const MINUTE = 60_000;
/** Of each side the unit whose messages go to a program outside, and the one that its liaison plays. */
export const REMOTE_UNITS = { PAK: 'rangers', CHN: 'mission' } as const;
export const LIAISON_UNITS = { PAK: 'police-sindh', CHN: 'consulate' } as const;

/** Simulated units answer requests, some with a tear line. */
function answersOf(side: Side) {
  const label = { class: side, tearLine: { en: 'Something is known about it' } };
  return [
    { about: { words: ['convoy'] }, afterMs: 2 * MINUTE, text: { en: 'Prepared, for both' } },
    { about: { words: ['plant'] }, afterMs: 3 * MINUTE, text: { en: `Prepared, for ${side}` }, release: label },
  ];
}

const { chains: _, ...POLICY } = samplePolicy();

/** Units have room for all: one that is kept busy is seen to be busy, which is the stated exception. */
export const SCENARIO: Scenario = branded<Scenario>({
  ...sampleScenario({ seed: `${SECRET}-seed` }),
  units: [
    ...SAMPLE_UNITS.map((unit) => ({ ...unit, capacity: 20, answers: answersOf(unit.side) })),
    ...SIDES.map((side) =>
      sampleUnit({ id: REMOTE_UNITS[side], side, kind: side === 'PAK' ? 'rescue-service' : 'embassy', mode: 'remote' }),
    ),
  ],
  policy: {
    ...POLICY,
    release: { decideWithinMs: 10 * MINUTE },
    jointDecision: { deadlockAfterMs: 5 * MINUTE },
    chains: {
      standard: sampleChain({
        steps: [
          sampleStep({
            targets: [
              ...sampleStep().targets,
              ...SIDES.map((side) => ({ unit: REMOTE_UNITS[side], action: 'inform' as const })),
            ],
          }),
        ],
      }),
    },
  },
});

export interface Viewer {
  readonly name: string;
  /** Those who run the exercise see all. */
  readonly role: Exclude<Role, 'controller' | 'evaluator'>;
  readonly side: Side | undefined;
}

const SIDE_ROLES = [
  'operator',
  'commander',
  'liaison',
  'releasing-authority',
  'observer',
  'service',
] as const satisfies readonly Viewer['role'][];

/** Every role that does not run the exercise, on both sides; and those who watch or send for neither. */
export const VIEWERS: readonly Viewer[] = [
  ...SIDE_ROLES.flatMap((role) => SIDES.map((side): Viewer => ({ name: `${role} ${side}`, role, side }))),
  ...(['observer', 'service', 'wall'] as const).map((role): Viewer => ({ name: role, role, side: undefined })),
];

export class World {
  readonly tokens = new Map<string, string>();
  /** Ids of accounts, which are random, and what stands for them in a comparison. */
  readonly accounts = new Map<string, string>();
  private controller = '';
  private keys = 0;

  private constructor(
    readonly bench: ApiBench,
    /** Where a worker of this world answers. */
    public workerUrl: string,
    /** What the programs of remote units receive. */
    readonly programs: Programs,
    private readonly worker: HealthServer,
    private readonly workerCounts: WorkerMetrics,
  ) {}

  static async open(): Promise<World> {
    const bench = await ApiBench.start({ ratePerSecond: 0 });
    const registry = createRegistry('worker');
    const at = { host: '127.0.0.1', workerMetricsPort: await freePort() };
    const log = createLogger({ name: 'worker', level: 'silent' });
    const record = new AccessLog(bench.dataSource);
    const door = new TokenDoor({ accounts: bench.accounts, wrongTokens: new WrongTokens(), record });
    const worker = new HealthServer(bench.dataSource, door, registry, log, at);
    await worker.onApplicationBootstrap();
    const programs = await Programs.of(bench, EXERCISE);
    const url = `http://${at.host}:${at.workerMetricsPort}`;
    const world = new World(bench, url, programs, worker, workerMetrics(registry));
    const units = unitRows(SCENARIO, SCENARIO.seed);
    await bench.exercises.create({ id: EXERCISE, scenario: SCENARIO, createdBy: 'test', units });
    for (const { name, role, side } of VIEWERS) {
      const classes: ReleaseClass[] = side === undefined ? ['JOINT'] : ['JOINT', side];
      await world.account(name, {
        role,
        side,
        ...(role === 'service' && { classes }),
        ...(role === 'liaison' && side !== undefined && { units: [LIAISON_UNITS[side]], exerciseId: EXERCISE }),
      });
    }
    world.controller = await world.account('controller', { role: 'controller' });
    // At the same moment of the exercise, whatever the time between the two: the clock runs slowly.
    await new InboxWriter(bench.dataSource).submit({
      exerciseId: EXERCISE,
      commands: [
        { commandId: 'start', type: 'StartExercise', data: { speed: 0.1 } },
        { commandId: 'pause', type: 'PauseExercise', data: {} },
      ],
      actor: { kind: 'account', id: 'bench', role: 'controller' },
    });
    await bench.work(EXERCISE);
    for (const unit of Object.values(REMOTE_UNITS)) {
      await world.act('PUT', `/units/${unit}/endpoint`, { url: `https://${unit}.example.org/` });
    }
    return world;
  }

  async close(): Promise<void> {
    this.worker.beforeApplicationShutdown();
    await this.bench.stop();
  }

  /** What a worker had counted by now, had it advanced this world. */
  async count(): Promise<void> {
    const { lastSeq } = await this.act('GET', '');
    this.workerCounts.openIncidents.set({ exercise: EXERCISE }, Number(lastSeq));
  }

  /** A token of a new account. */
  async account(name: string, account: Partial<NewAccount> & Pick<NewAccount, 'role'>): Promise<string> {
    const { id } = await this.bench.accounts.createAccount({ ...account, name });
    this.accounts.set(id, name);
    const { secret } = await this.bench.accounts.createToken(id);
    this.tokens.set(name, secret);
    return secret;
  }

  /** A command or a question of a controller, or of whom is named. @throws Error when it is refused and was not expected to be */
  async act(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, by = 'controller', refused = false) {
    const { status, answer } = await this.attempt(method, path, body, by);
    if (status < 400 === refused) throw new Error(`${by}: ${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The same, whether it is refused or not. */
  async attempt(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, by = 'controller') {
    this.keys += 1;
    const token = by === 'controller' ? this.controller : (this.tokens.get(by) ?? '');
    const answer = await this.bench.working(
      EXERCISE,
      fetch(`${this.bench.url}/v1/exercises/${EXERCISE}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': `act-${this.keys}`,
          prefer: 'wait=10',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    await this.bench.work(EXERCISE);
    return { status: answer.status, answer: JSON.parse(text) as Record<string, unknown> };
  }

  async time(): Promise<number> {
    return Number((await this.act('GET', ''))['time']);
  }

  /** The clock goes step by step until this exercise time, ms, at which something must be due. */
  async stepTo(time: number): Promise<void> {
    while ((await this.time()) < time) await this.act('POST', '/step', {});
    const now = await this.time();
    if (now !== time) throw new Error(`nothing was due at ${time}; the clock shows ${now}`);
  }

  /** The clock runs fast until this exercise time, ms. */
  async runTo(time: number): Promise<void> {
    await this.act('POST', '/speed', { speed: 1_000 });
    await this.act('POST', '/run-to', { to: time });
    await eventually(async () => {
      await this.bench.work(EXERCISE);
      if ((await this.act('GET', ''))['status'] !== 'paused') throw new Error('the clock still runs');
    }, 60_000);
  }

  /** Of the whole log. */
  async eventTypes(): Promise<Set<string>> {
    const sql = 'SELECT DISTINCT type FROM event WHERE exercise_id = $1';
    const rows = await this.bench.dataSource.query<{ type: string }[]>(sql, [EXERCISE]);
    return new Set(rows.map(({ type }) => type));
  }

  /** The ids of a list, as a controller sees it. */
  async ids(list: string): Promise<string[]> {
    const { items } = (await this.act('GET', `/${list}?limit=200`)) as { items: { id: string }[] };
    return items.map(({ id }) => id);
  }
}

export function alertOf(id: string, releaseClass: 'JOINT' | Side, changes: object = {}): object {
  return {
    identifier: id,
    sender: `${releaseClass.toLowerCase()}@exercise.example`,
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Public',
    info: [
      {
        category: ['Security'],
        event: `Event of ${id}`,
        urgency: 'Immediate',
        severity: 'Severe',
        certainty: 'Likely',
      },
    ],
    exercise: { site: 'plant', releasability: { class: releaseClass } },
    ...changes,
  };
}
