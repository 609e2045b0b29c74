/** Who is in charge of an incident, written down. No rule in here. */
import type { EventOf } from '../kernel/event.js';
import type { Incident } from './incident.js';
import { incidentOf, type IncidentWorld } from './incident-state.js';

export function commanderProposed(state: IncidentWorld, { data }: EventOf<'CommanderProposed'>): void {
  const incident = incidentOf(state, data.incident);
  incident.proposedCommander = { ...incident.proposedCommander, [data.side]: data.account };
  learn(incident, data.account, data.name);
}

export function commanderChosen(state: IncidentWorld, { data }: EventOf<'CommanderChosen'>): void {
  const incident = incidentOf(state, data.incident);
  incident.commander = data.account;
  delete incident.proposedCommander;
  // What the former commander has offered is no longer theirs to give.
  incident.handovers = (incident.handovers ?? []).filter(({ of }) => of !== 'command');
}

export function incidentAssigned(state: IncidentWorld, { data }: EventOf<'IncidentAssigned'>): void {
  const incident = incidentOf(state, data.incident);
  incident.assigned = { ...incident.assigned, [data.side]: data.account };
  learn(incident, data.account, data.name);
  incident.handovers = (incident.handovers ?? []).filter(({ of, side }) => of === 'command' || side !== data.side);
}

export function handoverOffered(state: IncidentWorld, { data }: EventOf<'HandoverOffered'>): void {
  const incident = incidentOf(state, data.incident);
  const { of, side, from, to, fromName, toName } = data;
  const others = (incident.handovers ?? []).filter((one) => one.of !== of || one.side !== side);
  const names = { ...(fromName !== undefined && { fromName }), ...(toName !== undefined && { toName }) };
  incident.handovers = [...others, { of, side, from, to, ...names }];
  learn(incident, from, fromName);
  learn(incident, to, toName);
}

export function handedOver(state: IncidentWorld, { data }: EventOf<'HandedOver'>): void {
  const incident = incidentOf(state, data.incident);
  const { of, side, to } = data;
  if (of === 'command') incident.commander = to;
  else incident.assigned = { ...incident.assigned, [side]: to };
  incident.handovers = (incident.handovers ?? []).filter((one) => one.of !== of || one.side !== side);
}

function learn(incident: Incident, account: string, name: string | undefined): void {
  if (name !== undefined) incident.people = { ...incident.people, [account]: name };
}
