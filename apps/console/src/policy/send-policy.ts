/** What people do about policies, as requests to the API. */
import { api, dataOf } from '../session/api.js';

/** Whose a new policy is: that of controllers, one of both sides that the other side has to approve, or the side's own. */
export type PolicyPurpose = 'common' | 'proposed' | 'own';

export type PolicyAct =
  | { readonly do: 'set'; readonly purpose: PolicyPurpose; readonly policy: unknown; readonly reason?: string }
  | { readonly do: 'approve' | 'withdraw'; readonly proposal: string; readonly reason?: string }
  | { readonly do: 'reject'; readonly proposal: string; readonly reason: string }
  | { readonly do: 'drop'; readonly reason?: string };

/** @throws ApiError when it is rejected */
export function sendPolicy(exercise: string, act: PolicyAct, key: string): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  const path = { exercise };
  const why = act.reason === undefined ? {} : { reason: act.reason };
  switch (act.do) {
    case 'set':
      return setPolicy(exercise, act, key);
    case 'drop':
      return dataOf(api.POST('/v1/exercises/{exercise}/policy/own/drop', { params: { path, header }, body: why }));
    case 'reject': {
      const params = { path: { exercise, proposal: act.proposal }, header };
      const body = { reason: act.reason };
      return dataOf(api.POST('/v1/exercises/{exercise}/policy/proposals/{proposal}/reject', { params, body }));
    }
    case 'approve': {
      const params = { path: { exercise, proposal: act.proposal }, header };
      return dataOf(api.POST('/v1/exercises/{exercise}/policy/proposals/{proposal}/approve', { params, body: why }));
    }
    case 'withdraw': {
      const params = { path: { exercise, proposal: act.proposal }, header };
      return dataOf(api.POST('/v1/exercises/{exercise}/policy/proposals/{proposal}/withdraw', { params, body: why }));
    }
    default:
      return act satisfies never;
  }
}

/** A policy is checked by the server, with its place in the source: its type here is that of any JSON. */
function setPolicy(
  exercise: string,
  { purpose, policy, reason }: Extract<PolicyAct, { do: 'set' }>,
  key: string,
): Promise<unknown> {
  const params = { path: { exercise }, header: { 'Idempotency-Key': key } };
  const body = { policy, ...(reason !== undefined && { reason }) } as never;
  switch (purpose) {
    case 'common':
      return dataOf(api.PUT('/v1/exercises/{exercise}/policy', { params, body }));
    case 'own':
      return dataOf(api.PUT('/v1/exercises/{exercise}/policy/own', { params, body }));
    case 'proposed':
      return dataOf(api.POST('/v1/exercises/{exercise}/policy/proposals', { params, body }));
    default:
      return purpose satisfies never;
  }
}
