/** The exercises that this person may see, latest first. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { api, dataOf } from '../session/api.js';

/** An exercise, and when this page learnt of its time: the clock goes on from there. */
export type ListedExercise = ApiShapes['Exercise'] & { readonly readAt: number };
export type Status = ApiShapes['Exercise']['status'];

/** Exercises are started and ended by others, too, ms. */
const AGAIN_MS = 10_000;

export function useExercises(status?: Status) {
  return useInfiniteQuery({
    queryKey: ['exercises', status ?? 'all'],
    queryFn: async ({ pageParam }) => {
      const query = {
        limit: 50,
        ...(status !== undefined && { status }),
        ...(pageParam !== '' && { cursor: pageParam }),
      };
      const page = await dataOf(api.GET('/v1/exercises', { params: { query } }));
      const readAt = Date.now();
      return { next: page.next, items: page.items.map((exercise): ListedExercise => ({ ...exercise, readAt })) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
