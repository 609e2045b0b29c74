/** People replace labels: from `docs/domain.md`, Labels. The class of a thing stays. */
import type { Releasability } from '#domain/alert/alert.js';
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { liveIncident, liveMessages, relabelled } from './alerts.js';
import { contradicts, highest, isReadBy, isUsual, labelOf, lowest, restricts, textOf, type Label } from './labels.js';
import { isOfOtherSide, mayRead } from './people.js';
import { labelOfLetter } from './posting.js';
import { namesUnknownUnit } from './records.js';
import {
  hasPassed,
  planReview,
  reviewable,
  reviewableLetter,
  reviewableWriting,
  under,
  type Reviewable,
} from './reviews.js';
import { hasEnded, record, unitOf, type Incident, type World } from './world.js';

type Changing = Extract<Command, { type: 'ChangeLabel' }>['data'];
type Stated = Pick<Releasability, 'tlp' | 'releasableTo' | 'reviewAt'>;

/** A thing whose label somebody may change, if they may. */
interface Thing extends Reviewable {
  readonly before: Label;
  readonly tearLine: string | undefined;
  /** Units, as labels name them, that have it in hand. */
  readonly holders: readonly string[];
  /** What it says, where that is kept from anybody. */
  readonly text: string | undefined;
  /** What anything that is said of it is about. */
  readonly incident: Incident | undefined;
  as(stated: Stated): Label;
  set(label: Label, stated: Stated): void;
}

export function changeLabel(world: World, data: Changing, by: Actor): string | undefined {
  const thing = find(world, data, by);
  if (typeof thing === 'string') return thing;
  const isController = by.kind === 'account' && by.role === 'controller';
  if (!isController && by.kind === 'account') {
    if (thing.owner === undefined || isOfOtherSide(by, thing.owner)) return 'NOT_YOUR_SIDE';
  }
  if (isController && data.reason === undefined) return 'REASON_REQUIRED';
  if (contradicts({ class: thing.class, tlp: data.tlp })) return 'LABEL_CONTRADICTION';
  if (namesUnknownUnit(world, data.releasableTo)) return 'UNKNOWN_RECIPIENT';
  if (hasPassed(world, data.reviewAt)) return 'TIME_HAS_PASSED';
  const { tlp, releasableTo, reviewAt } = data;
  const stated = { ...(tlp && { tlp }), ...(releasableTo?.length && { releasableTo }), ...(reviewAt && { reviewAt }) };
  replace(world, thing, stated);
  return undefined;
}

function replace(world: World, thing: Thing, stated: Stated): void {
  const { thing: name, class: owner, before, text, incident } = thing;
  const after = thing.as(stated);
  const isOther = textOf(before) !== textOf(after);
  if (isOther && restricts(before) && text !== undefined && owner !== 'JOINT') {
    record(world, `${name} is disclosed to ${owner} under ${textOf(after)}: ${text}`);
  }
  const lost = isOther ? losers(world, thing, after) : [];
  const had = lost.length > 0 ? `, had by ${lost.join('+')}` : '';
  const kept = lost.length > 0 && thing.tearLine !== undefined ? `, the other side keeps ${thing.tearLine}` : '';
  const either = lowest(before, after);
  const read = incident ? under(incident, either) : either;
  const what = `${textOf(after)}, was ${textOf(before)}${had}${kept}, read under ${textOf(read)}`;
  record(world, `${name} of ${thing.owner ?? 'control'} is labelled for ${owner} ${what}`);
  thing.set(after, stated);
  planReview(world, thing, stated.reviewAt);
}

/** Who had it until now, and may not read it any more. What is JOINT is kept from nobody but the wall. */
function losers(world: World, { before, class: owner, holders }: Thing, after: Label): string[] {
  const wall = before.tlp === 'TLP:CLEAR' && after.tlp !== 'TLP:CLEAR' ? ['wall'] : [];
  if (owner === 'JOINT') return wall;
  // All of the desk reads what is not TLP:RED.
  const desk = before.tlp !== 'TLP:RED' && after.tlp === 'TLP:RED';
  const isHere = (name: string) =>
    !name.startsWith('unit:') || unitOf(world, name.slice('unit:'.length)).definition.side === owner;
  const named = restricts(before) ? before.named : [];
  const lost = [...new Set([...named, ...holders])].filter(
    (name) => isHere(name) && isReadBy(before, name) && !isReadBy(after, name),
  );
  return [...wall, ...(desk ? [`desk:${owner}`] : []), ...lost].sort();
}

/** What somebody may not know of is not found. */
function find(world: World, { of, id }: Changing, by: Actor): Thing | string {
  switch (of) {
    case 'alert':
      return findAlert(world, id, by) ?? 'UNKNOWN_ALERT';
    case 'message':
      return findLetter(world, id, by) ?? 'UNKNOWN_MESSAGE';
    case 'observation':
      return 'UNKNOWN_OBSERVATION';
    default:
      return findWriting(world, of, id, by) ?? 'UNKNOWN_NOTE';
  }
}

function findAlert(world: World, id: string, by: Actor): Thing | undefined {
  const found = world.messages.findLast((one) => one.id === id);
  const incident = liveIncident(world, found?.incident);
  if (!found || !incident || !mayRead(by, incident) || !liveMessages(world, incident).includes(found)) return undefined;
  if (!mayRead(by, { class: incident.class, label: found.label })) return undefined;
  const { label: before, tearLine } = found;
  const one = reviewable(world, found);
  return {
    ...one,
    before,
    tearLine,
    incident,
    text: undefined,
    holders: world.questions.of(incident.id).flatMap(({ unit, delivered }) => (delivered ? `unit:${unit}` : [])),
    as: (stated) => labelAs(one.class, stated, one.class === 'JOINT' ? undefined : found.writer),
    set: (label, stated) => {
      found.label = label;
      const { tlp: _tlp, releasableTo: _named, reviewAt: _at, ...rest } = found.alert.exercise.releasability;
      found.alert = { ...found.alert, exercise: { ...found.alert.exercise, releasability: { ...rest, ...stated } } };
      relabelled(world, incident);
    },
  };
}

function labelAs(owner: ReleaseClass, stated: Stated, writer: string | undefined): Label {
  const named = [...(stated.releasableTo ?? []), ...[writer ?? []].flat()];
  return labelOf({ ...stated, class: owner, releasableTo: named }, undefined);
}

function findLetter(world: World, id: string, by: Actor): Thing | undefined {
  const letter = world.letters.find((one) => one.id === id);
  if (!letter || !mayRead(by, letter)) return undefined;
  const { label: before, tearLine, text, readBy, class: owner } = letter;
  const incident = world.incidents.find((one) => one.id === letter.incident);
  return {
    ...reviewableLetter(world, letter),
    before,
    tearLine,
    text,
    incident: undefined,
    holders: readBy.filter((address) => address.startsWith('unit:')),
    as: (stated) =>
      labelOfLetter(world, { ...letter, label: { ...stated, class: owner }, incident: incident && limitOf(incident) }),
    set: (label) => {
      letter.label = label;
    },
  };
}

/** What an incident that has ended was kept from, its messages are, too. */
function limitOf(incident: Incident): Label | undefined {
  if (hasEnded(incident)) return restricts(incident.label) ? incident.label : undefined;
  return isUsual(incident) ? undefined : incident.label;
}

function findWriting(world: World, of: 'note' | 'decision', id: string, by: Actor): Thing | undefined {
  for (const incident of world.incidents) {
    const found = (of === 'note' ? incident.notes : incident.records).find((one) => one.id === id);
    if (!found?.label || found.readers === 'CONTROL' || hasEnded(incident) || !mayRead(by, incident)) continue;
    const { readers, label: before, tearLine, writer, text } = found;
    if (!mayRead(by, { class: readers, label: before })) continue;
    return {
      ...reviewableWriting(incident, of, found),
      before,
      tearLine,
      text,
      incident,
      holders: [],
      as: (stated) => {
        const own = labelAs(readers, stated, writer);
        return isUsual(incident) ? own : highest(own, incident.label);
      },
      set: (label, { reviewAt }) => {
        found.label = label;
        found.reviewAt = reviewAt;
      },
    };
  }
  return undefined;
}

/** After each happening: an incident whose label is another one is shown to those who may read it from now on. */
export function sayNewLabels(world: World): void {
  for (const incident of world.incidents) {
    const { label: to, shownLabel: from, id } = incident;
    incident.shownLabel = to;
    if (from === to || hasEnded(incident) || textOf(from) === textOf(to)) continue;
    if (restricts(from) || (to.tlp === 'TLP:CLEAR' && from.tlp !== 'TLP:CLEAR')) {
      const { severity, site = 'none' } = incident.facts;
      record(world, `${id} is disclosed under ${textOf(to)}: ${severity} at ${site}`);
    }
    record(world, `${id} is labelled ${textOf(to)}, was ${textOf(from)}, read under ${textOf(lowest(from, to))}`);
  }
}
