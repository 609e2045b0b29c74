/** What the commands ask of exercises over HTTP. */
import type { z } from 'zod';
import type { commandDone, commandPending } from '#contracts/http/commands.js';
import type { exerciseView } from '#contracts/http/exercises.js';
import { unusable } from '../failure.js';
import type { ApiClient } from './api-client.js';
import { path } from './api-client.js';

export type ExerciseView = z.infer<typeof exerciseView>;
export type CommandAnswer = z.infer<typeof commandDone> | z.infer<typeof commandPending>;

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** All exercises, latest first; at most `most` of them. */
export async function listExercises(api: ApiClient, most = 1_000): Promise<ExerciseView[]> {
  const found: ExerciseView[] = [];
  let cursor: string | undefined;
  do {
    const rest = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await api.send<Page<ExerciseView>>(`${path('exercises')}?limit=200${rest}`);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && found.length < most);
  return found.slice(0, most);
}

export function readExercise(api: ApiClient, exercise: string): Promise<ExerciseView> {
  return api.send<ExerciseView>(path('exercises', exercise));
}

/** The latest that has not ended; undefined when there is none. */
export async function latestOpenExercise(api: ApiClient): Promise<ExerciseView | undefined> {
  return (await listExercises(api)).find(({ status }) => status !== 'ended');
}

/** The named one, or the latest open one. @throws Failure when there is none. */
export async function chooseExercise(api: ApiClient, exercise: string | undefined): Promise<ExerciseView> {
  if (exercise !== undefined) return readExercise(api, exercise);
  const open = await latestOpenExercise(api);
  if (open === undefined) throw unusable('No exercise is open; name one: `tandem exercise list` shows them all');
  return open;
}

export type ExerciseVerb = 'start' | 'pause' | 'resume' | 'speed' | 'run-to' | 'step' | 'end';

/** A command on the exercise itself; waits up to 2 s for its outcome unless told otherwise. */
export function commandExercise(
  api: ApiClient,
  exercise: string,
  verb: ExerciseVerb,
  json: unknown = {},
  timeoutMs?: number,
): Promise<CommandAnswer> {
  return api.send<CommandAnswer>(path('exercises', exercise, verb), { method: 'POST', json, timeoutMs });
}
