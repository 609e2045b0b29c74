/** When labels are to be looked at again: from `docs/domain.md`, Labels. */
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { highest, isUsual, textOf, type Label } from './labels.js';
import { sideAt } from './addresses.js';
import type { Letter, Written } from './sides.js';
import { RANK } from './due.js';
import { drop, hasEnded, later, record, type Incident, type Message, type World } from './world.js';

/** A thing with a label, as it stands when it is asked. */
export interface Reviewable {
  /** Its kind and id. */
  readonly thing: string;
  readonly class: ReleaseClass;
  readonly owner: Side | undefined;
  /** Under which label something is said of it; undefined: it is in force no more. */
  label(): Label | undefined;
}

/** STARTEX in the story, of a scenario that names no other. */
const STORY = '2026-01-01T09:00:00+05:00';

/** @returns exercise time, ms */
function reviewTime({ scenario }: World, reviewAt: string): number {
  return Date.parse(reviewAt) - Date.parse(scenario.startsAt ?? STORY);
}

/** Nobody states a time that the story has reached. */
export function hasPassed(world: World, reviewAt: string | undefined): boolean {
  return reviewAt !== undefined && reviewTime(world, reviewAt) <= world.now;
}

/** Then, or at once if that has passed; and at no time that was set before. @param reviewAt a time of the story */
export function planReview(world: World, { thing, class: owner, ...one }: Reviewable, reviewAt?: string): void {
  const index = world.reviews.findIndex((other) => other.thing === thing);
  if (index >= 0) drop(world, world.reviews.splice(index, 1)[0]?.due);
  if (reviewAt === undefined) return;
  const isVoid = () => one.label() === undefined;
  const within = Math.max(0, reviewTime(world, reviewAt) - world.now);
  const happen = () => {
    const label = one.label();
    if (!label) return;
    record(world, `${thing} is due for review by ${one.owner ?? 'control'}, for ${owner} under ${textOf(label)}`);
  };
  world.reviews.push({ thing, due: later(world, within, RANK.review, happen, { isVoid }) });
}

/** What is said of a thing is read by nobody who may not read its incident. */
export const under = (incident: Incident, label: Label): Label =>
  isUsual(incident) ? label : highest(label, incident.label);

export function reviewable(world: World, message: Message): Reviewable {
  const { id, alert, releasedBy, sentBy } = message;
  const owner = alert.exercise.releasability.class;
  return {
    thing: `alert ${id}`,
    class: owner,
    owner: owner === 'JOINT' ? (releasedBy ?? sentBy) : owner,
    label: () => {
      const incident = world.incidents.find((one) => one.id === message.incident);
      if (!incident || hasEnded(incident) || message.status !== 'live' || alert.msgType === 'Cancel') return undefined;
      return under(incident, message.label);
    },
  };
}

export function reviewableLetter(world: World, letter: Letter): Reviewable {
  const { id, class: owner, from } = letter;
  const side = owner === 'JOINT' ? sideAt(world, from) : owner;
  return { thing: `message ${id}`, class: owner, owner: side, label: () => letter.label };
}

export function reviewableWriting(incident: Incident, of: 'note' | 'decision', written: Written): Reviewable {
  const { id, readers, owner } = written;
  const side = readers === 'JOINT' ? owner : readers;
  return {
    thing: `${of} ${id}`,
    class: readers === 'CONTROL' ? 'JOINT' : readers,
    owner: side === 'PAK' || side === 'CHN' ? side : undefined,
    label: () => (hasEnded(incident) || !written.label ? undefined : under(incident, written.label)),
  };
}
