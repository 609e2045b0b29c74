/** The units of an exercise. */
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../session/api.js';

/** The units of an exercise; of none, none. */
export function useUnits(exercise: string | undefined) {
  return useQuery({
    queryKey: ['units', exercise],
    enabled: exercise !== undefined,
    queryFn: async () => {
      const params = { path: { exercise: exercise ?? '' }, query: { limit: 500 } };
      return (await dataOf(api.GET('/v1/exercises/{exercise}/units', { params }))).items;
    },
  });
}
