/** All that a trainer may do from here: one shape for each act, and the request that it is. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { Side } from '#domain/kernel/side.js';
import type { UnitMode } from '#domain/unit/unit.js';
import { api, dataOf } from '../session/api.js';

export type Link = ApiShapes['Link'];

export type ControlCommand =
  | { readonly do: 'start'; readonly speed: number }
  | { readonly do: 'pause' | 'resume' | 'step' | 'end' }
  | { readonly do: 'speed'; readonly speed: number }
  | { readonly do: 'runTo'; readonly to: number | null }
  | { readonly do: 'fire' | 'skip'; readonly inject: string }
  | { readonly do: 'moveTo'; readonly inject: string; readonly to: number }
  | { readonly do: 'duty'; readonly unit: string; readonly duty: 'on' | 'off' }
  | { readonly do: 'mode'; readonly unit: string; readonly mode: UnitMode }
  | { readonly do: 'unitLink'; readonly unit: string; readonly link: Link }
  | { readonly do: 'sideLink'; readonly side: Side; readonly link: Link };

/** @throws ApiError when it is refused */
export function sendCommand(exercise: string, command: ControlCommand, key: string): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  const path = { exercise };
  const params = { path, header };
  switch (command.do) {
    case 'start':
      return dataOf(api.POST('/v1/exercises/{exercise}/start', { params, body: { speed: command.speed } }));
    case 'pause':
      return dataOf(api.POST('/v1/exercises/{exercise}/pause', { params, body: {} }));
    case 'resume':
      return dataOf(api.POST('/v1/exercises/{exercise}/resume', { params, body: {} }));
    case 'step':
      return dataOf(api.POST('/v1/exercises/{exercise}/step', { params, body: {} }));
    case 'end':
      return dataOf(api.POST('/v1/exercises/{exercise}/end', { params, body: {} }));
    case 'speed':
      return dataOf(api.POST('/v1/exercises/{exercise}/speed', { params, body: { speed: command.speed } }));
    case 'runTo':
      return dataOf(api.POST('/v1/exercises/{exercise}/run-to', { params, body: { to: command.to } }));
    case 'fire':
    case 'skip': {
      const of = { path: { exercise, inject: command.inject }, header };
      return command.do === 'fire'
        ? dataOf(api.POST('/v1/exercises/{exercise}/injects/{inject}/fire', { params: of, body: {} }))
        : dataOf(api.POST('/v1/exercises/{exercise}/injects/{inject}/skip', { params: of, body: {} }));
    }
    case 'moveTo': {
      const of = { path: { exercise, inject: command.inject }, header };
      return dataOf(
        api.POST('/v1/exercises/{exercise}/injects/{inject}/delay', { params: of, body: { to: command.to } }),
      );
    }
    case 'duty':
    case 'mode':
    case 'unitLink':
      return sendToUnit(exercise, command, header);
    case 'sideLink': {
      const of = { path: { exercise, side: command.side }, header };
      return dataOf(api.PUT('/v1/exercises/{exercise}/links/{side}', { params: of, body: { link: command.link } }));
    }
    default:
      return command satisfies never;
  }
}

type UnitCommand = Extract<ControlCommand, { do: 'duty' | 'mode' | 'unitLink' }>;

function sendToUnit(exercise: string, command: UnitCommand, header: { 'Idempotency-Key': string }): Promise<unknown> {
  const params = { path: { exercise, unit: command.unit }, header };
  switch (command.do) {
    case 'duty':
      return dataOf(api.PUT('/v1/exercises/{exercise}/units/{unit}/duty', { params, body: { duty: command.duty } }));
    case 'mode':
      return dataOf(api.PUT('/v1/exercises/{exercise}/units/{unit}/mode', { params, body: { mode: command.mode } }));
    case 'unitLink':
      return dataOf(api.PUT('/v1/exercises/{exercise}/units/{unit}/link', { params, body: { link: command.link } }));
    default:
      return command satisfies never;
  }
}
