/** The incidents that were offered to somebody and not taken over yet. */
import type { Incident } from '#domain/incident/incident.js';
import type { Side } from '#domain/kernel/side.js';

interface Receiver {
  readonly account: string;
  readonly side?: Side | undefined;
}

/** Command and assignment stay within their side, so an offer to an account that changed sides counts for nothing. */
export function offersTo(
  state: { readonly status: string; readonly incidents: Readonly<Record<string, Pick<Incident, 'id' | 'handovers'>>> },
  { account, side }: Receiver,
): readonly string[] {
  if (state.status === 'ended') return [];
  return Object.values(state.incidents)
    .filter(({ handovers = [] }) => handovers.some((one) => one.to === account && one.side === side))
    .map(({ id }) => id);
}
