/** What people do at a releasing desk, as requests to the API. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { api, dataOf } from '../session/api.js';

export type ReleaseAct =
  | { readonly do: 'request'; readonly body: ApiShapes['RequestRelease'] }
  | { readonly do: 'propose'; readonly body: ApiShapes['ProposeRelease'] }
  | { readonly do: 'decide'; readonly release: string; readonly body: ApiShapes['DecideRelease'] }
  | { readonly do: 'withdraw'; readonly release: string; readonly body: ApiShapes['WithdrawRelease'] };

/** @throws ApiError when it is refused */
export function sendRelease(exercise: string, act: ReleaseAct, key: string): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  const path = { exercise };
  switch (act.do) {
    case 'request':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/releases/requests', { params: { path, header }, body: act.body }),
      );
    case 'propose':
      return dataOf(api.POST('/v1/exercises/{exercise}/releases', { params: { path, header }, body: act.body }));
    case 'decide': {
      const params = { path: { exercise, release: act.release }, header };
      return dataOf(api.POST('/v1/exercises/{exercise}/releases/{release}/decide', { params, body: act.body }));
    }
    case 'withdraw': {
      const params = { path: { exercise, release: act.release }, header };
      return dataOf(api.POST('/v1/exercises/{exercise}/releases/{release}/withdraw', { params, body: act.body }));
    }
    default:
      return act satisfies never;
  }
}

/** Of what one writes before one decides, as `useDraft` has it. */
export function draftKey(exercise: string, item: string, act: string): string {
  return `${exercise}:release:${item}:${act}`;
}
