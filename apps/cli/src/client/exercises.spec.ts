import { ENGINE_VERSION } from '#domain/engine/version.js';
import type { ApiClient } from './api-client.js';
import { chooseExercise, latestOpenExercise, type ExerciseView } from './exercises.js';

function apiWith(...exercises: Pick<ExerciseView, 'id' | 'status' | 'engine'>[]): ApiClient {
  return { call: () => Promise.resolve({ items: exercises }) } as unknown as ApiClient;
}

const older = { id: 'EX-older', status: 'running', engine: ENGINE_VERSION - 1 } as const;
const ours = { id: 'EX-ours', status: 'paused', engine: ENGINE_VERSION } as const;

describe('the latest exercise that is open', () => {
  it('is never one that another engine started: it takes no commands', async () => {
    expect(await latestOpenExercise(apiWith(older, ours))).toMatchObject({ id: 'EX-ours' });
    await expect(chooseExercise(apiWith(older), undefined)).rejects.toThrow('No exercise is open');
  });
});
