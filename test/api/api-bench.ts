/** An API on a database of its own, with accounts of each role, and the worker's runner at hand: it works when it is told to. */
import supertest, { type Response, type Test } from 'supertest';
import type { DataSource } from 'typeorm';
import { ROLE_TRAITS, type RoleTraits } from '#domain/kernel/role.js';
import type { Audience } from '#domain/kernel/side.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { AccountStore, type NewAccount } from '#infra/accounts/account-store.js';
import { loadConfig } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { HintPublisher } from '#infra/queue/hints.js';
import { QueueBackend } from '#infra/queue/queue-backend.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { type Api, createApi } from '../../apps/api/src/create-api.js';
import { unitRows } from '../../apps/api/src/exercises/exercise-views.js';
import type { ApiConfig } from '../../apps/api/src/settings.js';
import { tellApplied } from '../../apps/worker/src/advance/applied-log.js';
import { ExerciseRunner } from '../../apps/worker/src/advance/exercise-runner.js';
import { anEvent, batchOf } from '../support/log.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { Documented } from './documented.js';

export class ApiBench {
  readonly accounts: AccountStore;
  readonly exercises: ExerciseStore;
  readonly ledger: Ledger;
  /** What the runner told, as a worker logs it. */
  readonly workerLines: string[] = [];
  private readonly runner: ExerciseRunner;
  private readonly hints: HintPublisher;
  private commands = 0;
  private readonly documented = new Documented();
  private readonly undocumented = new Set<string>();

  private constructor(
    readonly postgres: TestDatabases,
    readonly dataSource: DataSource,
    readonly api: Api,
    readonly port: number,
    /** What the API logged at `info` and above. */
    readonly logLines: readonly string[],
  ) {
    this.accounts = new AccountStore(dataSource);
    this.exercises = new ExerciseStore(dataSource);
    this.ledger = new Ledger(dataSource);
    this.hints = new HintPublisher(new QueueBackend({ databaseUrl: urlOf(dataSource) }));
    const nothing = (): void => undefined;
    const destination = { write: (line: string) => void this.workerLines.push(line) };
    const log = createLogger({ name: 'worker', level: 'info', destination });
    this.runner = new ExerciseRunner(this.ledger, this.exercises, {
      due: nothing,
      leftAlone: nothing,
      gone: nothing,
      advanced: (id, run) => tellApplied(log, id, run),
      // As a worker does: else who waits for an outcome would find it only when he looks again.
      grown: (exercise, seq) => void this.hints.publish({ exercise, seq }),
    });
  }

  /** @param server absent: the one that all suites share, which must not be stopped */
  static async start(config: Partial<ApiConfig> = {}, server?: TestDatabases): Promise<ApiBench> {
    const postgres = server ?? (await sharedPostgres());
    const dataSource = await postgres.migrated();
    const logLines: string[] = [];
    const destination = { write: (line: string) => void logLines.push(line) };
    const log = createLogger({ name: 'api', level: 'info', destination });
    const api = await createApi({ ...loadConfig({}), port: 0, databaseUrl: urlOf(dataSource), ...config }, log);
    return new ApiBench(postgres, dataSource, api, await api.listen(), logLines);
  }

  async stop(): Promise<void> {
    await this.hints.close();
    await this.api.close();
    await this.postgres.stop();
    // Where a suite ends: what it asked by `http` is a test of the document, too.
    if (this.undocumented.size > 0) throw new Error(`differs from OpenAPI:\n${[...this.undocumented].join('\n')}`);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What is answered must be as the OpenAPI document says: {@link stop} fails otherwise. */
  get http() {
    return supertest.agent(this.url).use((request: Test) => {
      request.on('response', ({ status, type, body, text }: Response) => {
        const path = new URL(request.url).pathname;
        const isJson = /^application\/(problem\+)?json$/.test(type) && text !== '';
        const answered = { method: request.method, path, status, mediaType: type, body: isJson ? body : undefined };
        const difference = this.documented.difference(answered);
        if (difference !== undefined) this.undocumented.add(difference);
      });
    });
  }

  /** Unless it is said otherwise, who needs a side is of PAK, a liaison plays `police-sindh` of a planned exercise of its own, and a service may send all classes that its side may. */
  async token(account: Partial<NewAccount> & Pick<NewAccount, 'role'>): Promise<string> {
    const traits: RoleTraits = ROLE_TRAITS[account.role];
    const needed = traits.units === 'required' && account.exerciseId === undefined;
    const bound = needed ? { exerciseId: await this.exercise(sampleScenario(), 'planned') } : {};
    const { id } = await this.accounts.createAccount(withRights({ name: `a ${account.role}`, ...account, ...bound }));
    return (await this.accounts.createToken(id)).secret;
  }

  /** Of the sample scenario unless told otherwise, and running. */
  async exercise(scenario: Scenario = sampleScenario(), status: 'planned' | 'running' = 'running'): Promise<string> {
    const units = unitRows(scenario, scenario.seed);
    const exercise = await this.exercises.create({ scenario, createdBy: 'test', units });
    if (exercise === null) throw new Error('no exercise');
    if (status === 'running') await this.command(exercise.id, 'StartExercise', { speed: 1 });
    return exercise.id;
  }

  /** A controller's command, applied when it returns. */
  async command(
    exercise: string,
    type: 'StartExercise' | 'EndExercise' | 'PauseExercise',
    data: object,
  ): Promise<void> {
    const inbox = new InboxWriter(this.dataSource);
    this.commands += 1;
    const commandId = `bench-${this.commands}`;
    const actor = { kind: 'account', id: 'bench', role: 'controller' } as const;
    await inbox.submit({ exerciseId: exercise, commands: [{ commandId, type, data }], actor });
    await this.work(exercise);
  }

  /** What a worker does when it is woken. */
  work(exercise: string): Promise<void> {
    return this.runner.run(exercise);
  }

  /** A worker that is at it until the answer is there. */
  async working<T>(exercise: string, answer: PromiseLike<T>): Promise<T> {
    const request = { done: false };
    const settled = Promise.resolve(answer).finally(() => (request.done = true));
    settled.catch(() => undefined);
    while (!request.done) {
      await this.work(exercise);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return settled;
  }

  /** Appends an event for each audience, as a worker would. */
  append(exercise: string, ...audiences: readonly Audience[]): Promise<void> {
    return this.appendTexts(
      exercise,
      audiences.map((audience) => ({ audience })),
    );
  }

  /** The same with the texts that they bear, which may be long. */
  async appendTexts(exercise: string, events: readonly { audience: Audience; text?: string }[]): Promise<void> {
    await this.ledger.advance(exercise, (tx) =>
      tx.write(
        batchOf(
          tx.row,
          events.map(({ audience, text }) => anEvent(audience, 0, text)),
        ),
      ),
    );
    await this.hints.publish({ exercise, seq: 0 });
  }
}

function withRights(account: NewAccount): NewAccount {
  const { role, side, classes, units } = account;
  const traits: RoleTraits = ROLE_TRAITS[role];
  if (traits.units === 'required') {
    return { ...account, side: side ?? 'PAK', units: units ?? ['police-sindh'] };
  }
  if (traits.side === 'required') return { ...account, side: side ?? 'PAK' };
  if (role === 'service') return { ...account, classes: classes ?? (side ? ['JOINT', side] : ['JOINT', 'PAK', 'CHN']) };
  return account;
}

function urlOf(dataSource: DataSource): string {
  return (dataSource.options as { url?: string }).url ?? '';
}

let alerts = 0;

/** A good alert in JSON, unlike any before. */
export function sampleAlert(changes: Record<string, unknown> = {}): Record<string, unknown> {
  alerts += 1;
  return {
    identifier: `TEST-${alerts}`,
    sender: 'desk@example.org',
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Public',
    info: [
      {
        category: ['Security'],
        event: 'Suspicious vehicle',
        urgency: 'Immediate',
        severity: 'Severe',
        certainty: 'Likely',
      },
    ],
    ...changes,
  };
}

/** The same as a CAP 1.2 message. */
export function sampleCap(identifier: string, status = 'Exercise'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${identifier}</identifier><sender>desk@example.org</sender>
<sent>2026-11-23T09:00:00+05:00</sent><status>${status}</status><msgType>Alert</msgType><scope>Public</scope>
<info><category>Fire</category><event>Fire</event><urgency>Immediate</urgency><severity>Severe</severity>
<certainty>Observed</certainty></info></alert>`;
}
