/** Exercises as this process knows them: the pinned scenario for ever, the status for a moment. */
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Exercise, ExerciseStore } from '#infra/exercises/exercise-store.js';
import { notFound, Problem } from '../problems/problem.js';

/**
 * How long a status that lets alerts in is trusted. An alert that slips in after the end is refused by the rules, and its outcome
 * says so.
 */
const TRUST_MS = 1_000;
const REMEMBERED = 1_000;

interface Known {
  readonly status: ExerciseStatus;
  readonly scenario: Scenario;
  readonly until: number;
}

export class ExerciseCatalog {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<Known>>();

  constructor(
    private readonly store: ExerciseStore,
    /** Milliseconds that only go forward. */
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** @throws Problem NOT_FOUND */
  async get(id: string): Promise<Exercise> {
    const exercise = await this.store.get(id);
    if (exercise === null) throw notFound('exercise', id);
    return exercise;
  }

  /** @throws Problem NOT_FOUND */
  async scenario(id: string): Promise<Scenario> {
    const scenario = await this.store.scenario(id);
    if (scenario === null) throw notFound('exercise', id);
    return scenario;
  }

  async exists(id: string): Promise<boolean> {
    return (await this.store.scenario(id)) !== null;
  }

  /** The scenario of an exercise that takes alerts now. @throws Problem NOT_FOUND, EXERCISE_NOT_RUNNING. */
  async takingAlerts(id: string): Promise<Scenario> {
    const known = this.known.get(id);
    if (known !== undefined && known.until > this.clock() && takesAlerts(known.status)) return known.scenario;
    const { status, scenario } = await this.ask(id);
    if (takesAlerts(status)) return scenario;
    const message = `The exercise is ${status}; it takes alerts while it is running or paused.`;
    throw new Problem('EXERCISE_NOT_RUNNING', message);
  }

  private ask(id: string): Promise<Known> {
    let asking = this.asking.get(id);
    if (asking === undefined) {
      asking = this.read(id).finally(() => this.asking.delete(id));
      this.asking.set(id, asking);
    }
    return asking;
  }

  private async read(id: string): Promise<Known> {
    const { status } = await this.get(id);
    const known = { status, scenario: await this.scenario(id), until: this.clock() + TRUST_MS };
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, known);
    return known;
  }
}

function takesAlerts(status: ExerciseStatus): boolean {
  return status === 'running' || status === 'paused';
}
