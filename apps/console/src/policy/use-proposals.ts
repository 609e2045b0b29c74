/** The policies that one side has proposed to the other, latest first. They are asked for anew when one of them changes. */
import { useQuery } from '@tanstack/react-query';
import { dueOf, timerKey } from '#domain/kernel/timers.js';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { api, dataOf } from '../session/api.js';

export function useProposals() {
  const { exercise } = useExerciseStore();
  const version = useExercise(versionOf);
  return useQuery({
    queryKey: ['policy-proposals', exercise.id, version],
    queryFn: async () => {
      const path = { exercise: exercise.id };
      const { items } = await dataOf(api.GET('/v1/exercises/{exercise}/policy/proposals', { params: { path } }));
      return items as unknown as readonly KnownProposal[];
    },
    // What is read stays until the change has come.
    placeholderData: (before) => before,
  });
}

/** Another text whenever a proposal is made, answered, withdrawn or overdue. */
function versionOf({ state: { policyProposals, timers } }: ExerciseFold): string {
  const { count, waiting } = policyProposals ?? { count: 0, waiting: {} };
  const open = Object.keys(waiting).map((id) => [
    id,
    dueOf(timers, timerKey({ kind: 'policyDeadlock', proposal: id })),
  ]);
  return JSON.stringify([count, open]);
}
