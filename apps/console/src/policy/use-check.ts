/** What the API's lint says of the exercise's scenario, as far as the viewer knows it, with the policy that is being written. */
import { useMutation } from '@tanstack/react-query';
import { useExerciseStore } from '../live/use-exercise.js';
import { api, ApiError, dataOf } from '../session/api.js';
import type { ShownFinding } from './findings.js';
import { scenarioWith, type ReadSource } from './policy-source.js';

export function useCheck(source: ReadSource) {
  const { fold } = useExerciseStore();
  return useMutation({
    mutationFn: async (_text: string): Promise<readonly ShownFinding[]> => {
      const found = await lint(scenarioWith(fold.state.scenario, source.policy));
      return found.filter(({ path = '' }) => path === '' || path.startsWith('policy'));
    },
  });
}

/** What is wrong with the shape is rejected with all its problems; they are findings like the others. */
async function lint(scenario: unknown): Promise<readonly ShownFinding[]> {
  try {
    return (await dataOf(api.POST('/v1/lint', { body: { scenario } as never }))).findings;
  } catch (error) {
    if (error instanceof ApiError && error.problem.errors !== undefined) return error.problem.errors.map(inScenario);
    throw error;
  }
}

/** Paths of the request begin with its field. */
function inScenario(finding: ShownFinding): ShownFinding {
  return { ...finding, path: finding.path?.replace(/^scenario[.]/, '') };
}
