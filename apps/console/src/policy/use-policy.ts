/** The policy for incidents to come of a class, as the viewer may know it. It is asked for anew when it changes. */
import { useQuery } from '@tanstack/react-query';
import type { PolicyInForce } from '#domain/policy/known-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { policyKey, referenceInForce } from '#domain/policy/policy-state.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { api, dataOf } from '../session/api.js';

export type ShownPolicy = Policy & Pick<PolicyInForce, 'origin'>;

export function usePolicy(of: ReleaseClass) {
  const { exercise } = useExerciseStore();
  const version = useExercise((fold) => policyKey(referenceInForce(fold.state, of)));
  return useQuery({
    queryKey: ['policy', exercise.id, of, version],
    queryFn: async () =>
      (await dataOf(
        api.GET('/v1/exercises/{exercise}/policy', { params: { path: { exercise: exercise.id }, query: { for: of } } }),
      )) as unknown as ShownPolicy,
    // What is read stays until the change has come.
    placeholderData: (before, query) => (query?.queryKey[2] === of ? before : undefined),
  });
}
