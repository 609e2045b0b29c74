/** Exercises over the HTTP API, and the rule for which one a command means. */
import type { z } from 'zod';
import type { commandDone, commandPending } from '#contracts/http/commands.js';
import type { exerciseView } from '#contracts/http/exercises.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { tableText } from '../terminal/table.js';
import { ApiRefusal, idIn, path, type ApiClient } from './api-client.js';
import { selectedExercise } from './selected-exercise.js';

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

/** The exercise that {@link exerciseId} names. @throws Failure as that */
export async function chooseExercise(api: ApiClient, named: string | undefined): Promise<ExerciseView> {
  return readExercise(api, await exerciseId(api, named));
}

/**
 * The rule for which exercise a command means: the one that is named, or the one that `tandem use` selected, or the only one
 * that has not ended.
 * @throws Failure that lists the candidates when there are several, or when there is none
 */
export async function exerciseId(api: ApiClient, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const selected = await selectedExercise(api.url);
  if (selected !== undefined) return (await readSelected(api, selected)).id;
  const open = (await listExercises(api)).filter(isOpen);
  const [only, ...others] = open;
  if (only === undefined) {
    throw unusable('No exercise is open. Name one; `tandem exercise list` lists all.');
  }
  if (others.length === 0) return only.id;
  const lines = tableText(open.map(({ id, status, title }) => [id, status, english(title)]));
  throw unusable(
    `${open.length} exercises have not ended. Name one of them, or select it with \`tandem use\`:\n${lines.trimEnd()}`,
  );
}

/** A selection may be older than the database. @throws Failure that says how to clear it */
async function readSelected(api: ApiClient, selected: string): Promise<ExerciseView> {
  try {
    return await readExercise(api, selected);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 404) throw error;
    throw unusable(
      `The exercise ${selected}, selected by \`tandem use\`, does not exist at ${api.url}. Select another one, or none ` +
        'with `tandem use --clear`.',
    );
  }
}

export type ExerciseVerb = 'start' | 'pause' | 'resume' | 'speed' | 'run-to' | 'step' | 'end';

/** Sends a command about the exercise itself, and waits up to 2 s for its outcome. */
export function commandExercise(
  api: ApiClient,
  exercise: string,
  verb: ExerciseVerb,
  json: unknown = {},
  timeoutMs?: number,
): Promise<CommandAnswer> {
  return api.send<CommandAnswer>(path('exercises', exercise, verb), { method: 'POST', json, timeoutMs });
}
