/** Who of those that may know of a thing reads it: from `docs/domain.md`, Labels. */
import type { Alert } from '#domain/alert/alert.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import type { TlpLabel } from '#domain/release/label.js';
import type { Incident, Message } from './world.js';

export interface Label {
  readonly tlp: TlpLabel;
  /** Who reads it under TLP:RED, and beside the desk under TLP:AMBER+STRICT. */
  readonly named: readonly string[];
}

interface Given {
  readonly class: ReleaseClass;
  readonly tlp?: TlpLabel | undefined;
  readonly releasableTo?: readonly string[] | undefined;
}

/** The highest first. */
const SCALE: readonly TlpLabel[] = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'];

const rankOf = ({ tlp }: Label): number => SCALE.indexOf(tlp);

/** Whether it keeps a thing from some of those who may know of its class. */
export const restricts = (label: Label): boolean => rankOf(label) < 2;

/** What a thing of this class counts as that has no TLP label. */
export const usual = (owner: ReleaseClass): Label => ({
  tlp: owner === 'JOINT' ? 'TLP:GREEN' : 'TLP:AMBER',
  named: [],
});

export const isUsual = ({ label, class: owner }: { readonly label: Label; readonly class: ReleaseClass }): boolean =>
  label.tlp === usual(owner).tlp;

/** These two keep a thing within one side. */
export const contradicts = ({ class: owner, tlp }: Given): boolean =>
  owner === 'JOINT' && (tlp === 'TLP:RED' || tlp === 'TLP:AMBER+STRICT');

/** As labels name an account. */
export const nameOfAccount = (by: Actor | undefined): string | undefined =>
  by?.kind === 'account' ? `account:${by.id}` : undefined;

/** @param by the originator, who reads it, too */
export function labelOf({ class: owner, tlp, releasableTo = [] }: Given, by: Actor | undefined): Label {
  const label = { tlp: tlp ?? usual(owner).tlp, named: [] };
  if (!restricts(label)) return label;
  return { ...label, named: [...releasableTo, ...(by?.kind === 'account' ? [`account:${by.id}`] : [])] };
}

export const labelOfAlert = ({ exercise }: Alert, by: Actor | undefined): Label => labelOf(exercise.releasability, by);

/** Of a thing that is made of all of them: read by those whom a label names, and who read it under each of the others, too. */
export function highest(first: Label, ...others: readonly Label[]): Label {
  const labels = [first, ...others].sort((a, b) => rankOf(a) - rankOf(b));
  const restricting = labels.filter(restricts);
  const [top = first] = labels;
  const names = restricting.flatMap(({ named }) => named);
  return { tlp: top.tlp, named: names.filter((name) => restricting.every((one) => isNamed(one, name))) };
}

/** Whether those whom a name names read it. Which role an account has, its name does not tell. */
export const isReadBy = (label: Label, name: string): boolean =>
  !restricts(label) || isNamed(label, name) || (label.tlp === 'TLP:RED' && name === 'role:releasing-authority');

/** Of what is read by all who read it under the one or under the other. */
export function lowest(one: Label, other: Label): Label {
  const [low, high] = rankOf(one) > rankOf(other) ? [one, other] : [other, one];
  return restricts(low) ? { tlp: low.tlp, named: [...low.named, ...high.named] } : low;
}

const isNamed = ({ tlp, named }: Label, name: string): boolean =>
  named.includes(name) || (tlp === 'TLP:AMBER+STRICT' && isAtTheDesk(name));

/** After each change of the alerts in force. Without one, the label stays. */
export function relabel(incident: Incident, inForce: readonly Message[], withdraw: () => void): void {
  const [first, ...others] = inForce.map(({ label }) => label);
  if (!first) return;
  const before = incident.label;
  incident.label = highest(first, ...others);
  if (isAlike(before, incident.label)) return;
  withdraw();
}

/** Whether they restrict alike. */
export function isAlike(one: Label, other: Label): boolean {
  return (!restricts(one) && !restricts(other)) || textOf(one) === textOf(other);
}

/** The same for labels with the same readers. */
export function textOf(label: Label): string {
  return [label.tlp, ...(restricts(label) ? [...new Set(label.named)].sort() : [])].join(' ');
}

/** Whether all who read a thing under the first label read it under the second. */
export function isReadByAll(one: Label, other: Label): boolean {
  if (!restricts(other)) return true;
  if (!restricts(one)) return false;
  const roles = other.tlp === 'TLP:RED' ? ['role:releasing-authority'] : AT_THE_DESK.map((role) => `role:${role}`);
  if (one.tlp === 'TLP:AMBER+STRICT' && other.tlp === 'TLP:RED') return false;
  return one.named.every((name) => other.named.includes(name) || roles.includes(name));
}

export const readsAsUnit = (label: Label, unit: string): boolean =>
  !restricts(label) || label.named.includes(`unit:${unit}`);

export const unitReads = ({ label }: Incident, unit: string): boolean => readsAsUnit(label, unit);

const AT_THE_DESK = ['operator', 'commander', 'releasing-authority', 'observer'];

/** Whether it names a role which reads TLP:AMBER+STRICT. */
const isAtTheDesk = (name: string): boolean => AT_THE_DESK.some((role) => name === `role:${role}`);

/** Whether who may know of a thing reads it. */
export function reads(label: Label, reader: Actor | undefined): boolean {
  if (!restricts(label) || reader?.kind !== 'account') return true;
  const { id, role, units = [] } = reader;
  if (role === 'controller' || role === 'evaluator') return true;
  if (label.tlp === 'TLP:RED' ? role === 'releasing-authority' : AT_THE_DESK.includes(role)) return true;
  const names = [`account:${id}`, `role:${role}`, ...units.map((unit) => `unit:${unit}`)];
  return names.some((name) => label.named.includes(name));
}
