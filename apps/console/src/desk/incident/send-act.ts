/** What people do to an incident, as requests to the API. */
import type { Action, Progress } from '#domain/unit/unit.js';
import type { Decision } from '#domain/incident/incident.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { Side } from '#domain/kernel/side.js';
import { api, dataOf } from '../../session/api.js';

/** Of a note or a decision; its class is that of its readers. */
export type WrittenLabel = ApiShapes['NoteIncident']['label'];

export const ACT_KINDS = [
  'acknowledge',
  'decline',
  'escalate',
  'note',
  'record',
  'progress',
  'ask',
  'restart',
  'resolve',
  'close',
  'cancel',
  'withdraw',
  'override',
  'assign',
  'handOver',
  'confirmHandover',
  'propose',
  'confirmCommander',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export type Act =
  | { readonly kind: 'acknowledge'; readonly notifications: readonly string[] }
  | { readonly kind: 'decline'; readonly notification: string; readonly reason: string }
  | { readonly kind: 'escalate'; readonly chain?: string }
  | { readonly kind: 'note'; readonly text: string; readonly shared: boolean; readonly label?: WrittenLabel }
  | {
      readonly kind: 'record';
      readonly options: readonly string[];
      readonly decision: string;
      readonly reason: string;
      readonly shared: boolean;
      readonly label?: WrittenLabel;
    }
  | { readonly kind: 'progress'; readonly unit: string; readonly progress: Progress }
  | { readonly kind: 'ask'; readonly unit: string; readonly action: Action; readonly reason: string }
  | { readonly kind: 'restart'; readonly chain: string }
  | { readonly kind: Decision; readonly reason: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: AccountAct; readonly account: string }
  | { readonly kind: 'handOver'; readonly account: string; readonly briefing: string }
  | { readonly kind: 'confirmHandover' }
  | { readonly kind: 'override'; readonly side: Side; readonly reason: string };

/** Acts that name an account. */
export type AccountAct = 'assign' | 'propose' | 'confirmCommander';

const ACCOUNT_ROUTES = {
  assign: 'assign',
  propose: 'commander/propose',
  confirmCommander: 'commander/confirm',
} as const satisfies Record<AccountAct, string>;

/** @returns the answer; a command that is stored and not applied yet has `status: 'pending'`. @throws ApiError when it was refused */
export async function sendAct(exercise: string, incident: string, act: Act, key: string): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  const params = { path: { exercise, incident }, header };
  switch (act.kind) {
    case 'acknowledge':
      return acknowledgeAll(exercise, act.notifications, key);
    case 'decline':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/notifications/{notification}/decline', {
          params: { path: { exercise, notification: act.notification }, header },
          body: { reason: act.reason },
        }),
      );
    case 'escalate':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/escalate', {
          params,
          body: act.chain === undefined ? {} : { chain: act.chain },
        }),
      );
    case 'note':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/notes', {
          params,
          body: { text: act.text, shared: act.shared, label: act.label },
        }),
      );
    case 'record': {
      const { options, decision, reason, shared, label } = act;
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/decisions', {
          params,
          body: { options: [...options], decision, reason, shared, label },
        }),
      );
    }
    case 'progress':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/progress', {
          params,
          body: { unit: act.unit, progress: act.progress },
        }),
      );
    case 'ask':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/ask', {
          params,
          body: { unit: act.unit, action: act.action, reason: act.reason },
        }),
      );
    case 'restart':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/chains/{chain}/restart', {
          params: { path: { exercise, incident, chain: act.chain }, header },
          body: {},
        }),
      );
    case 'resolve':
    case 'close':
    case 'cancel':
      return dataOf(
        api.POST(`/v1/exercises/{exercise}/incidents/{incident}/${act.kind}`, {
          params,
          body: act.reason === '' ? {} : { reason: act.reason },
        }),
      );
    case 'withdraw':
      return dataOf(api.POST('/v1/exercises/{exercise}/incidents/{incident}/withdraw-decision', { params, body: {} }));
    case 'assign':
    case 'propose':
    case 'confirmCommander':
      return dataOf(
        api.POST(`/v1/exercises/{exercise}/incidents/{incident}/${ACCOUNT_ROUTES[act.kind]}`, {
          params,
          body: { account: act.account },
        }),
      );
    case 'handOver':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/hand-over', {
          params,
          body: { to: act.account, briefing: act.briefing },
        }),
      );
    case 'confirmHandover':
      return dataOf(api.POST('/v1/exercises/{exercise}/incidents/{incident}/confirm-handover', { params, body: {} }));
    case 'override':
      return dataOf(
        api.POST('/v1/exercises/{exercise}/incidents/{incident}/override', {
          params,
          body: { side: act.side, reason: act.reason },
        }),
      );
    default:
      return act satisfies never;
  }
}

/** One after the other: the first that is refused ends it, and those before it count. */
async function acknowledgeAll(exercise: string, notifications: readonly string[], key: string): Promise<unknown> {
  let last: unknown;
  for (const notification of notifications) {
    const params = { path: { exercise, notification }, header: { 'Idempotency-Key': `${key}.${notification}` } };
    last = await dataOf(
      api.POST('/v1/exercises/{exercise}/notifications/{notification}/acknowledge', { params, body: {} }),
    );
  }
  return last;
}
