/**
 * Exercises stand while everything is stopped: their clocks would run on by the wall, and a night's injects would fire in a heap.
 * The next start lists those that were paused for this; only the demonstration goes on by itself.
 */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { english } from '#contracts/sentences/english.js';
import { ApiRefusal, type ApiClient } from '../client/api-client.js';
import { commandExercise, isOpen, listExercises, type ExerciseView } from '../client/exercises.js';
import { harmless } from '../terminal/terminal-text.js';
import type { KeptFile, PausedExercises } from './kept-file.js';

export interface PauseSettings {
  readonly api: ApiClient;
  readonly paused: KeptFile<PausedExercises>;
}

/** For the answer to one pause, ms. */
const PAUSE_MS = 1_000;

export interface Paused {
  readonly exercise: ExerciseView;
  /** Number of the event that says so; absent: not applied yet, or refused. */
  readonly seq?: number;
}

/**
 * Pauses every running exercise. The note is written first: a pause without a note would not be listed, and a note without a pause
 * says nothing.
 * @param demonstration id of the one that the next start continues
 * @throws ApiUnreachable
 */
export async function pauseRunning({ api, paused }: PauseSettings, demonstration?: string): Promise<Paused[]> {
  const running = (await listExercises(api)).filter((exercise) => exercise.status === 'running' && isOpen(exercise));
  if (running.length === 0) return [];
  const before = await paused.read();
  const others = running.map(({ id }) => id).filter((id) => id !== demonstration);
  const isShown = running.some(({ id }) => id === demonstration);
  const note = {
    exercise: isShown ? demonstration : before?.exercise,
    others: [...new Set([...(before?.others ?? []), ...others])],
  };
  await paused.write(note);
  const done = await Promise.all(running.map((exercise) => pauseOne(api, exercise)));
  const isRefused = done.some(({ exercise, wasRefused }) => wasRefused && exercise.id === demonstration);
  // Somebody else paused or ended it in between: the next start must not resume it.
  if (isRefused) await paused.write({ ...note, exercise: undefined });
  return done.filter(({ wasRefused }) => !wasRefused);
}

async function pauseOne(api: ApiClient, exercise: ExerciseView): Promise<Paused & { readonly wasRefused: boolean }> {
  try {
    const answer = await commandExercise(api, exercise.id, 'pause', {}, PAUSE_MS);
    const seq = 'events' in answer ? answer.events.at(-1)?.seq : undefined;
    return { exercise, seq, wasRefused: false };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return { exercise, wasRefused: true };
  }
}

/** Those that an earlier stop paused and that still stand; the note is brought up to date. */
export async function stillPaused({ api, paused }: PauseSettings): Promise<ExerciseView[]> {
  const note = await paused.read();
  if (note?.others === undefined || note.others.length === 0) return [];
  const { others } = note;
  const found = (await listExercises(api)).filter(
    (exercise) => others.includes(exercise.id) && exercise.status === 'paused' && isOpen(exercise),
  );
  await paused.write({ ...note, others: found.map(({ id }) => id) });
  return found;
}

/** What a start says of them, with the command that resumes each. */
export function pausedLines(exercises: readonly ExerciseView[]): string[] {
  if (exercises.length === 0) return [];
  return [
    '  Paused when Tandem was stopped, each to be resumed by its command:',
    ...exercises.flatMap(({ id, title, time }) => [
      `    ${harmless(english(title))}, at ${formatExerciseTime(time)}`,
      `      npx tandem exercise resume ${id}`,
    ]),
    '',
  ];
}
