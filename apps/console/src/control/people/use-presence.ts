/** Who is here: read once, then updated by the socket. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlayedUnit, PresenceView, PresentPerson } from '#contracts/http/presence.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';

const presenceQuery = (exercise: string) =>
  queryOptions({
    queryKey: ['presence', exercise],
    queryFn: (): Promise<PresenceView> =>
      dataOf(api.GET('/v1/exercises/{exercise}/presence', { params: { path: { exercise } } })),
  });

export interface Presence {
  readonly people: readonly PresentPerson[];
  readonly units: ReadonlyMap<string, PlayedUnit>;
  /** It is not known: the server does not say, or cannot be reached. */
  readonly error: unknown;
  readonly isKnown: boolean;
}

export function usePresence(): Presence {
  const { exercise } = useExerciseStore();
  const pushed = useExercise((_fold, store) => store.presence);
  const { data, error } = useQuery(presenceQuery(exercise.id));
  const presence = pushed ?? data;
  return {
    people: presence?.people ?? [],
    units: new Map(presence?.units?.map((unit) => [unit.unit, unit])),
    error: presence === undefined ? error : undefined,
    isKnown: presence !== undefined,
  };
}
