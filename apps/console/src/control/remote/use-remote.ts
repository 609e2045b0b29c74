/** Endpoints and deliveries of remote units. Nothing of them is pushed: they are read anew while they are shown. */
import { useQuery } from '@tanstack/react-query';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { DeliveryView, EndpointView } from '#contracts/http/remote-units.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';

const EVERY_MS = 3_000;
const MOST = 100;

export function useEndpoints() {
  const { exercise } = useExerciseStore();
  return useQuery({
    queryKey: ['endpoints', exercise.id],
    refetchInterval: EVERY_MS,
    queryFn: async (): Promise<readonly EndpointView[]> =>
      (await dataOf(api.GET('/v1/exercises/{exercise}/endpoints', { params: { path: { exercise: exercise.id } } })))
        .items,
  });
}

export type DeliveryStatus = DeliveryView['status'];

/** The latest. */
export function useDeliveries(unit: string | undefined, status: DeliveryStatus | undefined) {
  const { exercise } = useExerciseStore();
  return useQuery({
    queryKey: ['deliveries', exercise.id, unit, status],
    refetchInterval: EVERY_MS,
    queryFn: async (): Promise<readonly DeliveryView[]> => {
      const query = {
        limit: MOST,
        ...(unit !== undefined && { unit }),
        ...(status !== undefined && { status }),
      };
      const page = await dataOf(
        api.GET('/v1/exercises/{exercise}/deliveries', { params: { path: { exercise: exercise.id }, query } }),
      );
      return page.items;
    },
  });
}

/** @returns with the secret, when there is a new one. @throws ApiError when it is refused */
export function putEndpoint(exercise: string, unit: string, body: ApiShapes['SetEndpoint']): Promise<EndpointView> {
  return dataOf(
    api.PUT('/v1/exercises/{exercise}/units/{unit}/endpoint', { params: { path: { exercise, unit } }, body }),
  );
}

/** @throws ApiError when it is refused */
export async function removeEndpoint(exercise: string, unit: string): Promise<void> {
  const { response, error } = await api.DELETE('/v1/exercises/{exercise}/units/{unit}/endpoint', {
    params: { path: { exercise, unit } },
  });
  await dataOf(Promise.resolve({ data: true, response, error }));
}
