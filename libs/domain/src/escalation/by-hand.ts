/** What people do to chains: start the next step, start one again, count a side as having acknowledged. */
import type { ChainId } from '../kernel/ids.js';
import { acknowledgedSides } from '../incident/answers.js';
import type { Incident } from '../incident/incident.js';
import { jointChange } from '../incident/joint-acknowledgement.js';
import { openIncident } from '../incident/known-incident.js';
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import { isAtWork } from './chain-run.js';
import { runIn, runsOf, type ChainSlice, type EscalationWorld } from './escalation-state.js';
import { requiredSides } from './requirement.js';
import { start } from './route-incident.js';
import { awaitedSides, moveOn } from './run-chain.js';

/**
 * Starts the next step of each chain at work, or of the named one, without its delay; of a chain that waits for a
 * step's delay, that step.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_CHAIN, NOTHING_TO_ESCALATE
 */
export function escalateNow(state: EscalationWorld, { data, actor }: CommandOf<'EscalateIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  if (data.chain !== undefined && !runIn(state, incident.id, data.chain)) {
    throw unknownChain(state, incident, data.chain);
  }
  const runs = runsOf(state, incident.id).filter(
    (run) => isAtWork(run) && (data.chain === undefined || run.chain === data.chain),
  );
  if (runs.length === 0) {
    throw new DomainError('NOTHING_TO_ESCALATE', `no chain is at work on ${incident.id}: halted, exhausted or stopped`);
  }
  return moveOn(state, incident, runs, 'manual').map((event) => ({ ...event, actor }));
}

/**
 * An exhausted or halted chain, from its first step. It asks anew.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_CHAIN, CHAIN_NOT_RESTARTABLE
 */
export function restartChain(state: EscalationWorld, { data, actor }: CommandOf<'RestartChain'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  const run = runIn(state, incident.id, data.chain);
  if (!run) throw unknownChain(state, incident, data.chain);
  if (run.status !== 'halted' && run.status !== 'exhausted') {
    throw new DomainError(
      'CHAIN_NOT_RESTARTABLE',
      `chain "${data.chain}" is ${isAtWork(run) ? 'at work' : run.status} on ${incident.id}; only a halted or exhausted one can be started again`,
    );
  }
  return [{ ...start(state, incident, run, true), actor }];
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, NOT_YOUR_SIDE, SIDE_ALREADY_ACKNOWLEDGED */
export function overrideAcknowledgement(
  state: EscalationWorld,
  { data, actor }: CommandOf<'OverrideAcknowledgement'>,
): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  if (!requiredSides(incident.class).includes(data.side)) {
    throw new DomainError(
      'NOT_YOUR_SIDE',
      `${incident.id} is of class ${incident.class}; ${data.side} has no part in it`,
    );
  }
  const before = acknowledgedSides(state, incident);
  // A chain that has started anew may wait for a side whose earlier acknowledgement still stands.
  if (before.includes(data.side) && !awaitedSides(state, incident).has(data.side)) {
    throw new DomainError('SIDE_ALREADY_ACKNOWLEDGED', `${data.side} has acknowledged ${incident.id} already`);
  }
  return [
    draft('AcknowledgementOverridden', incident.class, { ...data }, actor),
    ...jointChange(incident, before, [...before, data.side]),
  ];
}

function unknownChain(state: ChainSlice, incident: Incident, chain: ChainId): DomainError {
  const chains = Object.keys(state.chains[incident.id] ?? {}).join(', ');
  return new DomainError('UNKNOWN_CHAIN', `chain "${chain}" does not run on ${incident.id}; these do: ${chains}`);
}
