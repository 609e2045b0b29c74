/** Which ways to sign in the server has. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { api, dataOf } from './api.js';

const OPTIONS_QUERY = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: (): Promise<ApiShapes['SignInOptions']> => dataOf(api.GET('/v1/sign-in')),
});

/** While it is not known, and if it cannot be asked: by name and password. */
export function useSignInOptions(): ApiShapes['SignInOptions'] {
  return useQuery(OPTIONS_QUERY).data ?? { password: true };
}
