/** What the commands ask of exercises over HTTP. */
import type { z } from 'zod';
import type { commandDone, commandPending } from '#contracts/http/commands.js';
import type { exerciseView } from '#contracts/http/exercises.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { tableText } from '../terminal/table.js';
import type { ApiClient } from './api-client.js';
import { idIn, path } from './api-client.js';

export type ExerciseView = z.infer<typeof exerciseView>;
export type CommandAnswer = z.infer<typeof commandDone> | z.infer<typeof commandPending>;

/** All exercises, latest first; at most `most` of them. */
export async function listExercises(api: ApiClient, most = 1_000): Promise<ExerciseView[]> {
  const found: ExerciseView[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, cursor };
    const page = await api.call((routes) => routes.GET('/v1/exercises', { params: { query } }));
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && found.length < most);
  return found.slice(0, most);
}

export function readExercise(api: ApiClient, exercise: string): Promise<ExerciseView> {
  const params = { path: { exercise: idIn(exercise) } };
  return api.call((routes) => routes.GET('/v1/exercises/{exercise}', { params }));
}

/** Whether it has not ended, and can go on: one that another version of the engine started cannot. */
export function isOpen({ status, engine }: ExerciseView): boolean {
  return status !== 'ended' && engine === ENGINE_VERSION;
}

/** The latest that has not ended; undefined when there is none. */
export async function latestOpenExercise(api: ApiClient): Promise<ExerciseView | undefined> {
  return (await listExercises(api)).find(isOpen);
}

/** The named one, or the latest open one. @throws Failure when there is none. */
export async function chooseExercise(api: ApiClient, exercise: string | undefined): Promise<ExerciseView> {
  if (exercise !== undefined) return readExercise(api, exercise);
  const open = await latestOpenExercise(api);
  if (open === undefined) throw unusable('No exercise is open; name one: `tandem exercise list` shows them all');
  return open;
}

/**
 * The named one, or the only one that has not ended, which is then told on the standard error: what is done to a clock is not
 * for the exercise that happens to be the latest.
 * @throws Failure when there is none, or when there are several
 */
export async function nameOrOnly(api: ApiClient, exercise: string | undefined): Promise<string> {
  if (exercise !== undefined) return exercise;
  const open = (await listExercises(api)).filter(isOpen);
  const [only, ...others] = open;
  if (only === undefined) throw unusable('No exercise is open; name one: `tandem exercise list` shows them all');
  const lines = tableText(open.map(({ id, status, title }) => [id, status, english(title)]));
  if (others.length > 0)
    throw unusable(`${open.length} exercises have not ended; name one of them:\n${lines.trimEnd()}`);
  process.stderr.write(`Exercise ${lines}`);
  return only.id;
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
