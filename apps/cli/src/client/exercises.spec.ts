import { ENGINE_VERSION } from '#domain/engine/version.js';
import { ApiRefusal, type ApiClient } from './api-client.js';
import { chooseExercise, exerciseId, latestOpenExercise, type ExerciseView } from './exercises.js';
import { selectExercise } from './selected-exercise.js';
import { useOwnConfig } from './testing/own-config.js';

type Known = Pick<ExerciseView, 'id' | 'status' | 'engine' | 'title'>;

const URL = 'http://127.0.0.1:3000';
useOwnConfig();

/** An API that knows these exercises. */
function apiWith(...exercises: Known[]): ApiClient {
  const routes = {
    GET: (route: string, { params }: { params: { path?: { exercise: string } } }) => {
      if (route === '/v1/exercises') return { items: exercises };
      const found = exercises.find(({ id }) => id === params.path?.exercise);
      if (found === undefined) throw new ApiRefusal(404, 'NOT_FOUND', 'There is no such exercise', []);
      return found;
    },
  };
  return { url: URL, call: async (ask: (of: typeof routes) => unknown) => ask(routes) } as unknown as ApiClient;
}

const exercise = (id: string, status: Known['status'], engine = ENGINE_VERSION): Known => ({
  id,
  status,
  engine,
  title: { en: `Title of ${id}` },
});
const OLDER = exercise('EX-older', 'running', ENGINE_VERSION - 1);
const PAUSED = exercise('EX-paused', 'paused');
const PLANNED = exercise('EX-planned', 'planned');
const ENDED = exercise('EX-ended', 'ended');

describe('the exercise that a command means', () => {
  it('is the named one, before all else', async () => {
    await selectExercise(URL, 'EX-paused');
    expect(await exerciseId(apiWith(PAUSED, PLANNED), 'EX-planned')).toBe('EX-planned');
  });

  it('is otherwise the one that `tandem use` selected, also when it has ended', async () => {
    await selectExercise(URL, 'EX-ended');
    expect(await chooseExercise(apiWith(PAUSED, ENDED), undefined)).toBe(ENDED);
    await expect(exerciseId(apiWith(PAUSED), undefined)).rejects.toThrow(
      /EX-ended, selected by `tandem use`, does not/,
    );
  });

  it('is not the one that was selected for another API', async () => {
    await selectExercise('http://127.0.0.1:3001', 'EX-ended');
    expect(await exerciseId(apiWith(PAUSED, ENDED), undefined)).toBe('EX-paused');
  });

  it('is otherwise the only one that has not ended', async () => {
    expect(await exerciseId(apiWith(ENDED, PAUSED, OLDER), undefined)).toBe('EX-paused');
    await expect(exerciseId(apiWith(ENDED), undefined)).rejects.toThrow('No exercise is open');
  });

  it('is never guessed: several are listed', async () => {
    await expect(exerciseId(apiWith(PLANNED, PAUSED), undefined)).rejects.toThrow(
      /^2 exercises have not ended\. Name one.*`tandem use`:\nEX-planned {2}planned {2}Title of EX-planned\nEX-paused {3}paused/,
    );
  });

  it('is never one that another engine started: it takes no commands', async () => {
    expect(await latestOpenExercise(apiWith(OLDER, PAUSED))).toBe(PAUSED);
    await expect(chooseExercise(apiWith(OLDER), undefined)).rejects.toThrow('No exercise is open');
  });
});
