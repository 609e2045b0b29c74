/** The demonstration exercise: opened once, continued by each further start, at rest while everything is stopped. */
import { path, type ApiClient } from '../client/api-client.js';
import { commandExercise, isOpen, listExercises, readExercise, type ExerciseView } from '../client/exercises.js';
import { readProjectJson } from '../files/project-files.js';
import type { KeptFile, PausedExercises } from './kept-file.js';

/** Exercise time against wall time, so that an escalation of minutes can be watched. */
export const DEFAULT_SPEED = 10;

export interface Demonstration {
  readonly exercise: ExerciseView;
  /** How it came to run. */
  readonly how: 'opened' | 'continued' | 'left paused';
  /** Number of the last event before this start: what follows is new. */
  readonly after: number;
}

export interface DemonstrationSettings {
  readonly api: ApiClient;
  readonly paused: KeptFile<PausedExercises>;
  /** Absent: {@link DEFAULT_SPEED} for a new one, unchanged for one that goes on. */
  readonly speed?: number;
}

/** Continues the one that is open, or opens one. */
export async function openDemonstration(settings: DemonstrationSettings): Promise<Demonstration> {
  const scenario = readProjectJson('scenarios', 'demonstration.json') as { readonly id: string };
  const exercises = await listExercises(settings.api);
  const open = exercises.find((exercise) => exercise.scenario === scenario.id && isOpen(exercise));
  return open === undefined ? openNew(settings, scenario) : goOn(settings, open);
}

async function openNew({ api, speed }: DemonstrationSettings, scenario: unknown): Promise<Demonstration> {
  const { id } = await api.send<ExerciseView>(path('exercises'), { json: { scenario } });
  const chosen = speed ?? DEFAULT_SPEED;
  await commandExercise(api, id, 'start', { speed: chosen });
  // On a busy machine it may not have been applied yet.
  return { exercise: { ...(await readExercise(api, id)), speed: chosen }, how: 'opened', after: 0 };
}

/** One that somebody paused stays paused; one that was paused because everything was stopped goes on. */
async function goOn({ api, paused, speed }: DemonstrationSettings, open: ExerciseView): Promise<Demonstration> {
  const { id, lastSeq: after } = open;
  const note = await paused.read();
  const pausedByUs = note?.exercise === id;
  let how: Demonstration['how'] = 'continued';
  if (open.status === 'planned') await commandExercise(api, id, 'start', { speed: speed ?? DEFAULT_SPEED });
  else if (open.status === 'paused' && pausedByUs) await commandExercise(api, id, 'resume');
  else if (open.status === 'paused') how = 'left paused';
  if (note !== undefined) await paused.write({ ...note, exercise: undefined });
  if (open.status !== 'planned' && speed !== undefined && speed !== open.speed) {
    await commandExercise(api, id, 'speed', { speed });
  }
  return { exercise: await readExercise(api, id), how, after };
}
