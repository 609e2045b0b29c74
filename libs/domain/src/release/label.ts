/**
 * Labels: what a thing that people or sensors bring in says of who may read it. The class decides which sides may know of it at all
 * (`release.ts`); the TLP 2.0 label (FIRST, Traffic Light Protocol 2.0) decides who of them reads it.
 */
import type { Actor } from '../kernel/event.js';
import type { ReleaseClass, Side } from '../kernel/side.js';

/** TLP 2.0 labels, as FIRST writes them, the most restrictive first. */
export const TLP_LABELS = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

/** What a tear line may be labelled: a text for the whole other side is kept from nobody of it. */
export const TEAR_LINE_TLPS = ['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
export type TearLineTlp = (typeof TEAR_LINE_TLPS)[number];

/** One that a label names: `unit:ID`, `account:ID`, or `role:ROLE` of the owner's side. */
export type Recipient = string;

/** The reading of an event or a row, among those who may know of its class. */
export interface Marking {
  readonly tlp: TlpLabel;
  /** Who reads it under TLP:RED, and in addition to others under TLP:AMBER+STRICT: the originator, and those whom the label names. */
  readonly to?: readonly string[];
}

/** What TLP a thing counts as that has none: a joint one is for both sides' players, another for its owner's. */
export function defaultTlp(releaseClass: ReleaseClass): TlpLabel {
  return releaseClass === 'JOINT' ? 'TLP:GREEN' : 'TLP:AMBER';
}

/** RED and AMBER+STRICT keep a thing within one side, or within fewer: JOINT says the opposite. */
export function contradicts(releaseClass: ReleaseClass, tlp: TlpLabel | undefined): boolean {
  return releaseClass === 'JOINT' && (tlp === 'TLP:RED' || tlp === 'TLP:AMBER+STRICT');
}

/** Whether the label keeps a thing from some of those who may know of its class. */
export function isRestricted({ tlp }: Marking): boolean {
  return tlp === 'TLP:RED' || tlp === 'TLP:AMBER+STRICT';
}

export interface Labelled {
  readonly class: ReleaseClass;
  readonly tlp?: TlpLabel | undefined;
  readonly releasableTo?: readonly string[] | undefined;
}

/** The marking of a thing that somebody brings in. */
export function markingOf(label: Labelled, originator?: Actor): Marking {
  const tlp = label.tlp ?? defaultTlp(label.class);
  if (!isRestricted({ tlp })) return { tlp };
  const to = new Set(label.releasableTo ?? []);
  const name = originatorName(originator);
  if (name !== undefined) to.add(name);
  return { tlp, to: [...to].sort() };
}

/** What markings call the one who brought a thing in; undefined: the engine. */
export function originatorName(originator: Actor | undefined): string | undefined {
  if (originator === undefined || originator.kind === 'engine') return undefined;
  return `${originator.kind}:${originator.id}`;
}

/** The marking of a thing that is made of both: the more restrictive TLP, and only those who may read each part, as far as names tell. */
export function highest(one: Marking, other: Marking): Marking {
  const [first, second] = levelOf(one) <= levelOf(other) ? [one, other] : [other, one];
  if (!isRestricted(second)) return first;
  const names = new Set([...(one.to ?? []), ...(other.to ?? [])]);
  return { tlp: first.tlp, to: [...names].filter((name) => isReader(one, name) && isReader(other, name)).sort() };
}

/**
 * The marking with the one who writes the thing, who reads what it is about and was among the readers of its own marking.
 * @param name as {@link originatorName} gives it; undefined: nobody writes it
 */
export function withWriter(marking: Marking, own: Marking, name: string | undefined): Marking {
  if (name === undefined || !own.to?.includes(name)) return marking;
  return { tlp: marking.tlp, to: [...new Set([...(marking.to ?? []), name])].sort() };
}

/** Whether those of this name read a thing of a restricted marking. Which role an account has, its name does not tell. */
export function isReader({ tlp, to = [] }: Marking, name: string): boolean {
  return to.includes(name) || (tlp === 'TLP:AMBER+STRICT' && [...DESK].some((role) => name === `role:${role}`));
}

/** The marking of what is read by whoever reads a thing under the one or under the other. */
export function either(one: Marking, other: Marking): Marking {
  const open = [one, other].filter((marking) => !isRestricted(marking));
  const [first, second] = open;
  // TLP:CLEAR is read on the wall, too.
  if (first) return second === undefined || levelOf(first) >= levelOf(second) ? first : second;
  // The desk, which reads TLP:AMBER+STRICT, has the releasing authority in it, which reads TLP:RED.
  const lower = levelOf(one) >= levelOf(other) ? one : other;
  return { tlp: lower.tlp, to: [...new Set([...(one.to ?? []), ...(other.to ?? [])])].sort() };
}

/** How open it is: the more restrictive, the lower. */
function levelOf({ tlp }: Marking): number {
  return TLP_LABELS.indexOf(tlp);
}

export function isSame(one: Marking | undefined, other: Marking | undefined): boolean {
  return markingText(one) === markingText(other);
}

/** One text for each marking: a key under which it is counted. */
export function markingText(marking: Marking | undefined): string {
  return marking === undefined ? '' : [marking.tlp, ...(marking.to ?? [])].join(' ');
}

/** @param text what {@link markingText} gave */
export function markingFrom(text: string): Marking {
  const [tlp, ...to] = text.split(' ');
  return to.length > 0 || isRestricted({ tlp: tlp as TlpLabel })
    ? { tlp: tlp as TlpLabel, to }
    : { tlp: tlp as TlpLabel };
}

/** One that may be among the recipients of a thing. */
export type Reader =
  | { readonly kind: 'unit'; readonly id: string; readonly side: Side }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly role: string;
      readonly side?: Side | undefined;
      /** The units that the account answers for. */
      readonly units?: readonly string[] | undefined;
    }
  /** A file for a side's desk, which is read by whoever holds it. With TLP:RED, if the releasing authority asked for that. */
  | { readonly kind: 'file'; readonly side: Side; readonly includesRed: boolean };

/** The roles that belong to a side's desk: its organisation, in the words of TLP:AMBER+STRICT. */
const DESK: ReadonlySet<string> = new Set(['operator', 'commander', 'releasing-authority', 'observer']);
const DESK_NAME = 'desk';
/** Whoever is to release a thing must read it. */
const RELEASING = 'role:releasing-authority';

/** Those who read a thing of this marking, by the names that {@link namesOf} gives; undefined: everybody who may know of it. */
export function readersOf(marking: Marking | undefined): readonly string[] | undefined {
  if (marking === undefined || !isRestricted(marking)) return undefined;
  return [...(marking.to ?? []), marking.tlp === 'TLP:RED' ? RELEASING : DESK_NAME];
}

/** What a reader is called in markings. */
export function namesOf(reader: Reader): readonly string[] {
  if (reader.kind === 'unit') return [`unit:${reader.id}`];
  if (reader.kind === 'file') return reader.includesRed ? [DESK_NAME, RELEASING] : [DESK_NAME];
  const { id, role, units = [] } = reader;
  return [
    `account:${id}`,
    `role:${role}`,
    ...(DESK.has(role) ? [DESK_NAME] : []),
    ...units.map((unit) => `unit:${unit}`),
  ];
}

/**
 * Whether the reader, who may know of the thing's class, may read a thing of this marking. Undefined: that of its class. A unit reads
 * what it is asked about up to TLP:AMBER; controllers and evaluators read everything.
 */
export function mayReadMarked(reader: Reader, marking: Marking | undefined): boolean {
  const readers = readersOf(marking);
  if (readers === undefined || readsAll(reader)) return true;
  return namesOf(reader).some((name) => readers.includes(name));
}

/** Whether no label keeps anything from the reader. */
export function readsAll(reader: Reader): boolean {
  return reader.kind === 'account' && (reader.role === 'controller' || reader.role === 'evaluator');
}

/** Whether the reader is the wall: a screen that everybody in the room sees, which gets TLP:CLEAR only. */
export function isWall(reader: Reader): boolean {
  return reader.kind === 'account' && reader.role === 'wall';
}
