/** Which of the units that people are to play nobody is invited for. */
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';

export type SeatUnit = Pick<ApiShapes['Unit'], 'id' | 'name' | 'side' | 'kind' | 'mode' | 'duty'>;
export type SeatInvitation = Pick<ApiShapes['Invitation'], 'role' | 'side' | 'units' | 'state' | 'uses'>;

/** An invitation of somebody who answers for units fills a seat while somebody may come by it, or has come. */
export function fills({ role, side, units, state, uses }: SeatInvitation, unit: SeatUnit): boolean {
  if (ROLE_TRAITS[role].units === 'none' || side !== unit.side) return false;
  if (state !== 'open' && (state === 'revoked' || uses === 0)) return false;
  // Without units of its own it is for all units of the side.
  return units === undefined || units.includes(unit.id);
}

export function emptySeats<T extends SeatUnit>(units: readonly T[], invitations: readonly SeatInvitation[]): T[] {
  return units.filter((unit) => unit.mode === 'played' && !invitations.some((one) => fills(one, unit)));
}
