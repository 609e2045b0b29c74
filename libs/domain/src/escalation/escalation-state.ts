/** The chains that run on the incidents that have not ended. */
import type { ChainId, IncidentId } from '../kernel/ids.js';
import { policyOf, type IncidentWorld } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { present } from '../kernel/present.js';
import type { Chain } from '../policy/policy.js';
import type { PolicySlice } from '../policy/policy-state.js';
import { isAtWork, type ChainRun } from './chain-run.js';

export interface ChainSlice {
  /** By incident, then by chain: since the incident was opened or reopened. */
  chains: Record<IncidentId, Record<ChainId, ChainRun>>;
}

export type EscalationWorld = IncidentWorld & ChainSlice;

/** The chains that were started for an incident, whatever has become of them. */
export function runsOf({ chains }: ChainSlice, incident: IncidentId): ChainRun[] {
  const ofIncident = chains[incident];
  return ofIncident ? Object.values(ofIncident) : [];
}

/** The run of a chain, if it was started. */
export function runIn({ chains }: ChainSlice, incident: IncidentId, chain: ChainId): ChainRun | undefined {
  const ofIncident = chains[incident];
  return ofIncident && Object.hasOwn(ofIncident, chain) ? ofIncident[chain] : undefined;
}

export function runOf(state: ChainSlice, incident: IncidentId, chain: ChainId): ChainRun {
  return present(runIn(state, incident, chain), 'chain', chain);
}

/** The chains that asked with a notification and still want its answer: they are at work or exhausted. */
export function runsThatWant(
  state: ChainSlice,
  incident: IncidentId,
  { chains }: { chains: readonly ChainId[] },
): ChainRun[] {
  return chains
    .map((chain) => runIn(state, incident, chain))
    .filter((run) => run !== undefined)
    .filter((run) => isAtWork(run) || run.status === 'exhausted');
}

/** @throws Error when the policy has no such chain */
export function chainOf(
  state: Pick<PolicySlice, 'policies'>,
  incident: Incident,
  { chain }: { chain: ChainId },
): Chain {
  return present(policyOf(state, incident).chains[chain], 'chain', chain);
}

/**
 * What of a chain's settings is known. A player's state knows none of a chain that came with a change of the policy, which is for
 * controllers only: what it asks, and until when, stands in the stream; when it reminds does not.
 */
export function settingsOf(
  state: Pick<PolicySlice, 'policies'>,
  incident: Incident,
  { chain }: { chain: ChainId },
): Partial<Chain> {
  const { chains } = policyOf(state, incident);
  return (Object.hasOwn(chains, chain) && chains[chain]) || {};
}
