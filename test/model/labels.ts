/** Who of those that may know of a thing reads it: from `docs/domain.md`, Labels. */
import type { Alert } from '#domain/alert/alert.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Incident, Message } from './world.js';

export interface Label {
  /** 0: TLP:RED; 1: TLP:AMBER+STRICT; 2: whatever keeps it from no unit. */
  readonly rank: number;
  readonly named: readonly string[];
}

const OPEN: Label = { rank: 2, named: [] };

export function labelOf(alert: Alert, actor: Actor | undefined): Label {
  const { tlp, releasableTo = [] } = alert.exercise.releasability;
  const rank = tlp === 'TLP:RED' ? 0 : tlp === 'TLP:AMBER+STRICT' ? 1 : 2;
  if (rank === 2) return OPEN;
  return { rank, named: [...releasableTo, ...(actor?.kind === 'account' ? [`account:${actor.id}`] : [])] };
}

/** The highest of them; who is named must be named by each that restricts. */
function highest(labels: readonly Label[]): Label {
  const restricting = labels.filter(({ rank }) => rank < 2);
  const [first] = restricting;
  if (!first) return OPEN;
  const named = first.named.filter((name) => restricting.every((one) => one.named.includes(name)));
  return { rank: Math.min(...restricting.map(({ rank }) => rank)), named };
}

/** After each change of the alerts in force. Without one, the label stays. */
export function relabel(incident: Incident, inForce: readonly Message[], withdraw: () => void): void {
  if (inForce.length === 0) return;
  const before = incident.label;
  incident.label = highest(inForce.map(({ label }) => label));
  if (isAlike(before, incident.label)) return;
  withdraw();
}

export function isAlike(one: Label, other: Label): boolean {
  const text = ({ rank, named }: Label): string => [rank, ...[...new Set(named)].sort()].join(' ');
  return (one.rank === 2 && other.rank === 2) || text(one) === text(other);
}

export function unitReads({ label: { rank, named } }: Incident, unit: string): boolean {
  return rank === 2 || named.includes(`unit:${unit}`);
}
