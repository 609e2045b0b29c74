/** Exercises as this process knows them: the pinned scenario for ever, the status for a moment. */
import { Injectable } from '@nestjs/common';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { isOfOtherEngine } from '#infra/exercises/engine-of-exercise.js';
import { type Exercise, ExerciseStore } from '#infra/exercises/exercise-store.js';
import { storyTimeMs } from '#domain/kernel/story-time.js';
import { DeletionNews } from './deletion-news.js';
import { timeNow } from './exercise-views.js';
import { notFound, Problem } from '../problems/problem.js';

/**
 * How long a status that lets alerts in is trusted. An alert that slips in after the end is refused by the rules, and its outcome
 * says so.
 */
const TRUST_MS = 1_000;
const REMEMBERED = 1_000;

/** An exercise that takes alerts. */
export interface OpenExercise {
  readonly scenario: Scenario;
  /** When it ends, in the time by which its alerts are dated, ms since 1970. */
  readonly endsMs: number;
}

interface Known extends OpenExercise {
  readonly status: ExerciseStatus;
  readonly until: number;
}

@Injectable()
export class ExerciseCatalog {
  /** Exercises that run by our rules. */
  private readonly ours = new Set<string>();
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<Known>>();

  /** Raised at each deletion: an answer that was asked for before it is not kept. */
  private deletions = 0;

  constructor(
    private readonly store: ExerciseStore,
    news: DeletionNews,
  ) {
    news.onDeleted((exercise) => this.forgetExercise(exercise), 'catalog');
  }

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

  /** As of the moment in which the caller goes on: a deletion that is heard of later finds what the caller has opened. */
  async exists(id: string): Promise<boolean> {
    for (;;) {
      const { deletions } = this;
      const isThere = (await this.store.scenario(id)) !== null;
      if (deletions === this.deletions) return isThere;
    }
  }

  /** @throws Problem NOT_FOUND */
  async mustExist(id: string): Promise<void> {
    if (!(await this.exists(id))) throw notFound('exercise', id);
  }

  /** @throws Problem NOT_FOUND, EXERCISE_OF_OTHER_ENGINE. */
  async mustTakeCommands(id: string): Promise<void> {
    if (this.ours.has(id)) return;
    const { deletions } = this;
    const exercise = await this.get(id);
    if (isOfOtherEngine(exercise)) {
      const message =
        `The exercise was started by engine version ${exercise.engine}; this Tandem has version ${ENGINE_VERSION}, whose rules ` +
        'differ. Its log and its lists can be read; continue it with the Tandem that started it.';
      throw new Problem('EXERCISE_OF_OTHER_ENGINE', message);
    }
    if (deletions !== this.deletions) return;
    // A log that our engine has begun, or is to begin, is never of another one.
    if (this.ours.size >= REMEMBERED) this.ours.clear();
    this.ours.add(id);
  }

  private forgetExercise(id: string): void {
    this.deletions += 1;
    this.store.forget(id);
    this.ours.delete(id);
    this.known.delete(id);
    this.asking.delete(id);
  }

  /** An exercise that takes alerts now. @throws Problem NOT_FOUND, EXERCISE_NOT_RUNNING, EXERCISE_OF_OTHER_ENGINE. */
  async takingAlerts(id: string): Promise<OpenExercise> {
    const known = this.known.get(id);
    if (known !== undefined && known.until > performance.now() && takesAlerts(known.status)) return known;
    await this.mustTakeCommands(id);
    const asked = await this.ask(id);
    if (takesAlerts(asked.status)) return asked;
    const message = `The exercise is ${asked.status}; it takes alerts while it is running or paused.`;
    throw new Problem('EXERCISE_NOT_RUNNING', message);
  }

  private ask(id: string): Promise<Known> {
    let asking = this.asking.get(id);
    if (asking === undefined) {
      const mine = this.read(id).finally(() => {
        if (this.asking.get(id) === mine) this.asking.delete(id);
      });
      asking = mine;
      this.asking.set(id, asking);
    }
    return asking;
  }

  private async read(id: string): Promise<Known> {
    const { deletions } = this;
    const exercise = await this.get(id);
    const scenario = await this.scenario(id);
    const endsMs = endOf(exercise, scenario);
    const known = { status: exercise.status, scenario, endsMs, until: performance.now() + TRUST_MS };
    if (deletions !== this.deletions) return known;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, known);
    return known;
  }
}

/** In the story, if it has a date; else by the wall clock, which those go by who send alerts now. */
function endOf(exercise: Exercise, { startsAt, durationMs }: Scenario): number {
  if (startsAt !== undefined) return storyTimeMs({ startsAt }, durationMs);
  return Date.now() + (durationMs - timeNow(exercise)) / (exercise.speed || 1);
}

function takesAlerts(status: ExerciseStatus): boolean {
  return status === 'running' || status === 'paused';
}
